"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and standards
with links by others and on generated plans, cross-validated by case; docs/alignment.md has the figures.
"""

THRESHOLD = 0.45
"""Link F1 of the cross-validated cases is flat from 0.40 to 0.50; at 0.45 fewest links are wrong for it."""

FIRST: dict[str, float] = {
    "": -4.047,
    "kept_most": 4.675,
    "kept_least": 0.748,
    "shared": 0.514,
    "proof": 1.065,
    "letters": -0.020,
    "size_least": -0.152,
    "size_most": -0.225,
    "closeness": 1.675,
    "above_0.3": -9.542,
    "above_0.5": -7.777,
    "above_0.75": 11.961,
    "lead_least": 5.353,
    "lead_most": 1.945,
    "first_for_both": 1.173,
    "first_for_one": 0.749,
    "beside": 1.861,
    "climate": -0.736,
    "standstill": -3.464,
}

SECOND: dict[str, float] = {
    "": -4.692,
    "kept_most": -1.162,
    "kept_least": -2.096,
    "shared": 0.341,
    "proof": 0.625,
    "letters": 5.344,
    "size_least": -0.538,
    "size_most": 0.222,
    "closeness": 1.065,
    "above_0.3": -4.836,
    "above_0.5": -0.729,
    "above_0.75": 5.620,
    "lead_least": 0.372,
    "lead_most": -0.741,
    "first_for_both": -0.556,
    "first_for_one": -0.030,
    "beside": 0.198,
    "climate": -1.490,
    "standstill": -1.960,
    "chance": 0.245,
    "chance_lead_least": 0.372,
    "chance_lead_most": 1.090,
    "left_most": 2.389,
    "left_least": 2.429,
    "fresh_most": 1.718,
    "fresh_least": 0.876,
    "contested": -0.157,
    "contested_left": 18.071,
    "off_course": -0.624,
    "on_course": 0.171,
}
