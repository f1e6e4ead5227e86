"""The comparison itself: links from ``lineage``, gathered, named, marked up and read for substance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, product
from typing import TYPE_CHECKING

from planctl import lineage, redline, substance
from planctl.alignment import Link, doubtful
from planctl.diff.absence import Absences
from planctl.diff.as_read import AsRead, of_one_side
from planctl.diff.basis import absence_of, notes_on, points_of, weakest_on
from planctl.diff.changes import (
    Change,
    Comparison,
    Part,
    Substitution,
    Summary,
    fates,
    word_counts,
)
from planctl.diff.copies import find_copies
from planctl.diff.counterparts import Counterparts, counterparts
from planctl.diff.grouping import Group, Pair
from planctl.diff.kinds import Basis, Kind
from planctl.diff.moved_sections import MovedSection, moved_sections
from planctl.diff.moved_sentences import moved_word_count
from planctl.diff.order_kept import pairs_out_of_order
from planctl.diff.own_points import own_points
from planctl.diff.reader import Reader, language_of
from planctl.diff.reading_order import woven
from planctl.diff.remaining import wording
from planctl.diff.shared_words import (
    KeptRuns,
    Side,
    Sides,
)
from planctl.diff.shifted import without_shifted
from planctl.diff.substitutions import Replaced, substitutions
from planctl.models import Version
from planctl.text import normalise

if TYPE_CHECKING:
    from planctl.alignment.meaning import Meaning


def compare(  # noqa: PLR0913 - each is a choice of its own
    old: Version,
    new: Version,
    *,
    names: Mapping[str, Sequence[str]] | Sequence[str] = (),
    threshold: float | None = None,
    meaning: Meaning | None = None,
    find: lineage.Lookup | None = None,
) -> Comparison:
    """What became of each point of ``old`` in ``new``.

    ``names`` maps parties to their names, or lists names, for reading substance. ``threshold`` is the
    least similarity, 0 to 1, of a computed link. ``meaning`` finds counterparts of freely reworded provisions
    too. ``find`` looks up the versions of the plan that both belong to; without it they are two loose files,
    of which the second lacks what it does not have.

    Swapping the sides swaps merged with split. It turns added and dropped into what stands in one version
    only; of loose files that name each other nowhere, it swaps added with dropped.

    Raises ``BadReference`` for a stated ancestor that is not a reference, ``UnknownLanguage`` for a language
    that ``meaning`` lacks.
    """
    pair = partial(lineage.pair, threshold=threshold, meaning=meaning)
    pairing = pair(old, new)
    if find:
        pairing = lineage.paired_through(pairing, old, new, find, pair)
    sides = (Side.of(old), Side.of(new))
    groups = counterparts(pairing.links, sides)
    points, provisions = groups.points, groups.provisions
    own_labels = own_points(points, provisions, groups.links, (*groups.loose, *pairing.near), sides)
    reader = Reader(substance.Parties(names), own_labels, language_of(sides), _are_counted(sides))
    parts = _parts(provisions, groups.links, sides, groups.kept, reader)
    parts, put = _with_substitutions(without_shifted(parts, _touched(parts, points, sides)), sides, reader)
    absences, as_read = Absences(old, new, provisions, find), AsRead(old, new, is_loose=find is None)
    parts = [
        of_one_side(as_read.of(part)._replace(absence=absences.of((part.old, part.new)))) for part in parts
    ]
    changes = _changes(groups, parts, pairing, sides)
    return Comparison(
        old,
        new,
        tuple(changes[k] for k in woven([(change.old, change.new) for change in changes])),
        tuple(parts),
        _summary(sides, changes, parts),
        encoder=meaning.name if meaning else "",
        given_anew=_given_anew(old, new, changes),
        substitutions=tuple(put),
        are_related=find is None or lineage.are_related(old, new, find),
    )


def _changes(groups: Counterparts, parts: list[Part], pairing: lineage.Pairing, sides: Sides) -> list[Change]:
    """The change of each group of points, in the order of the groups."""
    points, strays = groups.points, groups.strays
    old, new = (side.version for side in sides)
    sections = moved_sections(points, strays, (old, new)) if old.sections and new.sections else {}
    gathered = _gathered(parts, points, sides)
    weak, near = _by_group(points, groups.loose, sides), _by_group(points, pairing.near, sides, pairing)
    return [
        _change(
            group, touching, is_moved and sections.get(k, _ALONE) is not None, groups.carried, sides
        )._replace(loose=weak[k], near=near[k], section=sections.get(k))
        for k, (group, touching, is_moved) in enumerate(zip(points, gathered, strays, strict=True))
    ]


def _are_counted(sides: Sides) -> bool:
    """Whether words may be counted: those of a restated text are nobody's."""
    return not any(side.version.is_restated for side in sides)


