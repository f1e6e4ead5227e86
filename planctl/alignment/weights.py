"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and standards
with links by others and on generated plans, cross-validated by case; docs/alignment.md has the figures.
"""

THRESHOLD = 0.45
"""Link F1 of the cross-validated cases is flat from 0.40 to 0.50; at 0.45 fewest links are wrong for it."""

FIRST: dict[str, float] = {
    "": -4.318,
    "kept_most": 2.201,
    "kept_least": 4.694,
    "shared": 0.819,
    "proof": 0.868,
    "letters": 0.206,
    "size_least": -0.686,
    "size_most": 0.083,
    "closeness": 1.973,
    "above_0.3": -9.624,
    "above_0.5": -12.596,
    "above_0.75": 6.251,
    "lead_least": 3.247,
    "lead_most": 0.647,
    "first_for_both": 1.247,
    "first_for_one": 0.845,
    "explains_least": 2.261,
    "explains_most": 0.618,
    "whole": 10.838,
    "beside": 1.864,
    "climate": -0.323,
    "standstill": -3.499,
}

SECOND: dict[str, float] = {
    "": -6.193,
    "kept_most": -1.382,
    "kept_least": 0.211,
    "shared": 0.241,
    "proof": 0.627,
    "letters": 4.601,
    "size_least": -0.571,
    "size_most": 0.415,
    "closeness": 1.429,
    "above_0.3": -4.480,
    "above_0.5": -2.139,
    "above_0.75": 4.381,
    "lead_least": 0.334,
    "lead_most": 0.015,
    "first_for_both": -0.576,
    "first_for_one": -0.281,
    "explains_least": -0.474,
    "explains_most": -1.740,
    "whole": 2.073,
    "beside": 0.054,
    "climate": -1.256,
    "standstill": -1.552,
    "chance": 0.275,
    "chance_lead_least": 0.100,
    "chance_lead_most": 1.403,
    "left_most": 2.655,
    "left_least": 2.015,
    "fresh_most": 2.282,
    "fresh_least": 1.452,
    "contested": 0.278,
    "contested_left": 13.658,
    "off_course": -0.713,
    "on_course": 0.092,
}
