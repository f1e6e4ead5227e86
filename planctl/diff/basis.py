"""What a change rests on, what is said of what stands on one side only, and why a link is doubtful.

Every output says these; that all say the same, they are values. Nothing is read out of a free-text note.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from planctl.alignment import Link
from planctl.diff.changes import WEAK, Change, Comparison, Kind, Part, has_near_rival
from planctl.models import Evidence, LeftOut, Ref, Version


class Doubt(Enum):
    """Why a computed link is doubtful."""

    weak = "weak"
    rival = "rival"


class Basis(NamedTuple):
    """What a change rests on.

    ``left_out`` is the statement that the newer version leaves the point out, ``of`` the version that makes
    it. Where there is none, ``evidence`` is what the texts rest on; ``of`` then names the one version that
    has the point, and is empty where both have it. ``disagreement``: a note says that reports disagree.
    ``evidence`` is None for texts that stand in files of no plan: nothing is known of theirs.
    """

    evidence: Evidence | None
    of: str = ""
    left_out: LeftOut | None = None
    disagreement: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of the statement."""
        return self.left_out.sources if self.left_out else ()


class Absence(NamedTuple):
    """What the file of version ``of`` says of ``refs``, which stand on the other side only.

    ``left_out`` is its statement that it has not got them; without one nobody has said whether it has, or,
    where ``unread``, nobody has read what stands there.
    """

    of: str
    refs: tuple[str, ...]
    left_out: LeftOut | None = None
    unread: bool = False


def basis(comparison: Comparison, change: Change) -> Basis:
    """What a change rests on.

    That a point was dropped rests on what is said of its absence, not on how well its own text is known.
    """
    old, new = comparison.old, comparison.new
    if change.old and not change.new:
        places = {k for part in change.parts for k in part.old}
        for said in new.left_out:
            if places and places <= _named(old, said.refs):
                return Basis(said.evidence or new.evidence, new.version, said)
        return Basis(known_evidence(change.evidence, old), old.version)
    if new.is_loose and not old.is_loose:
        return Basis(known_evidence(change.evidence_old, old if change.old else new))
    if old.is_loose:
        return Basis(known_evidence(change.evidence_new, new if change.new else old))
    return Basis(change.evidence, disagreement=change.disagreement)


def known_evidence(kind: Evidence, *of: Version) -> Evidence | None:
    """What texts of some versions rest on; None where all of them stand in files of no plan."""
    return None if all(version.is_loose for version in of) else kind


def absences(comparison: Comparison, change: Change) -> tuple[Absence, ...]:
    """What the versions' files say of what stands on one side only, or that nobody has read."""
    sides = (Kind.dropped, comparison.old, comparison.new), (Kind.added, comparison.new, comparison.old)
    found = [each for kind, own, other in sides for each in _stated(change.parts, kind, own, other)]
    return (*found, *_unread(comparison, change))


def _stated(parts: Iterable[Part], kind: Kind, own: Version, other: Version) -> Iterator[Absence]:
    places = {k for part in parts if part.kind is kind for k in (*part.old, *part.new)}
    if not places:
        return
    for said in other.left_out:
        if not places.isdisjoint(_named(own, said.refs)):
            yield Absence(other.version, said.refs, said)
    refs = tuple(ref for ref in other.unseen if not places.isdisjoint(_named(own, [ref])))
    if refs:
        yield Absence(other.version, refs)


def _unread(comparison: Comparison, change: Change) -> Iterator[Absence]:
    sides = (
        (comparison.new, [k for part in change.parts for k in part.new]),
        (comparison.old, [k for part in change.parts for k in part.old]),
    )
    for version, places in sides:
        for provision in (version.provisions[k] for k in places):
            if provision.unseen:
                yield Absence(version.version, (provision.ref,), unread=True)


def _named(own: Version, refs: Iterable[str]) -> set[int]:
    """The provisions of a version (0-based) that references name."""
    units = (ref.unit for ref in Ref.among(refs) if ref.version == own.version and ref.unit)
    return {k for unit in units for k in own.find(unit)}


def doubts(change: Change, link: Link) -> tuple[Doubt, ...]:
    """Why a link of a change is doubtful; nothing for one that is not."""
    if (link.old, link.new) not in change.doubtful:
        return ()
    linked = {(each.old, each.new) for each in change.links}
    found = [Doubt.weak] if link.similarity < WEAK else []
    return (*found, *([Doubt.rival] if has_near_rival(link, linked) or not found else []))
