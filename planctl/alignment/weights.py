"""The weight of each feature in either pass, and the probability from which on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and
standards with links by others and on generated plans, cross-validated by case.
Figures: docs/alignment.md.
"""

THRESHOLD = 0.42
"""Cross-validated link F1 changes by less than 0.004 from 0.40 to 0.52."""

ALONE = 0.38
"""The same for two units that have no better partner: F1 changes by less than 0.002 from 0.36 to 0.44."""

FIRST_PASS: dict[str, float] = {
    "": -1.161,
    "kept_most": 0.525,
    "kept_least": 2.225,
    "shared": 0.902,
    "proof": 1.481,
    "letters": -1.365,
    "size_least": -0.826,
    "size_most": -0.153,
    "closeness": 0.012,
    "above_0.3": -5.360,
    "above_0.5": -13.826,
    "above_0.75": 9.474,
    "lead_least": 4.163,
    "lead_most": 0.463,
    "first_for_both": 1.784,
    "first_for_one": 0.995,
    "explains_least": 1.867,
    "explains_most": -0.035,
    "whole": 15.167,
    "beside": 1.705,
    "climate": 0.654,
    "standstill": -3.823,
}

SECOND_PASS: dict[str, float] = {
    "": -8.090,
    "shared": -0.063,
    "proof": 0.464,
    "letters": 7.508,
    "size_least": -0.099,
    "above_0.3": -1.108,
    "above_0.5": -3.898,
    "above_0.75": 11.137,
    "lead_least": 0.193,
    "lead_most": 2.435,
    "first_for_both": -0.735,
    "first_for_one": -0.491,
    "explains_least": -0.747,
    "explains_most": -3.971,
    "whole": 5.012,
    "beside": -0.387,
    "climate": -0.431,
    "standstill": -0.539,
    "chance": 0.250,
    "fresh_most": 4.940,
    "fresh_least": 2.506,
    "ahead_least": 4.570,
    "ahead_most": -1.392,
    "held_most": 2.638,
    "reworded_ahead_least": 20.213,
    "reworded_ahead_most": 14.899,
    "in_order": -3.014,
    "off_course": -0.712,
    "between": 0.711,
}
