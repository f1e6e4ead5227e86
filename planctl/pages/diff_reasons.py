"""What a change rests on and why its points are linked: evidence, notes, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planctl.alignment import Link
from planctl.diff import (
    SURE,
    Absence,
    Basis,
    Change,
    Comparison,
    DiffAnswer,
    Doubt,
    UnitNote,
    doubts,
)
from planctl.models import Evidence, Version
from planctl.page import Inline, StyledRun
from planctl.pages.diff_absence import basis, resting
from planctl.pages.diff_phrases import of_links, percent
from planctl.pages.phrases import in_words, left_out, not_read, undecided

_ASIDES = 3
_NOTE = 220
"""Characters of a note that fit beside a redline."""


def rests_on(shown: DiffAnswer, change: Change, *, brief: bool = False) -> str:
    """What a change rests on: evidence, and that reports disagree; what an absence does.

    Nothing can be said of the evidence of texts that stand in files of no plan.
    """
    if change.is_partial and not (change.old and change.new):
        missing = sorted(
            (p.absence for p in change.parts if p.absence), key=lambda each: each.kind not in SURE
        )
        return "; ".join(dict.fromkeys(basis(each, brief=True) for each in missing))
    if change.absence:
        held = _held(shown, change, change.absence, brief=brief)
        return "; ".join([*held, basis(change.absence, brief=brief)])
    if not shown.is_known:
        return ""
    disagreement = "; disputed" if brief else "; reports disagree"
    return change.evidence.value + (disagreement if change.disagreement else "")


def _held(shown: DiffAnswer, change: Change, absence: Absence, *, brief: bool) -> Iterator[str]:
    """What the text itself rests on that only one side has whole: always of a newer one, of an older one if
    that is less than a published text.
    """
    version, places = (shown.comparison.new, change.new) if change.new else (shown.comparison.old, change.old)
    if absence.basis is not Basis.full_text or version.is_loose:
        return
    evidence = change.evidence_new if change.new else change.evidence_old
    if evidence is Evidence.published and absence.holder != absence.version:
        return
    provisions = [version.provisions[k] for n in places for k in version.find(version.points[n].number)]
    sources = [source for p in provisions if p.evidence is evidence for source in p.sources]
    yield resting(evidence, list(dict.fromkeys(sources)), brief=brief)


def bases(shown: DiffAnswer, change: Change, *, everything: bool = False) -> list[Inline]:
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
            is_remark=version is shown.comparison.new and (bool(change.old) or _is_open(change)),
        )
    ]


def _is_open(change: Change) -> bool:
    """Whether no file says what became of it: then its note may."""
    return change.absence is not None and change.absence.basis is Basis.none


def _by_point(notes: Iterable[UnitNote]) -> Mapping[str, Sequence[UnitNote]]:
    """Notes by the point that they are on, or that the item they are on belongs to."""
    by_point: dict[str, list[UnitNote]] = {}
    for note in notes:
        by_point.setdefault(note.point, []).append(note)
    return by_point


def _basis(
    version: Version,
    number: str,
    notes: Mapping[str, Sequence[UnitNote]],
    *,
    everything: bool,
    is_remark: bool,
) -> Iterator[Inline]:
    """What a point rests on; ``is_remark``: its notes mention a change, and all of them are shown."""
    ref = f"{version.version}:{number}"
    provisions = [version.provisions[k] for k in version.find(number)]
    kinds = [kind for kind in Evidence if any(p.evidence is kind for p in provisions)]
    unpublished = kinds != [Evidence.published]
    if unpublished:
        sources = ", ".join(dict.fromkeys(source for p in provisions for source in p.sources))
        how = " and ".join(kind.value for kind in kinds)
        yield f"{ref} {how}{f' ({sources})' if sources else ', no source'}"
    for note in notes.get(ref, ()):
        if everything or unpublished or is_remark or note.disagreement:
            text = StyledRun(note.text, "", None if everything else _NOTE, f"planctl show {note.ref}")
            yield (f"note on {note.ref}: ", text)


def asides(shown: DiffAnswer, change: Change) -> list[str]:
    """Links too slight to join, the likeliest first, and what is closest to a text that has no link."""
    likeliest = sorted(change.loose, key=lambda link: -link.similarity)[:_ASIDES]
    rest = len(change.loose) - len(likeliest)
    examples = [
        f"{shown.comparison.old.provisions[link.old].label} -> "
        f"{shown.comparison.new.provisions[link.new].label} {of_links([link], is_doubtful=False)}"
        for link in likeliest
    ]
    more = [f"and {rest} more"] if rest else []
    alike = [f"partly similar: {'; '.join([*examples, *more])}"] if examples else []
    alone = {k for part in change.parts if not part.new for k in part.old}
    near = () if shown.comparison.is_restated else change.near
    return [*alike, *(_near(shown, link, is_old=link.old in alone) for link in near)]


def _near(shown: DiffAnswer, link: Link, *, is_old: bool) -> str:
    """Which provision of the other version has much of one that has no counterpart there."""
    old = shown.comparison.old.provisions[link.old].ref
    new = shown.comparison.new.provisions[link.new].ref
    ref, nearest = (old, new) if is_old else (new, old)
    if shown.comparison.summary.fates:
        return f"{ref} is closest to {nearest} by its words, which are restated"
    share = link.why and (link.why.kept_old if is_old else link.why.kept_new)
    return f"{ref} is closest to {nearest}, which has {percent(share or 0.0)} of its words"


def absences(shown: DiffAnswer, change: Change) -> list[str]:
    """What the files say of what has no counterpart that was read, and who has its number."""
    missing = (part.absence for part in change.parts if part.absence)
    remarks = [text for each in missing if (text := _said(shown.comparison, each))]
    number = _only_number(shown, change)
    if number in shown.comparison.given_anew:
        name = shown.new if change.old else shown.old
        stated = [k for k, v in enumerate((shown.comparison.old, shown.comparison.new)) if _states(v, number)]
        if stated:
            remarks.append(_not_made(shown, number, stated[-1]))
        elif not shown.comparison.is_restated:
            remarks.append(f"{name}'s point {number} shares too few words with it to be its counterpart")
    return list(dict.fromkeys(remarks))


def _states(version: Version, number: str) -> bool:
    """Whether a file says what a point was made from: then words do not decide it."""
    return any(p.number == number and p.made_from is not None for p in version.points)


def _not_made(shown: DiffAnswer, number: str, side: int) -> str:
    """That a file has a point made from another one than the one with its number, or from none."""
    later, earlier = (shown.new, shown.old) if side else (shown.old, shown.new)
    return f"{later}'s file says that {later}:{number} was not made from {earlier}:{number}"


def _said(comparison: Comparison, each: Absence) -> str:
    """What a file says of an absence, in a sentence; empty where it is silent."""
    if each.basis is Basis.left_out and each.left_out:
        version = comparison.new if each.version == comparison.new.version else comparison.old
        return left_out(each.version, version, each.left_out)
    if each.basis is Basis.said:
        return undecided(each.named, each.version)
    if each.basis is not Basis.unread:
        return ""
    return f"{in_words(each.named)} {not_read(each.named)}: no word of it is known to be gone"


def _only_number(shown: DiffAnswer, change: Change) -> str:
    """The number of a point that is on one side only; empty for other changes."""
    if change.old and change.new:
        return ""
    old, new = shown.comparison.old.points, shown.comparison.new.points
    return old[change.old[0]].number if change.old else new[change.new[0]].number


def reasons(shown: DiffAnswer, change: Change) -> list[str]:
    """Why its provisions are linked, one entry per link."""
    return [" ".join(_reason(shown.comparison, change, link)) for link in change.links]


def _reason(comparison: Comparison, change: Change, link: Link) -> Iterator[str]:
    old, new = comparison.old.provisions, comparison.new.provisions
    doubt, why = doubts(change, link), link.why
    likelihood = of_links([link], is_doubtful=bool(doubt))
    through = f", both from {link.via}" if link.via else ""
    yield f"{old[link.old].label} -> {new[link.new].label} {likelihood}{through}{':' if why else ''}"
    if why is None:
        return
    if comparison.is_restated:
        yield "The words compared are the files' own, so no share of them is given."
    else:
        yield (
            f"{percent(why.kept_old)} of the old words are in the new text,"
            f" {percent(why.kept_new)} of the new words in the old one (rare words weigh more);"
            f" {percent(why.likeness)} of the letters match."
        )
    if why.meaning is not None:
        yield f"Found by meaning: the cosine of their closest sentences is {why.meaning:.2f}."
    if why.rare:
        yield f"Rarest shared words: {', '.join(why.rare)}."
    places = ((comparison.old, why.runner_up_old), (comparison.new, why.runner_up_new))
    rivals = [version.provisions[k].ref for version, k in places if k is not None]
    if rivals and not link.stated:
        near = ", too close to be sure" if Doubt.rival in doubt else ""
        lead = f"{why.gap:.2f} behind{near}" if why.gap >= 0 else f"{-why.gap:.2f} ahead"
        yield f"{'Next best' if why.gap >= 0 else 'Likelier'}: {' and '.join(rivals)}, {lead}."
