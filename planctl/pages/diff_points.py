"""One change in full: what became of its provisions word by word, what they rest on, why they are linked."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diff import UNKNOWN, Change, Comparison, DiffAnswer, Part
from planctl.page import (
    Block,
    Entry,
    Inline,
    LinkReasons,
    PairedRedlines,
    RedlineBlock,
    Redlines,
    Remarks,
    Strand,
    StyledRun,
)
from planctl.pages import diff_phrases as say
from planctl.pages.diff_reasons import absences, asides, bases, reasons, rests_on
from planctl.pages.phrases import counted
from planctl.redline import Segment

_LISTED = 8
"""Provisions that kept label and words which are named one by one."""


def point(shown: DiffAnswer, change: Change, *, side_by_side: bool, explain: bool) -> Iterator[Block]:
    """Its head, its redlines, remarks."""
    comparison = shown.comparison
    margin = StyledRun(say.likeness(change), "dim"), StyledRun(rests_on(shown, change))
    yield Entry(say.labels(comparison, change), say.kinds(change), _title(comparison, change), margin)
    if change.heading:
        yield Redlines((_retitled(change.heading),))
    rows = tuple(_rows(comparison, change))
    if rows:
        yield PairedRedlines((shown.old, shown.new), rows) if side_by_side else Redlines(rows)
    remarks: list[Inline] = [
        *_unchanged(comparison, change),
        *absences(shown, change),
        *asides(shown, change),
    ]
    remarks += bases(shown, change, everything=explain)
    if remarks:
        yield Remarks(tuple(remarks))
    if explain and (why := reasons(shown, change)):
        yield LinkReasons(tuple(why))


def _title(comparison: Comparison, change: Change) -> str:
    """The heading of the point, where both sides have one point with one heading or only one side has any."""
    headings = {comparison.old.points[k].heading for k in change.old} | {
        comparison.new.points[k].heading for k in change.new
    }
    return headings.pop() if len(headings) == 1 else ""


def _retitled(heading: tuple[str, str]) -> RedlineBlock:
    old, new = heading
    segments = [Segment("delete", old)] if old else []
    segments += [Segment("keep", " ")] if old and new else []
    segments += [Segment("insert", new)] if new else []
    return RedlineBlock("heading:", "", (Strand("", tuple(segments)),), paired=False)


def _rows(comparison: Comparison, change: Change) -> Iterator[RedlineBlock]:
    """A redline for each provision that changed; without its label where there is but one."""
    if len(change.parts) == 1:
        yield _redline(comparison, change.parts[0], "", "")
        return
    for number, part in enumerate(change.parts):
        remark = say.part_remark(change, number)
        if not say.is_brief_part(part) or remark:
            yield _redline(comparison, part, say.part_labels(comparison, part), remark)


def _redline(comparison: Comparison, part: Part, label: str, remark: str) -> RedlineBlock:
    if label and say.is_brief_part(part):
        return RedlineBlock(label, remark, ())
    unknown = part.kind in UNKNOWN or _is_inferred(comparison, part)
    strands = _unmarked(comparison, part) if unknown else _marked(comparison, part)
    shown = tuple(strand for strand in strands if any(segment.text for segment in strand.segments))
    return RedlineBlock(label, remark, shown, paired=bool(part.old and part.new) and not unknown)


def _is_inferred(comparison: Comparison, part: Part) -> bool:
    """Whether all that one side has was not read: its words are the keeper's guess."""
    old, new = comparison.old, comparison.new
    if old.version == new.version:
        return False
    sides = ((old.unread, part.old), (new.unread, part.new))
    return any(places and unread.issuperset(places) for unread, places in sides)


def _marked(comparison: Comparison, part: Part) -> list[Strand]:
    return [Strand(name, tuple(segments)) for name, segments in say.redlines(comparison, part)]


def _unmarked(comparison: Comparison, part: Part) -> list[Strand]:
    """The texts as they stand, each under its version where there are two: no source says that any of their
    words are on one side only.
    """
    sides = ((comparison.old, part.redline.old), (comparison.new, part.redline.new))
    texts = [(version.version, text) for version, text in sides if text.strip()]
    return [Strand(name if len(texts) > 1 else "", (Segment("keep", text),)) for name, text in texts]


def _unchanged(comparison: Comparison, change: Change) -> Iterator[str]:
    """Which provisions stayed as they were, of a change that has several; of many that kept their labels, how
    many."""
    if len(change.parts) == 1:
        return
    same: dict[str, list[Part]] = {}
    for number, part in enumerate(change.parts):
        if say.is_brief_part(part) and not say.part_remark(change, number):
            same.setdefault(part.kind.value, []).append(part)
    for kind, parts in same.items():
        stayed = [label for part in parts if (label := _kept_label(comparison, part))]
        relabelled = [
            say.part_labels(comparison, part) for part in parts if not _kept_label(comparison, part)
        ]
        if relabelled:
            yield f"{kind}: {', '.join(relabelled)}"
        if stayed:
            listed = ", ".join(stayed) if len(stayed) <= _LISTED else counted(len(stayed), "provision")
            yield f"{kind}, same label: {listed}"


def _kept_label(comparison: Comparison, part: Part) -> str:
    """The label of a provision that has it on both sides; else empty."""
    olds = {comparison.old.provisions[k].label for k in part.old}
    news = {comparison.new.provisions[k].label for k in part.new}
    return next(iter(olds)) if olds == news and len(olds) == 1 else ""
