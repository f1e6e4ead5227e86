"""Why a unit has no counterpart: what the files say of it, and how much of either text is known.

A unit of the earlier version is *unseen* where the later one's file says that no source decides it, or where
it was not read for the plan; *dropped* where that file says that it is left out, or where the whole of a text
that was made from the other is known. A unit of the later version is *added* only if it was made from the
earlier one, all of which is known. Else it has no counterpart, and nothing is claimed. Asked the other way
round, what was dropped or added stands only in one of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from planctl.diff.kinds import Absence, Basis, Kind
from planctl.diff.stated_absences import StatedAbsences, left_out_of, unseen_of
from planctl.lineage import Lookup, comes_before, descends, names
from planctl.models import Provision, Version, weakest

_RANK = (Kind.no_counterpart, Kind.unseen, Kind.dropped, Kind.added, Kind.only)
"""From what claims least: several units of one point are said to be no more than all of them are."""

Ends = tuple[tuple[int, ...], tuple[int, ...]]


def least(absences: Iterable[Absence]) -> Absence | None:
    """Of the absences of several units the one that claims least; None if there are none."""
    return min(absences, key=lambda each: _RANK.index(each.kind), default=None)


class Absences:
    """Two versions of a comparison, asked why a unit of one has no counterpart in the other.

    ``groups`` are the provisions (0-based) that are counterparts of each other, on either side. ``find``
    looks up the versions of the plan that both belong to; None for two loose files.
    """

    def __init__(self, old: Version, new: Version, groups: Sequence[Ends], find: Lookup | None) -> None:
        self._find = find or {old.version: old, new.version: new}.get
        self._is_record = old.version == new.version
        by_name = find is None and not names(old, new) and not names(new, old)
        self._is_reversed = not (self._is_record or by_name) and comes_before(new, old)
        self._is_loose = find is None
        self._versions = old, new
        self._groups = groups

    def of(self, group: Ends) -> Absence | None:
        """Why some provisions have no counterpart that was read; None where they have one."""
        olds, news = group
        if olds and news:
            return self._unread(group) if len(olds) == len(news) == 1 else None
        side = 0 if olds else 1
        absence = least(self._alone(side, k) for k in group[side])
        return absence and absence._replace(holder=self._versions[side].version)

    @property
    def _later_side(self) -> int:
        return 0 if self._is_reversed else 1

    @property
    def _later(self) -> Version:
        return self._versions[self._later_side]

    @property
    def _earlier(self) -> Version:
        return self._versions[1 - self._later_side]

    def _unread(self, group: Ends) -> Absence | None:
        """That one of two counterparts was not read. Of two states of one file the files tell."""
        if self._is_record:
            return None
        absences = [self._own(side, places[0]) for side, places in enumerate(group)]
        return next((each for each in reversed(absences) if each), None)

    def _own(self, side: int, k: int) -> Absence | None:
        """That a unit itself was not read."""
        version = self._versions[side]
        if k not in version.unread:
            return None
        provision = version.provisions[k]
        basis = Basis.unread if provision.unseen else Basis.inferred
        return Absence(
            Kind.unseen,
            basis,
            version.version,
            named=(provision.ref,),
            evidence=provision.evidence,
            sources=provision.sources,
        )

    def _alone(self, side: int, k: int) -> Absence:
        if self._is_record:
            return self._certain(Kind.added if side else Kind.dropped, Basis.record)
        if side == self._later_side:
            return self._come(k)
        wordless = self._own(side, k) if self._earlier.provisions[k].unseen else None
        return self._said_unseen(k) or wordless or self._left_out(k) or self._gone(side, k)

    def _come(self, k: int) -> Absence:
        """What the later version alone has."""
        if absence := self._own(self._later_side, k):
            return absence
        if self._whole[1 - self._later_side]:
            return self._certain(Kind.added, Basis.full_text)
        return self._unknown()

    def _gone(self, side: int, k: int) -> Absence:
        """What the earlier version alone has, if no file says why."""
        if k in self._hidden:
            return Absence(Kind.unseen, Basis.unread, self._later.version, named=self._hidden[k])
        if absence := self._own(side, k):
            return absence
        if self._whole[self._later_side]:
            return self._certain(Kind.dropped, Basis.full_text)
        return self._unknown()

    def _unknown(self) -> Absence:
        return Absence(Kind.no_counterpart, Basis.none, self._later.version)

    def _certain(self, kind: Kind, basis: Basis) -> Absence:
        kind = Kind.only if self._is_reversed else kind
        holder = self._later if basis is Basis.full_text and kind is not Kind.added else self._earlier
        return Absence(kind, basis, self._later.version, evidence=holder.evidence, sources=holder.sources)

    @cached_property
    def _whole(self) -> tuple[bool, bool]:
        """For either side whether what its file lacks is known not to be in the text."""
        return self._is_whole(0), self._is_whole(1)

    def _is_whole(self, side: int) -> bool:
        """Whether all of a text is known, and the two belong together."""
        version = self._versions[side]
        if self._is_loose:
            accounts = version.complete is not False
        else:
            accounts = version.accounts_for_all and self._descends
        return accounts and not (version.unread & self._alone_on(side))

    @cached_property
    def _descends(self) -> bool:
        return descends(self._later, self._earlier.version, self._find)

    def _alone_on(self, side: int) -> frozenset[int]:
        """The provisions of a side that have no counterpart."""
        return frozenset(k for group in self._groups if not group[1 - side] for k in group[side])

    def _said_unseen(self, k: int) -> Absence | None:
        statement = self._unseen.of(self._earlier, k)
        return statement and Absence(Kind.unseen, Basis.said, self._later.version, named=(statement.ref,))

    def _left_out(self, k: int) -> Absence | None:
        statement = self._leavings.of(self._earlier, k)
        if statement is None or statement.left_out is None:
            return None
        kind = Kind.only if self._is_reversed else Kind.dropped
        absence = Absence(
            kind, Basis.left_out, self._later.version, named=(statement.ref,), left_out=statement.left_out
        )
        evidence = statement.left_out.evidence or self._later.evidence
        if k in self._earlier.unread:  # that it was there to be left out is an inference, or was not read
            evidence = weakest((evidence, self._earlier.provisions[k].evidence))
        return absence._replace(evidence=evidence, sources=statement.left_out.sources)

    @cached_property
    def _unseen(self) -> StatedAbsences:
        return unseen_of(self._later, self._known)

    @cached_property
    def _leavings(self) -> StatedAbsences:
        return left_out_of(self._later, self._known)

    def _known(self, name: str) -> Version | None:
        """The versions compared as they are compared, others as the plan has them."""
        return self._earlier if name == self._earlier.version else self._find(name)

    @cached_property
    def _hidden(self) -> Mapping[int, tuple[str, ...]]:
        """Provisions of the earlier version that are in the later one, where they were not read."""
        side = self._later_side
        hidden: dict[int, tuple[str, ...]] = {}
        for group in self._groups:
            for k in group[side]:
                unread = self._later.provisions[k]
                for n in self._within(unread, group[1 - side]) if unread.unseen else ():
                    hidden[n] = (*hidden.get(n, ()), unread.ref)
        return hidden

    def _within(self, unread: Provision, counterparts: Sequence[int]) -> Sequence[int]:
        """All of the points that an unread one is counterpart of, or that have its number; or an item."""
        earlier = self._earlier
        if unread.item is not None:
            return earlier.find(unread.label)
        points = {earlier.provisions[n].point for n in counterparts} or {unread.point}
        return [n for point in points for n in earlier.find(point)]
