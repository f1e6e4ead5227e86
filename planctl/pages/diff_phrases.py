"""What the page of ``diff`` says: labels, kinds, likelihoods, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planctl.alignment import Link
from planctl.diff import UNKNOWN, Change, Comparison, DiffAnswer, Fates, Kind, Part
from planctl.models import Evidence, Version, Wording
from planctl.page import Inline, StyledRun, tidy
from planctl.pages import kinds as kinds_
from planctl.pages.diff_absence import full_text, no_counterpart
from planctl.pages.phrases import INFERRED_MARK, MARKS, banners, counted, in_words, unread
from planctl.redline import Segment

UNCHANGED_INFERRED = "unchanged~ means no change was reported, not that none was made"
WORD_COUNT_LEGEND = "words: - only in the old text, + only in the new one"
TERM_COUNT_LEGEND = (
    "1 of 3, 1 not known: how many of the point's provisions are without a reported change, and of how many"
    " it is not known what became of them"
)
COMPUTED = ".99: probability that the match is right, not how similar the words are"
STATED = "stated: the files name the counterpart, or what both were made from; it was not computed"
_FIGURES = "figures in digits, dates, money, percentages, party names and brackets were compared"
_SURELY_EQUAL, _NEARLY = 1.0, 0.99
_FEW, _SEVERAL = 2, 3
_TRUST_NOTE = 300
"""Characters of a version's note that stand on top where there is little room."""


def trust(shown: DiffAnswer) -> list[Inline]:
    """How far to trust what follows, one entry per argument, with the note of a text not known whole."""
    lines: list[Inline] = [*shown.remarks, *_relation(shown), *banners(shown.sides)]
    for name, version in dict(shown.sides).items():
        if version.note and (version.wording is Wording.reconstructed or _is_in_part(shown, version)):
            lines.append(
                (f"{name}'s note: ", StyledRun(version.note, "", _TRUST_NOTE, f"planctl show {name}"))
            )
        lines += unread(name, version)
    lines += _of_figures_alone(shown.comparison)
    return [*lines, *(_by_meaning(shown.comparison) if shown.comparison.encoder else _by_words(shown))]


def _is_in_part(shown: DiffAnswer, version: Version) -> bool:
    """Whether a version is the new side, known only in part, and points have no counterpart in it."""
    is_new = version is shown.comparison.new and not version.accounts_for_all
    return is_new and any(change.kind is Kind.no_counterpart for change in shown.comparison.changes)


def _relation(shown: DiffAnswer) -> list[str]:
    """That neither text was made from the other, by what the files say."""
    if shown.comparison.are_related:
        return []
    neither = f"By the files neither {shown.old} nor {shown.new} was made from the other"
    return [f"{neither}: where they differ, neither changed the other."]


def _of_figures_alone(comparison: Comparison) -> list[str]:
    """Of a language without word lists only figures are read."""
    known = [part.known for part in comparison.parts if not part.equal]
    if all(known):
        return []
    texts = counted(known.count(False), "changed text")
    limits = f"In {texts} only {_FIGURES}, not obligations, negation or the rest."
    return [f"Substance is read in English and French. {limits}"]


def _by_words(shown: DiffAnswer) -> list[str]:
    """Where most points of both sides stand alone, they may have been said anew, unless a file decides it."""
    comparison, summary = shown.comparison, shown.comparison.summary
    texts = (comparison.old.points, comparison.new.points)
    if any(2 * sum(p.made_from is not None for p in points) > len(points) for points in texts):
        return []
    alone = (
        _numbered(comparison.old, (k for change in comparison.changes if not change.new for k in change.old)),
        _numbered(comparison.new, (k for change in comparison.changes if not change.old for k in change.new)),
    )
    if any(few < _SEVERAL or 2 * few <= all_ for few, all_ in zip(alone, summary.points, strict=True)):
        return []
    sides = zip(alone, summary.points, (shown.old, shown.new), strict=True)
    alone_of = " and ".join(f"{few} of {all_} points of {name}" for few, all_, name in sides)
    doubt = "Words alone do not show whether the other text has them in other words"
    return [f"{alone_of} have no counterpart by their words. {doubt}; --semantic also compares meaning."]


