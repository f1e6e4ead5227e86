"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and
standards with links by others and on generated plans, cross-validated by case.
Figures: docs/alignment.md.
"""

THRESHOLD = 0.44
"""Cross-validated link F1 changes by less than 0.005 from 0.40 to 0.50."""

FIRST: dict[str, float] = {
    "": -3.921,
    "kept_most": 1.121,
    "kept_least": 4.874,
    "shared": 0.932,
    "proof": 0.802,
    "letters": 0.363,
    "size_least": -0.773,
    "size_most": 0.111,
    "closeness": 1.709,
    "above_0.3": -9.784,
    "above_0.5": -12.093,
    "above_0.75": 6.439,
    "lead_least": 3.471,
    "lead_most": 0.485,
    "first_for_both": 1.252,
    "first_for_one": 0.813,
    "explains_least": 2.056,
    "explains_most": 0.787,
    "whole": 12.851,
    "beside": 1.780,
    "climate": -0.415,
    "standstill": -3.333,
}

SECOND: dict[str, float] = {
    "": -6.141,
    "kept_most": -1.414,
    "kept_least": 0.746,
    "shared": 0.446,
    "proof": -0.048,
    "letters": 4.091,
    "size_least": -0.612,
    "size_most": 0.319,
    "closeness": 1.260,
    "above_0.3": -3.583,
    "above_0.5": -2.003,
    "above_0.75": 4.358,
    "lead_least": 0.532,
    "lead_most": 0.548,
    "first_for_both": -0.483,
    "first_for_one": -0.194,
    "explains_least": -0.642,
    "explains_most": -1.466,
    "whole": 3.917,
    "beside": 0.133,
    "climate": -1.581,
    "standstill": -1.544,
    "chance": 0.268,
    "chance_lead_least": 0.226,
    "chance_lead_most": 0.988,
    "left_most": 1.853,
    "left_least": 0.705,
    "fresh_most": 2.959,
    "fresh_least": 1.279,
    "left_proof_most": 0.187,
    "left_proof_least": 0.522,
    "contested": 0.173,
    "contested_left": 12.126,
    "off_course": -0.696,
    "on_course": 0.119,
}
