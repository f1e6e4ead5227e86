"""What a change rests on and why its points are linked: evidence, notes, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from planctl.alignment import Link
from planctl.diff import Change, Comparison, Kind, Note, has_near_rival
from planctl.models import Evidence, Ref, Version
from planctl.render.diff_phrases import Shown, of_links, percent, sentences
from planctl.render.phrases import left_out
from planctl.render.plain import one_line, shorten

_ASIDES = 3
_LONGEST_LABEL = 81
"""Characters of a point's and an item's label with the full stop between them."""
_NOTE, _ABSENCE = 220, 300
"""Characters of a note that fit beside a redline; ``--explain`` and JSON have all of it."""


def rests_on(shown: Shown, change: Change) -> str:
    """What a change rests on: a note on what is absent, or that reports disagree, or evidence.

    That a point was dropped rests on what is said of its absence, not on how well its own text is known.
    """
    if not (change.old and change.new):
        for other, note, refs in _absent(shown, change):
            if is_noted(note, refs):
                return f"{one_line(other)}'s note"
    evidence = _evidence(shown, change)
    if change.old and not change.new:
        return evidence and f"{evidence} in {one_line(shown.old)}"
    return "reports disagree" if change.disagreement else evidence


def _evidence(shown: Shown, change: Change) -> str:
    """What those sides of a change rest on that stand in a plan; empty for files of no plan."""
    old, new = shown.comparison.old.is_loose, shown.comparison.new.is_loose
    if not (old or new):
        return change.evidence.value
    known = change.evidence_new if old else change.evidence_old
    stands = change.new if old else change.old
    return "" if (old and new) or not stands else known.value


def bases(shown: Shown, change: Change, *, everything: bool = False) -> list[str]:
    """What the points rest on where that is not a published text, and what their notes say of it.

    Notes on published points of the old side are left out unless they report a disagreement, or
    ``everything`` is wanted; the new side's notes on a change are always shown.
    """
    sides = ((shown.comparison.old, change.old), (shown.comparison.new, change.new))
    notes = _by_point(change.notes)
    return [
        reason
        for version, places in sides
        for place in places
        for reason in _basis(
            version,
            version.points[place].number,
            notes,
            everything=everything,
            is_remark=version is shown.comparison.new and bool(change.old),
        )
    ]


def _by_point(notes: Iterable[Note]) -> Mapping[str, Sequence[Note]]:
    """Notes by what they may be on: ``v19:4.b`` is item b of ``v19:4``, or a point of its own."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        parts = note.ref.split(".")
        for end in range(1, len(parts) + 1):
            found.setdefault(".".join(parts[:end]), []).append(note)
    return found


def _basis(
    version: Version, number: str, notes: Mapping[str, Sequence[Note]], *, everything: bool, is_remark: bool
) -> Iterator[str]:
    """What a point rests on; ``is_remark``: its notes mention a change, and all of them are shown."""
    ref = f"{version.version}:{number}"
    provisions = [version.provisions[k] for k in version.find(number)]
    kinds = [kind for kind in Evidence if any(p.evidence is kind for p in provisions)]
    unpublished = kinds != [Evidence.published]
    if unpublished:
        sources = ", ".join(dict.fromkeys(source for p in provisions for source in p.sources))
        how = " and ".join(kind.value for kind in kinds)
        yield one_line(f"{ref} {how}{f' ({sources})' if sources else ', no source'}")
    for note in notes.get(ref, ()):
        if everything or unpublished or is_remark or note.disagreement:
            text = one_line(note.text) if everything else shorten(note.text, _NOTE)
            yield f"note on {one_line(note.ref)}: {text}"


def asides(shown: Shown, change: Change) -> list[str]:
    """Links too slight to join, the likeliest first, and what is closest to a text that has no link."""
    likeliest = sorted(change.loose, key=lambda link: -link.similarity)[:_ASIDES]
    rest = len(change.loose) - len(likeliest)
    examples = [
        f"{one_line(shown.comparison.old.provisions[link.old].label)} -> "
        f"{one_line(shown.comparison.new.provisions[link.new].label)} {of_links([link], is_doubtful=False)}"
        for link in likeliest
    ]
    more = [f"and {rest} more"] if rest else []
    alike = [f"partly similar: {'; '.join([*examples, *more])}"] if examples else []
    dropped = {k for part in change.parts if part.kind is Kind.dropped for k in part.old}
    return [*alike, *(_near(shown, link, is_dropped=link.old in dropped) for link in change.near)]


def _near(shown: Shown, link: Link, *, is_dropped: bool) -> str:
    """Which provision of the other version has much of one that has no counterpart there."""
    old = one_line(shown.comparison.old.provisions[link.old].ref)
    new = one_line(shown.comparison.new.provisions[link.new].ref)
    ref, nearest = (old, new) if is_dropped else (new, old)
    share = link.why and (link.why.kept_old if is_dropped else link.why.kept_new)
    return f"{ref} is closest to {nearest}, which has {percent(share or 0.0)} of its words"