def _numbered(version: Version, places: Iterable[int]) -> int:
    """How many of some points (0-based) are no heading, preamble or closing."""
    return sum(version.points[k].number not in version.passages for k in places)


def _by_meaning(comparison: Comparison) -> list[str]:
    links = [link for part in comparison.parts for link in part.links]
    by_meaning = sum(map(is_by_meaning, links))
    verb = "rests" if by_meaning == 1 else "rest"
    share = f"{by_meaning} of {counted(len(links), 'link')} {verb} on meaning alone"
    limits = "Meaning finds points on the same subject; it does not show whether they say the same."
    return [f"Counterparts were also sought by meaning ({comparison.encoder}): {share}. {limits}"]


def is_by_meaning(link: Link) -> bool:
    """Whether a link was found by meaning and not by words."""
    return link.why is not None and link.why.meaning is not None


def labels(comparison: Comparison, change: Change) -> str:
    """``3, 4 -> 5~``, ``14`` for a dropped point, ``-> 10`` for an added one."""
    old = [_point(comparison.old, k) for k in change.old]
    new = [_point(comparison.new, k) for k in change.new]
    return arrow(old, new)


def part_labels(comparison: Comparison, part: Part) -> str:
    """``10.b -> 5.a``, the same way."""
    old = [comparison.old.provisions[k].label for k in part.old]
    new = [comparison.new.provisions[k].label for k in part.new]
    return arrow(old, new)


def arrow(old: Sequence[str], new: Sequence[str]) -> str:
    """Labels of both sides; a side without any leaves the arrow pointing from or to nothing."""
    if not new:
        return ", ".join(old)
    return f"{', '.join(old)} -> {', '.join(new)}".strip()


def _point(version: Version, index: int) -> str:
    point = version.points[index]
    provisions = (version.provisions[k] for k in version.find(point.number))
    inferred = any(provision.evidence is Evidence.inferred for provision in provisions)
    return point.number + (MARKS[Evidence.inferred] if inferred else "")


def kinds(change: Change) -> str:
    """``edited, moved, now open``."""
    moved = f"moved with {change.section.old}" if change.section else "moved"
    flags = ((moved, change.moved), ("format only", change.format_only), (new_status(change), True))
    return ", ".join([kinds_.name(change), *(name for name, is_set in flags if name and is_set)])


def new_status(change: Change) -> str:
    """``now open``; empty where the status stayed."""
    if not change.status:
        return ""
    return f"now {change.status[1]}" if change.status[1] else f"no longer marked {change.status[0]}"


def number(similarity: float) -> str:
    """``.86``; ``1.00`` is kept for what is equal."""
    shown = similarity if similarity >= _SURELY_EQUAL else min(similarity, _NEARLY)
    return f"{shown:.2f}".removeprefix("0")


def likeness(change: Change) -> str:
    """``.86 computed``, ``.62-.97 computed``, ``stated``; ``?`` after what is doubtful."""
    return of_links(change.links, is_doubtful=bool(change.doubtful))


def brief_likeness(change: Change) -> str:
    """The same without ``computed``, which goes without saying in a table: ``.86``, ``stated``."""
    if any(link.stated for link in change.links) or all(map(is_by_meaning, change.links)):
        return likeness(change)
    return _range(change.links, is_doubtful=bool(change.doubtful))


def of_links(links: Sequence[Link], *, is_doubtful: bool) -> str:
    """The same for some links. A stated one needs no likelihood."""
    computed = [link for link in links if not link.stated]
    if not computed:
        return _stated(links) if links else ""
    how = "by meaning" if all(map(is_by_meaning, computed)) else "computed"
    figure = f"{_range(computed, is_doubtful=is_doubtful)} {how}"
    return figure if len(computed) == len(links) else f"{figure}, others stated"


def _stated(links: Sequence[Link]) -> str:
    """``stated``; ``stated through us20``, where either end names a unit of a third text."""
    texts = dict.fromkeys(link.via.partition(":")[0] for link in links)
    return "stated" if "" in texts else f"stated through {in_words(list(texts))}"