_ALONE = MovedSection("", "")
"""What a point moved with that moved by itself."""


def _with_substitutions(
    parts: list[Part], sides: Sides, reader: Reader
) -> tuple[list[Part], Sequence[Substitution]]:
    """The parts without what is reported once for all of them, and what that is."""
    put, replaced = substitutions(parts, reader.is_name)
    folded = (
        _folded(part, replaced[k], sides, reader) if k in replaced else part for k, part in enumerate(parts)
    )
    return list(folded), put


def _parts(
    groups: list[Group],
    links: Sequence[Link],
    sides: Sides,
    kept: KeptRuns,
    reader: Reader,
) -> list[Part]:
    by_old: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_old[link.old].append(link)
    return [
        _part(group, tuple(k for o in group[0] for k in by_old[o]), sides, kept, reader) for group in groups
    ]


def _part(group: Group, links: tuple[Link, ...], sides: Sides, kept: KeptRuns, reader: Reader) -> Part:
    olds, news = sides[0].texts(group[0]), sides[1].texts(group[1])
    if links and len(olds) == len(news) == 1:
        runs = kept[group[0][0], group[1][0]]
        line = redline.Redline(redline.mark(*olds, *news, runs=runs), (0,), *olds, *news)
    else:
        line = redline.mark_units(olds, news)
    equal = normalise(" ".join(olds)) == normalise(" ".join(news))
    twice = find_copies(group, sides, kept)
    if twice:
        apart = [(sides[0].texts([k.old])[0], sides[1].texts([k.new])[0]) for k in twice]
    else:
        apart = [_joined([olds[k] for k in line.order], news)]
    differing = [] if equal else [texts for texts in apart if texts[0] != texts[1]]
    home = _home(group, sides)
    is_read = all(_unread(sides, side).isdisjoint(group[side]) for side in (0, 1))
    readings = [reader.read(*texts, home) for texts in apart] if is_read else []
    differences = {
        (d.kind, d.old, d.new, d.old_at, d.new_at): d for reading in readings for d in reading.differences
    }
    known = all(reader.knows(*texts) for texts in differing)
    rows = tuple(differences.values())
    is_edited = links and differing and not twice and is_read
    rest = wording(line.segments, rows, counted=reader.counted) if is_edited else None
    return Part(
        *group,
        links,
        line,
        word_counts(line.segments),
        (*rows, rest) if rest else rows,
        equal,
        twice,
        known=known,
        stale=tuple(each for reading in readings for each in reading.stale),
    )


def _unread(sides: Sides, side: int) -> frozenset[int]:
    """The provisions of a side that were not read; of two states of one file those that it marks so."""
    version = sides[side].version
    if sides[0].version.version != sides[1].version.version:
        return version.unread
    return frozenset(k for k in version.unread if version.provisions[k].unseen)


def _folded(part: Part, places: Sequence[Replaced], sides: Sides, reader: Reader) -> Part:
    """A part without what is said once of its names."""
    olds, news = sides[0].texts(part.old), sides[1].texts(part.new)
    texts = _joined([olds[k] for k in part.redline.order], news)
    return reader.folded(part, places, texts, _home((part.old, part.new), sides))


