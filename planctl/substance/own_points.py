"""References to the plan's own points, compared by the point that they name and not by its number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planctl.substance.pairing import Leftover
from planctl.substance.terms import Term

Numbers = Mapping[str, str]
"""Numbers of points in a text's plan, each with a name that it shares with its counterpart."""

NO_NUMBERS: tuple[Numbers, Numbers] = ({}, {})
STALE = "no longer the same point"
_POINT = re.compile(r"point (\w+)((?:[(.].*)?)")
_ELSEWHERE = re.compile(r"\s+of\s+(?!this\b|the present\b)", re.IGNORECASE)
_NAMED = "#"


def resolved(term: Term, text: str, numbers: Numbers) -> Term:
    """A reference to a point of the plan with the point's name in its value; any other term as it is.

    ``point 13 of the armistice`` is no point of the plan.
    """
    found = _POINT.fullmatch(term.value) if numbers and term.kind == "reference" else None
    if found is None or found[1] not in numbers or _ELSEWHERE.match(text, term.end):
        return term
    return term._replace(value=f"point {_NAMED}{numbers[found[1]]}{found[2]}")


def without_named(rest: Leftover, whole: Leftover) -> Leftover:
    """Leaves out points that the other side names as well: two that became one are named once there."""
    values = [{term.value for term in side if _NAMED in term.value} for side in whole]
    return Leftover(
        [term for term in rest.old if term.value not in values[1]],
        [term for term in rest.new if term.value not in values[0]],
    )


def change_of(old: Term, new: Term) -> str:
    """What to say of two references where one took the other's place."""
    return STALE if old.text.split() == new.text.split() else ""
