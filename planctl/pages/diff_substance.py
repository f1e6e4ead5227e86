"""What a change does in substance, in one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planctl.diff import NOT_KNOWN, Basis, Change, Comparison, DiffAnswer, Kind, Part, Substitution
from planctl.models import Version, Wording
from planctl.page import Inline, StyledRun, runs
from planctl.pages import diff_phrases as say
from planctl.pages.diff_absence import basis
from planctl.pages.diff_gaps import gaps, is_gap
from planctl.pages.diff_labels import labels_of
from planctl.pages.diff_phrases import new_status
from planctl.pages.kinds import SHAPES, name
from planctl.pages.twins import Apart, whole
from planctl.plain import shorten
from planctl.substance import Difference

_FIGURES = frozenset(
    ("figure", "money", "percentage", "share", "ratio", "date", "duration", "deadline", "reference")
)
_GIST, _SHORTEST_GIST = 70, 24
"""Characters of a text in a row that are enough, and those that are the least."""
_OURS = frozenset((Wording.restated, Wording.reconstructed))
_DOUBT = "doubtful counterpart"
_RESTATED = 48
"""Characters of either side's own words in a row: they are not the parties' words."""
_LONGEST_ROW = 12
"""Entries in one row."""
_UNREAD = "not read for this plan"


def substance(shown: DiffAnswer, change: Change, twins: Apart) -> tuple[StyledRun, ...]:
    """What one change does in substance, in a row; empty where it does nothing.

    A dropped or added point may be cut, but not so short that it could be one of its ``twins``.
    """
    if change.kind is Kind.unseen and say.is_brief(change):
        return ()
    if len({part.kind for part in change.parts}) > 1 and not (change.old and change.new):
        return _joined([*_one_sided(shown, change)])
    if not (change.old and change.new):
        return (StyledRun(f"{name(change)}{_compare(shown, change)}: "), *_gist(shown, change, twins))
    entries: list[Inline] = [
        *_linked(shown, change),
        *_bracketed(shown.comparison, change),
        *_one_sided(shown, change),
    ]
    row = _joined([*entries, *filter(None, [new_status(change)])])
    return (*row, StyledRun(f" ({_DOUBT})")) if row and _rests_on_doubt(change) else row


def _joined(entries: Sequence[Inline]) -> tuple[StyledRun, ...]:
    """Entries in a row, semicolons between them."""
    row: list[StyledRun] = []
    for entry in entries:
        row += [StyledRun("; ")] if row else []
        row += runs(entry)
    return tuple(row)


def throughout(shown: DiffAnswer) -> list[tuple[str, str]]:
    """Names that became another name everywhere, or nearly: a label, and the row with all their places."""
    wanted = {id(part) for change in shown.changes for part in change.parts}
    parts = shown.comparison.parts
    return [
        _substituted(shown, each)
        for each in shown.comparison.substitutions
        if any(id(parts[k]) in wanted for k in each.parts)
    ]


def _substituted(shown: DiffAnswer, each: Substitution) -> tuple[str, str]:
    comparison = shown.comparison
    places = ", ".join(_few(_place(comparison, comparison.parts[k]) for k in each.parts))
    is_all = each.places == each.of
    count = f"all {each.of:,}" if is_all else f"{each.places:,} of {each.of:,}"
    ours = "restated: " if any(version.wording in _OURS for _, version in shown.sides) else ""
    row = f"{ours}{each.old} -> {each.new} in {count} places ({places})"
    return ("throughout" if is_all else "mostly"), row


def _place(comparison: Comparison, part: Part) -> str:
    """The labels of some provisions: ``4 -> 5``, or ``4`` if both sides have the same."""
    old, new = (
        [version.provisions[k].label for k in places]
        for version, places in ((comparison.old, part.old), (comparison.new, part.new))
    )
    return ", ".join(new) if old == new else say.arrow(old, new)


def _linked(shown: DiffAnswer, change: Change) -> list[str]:
    """Differences of linked provisions; where there are several, each behind the label of its provision."""
    parts = [part for part in change.parts if part.links and part.differences]
    kept = _without_shifts([d for part in parts for d in part.differences if not _is_whole(d, part)])
    kept_ids = {id(d) for d in kept}
    now = {(k.new.text, k.change): k.now for part in parts for k in part.stale if k.new}
    several = len(parts) > 1 and change.kind in SHAPES
    entries: list[str] = []
    for part in parts:
        label = f"{_names(shown.comparison.new, change, part)}: " if several else ""
        differences = [d for d in part.differences if id(d) in kept_ids]
        rows = [
            f"{_entry(d, shown)}{_whereabouts(now.get((d.new or '', d.change), ()))}"
            for d in differences
            if not is_gap(d)
        ]
        rows += gaps(shown.comparison, part, [d for d in differences if is_gap(d)])
        entries += (f"{label}{row}" for row in rows)
    return _few(entries)


def _rests_on_doubt(change: Change) -> bool:
    """Whether all that the row shows rests on links that may be wrong."""
    links = [(k.old, k.new) for part in change.parts if part.differences for k in part.links]
    return bool(links) and change.doubtful.issuperset(links)


def _entry(difference: Difference, shown: DiffAnswer) -> str:
    if difference.kind != "wording":
        return _summary(_of_unknown_words(difference, shown.comparison))
    ours = any(version.wording in _OURS for _, version in shown.sides)
    if not ours:
        return f"wording: {difference.summary}"
    old, new = (text and shorten(text, _RESTATED) for text in (difference.old, difference.new))
    return f"restated: {difference._replace(old=old, new=new).summary}"


def _of_unknown_words(difference: Difference, comparison: Comparison) -> Difference:
    """An empty bracket in a reconstruction is no blank that the parties left: its words are not known."""
    sides = ((comparison.old, difference.old), (comparison.new, difference.new))
    ours = any(v.wording is Wording.reconstructed and _is_blank(words) for v, words in sides)
    both = difference.old is not None and difference.new is not None
    return difference._replace(change=NOT_KNOWN) if ours and both else difference


def _is_blank(words: str | None) -> bool:
    return words is not None and "[" in words and not words.strip("[] _.")


def _compare(shown: DiffAnswer, change: Change) -> str:
    """``, but see 12``: where part of a dropped or added point may stand after all."""
    links = (*change.loose, *(() if shown.comparison.is_restated else change.near))
    if change.old:
        labels = [shown.comparison.new.provisions[link.new].label for link in links]
    else:
        labels = [shown.comparison.old.provisions[link.old].label for link in links]
    return f", but see {', '.join(dict.fromkeys(labels))}" if labels else ""


def _summary(difference: Difference) -> str:
    words = difference.summary
    if difference.change == NOT_KNOWN and _is_blank(difference.old):
        words = words.removesuffix(f" ({NOT_KNOWN})").replace(" -> ", f" ({NOT_KNOWN}) -> ", 1)
    if difference.absent:
        return f"placeholder {words}" if _is_blank(difference.old or difference.new) else words
    alone = difference.kind == "bracket" and (difference.old is None or difference.new is None)
    is_empty = alone and not (difference.old or difference.new or "").strip("[] _.")
    return f"{words[:2]}placeholder {words[2:]}" if is_empty else words


def _whereabouts(labels: Sequence[str]) -> str:
    """Where the point went whose number a reference still gives."""
    return f": what it named is now {', '.join(labels)}" if labels else ""


def _is_whole(difference: Difference, part: Part) -> bool:
    """Whether brackets were put round a whole text, or taken from it."""
    if difference.kind != "bracket" or (difference.old and difference.new) or not difference.change:
        return False
    return (difference.old or part.redline.old).strip() == part.redline.old.strip() and (
        difference.new or part.redline.new
    ).strip() == part.redline.new.strip()


def _bracketed(comparison: Comparison, change: Change) -> list[str]:
    """``13.a, 13.b now bracketed``: texts that stand in brackets from end to end, named by their labels."""
    by_state: dict[str, list[str]] = {}
    for part in change.parts:
        for difference in part.differences:
            if _is_whole(difference, part) and part.links:
                if difference.new is None:
                    by_state.setdefault("no longer bracketed", []).extend(labels_of(comparison.old, part.old))
                else:
                    by_state.setdefault("now bracketed", []).extend(labels_of(comparison.new, part.new))
    alone = len(change.parts) == 1
    return [what if alone else f"{', '.join(labels)} {what}" for what, labels in by_state.items()]


def _names(new: Version, change: Change, part: Part) -> str:
    return ", ".join(labels_of(new, part.new, several=len(change.new) > 1))


def _few(entries: Iterable[str]) -> list[str]:
    """Each entry once, and not so many that they hide the other rows; the redline and JSON have all."""
    distinct = list(dict.fromkeys(entries))
    rest = len(distinct) - _LONGEST_ROW
    return [*distinct[:_LONGEST_ROW], f"and {rest:,} more"] if rest > 1 else distinct


def _gist(shown: DiffAnswer, change: Change, twins: Apart) -> tuple[StyledRun, ...]:
    """A dropped or added point in its first words, not by its heading: "Amnesty" may head its refusal.

    A point without words has nothing but its heading.
    """
    version, places = (shown.comparison.old, change.old) if change.old else (shown.comparison.new, change.new)
    point = version.points[places[0]]
    number = point.number
    needed = (twins.old if change.old else twins.new)[number]
    opening = whole(version, number)
    figures = _few(d.words for d in change.differences if d.kind in _FIGURES)
    if opening:
        return (StyledRun(opening, least=max(_SHORTEST_GIST, needed), keeps=tuple(figures)),)
    if any(version.provisions[k].unseen for k in version.find(number)):
        return (StyledRun(_UNREAD),)
    if figures or not point.heading:
        return (StyledRun(", ".join(figures) or "no words"),)
    return (
        StyledRun('heading "'),
        StyledRun(point.heading, least=_SHORTEST_GIST),
        StyledRun('" without a text'),
    )


def _without_shifts(differences: Sequence[Difference]) -> list[Difference]:
    """Leaves out parties and qualifiers that left one item of a point for another.

    What denies or binds is always shown.
    """
    sides = {(d.kind, d.old, d.new) for d in differences if d.kind in {"party", "qualifier"}}
    return [d for d in differences if (d.old and d.new) or (d.kind, d.new, d.old) not in sides]


def _one_sided(shown: DiffAnswer, change: Change) -> Iterator[Inline]:
    """``20.b, 20.c dropped (reported, bbg-24)``: provisions without a counterpart that anybody has read."""
    by_what: dict[tuple[str, str, bool], list[Part]] = {}
    for part in change.parts:
        if part.absence:
            rests = basis(part.absence) if part.absence.basis is Basis.left_out else ""
            by_what.setdefault((name(part), rests, _is_new(shown, part)), []).append(part)
    if change.absence and len(by_what) == 1 and all(part.absence and part.links for part in change.parts):
        yield name(change)
        return
    for (kind, rests, _), parts in by_what.items():
        yield _alone(shown, change, (kind, rests), parts)
    is_rest_same = change.absence and all(part.absence or part.equal for part in change.parts)
    if is_rest_same and len(change.parts) > sum(map(len, by_what.values())):
        yield "the rest unchanged"


def _alone(shown: DiffAnswer, change: Change, what: tuple[str, str], parts: Sequence[Part]) -> Inline:
    (kind, rests), (version, places) = what, _places(shown, parts)
    is_new = version is shown.comparison.new
    is_named = parts[0].kind is Kind.no_counterpart or (not is_new and _is_taken(shown, change, places))
    name = f"{version.version}:" if is_named else ""
    labels = labels_of(version, places, name, several=len(change.new if is_new else change.old) > 1)
    is_single = len(places) == 1 and not (parts[0].old and parts[0].new)
    text = " ".join(version.provisions[places[0]].text.split()).rstrip(".:") if is_single else ""
    opening = (StyledRun(": "), StyledRun(text, least=_GIST)) if text else ()
    figures = _few(d.words for part in parts for d in part.differences if d.kind in _FIGURES)
    end = f" ({', '.join(figures)})" if figures and not 0 < len(text) <= _GIST else ""
    return (f"{', '.join(labels)} {kind}{f' ({rests})' if rests else ''}", *opening, end)


def _is_taken(shown: DiffAnswer, change: Change, places: Sequence[int]) -> bool:
    """Whether one of some old provisions has a label that one of the change's new ones has, too."""
    old, new = shown.comparison.old.provisions, shown.comparison.new.provisions
    labels = {new[k].label for part in change.parts for k in part.new}
    return not labels.isdisjoint(old[k].label for k in places)


def _is_new(shown: DiffAnswer, part: Part) -> bool:
    """Whether an absence is one of the new side: of two counterparts it is that of the one not read."""
    if part.absence and part.old and part.new:
        return part.absence.version == shown.comparison.new.version
    return bool(part.new)


def _places(shown: DiffAnswer, parts: Sequence[Part]) -> tuple[Version, list[int]]:
    """Some provisions and their version: the new one where all of them stand there."""
    is_new = all(_is_new(shown, part) for part in parts)
    version = shown.comparison.new if is_new else shown.comparison.old
    return version, [k for part in parts for k in (part.new if is_new else part.old)]
