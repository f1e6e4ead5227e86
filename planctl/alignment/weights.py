"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and
standards with links by others and on generated plans, cross-validated by case. Figures: docs/alignment.md.
"""

THRESHOLD = 0.45
"""Cross-validated link F1 changes by less than 0.005 from 0.40 to 0.50."""

FIRST: dict[str, float] = {
    "": -3.579,
    "kept_most": 1.251,
    "kept_least": 4.799,
    "shared": 1.009,
    "proof": 0.777,
    "letters": -0.083,
    "size_least": -0.748,
    "size_most": 0.082,
    "closeness": 1.507,
    "above_0.3": -9.358,
    "above_0.5": -12.141,
    "above_0.75": 6.637,
    "lead_least": 3.489,
    "lead_most": 0.639,
    "first_for_both": 1.277,
    "first_for_one": 0.784,
    "explains_least": 2.004,
    "explains_most": 0.707,
    "whole": 12.717,
    "beside": 1.837,
    "climate": -1.092,
    "standstill": -2.834,
}

SECOND: dict[str, float] = {
    "": -6.344,
    "kept_most": -1.486,
    "kept_least": 0.160,
    "shared": 0.608,
    "proof": 0.527,
    "letters": 3.536,
    "size_least": -0.630,
    "size_most": 0.265,
    "closeness": 0.820,
    "above_0.3": -3.740,
    "above_0.5": -1.437,
    "above_0.75": 3.876,
    "lead_least": 0.768,
    "lead_most": 0.675,
    "first_for_both": -0.411,
    "first_for_one": -0.162,
    "explains_least": -0.730,
    "explains_most": -1.536,
    "whole": 4.196,
    "beside": 0.131,
    "climate": -1.740,
    "standstill": -1.457,
    "chance": 0.283,
    "chance_lead_least": 0.085,
    "chance_lead_most": 0.959,
    "left_most": 1.905,
    "left_least": 1.639,
    "fresh_most": 3.088,
    "fresh_least": 1.724,
    "contested": 0.217,
    "contested_left": 11.722,
    "off_course": -0.712,
    "on_course": 0.124,
}