def absences(shown: Shown, change: Change) -> list[str]:
    """What to know of what is on one side only: what the other's note says of it, who has its number."""
    remarks = _stated(shown, change)
    for absent_from, note, refs in _absent(shown, change):
        name = one_line(absent_from)
        remarks += [f"{name}'s note: {shorten(words, _ABSENCE)}" for words in _naming(note, refs)]
        number = _only_number(shown, change)
        if number in shown.comparison.given_anew:
            why = "shares too few words with it to be its counterpart"
            remarks.append(f"{name}'s point {one_line(number)} {why}")
    return remarks


def _only_number(shown: Shown, change: Change) -> str:
    """The number of a point that is on one side only; empty for other changes."""
    if change.old and change.new:
        return ""
    old, new = shown.comparison.old.points, shown.comparison.new.points
    return old[change.old[0]].number if change.old else new[change.new[0]].number


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
    for ((_, version), (absent_from, missing)), points, kind in sides:
        if change.kind is kind:
            yield absent_from, missing.note, [f"{version.version}:{version.points[points[0]].number}"]
        elif change.old and change.new:
            parts = [part for part in change.parts if part.kind is kind]
            refs = [version.provisions[k].ref for part in parts for k in (*part.old, *part.new)]
            if refs:
                yield absent_from, missing.note, refs


def _naming(note: str, refs: Sequence[str]) -> list[str]:
    """The stretches of a note, between full stops and semicolons, that name one of them."""
    places = {k for ref in refs for k in _named(note, ref.partition(":")[0]).get(ref, ())}
    return [_stretches(note)[k] for k in sorted(places)]


@lru_cache(maxsize=16)  # a version's note is searched for every point that is absent from it
def _stretches(note: str) -> tuple[str, ...]:
    return tuple(part for sentence in sentences(note) for part in sentence.split("; "))


@lru_cache(maxsize=16)
def _named(note: str, version: str) -> Mapping[str, Sequence[int]]:
    """The points of a version that a note may name, ``v28:6``, each with the stretches (0-based) that do.

    All beginnings of what stands there that are no part of a longer label: a label may have blanks in it.
    """
    by_ref: dict[str, list[int]] = {}
    lead = re.compile(rf"(?<![\w.:-]){re.escape(version)}:")
    for k, part in enumerate(_stretches(note)):
        for match in lead.finditer(part):
            for end in range(match.end() + 1, min(len(part), match.end() + _LONGEST_LABEL) + 1):
                if not _goes_on(part, end):
                    places = by_ref.setdefault(part[match.start() : end], [])
                    places += [k] if k not in places[-1:] else []
    return by_ref


def _goes_on(text: str, end: int) -> bool:
    """Whether a label that ends there is part of a longer one: ``v28:1`` of ``v28:14`` and of ``v28:1.a``."""
    after = text[end : end + 2]
    return after[:1].isalnum() or (after[:1] == "." and after[1:].isalnum())


def reasons(shown: Shown, change: Change) -> list[str]:
    """Why its provisions are linked, one entry per link."""
    return [" ".join(_reason(shown.comparison, change, link)) for link in change.links]


def _reason(comparison: Comparison, change: Change, link: Link) -> Iterator[str]:
    old, new = comparison.old.provisions, comparison.new.provisions
    is_doubtful = (link.old, link.new) in change.doubtful
    why = link.why
    likelihood = of_links([link], is_doubtful=is_doubtful)
    pair = f"{one_line(old[link.old].label)} -> {one_line(new[link.new].label)}"
    yield f"{pair} {likelihood}{':' if why else ''}"
    if why is None:
        return
    yield (
        f"{percent(why.kept_old)} of the old words are in the new text, {percent(why.kept_new)} of the new"
        f" words in the old one (rare words weigh more); {percent(why.likeness)} of the letters match."
    )
    if why.meaning is not None:
        yield f"Found by meaning: the cosine of their closest sentences is {why.meaning:.2f}."
    if why.rare:
        yield f"Rarest shared words: {', '.join(map(one_line, why.rare))}."
    places = ((comparison.old, why.runner_up_old), (comparison.new, why.runner_up_new))
    rivals = [one_line(version.provisions[k].ref) for version, k in places if k is not None]
    if rivals and not link.stated:
        linked = {(k.old, k.new) for k in change.links}
        near = ", too close to be sure" if has_near_rival(link, linked) else ""
        lead = f"{why.gap:.2f} behind{near}" if why.gap >= 0 else f"{-why.gap:.2f} ahead"
        yield f"{'Next best' if why.gap >= 0 else 'Likelier'}: {' and '.join(rivals)}, {lead}."
