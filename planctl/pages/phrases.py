"""Phrases that every output shares: dates, parties, evidence marks, banners. Their facts are the files'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from planctl.models import Evidence, LeftOut, PlanHeading, Point, Version, When, Wording

if TYPE_CHECKING:
    from planctl.lineage.states import State

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MARKS = {Evidence.published: "", Evidence.reported: "", Evidence.inferred: "~"}
"""What stands behind a label whose words are only inferred."""
INFERRED_MARK = "~ rests on inference, not on a text or a report"


def date(when: When) -> str:
    """``20 Nov 2025``, ``20-26 Nov 2025``, ``20 Nov - 4 Dec 2025``; a whole month or year by its name."""
    if not when.is_known:
        return "date unknown"
    first, last = when.earliest, when.latest
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if when == When.of(first.isoformat()[:4]):
        return f"{first.year}"
    if when == When.of(first.isoformat()[:7]):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{end}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_MONTHS[first.month - 1]}{year} - {end}"


def parties(ids: Iterable[str], header: PlanHeading) -> str:
    """``United States, Ukraine``: full names where the plan has them."""
    return ", ".join(header.names.get(id_, id_) for id_ in ids) or "nobody named"


def tabled_apart(version: Version, header: PlanHeading) -> str:
    """``6, 7 tabled by Ukraine``: points that name who tabled them, unless it is who tabled the version."""
    by_parties: dict[tuple[str, ...], list[str]] = {}
    for point in version.points:
        if point.tabled_by is not None and point.tabled_by != version.tabled_by:
            by_parties.setdefault(point.tabled_by, []).append(point.number)
    return "; ".join(
        f"{', '.join(points)} tabled by {parties(who, header)}" for who, points in by_parties.items()
    )


def counted(number: int, noun: str) -> str:
    """``1 point``, ``19 points``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


NOT_READ = "Not read for this plan."
"""Said of a unit that is there, whose words are not known."""


def stopped(label: str) -> str:
    """``a.``; a label that ends in a sign of its own stays as it is: ``(a)``."""
    return f"{label}." if label[-1:].isalnum() else label


def status_and_evidence(version: Version, path: str, point: Point) -> str:
    """``published``, ``open, published and reported``: whether a point was settled, and all it rests on."""
    kinds = {version.provisions[k].evidence for k in version.find(path)}
    rests = "" if version.is_loose else " and ".join(kind for kind in Evidence if kind in kinds)
    return ", ".join(filter(None, [point.status and point.status.value, rests]))


def size(state: State) -> str:
    """``20 points, 777 words; verbatim, 16 published, 4 reported``; of a restated text its provisions."""
    rests = ", ".join(f"{state.evidence[kind]} {kind}" for kind in Evidence if state.evidence[kind])
    amount = counted(state.provisions, "provision") if state.words is None else counted(state.words, "word")
    return f"{counted(state.points, 'point')}, {amount}; {state.version.wording}, {rests}"


def banners(versions: Iterable[tuple[str, Version]]) -> list[str]:
    """How far to trust the texts shown, one sentence or two each; empty for verbatim, published texts.

    ``versions`` are (name as shown, version).
    """
    shown = list(dict(versions).items())
    sentences = [_trust(name, version) for name, version in shown]
    return [
        sentence for sentence in (*sentences, _faithfulness(shown), *_contested_descent(shown)) if sentence
    ]


def _contested_descent(shown: Sequence[tuple[str, Version]]) -> Iterator[str]:
    """``That v19 was made from e3 is contested.``, where both are shown."""
    for name, version in shown:
        disputed = {parent.version for parent in version.made_from if parent.contested}
        yield from (
            f"That {name} was made from {ancestor} is contested."
            for ancestor, parent in shown
            if parent.version in disputed
        )


def _trust(name: str, version: Version) -> str:
    """What the version's points rest on, where that is not a published text for all of them."""
    basis = _rests(version.evidence_in_part, version.point_count)
    if version.wording is Wording.reconstructed:
        return f"{name} is a reconstruction, not a published text{basis and ': '}{basis}."
    return f"{name}: {basis}." if basis else ""