def _range(links: Sequence[Link], *, is_doubtful: bool) -> str:
    """``.86``, ``.62-.97``, ``.50?``."""
    similarities = sorted(link.similarity for link in links)
    low, high = number(similarities[0]), number(similarities[-1])
    return f"{low if low == high else f'{low}-{high}'}{'?' if is_doubtful else ''}"


def counts(shown: DiffAnswer) -> list[str]:
    """``13 unchanged~``, ``1 merged (5 -> 1)`` and so on, kinds that occur and those always shown."""
    comparison = shown.comparison
    by_name: dict[str, list[Change]] = {kind.value: [] for kind in kinds_.ALWAYS}
    for change in sorted(comparison.changes, key=kinds_.rank):
        by_name.setdefault(kinds_.name(change), []).append(change)
    entries = [_count(name, changes) for name, changes in by_name.items()]
    figures = comparison.summary
    entries += [f"{figures.moved} moved", f"{figures.renumbered} renumbered"]
    return [*entries, f"{figures.format_only} format only"] if figures.format_only else entries


def outside_points(shown: DiffAnswer) -> str:
    """How many of the changes counted are no changes of points; empty if none."""
    if not (count := shown.comparison.summary.outside_points):
        return ""
    concern = (
        "concerns a heading, preamble or closing" if count == 1 else "concern headings, preambles or closings"
    )
    return f"{count} of these {concern}, not points"


def _count(name: str, changes: Sequence[Change]) -> str:
    claims = [change for change in changes if change.kind not in UNKNOWN]
    inferred = sum(change.evidence is Evidence.inferred for change in claims)
    mark = "" if not inferred else "~" if inferred == len(changes) else f" ({inferred}~)"
    shape = ""
    if changes and changes[0].kind in kinds_.SHAPES:
        shape = f" ({sum(len(c.old) for c in changes)} -> {sum(len(c.new) for c in changes)})"
    return f"{len(changes)} {name}{mark}{shape}"


def survival(shown: DiffAnswer) -> str:
    """How much of the old wording is left; of restated texts, how much of it nobody reports as changed."""
    figures = shown.comparison.summary
    if figures.fates:
        return _fates(shown, figures.fates)
    share = f"{percent(figures.surviving)} of {shown.old}'s wording ({counted(figures.old_words, 'word')})"
    return f"{share} remains in {shown.new}"


def _fates(shown: DiffAnswer, known: Fates) -> str:
    """``35 of v28's 63 provisions have a counterpart in v19 without a reported change``, and what is unknown.

    A counterpart by inference alone has no text that was read: how many are such is said.
    """
    all_of = f"{shown.old}'s {counted(known.of, 'provision')}"
    rest = f"; what became of {known.unknown} is not known" if known.unknown else ""
    if known.of and not known.without_change:
        return f"None of {all_of} is known to be in {shown.new} unchanged{rest}"
    have = "has" if known.without_change == 1 else "have"
    guessed = f", {_guessed(known)} by inference alone" if known.by_inference else ""
    counterpart = f"{have} a counterpart in {shown.new} without a reported change"
    return f"{known.without_change} of {all_of} {counterpart}{guessed}{rest}"


def _guessed(known: Fates) -> str:
    return "all" if known.by_inference == known.without_change else f"{known.by_inference} of them"


def terms(change: Change) -> str:
    """``1 of 3, 1 not known``: how many provisions of some old points are without a reported change."""
    known = change.fates
    rest = f", {known.unknown} not known" if known.unknown else ""
    return f"{known.without_change} of {known.of}{rest}" if known.of else ""


def percent(share: float) -> str:
    """A share in whole percent; 0 and 100 are kept for none and all."""
    if share in {0, 1}:
        return f"{share:.0%}".replace("%", " %")
    return f"{min(99, max(1, round(100 * share)))} %"


def points(shown: DiffAnswer) -> str:
    """``28 points -> 19``."""
    old, new = shown.comparison.summary.points
    return f"{counted(old, 'point')} -> {new:,}"


