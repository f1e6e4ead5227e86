"""What each term counts in either look, and from which probability on a pair is a link.

Logistic regressions, printed by ``python -m bench.fit_alignment``: fitted on revised essays, law and standards
with links by others and on generated plans, cross-validated by case; docs/alignment.md has the figures.
"""

THRESHOLD = 0.45
"""Link F1 of the cross-validated cases is flat from 0.40 to 0.50; at 0.45 fewest links are wrong for it."""

FIRST: dict[str, float] = {
    "": 3.540,
    "kept_most": -4.785,
    "kept_least": -12.361,
    "shared": 2.424,
    "proof": 0.996,
    "runs_most": 2.035,
    "runs_least": 3.672,
    "runs_shared": -0.488,
    "runs_proof": 0.451,
    "letters": 5.150,
    "size_least": -1.651,
    "size_most": -0.633,
    "lead_least": 6.391,
    "lead_most": 0.980,
    "proof_lead_least": 0.048,
    "proof_lead_most": 0.371,
    "beside": 2.059,
    "climate": -1.061,
    "standstill": -3.651,
}

SECOND: dict[str, float] = {
    "": -4.004,
    "kept_most": -2.881,
    "kept_least": -3.967,
    "proof": 0.534,
    "runs_proof": 0.025,
    "letters": 7.512,
    "size_least": -0.355,
    "size_most": 0.151,
    "climate": -0.849,
    "standstill": -1.352,
    "lead_least": -1.768,
    "lead_most": -1.082,
    "beside": -0.374,
    "chance": 0.710,
    "chance_lead_least": 0.061,
    "chance_lead_most": -0.552,
    "left_most": 1.233,
    "left_least": 2.133,
    "fresh_most": 3.627,
    "fresh_least": 1.489,
    "off_course": -0.818,
    "on_course": -0.011,
}