def absences(name: str, version: Version) -> list[str]:
    """What the version's file says of what is not there, or cannot be read: a sentence for each statement."""
    sentences = [left_out(name, version, each) for each in version.left_out]
    if version.unseen:
        sentences.append(f"N{undecided(version.unseen, name)[1:]}.")
    return sentences + unread(name, version)


def unread(name: str, version: Version) -> list[str]:
    """What is in a version that was not read for the plan."""
    labels = list(dict.fromkeys(provision.label for provision in version.provisions if provision.unseen))
    if not labels:
        return []
    what = "what it says" if len(labels) == 1 else "what they say"
    return [f"{in_words(labels)} of {name} {not_read(labels)}: {what} is not known here."]


def not_read(names: Sequence[str]) -> str:
    """``was not read for this plan``: others may have read it; a plan knows only its own sources."""
    return f"{'was' if len(names) == 1 else 'were'} not read for this plan"


def undecided(refs: Sequence[str], name: str) -> str:
    """``no source read for this plan says whether v28:24.c is still in e3``."""
    are = "is" if len(refs) == 1 else "are"
    return f"no source read for this plan says whether {in_words(refs)} {are} still in {name}"


def in_words(names: Sequence[str]) -> str:
    """``17``; ``17 and 23``; ``1, 2 and 3``."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def left_out(name: str, version: Version, statement: LeftOut) -> str:
    """``v19 is said to leave out v28:13 (reported, bbg-24): matters of two parties only.``

    What its keeper infers nobody said: ``v20 is taken to leave out v28:3 (inferred).``
    """
    evidence = statement.evidence or version.evidence
    rests = ", ".join([evidence.value, *statement.sources])
    how = "is taken to leave out" if evidence is Evidence.inferred else "is said to leave out"
    note = f": {statement.note}" if statement.note else "."
    return f"{name} {how} {', '.join(statement.refs)} ({rests}){note}"


def _rests(count: Counter[Evidence], total: int) -> str:
    """``5 of its 19 points rest at least in part on reports, 16 at least in part on inference (marked ~)``.

    A point whose items rest on both is in both figures. Empty when all are published.
    """
    on = {
        Evidence.reported: "at least in part on reports",
        Evidence.inferred: f"at least in part on inference (marked {MARKS[Evidence.inferred]})",
    }
    counts = [(count[kind], words) for kind, words in on.items() if count[kind]]
    if not counts:
        return ""
    number, words = counts[0]
    rest = "rests" if number == 1 else "rest"
    first = f"{number} of its {counted(total, 'point')} {rest} {words}"
    return ", ".join([first, *(f"{number} {words}" for number, words in counts[1:])])


def _faithfulness(shown: list[tuple[str, Version]]) -> str:
    """Whose words they are: what a difference between two texts, or the wording of one, can mean."""
    restated, reconstructed, translated = (
        [name for name, v in shown if v.wording is wording]
        for wording in (Wording.restated, Wording.reconstructed, Wording.translated)
    )
    alone = len(shown) == 1
    sentences = []
    if alone and restated:
        sentences.append(f"{restated[0]} is restated: its terms are the draft's, its words are not.")
    elif not alone and (restated or reconstructed):
        named = (restated, "restated"), (reconstructed, "reconstructed")
        what = " and ".join(f"{_are(names, shown)} {how}" for names, how in named if names)
        sentences.append(f"{what}: this compares terms, not wording.")
    if translated:
        whose = "its words are the translator's" if alone else "a difference may be the translator's own"
        sentences.append(f"{_are(translated, shown)} translated: {whose}.")
    return " ".join(sentences)


def _are(names: list[str], shown: list[tuple[str, Version]]) -> str:
    if len(names) == len(shown) > 1:
        return "Both texts are" if len(names) == 2 else "All texts are"  # noqa: PLR2004 - both means two
    return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'}"
