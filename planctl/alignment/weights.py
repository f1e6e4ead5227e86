"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and standards
with links by others and on generated plans, cross-validated by case; docs/alignment.md has the figures.
"""

THRESHOLD = 0.45
"""Link F1 of the cross-validated cases is flat from 0.40 to 0.50; at 0.45 fewest links are wrong for it."""

FIRST: dict[str, float] = {
    "": -4.244,
    "kept_most": 4.790,
    "kept_least": 0.931,
    "shared": 0.522,
    "proof": 1.076,
    "letters": 0.204,
    "size_least": -0.154,
    "size_most": -0.238,
    "closeness": 1.874,
    "above_0.3": -10.493,
    "above_0.5": -7.745,
    "above_0.75": 12.515,
    "lead_least": 5.384,
    "lead_most": 1.839,
    "first_for_both": 1.173,
    "first_for_one": 0.762,
    "beside": 1.862,
    "climate": -0.607,
    "standstill": -3.648,
}

SECOND: dict[str, float] = {
    "": -4.695,
    "kept_most": -1.213,
    "kept_least": -2.025,
    "shared": 0.304,
    "proof": 0.640,
    "letters": 5.295,
    "size_least": -0.536,
    "size_most": 0.247,
    "closeness": 1.037,
    "above_0.3": -4.477,
    "above_0.5": -0.927,
    "above_0.75": 5.443,
    "lead_least": 0.397,
    "lead_most": -0.812,
    "first_for_both": -0.557,
    "first_for_one": -0.044,
    "beside": 0.204,
    "climate": -1.548,
    "standstill": -1.858,
    "chance": 0.251,
    "chance_lead_least": 0.381,
    "chance_lead_most": 1.018,
    "left_most": 2.425,
    "left_least": 2.400,
    "fresh_most": 1.803,
    "fresh_least": 0.873,
    "contested": -0.183,
    "contested_left": 17.148,
    "off_course": -0.634,
    "on_course": 0.152,
}
