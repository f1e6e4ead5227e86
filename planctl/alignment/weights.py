"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and standards
with links by others and on generated plans, cross-validated by case; docs/alignment.md has the figures.
"""

THRESHOLD = 0.45
"""Link F1 of the cross-validated cases is flat from 0.40 to 0.50; at 0.45 fewest links are wrong for it."""

FIRST: dict[str, float] = {
    "": -3.656,
    "kept_most": 4.828,
    "kept_least": 1.083,
    "shared": 0.620,
    "proof": 1.034,
    "letters": -1.895,
    "size_least": -0.067,
    "size_most": -0.314,
    "closeness": 0.830,
    "above_0.3": -8.948,
    "above_0.5": -6.435,
    "above_0.75": 13.352,
    "lead_least": 5.069,
    "lead_most": 2.059,
    "first_for_both": 1.253,
    "first_for_one": 0.776,
    "beside": 2.050,
    "climate": -0.865,
    "standstill": -3.748,
}

SECOND: dict[str, float] = {
    "": -4.628,
    "kept_most": -1.078,
    "kept_least": -1.474,
    "shared": 0.551,
    "proof": 0.590,
    "letters": 3.670,
    "size_least": -0.523,
    "size_most": 0.127,
    "closeness": 0.715,
    "above_0.3": -4.312,
    "above_0.5": -0.211,
    "above_0.75": 6.072,
    "lead_least": 0.631,
    "lead_most": -0.681,
    "first_for_both": -0.250,
    "first_for_one": 0.117,
    "beside": 0.366,
    "climate": -1.791,
    "standstill": -1.997,
    "chance": 0.204,
    "chance_lead_least": 0.205,
    "chance_lead_most": 1.066,
    "left_most": 2.377,
    "left_least": 1.580,
    "fresh_most": 1.814,
    "fresh_least": 1.269,
    "contested": -0.006,
    "contested_left": 16.902,
    "off_course": -0.575,
    "on_course": 0.238,
}
