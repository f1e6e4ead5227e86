"""Values that only one of two counterparts has, where the other is not known whole: that it lacks them is no
term of it, only a gap in what was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planctl.brackets import scan
from planctl.diff.changes import Part
from planctl.diff.kinds import Kind
from planctl.models import Version, Wording
from planctl.substance import Difference

NOT_KNOWN = "words not known"
"""What is said of a blank that the keeper of a reconstruction put where words are missing."""


_WITHOUT = {Kind.unseen: "that is unseen", Kind.no_counterpart: "without a counterpart"}


class AsRead(NamedTuple):
    """Two versions of a comparison; ``is_loose``: both are files of no plan, which have their whole texts."""

    old: Version
    new: Version
    is_loose: bool

    def of(self, part: Part) -> Part:
        """A part whose one-sided differences say no more than is known of the side that lacks them.

        Of two states of one file all is known. Against a blank in a reconstruction nothing is said but that
        its words are not known.
        """
        if not (part.old and part.new and part.differences) or self.old.version == self.new.version:
            return part
        rows = [row for each in part.differences for row in self._row(part, each)]
        if len(rows) < len(part.differences) and not any(map(_has_blank, rows)):
            rows.append(self._blank(part))
        return part._replace(differences=tuple(rows))

    def _row(self, part: Part, each: Difference) -> Iterator[Difference]:
        lacks = _lacking(each)
        if lacks is None:
            is_open = each.kind == "wording" and any(self._has_blank(part, side) for side in (0, 1))
            yield from () if is_open else (each,)
            return
        if _has_blank(each) and self._versions[1 - lacks].wording is Wording.reconstructed:
            yield each._replace(absent=NOT_KNOWN)
        elif self._is_whole(lacks):
            yield each
        elif not self._has_blank(part, lacks):
            yield each._replace(absent=_not_in(self._versions[lacks]))

    @property
    def _versions(self) -> tuple[Version, Version]:
        return self.old, self.new

    def _is_whole(self, side: int) -> bool:
        version = self._versions[side]
        return version.complete is not False if self.is_loose else version.accounts_for_all

    def _has_blank(self, part: Part, side: int) -> bool:
        """Whether a side is a reconstruction that has a blank there: any words may stand in it."""
        text = part.redline.new if side else part.redline.old
        return self._versions[side].wording is Wording.reconstructed and bool(_blanks(text))

    def _blank(self, part: Part) -> Difference:
        side = next(side for side in (0, 1) if self._has_blank(part, side))
        blank = _blanks(part.redline.new if side else part.redline.old)[0]
        return Difference("bracket", None if side else blank, blank if side else None, absent=NOT_KNOWN)


def of_one_side(part: Part) -> Part:
    """A part without a counterpart: its values are changes only where it was added or dropped."""
    absence = part.absence
    if absence is None or (part.old and part.new) or absence.kind in {Kind.added, Kind.dropped}:
        return part
    holder = f"only in {absence.holder}"
    where = f"in a provision {holder if absence.kind is Kind.only else _WITHOUT[absence.kind]}"
    return part._replace(differences=tuple(each._replace(absent=where) for each in part.differences))


def _lacking(each: Difference) -> int | None:
    """The side that lacks the words of a difference, 0 or 1; None where it says what both sides have."""
    if (each.old is None) == (each.new is None) or (each.kind == "bracket" and each.change):
        return None
    return 0 if each.old is None else 1


def _not_in(version: Version) -> str:
    how = "reconstructed" if version.wording is Wording.reconstructed else "read"
    return f"not in {version.version} as {how}"


def _has_blank(each: Difference) -> bool:
    """Whether one of its sides is a blank and nothing else."""
    return each.kind == "bracket" and any(
        words and words.strip() in _blanks(words) for words in (each.old, each.new)
    )


def _blanks(text: str) -> list[str]:
    """``[ ]``, ``[date]``: the placeholders of a text."""
    return [text[b.start : b.end] for b in scan(text).brackets if b.kind == "placeholder"]
