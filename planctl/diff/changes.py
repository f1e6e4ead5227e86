"""What a comparison says. Indices (from 0) are of points in ``Version.points``, or of provisions.

Annotations are not postponed here: Python would compile each field of the named tuples at start-up.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planctl.alignment import Link
from planctl.diff.kinds import SURE, UNKNOWN, Absence, Kind, kind_of
from planctl.diff.moved_sections import MovedSection
from planctl.models import Evidence, Version, weakest
from planctl.redline import Redline, Segment, surviving
from planctl.substance import Difference
from planctl.substance.references import Changed
from planctl.text import word_count

_COPIED_SHARE = 2 / 3
_DISAGREE = re.compile(
    r"\b(?:reports|outlets|sources|accounts|copies)\b[^.;:]{0,40}\b(?:disagree|differ|conflict|contradict)",
    re.IGNORECASE,
)
"""How notes say it; anything else that is contested is said by the note alone."""


class Copy(NamedTuple):
    """An old provision and a new one, each with most of the other's words, and the redline between them."""

    old: int
    new: int
    segments: tuple[Segment, ...]


class Part(NamedTuple):
    """Provisions that are linked with each other: the change below the level of points.

    ``redline`` runs over the old provisions' texts joined and the new ones', ``counts`` its words by kind of
    segment. ``differences`` are those in substance, and one of kind ``wording`` for
    words that changed and are none of them. ``equal``: the words are the same apart from format.
    ``copies``: one text that stands several times on the other side, each time against the one; the
    differences are then those of all pairs. ``known``: whether planctl has words of the language of what
    differs; of others only figures, party names and brackets were read for substance. ``stale``: the
    references that kept their words while the point that they name has another number, or is gone; each
    stands among the differences, too, even where the words are equal. ``absence``: why one side has no
    counterpart, or none that was read.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    links: tuple[Link, ...]
    redline: Redline
    counts: Mapping[str, int]
    differences: tuple[Difference, ...]
    equal: bool
    copies: tuple[Copy, ...] = ()
    known: bool = True
    stale: tuple[Changed, ...] = ()
    absence: Absence | None = None

    @property
    def kind(self) -> Kind:
        """Read off the shape, and off why one side has nothing that can be compared."""
        if self.absence:
            return self.absence.kind
        return kind_of(len(self.old), len(self.new), equal=self.equal)

    @property
    def copied(self) -> bool:
        """Whether nothing was split or merged: one text stands several times on the other side."""
        return bool(self.copies)

    @property
    def is_unreported(self) -> bool:
        """Whether it has a counterpart and no change of it is known."""
        return self.equal and bool(self.old and self.new)


class Fates(NamedTuple):
    """What is known of some old provisions: how many have a counterpart ``without_change`` that anybody
    reports, how many of these ``by_inference`` alone, of how many it is ``unknown`` what became of them, and
    how many there are ``of`` all.
    """

    without_change: int
    by_inference: int
    unknown: int
    of: int


def fates(parts: Sequence[Part]) -> Fates:
    """Count the old provisions of some parts by what is known of them."""
    same = [part for part in parts if part.is_unreported]
    inferred = [part for part in same if part.kind is Kind.unseen]
    unknown = [part for part in parts if part.kind in UNKNOWN and not part.is_unreported]
    return Fates(*(sum(len(part.old) for part in group) for group in (same, inferred, unknown, parts)))


def word_counts(segments: Sequence[Segment]) -> Counter[str]:
    """Words by kind of segment, without punctuation; what differs by format alone was kept."""
    counts = Counter[str]()
    for segment, kept in zip(segments, surviving(segments), strict=True):
        if segment.kind != "keep":
            counts[segment.kind] += word_count(segment.text) - kept
        if segment.kind != "insert":
            counts["keep"] += kept
    return counts


class Note(NamedTuple):
    """What a plan file remarks on a point or item.

    ``ref`` is ``v19:4``, or ``v19:4.b`` for an item; ``point`` is ``v19:4`` for both.
    """

    ref: str
    text: str
    sources: tuple[str, ...]
    point: str = ""

    @property
    def disagreement(self) -> bool:
        """Whether the note itself says that reports or texts disagree."""
        return bool(_DISAGREE.search(self.text))


class Change(NamedTuple):
    """What became of some old points: their counterparts, and what happened to each provision.

    ``old`` and ``new`` are indices of points; every point stands in exactly one change. ``parts`` are all
    that touch these points; one that also touches points of another change *crosses*, and stands in both.
    ``crossing`` and ``reordered`` (out of the order of the change's other parts) are indices into ``parts``.
    ``doubtful`` are pairs of provisions whose link is; ``loose`` are links too weak to join points;
    ``near``, no links, what is closest to provisions without any (``planctl.alignment.Alignment.near``).
    ``section`` is the section that moved as a whole, of the first of its points; the others have not moved.
    ``equal``: the points' whole wording is the same apart from format. ``format_only``: the same, but not
    to the letter. ``moved``: out of the order that the other points kept. ``evidence_old``, ``evidence_new``:
    the weakest that the texts on each side rest on; for a side without a text, what the absence rests on.
    ``absence``: why one side has no counterpart, or none that was read: as much as can be said of
    all of the points.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    parts: tuple[Part, ...]
    crossing: frozenset[int]
    reordered: frozenset[int]
    doubtful: frozenset[tuple[int, int]]
    equal: bool
    format_only: bool
    moved: bool
    renumbered: bool
    heading: tuple[str, str] | None
    status: tuple[str, str] | None
    evidence_old: Evidence
    evidence_new: Evidence
    notes: tuple[Note, ...]
    loose: tuple[Link, ...] = ()
    near: tuple[Link, ...] = ()
    section: MovedSection | None = None
    absence: Absence | None = None

    @property
    def kind(self) -> Kind:
        """Read off the shape, and off why one side has nothing that can be compared."""
        if self.absence:
            return self.absence.kind
        return kind_of(len(self.old), len(self.new), equal=self.equal)

    @property
    def is_partial(self) -> bool:
        """Whether its kind is that of some provisions, and others are known to be the same, or to be gone."""
        return self.absence is not None and any(part.kind is not self.kind for part in self.parts)

    @property
    def partly(self) -> Kind | None:
        """What became of some of a point without a counterpart, where no more is known of the others."""
        if not self.is_partial or (self.old and self.new):
            return None
        return next((part.kind for part in self.parts if part.kind in SURE), None)

    @property
    def copied(self) -> bool:
        """Whether nothing was split or merged: most of the one point stands several times on the other."""
        if self.kind not in {Kind.split, Kind.merged}:
            return False
        lost_kind = "delete" if self.kind is Kind.split else "insert"
        words = [(part.counts["keep"] + part.counts[lost_kind], part.copied) for part in self.parts]
        return sum(size for size, copied in words if copied) > _COPIED_SHARE * sum(size for size, _ in words)

    @property
    def evidence(self) -> Evidence:
        """The weaker of both sides."""
        return weakest((self.evidence_old, self.evidence_new))

    @property
    def fates(self) -> Fates:
        """What is known of its old provisions."""
        return fates([part for k, part in enumerate(self.parts) if self.old and k not in self.crossing])

    @property
    def links(self) -> tuple[Link, ...]:
        """Links of all its parts."""
        return tuple(link for part in self.parts for link in part.links)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Differences in substance, part by part."""
        return tuple(difference for part in self.parts for difference in part.differences)

    @property
    def disagreement(self) -> bool:
        """Whether a note on one of its points says that reports disagree."""
        return any(note.disagreement for note in self.notes)

    @property
    def is_silent(self) -> bool:
        """Whether words, place, number, heading and status are the same; format does not count."""
        flags = (self.moved, self.renumbered, self.heading, self.status, self.crossing)
        return self.kind is Kind.unchanged and not any(flags)


class Summary(NamedTuple):
    """A comparison in figures. ``points`` are those on each side, ``kinds`` numbers of changes of each kind.

    ``outside_points`` counts the changes that touch no point: of headings, preambles and closings.
    ``old_words`` and ``kept_words`` count the old side's words and those among them that survive. ``fates``:
    of versions one of which is restated, whose words are nobody's, what is known of the old side's
    provisions; None where words may be counted.
    """

    points: tuple[int, int]
    kinds: dict[Kind, int]
    outside_points: int
    moved: int
    renumbered: int
    format_only: int
    copied: int
    old_words: int
    kept_words: int
    fates: Fates | None = None

    @property
    def surviving(self) -> float:
        """Share of the old wording that survives, 0 to 1; 1 when there is none."""
        return self.kept_words / self.old_words if self.old_words else 1.0


class Substitution(NamedTuple):
    """``old`` became ``new`` in ``places`` of ``of`` places that the old provisions have.

    Only provisions with a counterpart count. ``parts`` are those in which it did, as indices into
    ``Comparison.parts``.
    """

    old: str
    new: str
    places: int
    of: int
    parts: tuple[int, ...]


class Comparison(NamedTuple):
    """Two versions and what became of each point, in the old order; what was added stands where it is now.

    ``parts`` are the same at the level of provisions: every provision stands in exactly one. ``encoder`` is
    what looked for counterparts by meaning; empty if nothing did. ``given_anew`` are numbers that were
    dropped and added anew; none between versions that renumber their points. ``substitutions`` are names that
    became another name throughout: said once, they stand in no part's differences. ``are_related``: one
    was made from the other, at any remove, be it contested, or nothing is known of how they came about.
    """

    old: Version
    new: Version
    changes: tuple[Change, ...]
    parts: tuple[Part, ...]
    summary: Summary
    encoder: str = ""
    given_anew: frozenset[str] = frozenset()
    substitutions: tuple[Substitution, ...] = ()
    are_related: bool = True

    @property
    def is_restated(self) -> bool:
        """Whether the words of one of them are the keeper's: then terms are compared, not wording."""
        return self.old.is_restated or self.new.is_restated

    @property
    def is_quiet(self) -> bool:
        """Whether nothing changed: neither words nor order, numbers, headings or status."""
        return all(change.is_silent for change in self.changes)