def legend(shown: DiffAnswer) -> list[str]:
    """What the marks mean, those that occur, and that something was left out."""
    changes = shown.comparison.changes
    notes = []
    if any(change.evidence is Evidence.inferred for change in changes):
        notes.append(INFERRED_MARK)
        if any(c.kind is Kind.unchanged and c.evidence is Evidence.inferred for c in changes):
            notes[-1] = f"{INFERRED_MARK}; {UNCHANGED_INFERRED}"
    notes += [*no_counterpart(changes), *full_text(shown.changes)]
    links = [link for change in shown.changes for link in change.links]
    if any(link.stated for link in links):
        notes.append(STATED)
    if any(not link.stated and link.similarity < 1 for link in links):
        notes.append(COMPUTED)
    if any(change.doubtful for change in shown.changes):
        notes.append("?: a doubtful counterpart; --explain shows why it was chosen")
    return notes


def showing(shown: DiffAnswer) -> str:
    """That a filtered answer is filtered: ``Showing 2 of 24 changes; the summary covers all.``"""
    if not shown.is_partial:
        return ""
    total = len(shown.comparison.changes)
    return f"Showing {len(shown.changes)} of {counted(total, 'change')}; the summary covers all."


def is_brief(change: Change) -> bool:
    """Unchanged, or unseen and restated in the same words, and nothing else to show: only listed."""
    is_same = change.kind is Kind.unchanged or (
        change.kind is Kind.unseen and change.equal and bool(change.old and change.new)
    )
    return is_same and not (change.moved or change.heading or change.status or change.crossing)


def is_brief_part(part: Part) -> bool:
    """Unchanged, or unseen and restated in the same words: only listed."""
    return part.kind is Kind.unchanged or (part.kind is Kind.unseen and part.is_unreported)


def part_remark(change: Change, number: int) -> str:
    """What to say of a part besides its words: its shape, that it moved, that it crosses."""
    part = change.parts[number]
    remarks = [kinds_.name(part)] if part.kind in kinds_.SHAPES else []
    remarks += ["moved"] if number in change.reordered else []
    remarks += ["shared with another point"] if number in change.crossing else []
    return ", ".join(remarks)


def redlines(comparison: Comparison, part: Part) -> list[tuple[str, Sequence[Segment]]]:
    """The part's redline, cut where a new provision ends and labelled if there are several; or one a copy."""
    if not part.copies:
        if len(part.new) < _FEW or not part.old:
            return [("", part.redline.segments)]
        units = [comparison.new.provisions[place] for place in part.new]
        cut = _cut(part.redline.segments, [len(unit.text) for unit in units])
        return [(unit.label, segments) for unit, segments in zip(units, cut, strict=True)]
    side = comparison.new if len(part.old) == 1 else comparison.old
    places = (copy.new if len(part.old) == 1 else copy.old for copy in part.copies)
    labels = (side.provisions[place].label for place in places)
    return [(label, copy.segments) for label, copy in zip(labels, part.copies, strict=True)]


def _cut(segments: Sequence[Segment], lengths: Sequence[int]) -> Iterator[list[Segment]]:
    """Segments of joined new texts, text by text; what was deleted between two goes with the first."""
    piece: list[Segment] = []
    waiting = iter(lengths)
    left = next(waiting)
    for kind, text in segments:
        rest = text
        while kind != "delete" and len(rest) > left:
            piece += [Segment(kind, rest[:left])] if left else []
            yield piece
            rest, piece, left = rest[left + 1 :], [], next(waiting)  # one sign stands between two texts
        left -= len(rest) if kind != "delete" else 0
        piece += [Segment(kind, rest)] if rest else []
    yield piece


def word_balance(change: Change) -> tuple[int, int]:
    """Words removed and added; parts that cross are counted with the point that has the old words."""
    parts = [p for k, p in enumerate(change.parts) if k not in change.crossing or (p.old and change.old)]
    return sum(part.counts["delete"] for part in parts), sum(part.counts["insert"] for part in parts)


def sign_balance(change: Change) -> tuple[str, str]:
    """Signs removed and added, brackets and punctuation, each named once."""
    segments = [s for part in change.parts for s in tidy(part.redline.segments)]
    deleted, inserted = (
        "".join(dict.fromkeys(c for s in segments if s.kind == kind for c in s.text if _is_sign(c)))
        for kind in ("delete", "insert")
    )
    return deleted, inserted


def _is_sign(character: str) -> bool:
    return not (character.isalnum() or character.isspace())