def _joined(olds: Sequence[str], news: Sequence[str]) -> tuple[str, str]:
    """Either side's texts as one; the separator is one sign as in the redline, which keeps all places."""
    return substance.BREAK.join(olds), substance.BREAK.join(news)


def _home(group: Group, sides: Sides) -> tuple[str, str]:
    """The printed number of the point that the text of either side stands in; empty for several texts."""
    old, new = (
        side.version.number_of(side.version.provisions[places[0]].point) if len(places) == 1 else ""
        for side, places in zip(sides, group, strict=True)
    )
    return old, new


def _touched(parts: Sequence[Part], points: list[Group], sides: Sides) -> list[set[int]]:
    """The groups of points that each part touches."""
    old_home, new_home = _homes(points, sides)
    return [{old_home[k] for k in part.old} | {new_home[k] for k in part.new} for part in parts]


def _gathered(parts: Sequence[Part], points: list[Group], sides: Sides) -> list[list[tuple[Part, bool]]]:
    """For each group of points the parts that touch it, in reading order, and whether they cross."""
    gathered: list[list[tuple[Part, bool]]] = [[] for _ in points]
    for part, touched in zip(parts, _touched(parts, points, sides), strict=True):
        for number in touched:
            gathered[number].append((part, len(touched) > 1))
    return gathered


def _homes(points: Sequence[Group], sides: Sides) -> tuple[list[int], list[int]]:
    """For each old and each new provision the group of points (its index) in which it stands."""
    places = [{point: k for k, group in enumerate(points) for point in group[side]} for side in (0, 1)]
    old, new = ([home[owner] for owner in side.owner] for home, side in zip(places, sides, strict=True))
    return old, new


def _change(
    group: Group,
    touching: list[tuple[Part, bool]],
    is_moved: bool,
    carried: Mapping[Pair, int],
    sides: Sides,
) -> Change:
    parts = [part for part, _ in touching]
    parts = [parts[k] for k in woven([(part.old, part.new) for part in parts])]
    crosses = {id(part) for part, crossing in touching if crossing}
    olds, news = sides[0].whole(group[0]), sides[1].whole(group[1])
    old, new = points_of(sides[0], group[0]), points_of(sides[1], group[1])
    single = len(old) == len(new) == 1
    headings = _differing(old[0].heading, new[0].heading) if single and _is_read(group, sides) else None
    equal = normalise(" ".join(olds)) == normalise(" ".join(news)) and headings is None
    reordered = _reordered(parts, crosses, carried, sides)
    is_known = bool(headings or crosses or reordered)
    absence = absence_of(group, parts, is_known=is_known) if len(old) <= 1 and len(new) <= 1 else None
    is_moved = is_moved and not (absence and absence.basis is Basis.inferred)
    return Change(
        old=group[0],
        new=group[1],
        parts=tuple(parts),
        crossing=frozenset(k for k, part in enumerate(parts) if id(part) in crosses),
        reordered=reordered,
        doubtful=frozenset((k.old, k.new) for part in parts for k in part.links if doubtful(k, carried)),
        equal=equal,
        format_only=single and equal and olds != news,
        moved=is_moved,
        renumbered=single and old[0].number != new[0].number,
        heading=headings,
        status=_differing(old[0].status or "", new[0].status or "") if single else None,
        evidence_old=weakest_on(sides, 0, group, absence),
        evidence_new=weakest_on(sides, 1, group, absence),
        notes=(*notes_on(sides[0], group[0]), *notes_on(sides[1], group[1])),
        absence=absence,
    )


def _is_read(group: Group, sides: Sides) -> bool:
    """Whether somebody has read something of the first point on either side."""
    return all(
        not side.version.unread.issuperset(side.owned[points[0]])
        for side, points in zip(sides, group, strict=True)
    )


