"""What a change rests on and why its points are linked: evidence, notes, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from planctl.alignment import Link
from planctl.diff import Change, Comparison, Kind, has_near_rival
from planctl.models import Evidence, Ref, Version
from planctl.render.diff_phrases import Shown, of_links, percent, sentences
from planctl.render.phrases import left_out
from planctl.render.plain import one_line, shorten

_ASIDES = 3
_LONGEST_LABEL = 81
"""Characters of a point's and an item's label with the full stop between them."""
_NOTE, _ABSENCE = 220, 300
"""Characters of a note that fit beside a redline; ``--explain`` and JSON have all of it."""


def standing(shown: Shown, change: Change) -> str:
    """What a change rests on: a note on what is absent, or that reports disagree, or evidence.

    That a point was dropped rests on what is said of its absence, not on how well its own text is known.
    """
    if not (change.old and change.new):
        for other, note, refs in _absent(shown, change):
            if is_noted(note, refs):
                return f"{one_line(other)}'s note"
    if change.old and not change.new:
        return f"{change.evidence.value} in {one_line(shown.old)}"
    if change.disagreement:
        return "reports disagree"
    return change.evidence.value


def bases(shown: Shown, change: Change, *, everything: bool = False) -> list[str]:
    """What the points rest on where that is not a published text, and what their notes say of it.

    Notes on published points of the old side are left out unless they tell of a disagreement, or
    ``everything`` is wanted; what the new side remarks on a change is always told.
    """
    sides = ((shown.comparison.old, change.old), (shown.comparison.new, change.new))
    return [
        told
        for version, places in sides
        for place in places
        for told in _basis(shown, version, place, change, everything=everything)
    ]


def _basis(shown: Shown, version: Version, place: int, change: Change, *, everything: bool) -> Iterator[str]:
    number = version.points[place].number
    ref = f"{version.version}:{number}"
    own = [version.provisions[k] for k in version.find(number)]
    kinds = [kind for kind in Evidence if any(p.evidence is kind for p in own)]
    unpublished = kinds != [Evidence.published]
    if unpublished:
        sources = ", ".join(dict.fromkeys(source for p in own for source in p.sources))
        how = " and ".join(kind.value for kind in kinds)
        yield one_line(f"{ref} {how}{f' ({sources})' if sources else ', no source'}")
    for note in change.notes:
        mine = note.ref == ref or note.ref.startswith(f"{ref}.")
        on_new_side = version is shown.comparison.new and bool(change.old)
        if mine and (everything or unpublished or on_new_side or note.disagreement):
            text = one_line(note.text) if everything else shorten(note.text, _NOTE)
            yield f"note on {one_line(note.ref)}: {text}"


def asides(shown: Shown, change: Change) -> list[str]:
    """Links too slight to join, the likeliest first, and what comes nearest to a text that has no link."""
    likeliest = sorted(change.loose, key=lambda link: -link.similarity)[:_ASIDES]
    rest = len(change.loose) - len(likeliest)
    told = [
        f"{one_line(shown.comparison.old.provisions[link.old].label)} -> "
        f"{one_line(shown.comparison.new.provisions[link.new].label)} {of_links([link], is_doubtful=False)}"
        for link in likeliest
    ]
    more = [f"and {rest} more"] if rest else []
    alike = [f"in part alike: {'; '.join([*told, *more])}"] if told else []
    return [*alike, *(_near(shown, change, link) for link in change.near)]


def _near(shown: Shown, change: Change, link: Link) -> str:
    """Which provision of the other version has much of one that has no counterpart there."""
    old = one_line(shown.comparison.old.provisions[link.old].ref)
    new = one_line(shown.comparison.new.provisions[link.new].ref)
    is_dropped = any(link.old in part.old for part in change.parts if part.kind is Kind.dropped)
    own, other = (old, new) if is_dropped else (new, old)
    share = link.why and (link.why.kept_old if is_dropped else link.why.kept_new)
    return f"{own} comes nearest to {other}, which has {percent(share or 0.0)} of its words"


def absences(shown: Shown, change: Change) -> list[str]:
    """What to know of what is on one side only: what the other's note says of it, who has its number."""
    told = _stated(shown, change)
    for other, note, refs in _absent(shown, change):
        told += [f"{one_line(other)}'s note: {shorten(words, _ABSENCE)}" for words in _naming(note, refs)]
        number = refs[0].partition(":")[2]
        if not (change.old and change.new) and number in shown.comparison.given_anew:
            why = "shares too few words with it to be its counterpart"
            told.append(f"{one_line(other)}'s point {one_line(number)} {why}")
    return told


