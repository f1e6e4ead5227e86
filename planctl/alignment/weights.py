"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and
standards with links by others and on generated plans, cross-validated by case.
Figures: docs/alignment.md.
"""

THRESHOLD = 0.44
"""Cross-validated link F1 changes by less than 0.004 from 0.40 to 0.52."""

ALONE = 0.40
"""The same for two units that have no better partner: F1 changes by less than 0.002 from 0.36 to 0.44."""

FIRST: dict[str, float] = {
    "": -1.135,
    "kept_most": 0.528,
    "kept_least": 2.505,
    "shared": 0.955,
    "proof": 1.451,
    "letters": -1.402,
    "size_least": -0.884,
    "size_most": -0.140,
    "closeness": 0.017,
    "above_0.3": -5.658,
    "above_0.5": -14.090,
    "above_0.75": 9.489,
    "lead_least": 4.052,
    "lead_most": 0.705,
    "first_for_both": 1.826,
    "first_for_one": 0.963,
    "explains_least": 1.961,
    "explains_most": -0.126,
    "whole": 15.232,
    "beside": 1.708,
    "climate": 0.683,
    "standstill": -3.798,
}

SECOND: dict[str, float] = {
    "": -8.256,
    "shared": 0.268,
    "proof": 0.507,
    "letters": 5.333,
    "size_least": -0.358,
    "above_0.3": -2.459,
    "above_0.5": -4.631,
    "above_0.75": 10.056,
    "lead_least": 0.107,
    "lead_most": 2.573,
    "first_for_both": -0.582,
    "first_for_one": -0.450,
    "explains_least": -0.641,
    "explains_most": -3.724,
    "whole": 6.995,
    "beside": -0.407,
    "climate": -0.209,
    "standstill": -1.325,
    "chance": 0.195,
    "fresh_most": 4.516,
    "fresh_least": 2.566,
    "ahead_least": 4.530,
    "ahead_most": -1.653,
    "held_most": 2.728,
    "reworded_ahead_least": 21.109,
    "reworded_ahead_most": 17.888,
    "off_course": -0.709,
    "between": 0.783,
}
