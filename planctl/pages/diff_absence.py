"""What an absence rests on, in a few words, and points of which no more is said than that."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.diff import Absence, Basis, Change, Kind
from planctl.models import Evidence


def listed(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Points that are only listed, under their titles: Unchanged, Unseen."""
    by_title = {
        kind.value.capitalize(): [change for change in changes if change.kind is kind]
        for kind in (Kind.unchanged, Kind.unseen)
    }
    return [(title, same) for title, same in by_title.items() if same]


def basis(absence: Absence, *, brief: bool = False) -> str:
    """What an absence rests on: ``reported, bbg-24``, ``full text``; ``brief``: without the sources."""
    if absence.basis is Basis.left_out:
        return resting(absence.evidence or Evidence.inferred, absence.sources, brief=brief)
    return _BASES[absence.basis]


def resting(evidence: Evidence, sources: Sequence[str], *, brief: bool) -> str:
    """``reported, bbg-24``; ``reported, bbg-24, axios-28 and 3 more``; ``brief``: without the sources.

    An inference is the keeper's: it is ascribed to no source.
    """
    is_bare = brief or evidence is Evidence.inferred
    named = sources[: 0 if is_bare else _SOURCES]
    rest = 0 if is_bare else len(sources) - len(named)
    return ", ".join([evidence.value, *named]) + (f" and {rest} more" if rest else "")


_SOURCES = 2
"""Sources that a row names; the remark below it has all."""
_BASES = {
    Basis.full_text: "full text",
    Basis.record: "the file",
    Basis.said: "no source says",
    Basis.unread: "not read",
    Basis.inferred: "inferred",
    Basis.none: "nothing said",
}


def no_counterpart(changes: Sequence[Change]) -> list[str]:
    """What it means that a point or item has no counterpart, if one has none."""
    kinds_found = {change.kind for change in changes} | {p.kind for c in changes for p in c.parts}
    return [f"no counterpart: {_OPEN}"] if Kind.no_counterpart in kinds_found else []


def full_text(changes: Sequence[Change]) -> list[str]:
    """What it means that an absence rests on a full text, if that of a whole point does."""
    if not any(change.absence and change.absence.basis is Basis.full_text for change in changes):
        return []
    return [f"{_BASES[Basis.full_text]}: the whole of the other text is known, and it does not stand there"]


_OPEN = (
    "nothing says whether it is gone or new: the files do not have the whole of both texts, or do not say"
    " that one was made from the other"
)