def _stated(shown: Shown, change: Change) -> list[str]:
    """What a version's file says of points of the other one that it has not, or that nobody has seen."""
    comparison = shown.comparison
    told: list[str] = []
    for kind, own, other in (
        (Kind.dropped, comparison.old, comparison.new),
        (Kind.added, comparison.new, comparison.old),
    ):
        parts = [part for part in change.parts if part.kind is kind]
        places = {k for part in parts for k in (part.old if kind is Kind.dropped else part.new)}
        gone = (said for said in other.left_out if places and _touched(own, said.refs, places))
        told += [left_out(one_line(other.version), other, said) for said in gone]
        refs = [ref for ref in other.unseen if places and _touched(own, [ref], places)]
        if refs:
            name = one_line(other.version)
            told.append(f"nobody has said whether {one_line(', '.join(refs))} is still in {name}")
    unread = [comparison.new.provisions[k].ref for part in change.parts for k in part.new]
    unread += [comparison.old.provisions[k].ref for part in change.parts for k in part.old]
    unseen = {p.ref for version in (comparison.old, comparison.new) for p in version.provisions if p.unseen}
    told += [
        f"nobody has read {one_line(ref)}: no word of it is known to be gone"
        for ref in unread
        if ref in unseen
    ]
    return told


def _touched(own: Version, refs: Iterable[str], places: set[int]) -> bool:
    """Whether references of another version name any of these provisions."""
    named = (ref.unit for ref in Ref.among(refs) if ref.version == own.version and ref.unit)
    return any(not places.isdisjoint(own.find(unit)) for unit in named)


def is_noted(note: str, refs: Sequence[str]) -> bool:
    """Whether a note names each of the points or items: that is what their absence rests on."""
    return all(_naming(note, [ref]) for ref in refs)


def _absent(shown: Shown, change: Change) -> Iterator[tuple[str, str, list[str]]]:
    """What stands on one side only: where it is absent, the note of that version, names like ``v28:20.b``."""
    sides = ((shown.sides, change.old, Kind.dropped), (shown.sides[::-1], change.new, Kind.added))
    for ((_, own), (other, missing)), points, kind in sides:
        if change.kind is kind:
            yield other, missing.note, [f"{own.version}:{own.points[points[0]].number}"]
        elif change.old and change.new:
            parts = [part for part in change.parts if part.kind is kind]
            refs = [own.provisions[k].ref for part in parts for k in (*part.old, *part.new)]
            if refs:
                yield other, missing.note, refs


def _naming(note: str, refs: Sequence[str]) -> list[str]:
    """The stretches of a note, between full stops and semicolons, that name one of them."""
    found = {k for ref in refs for k in _named(note, ref.partition(":")[0]).get(ref, ())}
    return [_stretches(note)[k] for k in sorted(found)]


@lru_cache(maxsize=16)  # a version's note is looked through for every point that is absent from it
def _stretches(note: str) -> tuple[str, ...]:
    return tuple(part for sentence in sentences(note) for part in sentence.split("; "))


@lru_cache(maxsize=16)
def _named(note: str, version: str) -> Mapping[str, Sequence[int]]:
    """The points of a version that a note may name, ``v28:6``, each with the stretches (0-based) that do.

    All beginnings of what stands there that are no part of a longer label: a label may have blanks in it.
    """
    found: dict[str, list[int]] = {}
    lead = re.compile(rf"(?<![\w.:-]){re.escape(version)}:")
    for k, part in enumerate(_stretches(note)):
        for match in lead.finditer(part):
            for end in range(match.end() + 1, min(len(part), match.end() + _LONGEST_LABEL) + 1):
                if not _goes_on(part, end):
                    places = found.setdefault(part[match.start() : end], [])
                    places += [k] if k not in places[-1:] else []
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether a label that ends there is part of a longer one: ``v28:1`` of ``v28:14`` and of ``v28:1.a``."""
    after = text[end : end + 2]
    return after[:1].isalnum() or (after[:1] == "." and after[1:].isalnum())


def reasons(shown: Shown, change: Change) -> list[str]:
    """Why its provisions are linked, one entry a link."""
    return [" ".join(_reason(shown.comparison, change, link)) for link in change.links]


def _reason(comparison: Comparison, change: Change, link: Link) -> Iterator[str]:
    old, new = comparison.old.provisions, comparison.new.provisions
    is_doubtful = (link.old, link.new) in change.doubtful
    why = link.why
    told = of_links([link], is_doubtful=is_doubtful)
    yield f"{one_line(old[link.old].label)} -> {one_line(new[link.new].label)} {told}{':' if why else ''}"
    if why is None:
        return
    yield (
        f"{percent(why.kept_old)} of the old words are in the new, {percent(why.kept_new)} of the new in the"
        f" old (rare words weigh more); {percent(why.likeness)} of the letters alike."
    )
    if why.meaning is not None:
        yield f"Found by meaning: the cosine of their nearest sentences is {why.meaning:.2f}."
    if why.rare:
        yield f"Rarest words shared: {', '.join(map(one_line, why.rare))}."
    places = ((comparison.old, why.runner_up_old), (comparison.new, why.runner_up_new))
    rivals = [one_line(version.provisions[k].ref) for version, k in places if k is not None]
    if rivals and not link.stated:
        linked = {(k.old, k.new) for k in change.links}
        near = ", too near to be sure" if has_near_rival(link, linked) else ""
        lead = f"{why.gap:.2f} behind{near}" if why.gap >= 0 else f"{-why.gap:.2f} ahead"
        yield f"{'Next best' if why.gap >= 0 else 'Likelier'}: {' and '.join(rivals)}, {lead}."
