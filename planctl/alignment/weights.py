"""The weight of each feature in either pass, and the probability from which on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and
standards with links by others and on generated plans, cross-validated by case.
Figures: docs/alignment.md.
"""

THRESHOLD = 0.44
"""Cross-validated link F1 changes by less than 0.004 from 0.40 to 0.50."""

ALONE = 0.31
"""The same for two units that have no better partner: F1 changes by less than 0.002 from 0.30 to 0.44. About
the least of these, as most plans have fewer units than law has, and so fewer rivals for each."""

FIRST_PASS: dict[str, float] = {
    "": 0.458,
    "kept_most": -0.219,
    "kept_least": 0.706,
    "shared": 0.160,
    "proof": 2.346,
    "letters": 2.557,
    "size_least": -1.202,
    "size_most": 0.031,
    "closeness": 1.491,
    "above_0.3": -7.804,
    "above_0.5": -9.776,
    "above_0.75": 4.783,
    "lead_least": 3.395,
    "lead_most": -0.362,
    "first_for_both": 1.826,
    "first_for_one": 0.959,
    "explains_least": 1.918,
    "explains_most": 0.055,
    "whole": 13.390,
    "beside": 1.591,
    "reworded": 5.763,
}

SECOND_PASS: dict[str, float] = {
    "": -8.787,
    "shared": -0.264,
    "proof": 0.599,
    "letters": 7.999,
    "size_least": -0.042,
    "above_0.3": -2.402,
    "above_0.5": 0.792,
    "above_0.75": 5.772,
    "lead_least": -0.656,
    "lead_most": 1.621,
    "first_for_both": -0.793,
    "first_for_one": -0.402,
    "explains_least": -0.509,
    "explains_most": -4.424,
    "whole": 3.261,
    "beside": -0.355,
    "reworded": 4.076,
    "chance": 0.326,
    "fresh_most": 4.910,
    "fresh_least": 2.548,
    "ahead_least": 4.763,
    "ahead_most": -1.058,
    "held_most": 2.590,
    "reworded_ahead_least": 16.932,
    "reworded_ahead_most": 15.480,
    "in_order": -2.726,
    "off_course": -0.682,
    "between": 0.603,
    "adjoining": 0.674,
}