def _by_group(
    points: Sequence[Group], links: Sequence[Link], sides: Sides, pairing: lineage.Pairing | None = None
) -> list[tuple[Link, ...]]:
    """For each group of points the links that touch it; given a pairing, with what has no link in it."""
    old_home, new_home = _homes(points, sides)
    by_group: list[list[Link]] = [[] for _ in points]
    for link in links:
        touched = set()
        if pairing is None or link.old not in pairing.by_old:
            touched.add(old_home[link.old])
        if pairing is None or link.new not in pairing.by_new:
            touched.add(new_home[link.new])
        for number in touched:
            by_group[number].append(link)
    return list(map(tuple, by_group))


def _given_anew(old: Version, new: Version, changes: Sequence[Change]) -> frozenset[str]:
    """Numbers dropped and added anew, between versions that keep their numbers otherwise."""
    if any(change.renumbered for change in changes):
        return frozenset()
    gone = {old.points[k].number for c in changes if not c.new for k in c.old}
    return frozenset(new.points[k].number for c in changes if not c.old for k in c.new) & gone


def _reordered(
    parts: Sequence[Part], crosses: set[int], carried: Mapping[Pair, int], sides: Sides
) -> frozenset[int]:
    """Parts that left the order of the change's other parts; merged and split ones bend to it.

    What moved with the item that it is part of has not moved by itself.
    """
    pairs_of = {
        n: [(k.old, k.new) for k in part.links] for n, part in enumerate(parts) if id(part) not in crosses
    }
    counting = {pairs[0] for pairs in pairs_of.values() if len(pairs) == 1}
    strays = pairs_out_of_order(
        {pair: carried[pair] for pairs in pairs_of.values() for pair in pairs}, counting
    )
    moved = {n for n, pairs in pairs_of.items() if pairs and strays.issuperset(pairs)}
    moved = {n for n in moved if not _is_inferred(parts[n])}
    ends = {n: _ends(parts[n], sides) for n in moved}
    return frozenset(n for n in moved if not (set(_above(ends[n])) & set(filter(None, ends.values()))))


def _is_inferred(part: Part) -> bool:
    """Whether its place is inferred, as its words are."""
    return part.absence is not None and part.absence.basis is Basis.inferred


def _ends(part: Part, sides: Sides) -> tuple[str, str] | None:
    """The paths of a provision that stayed one, on either side."""
    if not len(part.old) == len(part.new) == 1:
        return None
    old, new = part.old[0], part.new[0]
    return sides[0].version.provisions[old].label, sides[1].version.provisions[new].label


def _above(ends: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """The paths of all that both ends may be items of."""
    old, new = (list(accumulate(path.split("."), "{}.{}".format))[:-1] for path in ends or ("", ""))
    return product(old, new)


def _summary(sides: Sides, changes: Sequence[Change], parts: Sequence[Part]) -> Summary:
    kept = sum(part.counts["keep"] for part in parts)
    moved_on = sum(moved_word_count(part.redline.segments) for part in parts)
    return Summary(
        points=(sides[0].version.point_count, sides[1].version.point_count),
        kinds={kind: sum(change.kind is kind for change in changes) for kind in Kind},
        outside_points=sum(_is_outside(change, sides) for change in changes),
        moved=sum(change.moved for change in changes),
        renumbered=sum(change.renumbered for change in changes),
        format_only=sum(change.format_only for change in changes),
        copied=sum(change.copied for change in changes),
        old_words=kept + sum(part.counts["delete"] for part in parts),
        kept_words=kept + moved_on,
        fates=None if _are_counted(sides) else fates(parts),
    )


def _is_outside(change: Change, sides: Sides) -> bool:
    return all(
        side.version.points[k].number in side.version.passages
        for side, points in zip(sides, (change.old, change.new), strict=True)
        for k in points
    )


def _differing(old: str, new: str) -> tuple[str, str] | None:
    return (str(old), str(new)) if normalise(old) != normalise(new) else None
