"""What the outputs of ``diff`` say in the same words: labels, marks, figures. No layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planctl.alignment import Link
from planctl.diff import Change, Comparison, Kind, Part
from planctl.models import Evidence, Heading, Version, Wording
from planctl.redline import Segment
from planctl.render.phrases import INFERRED_MARK, MARKS, absences, banners, counted
from planctl.render.plain import one_line, shorten
from planctl.text import normalise

MARKED = "[-words-] only in {old}   {{+words+}} only in {new}"
UNCHANGED_INFERRED = "unchanged~ means that no change is reported, not that none was made"
COMPUTED = ".99 computed: how sure the counterpart is, not how alike the words are"
_FIGURES = "figures in digits, dates, money, percentages, party names and brackets are compared"
_SURELY_EQUAL, _NEARLY = 1.0, 0.99
_SHAPES = frozenset((Kind.merged, Kind.split, Kind.recast))
_COPIED = {Kind.split: "copied", Kind.merged: "doubles merged"}
_FEW, _SEVERAL = 2, 3
_TRUST_NOTE = 300
"""Characters of a version's note that stand on top; JSON has all of it."""


class Shown(NamedTuple):
    """A comparison as somebody asked for it: names as typed, the plan's header, the changes wanted."""

    comparison: Comparison
    header: Heading
    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def sides(self) -> tuple[tuple[str, Version], tuple[str, Version]]:
        """Both versions with their names as shown."""
        return (self.old, self.comparison.old), (self.new, self.comparison.new)

    @property
    def is_partial(self) -> bool:
        """Whether some changes are left out."""
        return len(self.changes) < len(self.comparison.changes)


def trust(shown: Shown) -> list[str]:
    """How far to trust what follows, one entry an argument; a reconstruction speaks for itself too."""
    found = banners(shown.sides)
    for name, version in dict(shown.sides).items():
        if version.wording is Wording.reconstructed and version.note:
            found.append(f"{name}'s note: {_opening(version.note, _TRUST_NOTE)}")
        found += absences(name, version)
    found += _unread(shown.comparison)
    return [*found, *(_by_meaning(shown.comparison) if shown.comparison.encoder else _by_words(shown))]


def _unread(comparison: Comparison) -> list[str]:
    """Of a language without word lists only figures are read."""
    known = [part.known for part in comparison.parts if not part.equal]
    if all(known):
        return []
    some = f"{known.count(False)} of " if any(known) else ""
    told = f"Of {some}the texts that differ only {_FIGURES}; duties, denials and the rest are not."
    return [f"Substance is read in English and French. {told}"]


def _by_words(shown: Shown) -> list[str]:
    """Where most points of both sides stand alone, they may have been said anew."""
    summary = shown.comparison.summary
    alone = summary.kinds[Kind.dropped], summary.kinds[Kind.added]
    if any(few < _SEVERAL or 2 * few <= all_ for few, all_ in zip(alone, summary.points, strict=True)):
        return []
    sides = zip(alone, summary.points, (shown.old, shown.new), strict=True)
    told = " and ".join(f"{few} of {all_} points of {name}" for few, all_, name in sides)
    doubt = f"Words do not tell whether {shown.new} leaves them out or says them in other words"
    return [f"{told} have no counterpart by their words. {doubt}; --semantic looks by meaning too."]


def _by_meaning(comparison: Comparison) -> list[str]:
    links = [link for part in comparison.parts for link in part.links]
    own = sum(map(is_by_meaning, links))
    told = f"{own} of {counted(len(links), 'link')} {'is' if own == 1 else 'are'} by meaning alone"
    limits = "That finds points on the same matter; it does not tell whether they say the same."
    return [f"Counterparts were looked for by meaning too ({comparison.encoder}): {told}. {limits}"]


def is_by_meaning(link: Link) -> bool:
    """Whether a link was found by meaning and not by words."""
    return link.why is not None and link.why.meaning is not None


def _opening(text: str, most: int) -> str:
    """The first sentences of a text, as many as fit; at least one, cut where it must be."""
    found: list[str] = []
    for sentence in sentences(text):
        if sum(map(len, found)) + len(found) + len(sentence) > most:
            break
        found.append(sentence)
    return " ".join(found) or shorten(text, most)


@lru_cache(maxsize=16)  # a version's note is looked through for every point that is absent from it
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a note, each on one line."""
    return tuple(re.split(r"(?<=[.!?])\s+", one_line(text)))


def labels(comparison: Comparison, change: Change) -> str:
    """``3, 4 -> 5~``, ``14`` for a dropped point, ``-> 10`` for an added one."""
    old = [_point(comparison.old, k) for k in change.old]
    new = [_point(comparison.new, k) for k in change.new]
    return arrow(old, new)


def part_labels(comparison: Comparison, part: Part) -> str:
    """``10.b -> 5.a``, the same way."""
    old = [one_line(comparison.old.provisions[k].label) for k in part.old]
    new = [one_line(comparison.new.provisions[k].label) for k in part.new]
    return arrow(old, new)


def arrow(old: Sequence[str], new: Sequence[str]) -> str:
    """Labels of both sides; a side without any leaves the arrow pointing from or to nothing."""
    if not new:
        return ", ".join(old)
    return f"{', '.join(old)} -> {', '.join(new)}".strip()


def _point(version: Version, index: int) -> str:
    point = version.points[index]
    own = (version.provisions[k] for k in version.find(point.number))
    inferred = any(provision.evidence is Evidence.inferred for provision in own)
    return one_line(point.number) + (MARKS[Evidence.inferred] if inferred else "")


def kinds(change: Change) -> str:
    """``edited, moved, now open``."""
    moved = f"moved with {one_line(change.section.old)}" if change.section else "moved"
    flags = ((moved, change.moved), ("format only", change.format_only), (new_status(change), True))
    return ", ".join([_name(change), *(name for name, is_set in flags if name and is_set)])


def _name(change: Change | Part) -> str:
    """The kind; where one text only stands several times on the other side, nothing was split or merged."""
    return _COPIED.get(change.kind, "") if change.copied else change.kind.value


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


def of_links(links: Sequence[Link], *, is_doubtful: bool) -> str:
    """The same for some links. A stated one needs no likelihood."""
    computed = sorted(link.similarity for link in links if not link.stated)
    if not computed:
        return "stated" if links else ""
    low, high = number(computed[0]), number(computed[-1])
    how = "by meaning" if all(is_by_meaning(k) for k in links if not k.stated) else "computed"
    figure = f"{low if low == high else f'{low}-{high}'}{'?' if is_doubtful else ''} {how}"
    return figure if len(computed) == len(links) else f"{figure}, others stated"


def counts(shown: Shown) -> list[str]:
    """``13 unchanged~``, ``1 merged (5 -> 1)`` and so on, kinds that occur and those always told."""
    comparison = shown.comparison
    always = {Kind.unchanged, Kind.edited, Kind.added, Kind.dropped}
    named = {kind.value: kind in always for kind in Kind} | dict.fromkeys(_COPIED.values(), False)
    own = {name: [change for change in comparison.changes if _name(change) == name] for name in named}
    found = [_count(name, own[name]) for name, is_told in named.items() if is_told or own[name]]
    figures = comparison.summary
    found += [f"{figures.moved} moved", f"{figures.renumbered} renumbered"]
    return [*found, f"{figures.format_only} format only"] if figures.format_only else found


def _count(name: str, own: Sequence[Change]) -> str:
    inferred = sum(change.evidence is Evidence.inferred for change in own)
    mark = "" if not inferred else "~" if inferred == len(own) else f" ({inferred}~)"
    shape = ""
    if own and own[0].kind in _SHAPES:
        shape = f" ({sum(len(c.old) for c in own)} -> {sum(len(c.new) for c in own)})"
    return f"{len(own)} {name}{mark}{shape}"


def survival(shown: Shown) -> str:
    """How much of the old wording is left, with what that figure is worth."""
    figures = shown.comparison.summary
    share = f"{percent(figures.surviving)} of {shown.old}'s wording ({counted(figures.old_words, 'word')})"
    made_up = [name for name, version in shown.sides if version.wording is Wording.reconstructed]
    if made_up:
        return f"{share} stands in {shown.new} as written here: no measure of the real {' or '.join(made_up)}"
    ours = any(version.wording is Wording.restated for _, version in shown.sides)
    return f"{share}{', as restated,' if ours else ''} survives in {shown.new}"


def percent(share: float) -> str:
    """A share in whole percent; 0 and 100 are kept for none and all."""
    if share in {0, 1}:
        return f"{share:.0%}".replace("%", " %")
    return f"{min(99, max(1, round(100 * share)))} %"


def points(shown: Shown) -> str:
    """``28 points -> 19``."""
    old, new = shown.comparison.summary.points
    return f"{counted(old, 'point')} -> {new:,}"


def legend(shown: Shown) -> list[str]:
    """What the marks mean, those that occur."""
    changes = shown.comparison.changes
    found = []
    if any(change.evidence is Evidence.inferred for change in changes):
        found.append(INFERRED_MARK)
        if any(c.kind is Kind.unchanged and c.evidence is Evidence.inferred for c in changes):
            found[-1] = f"{INFERRED_MARK}; {UNCHANGED_INFERRED}"
    links = [link for change in shown.changes for link in change.links]
    if any(not link.stated and link.similarity < 1 for link in links):
        found.append(COMPUTED)
    if any(change.doubtful for change in shown.changes):
        found.append("? a doubtful counterpart: --explain says why it was chosen")
    return found


def is_brief(change: Change) -> bool:
    """Unchanged and nothing else to tell: such points are listed, not shown."""
    return change.kind is Kind.unchanged and not (
        change.moved or change.heading or change.status or change.crossing
    )


def part_remark(change: Change, number: int) -> str:
    """What to say of a part besides its words: its shape, that it moved, that it crosses."""
    part = change.parts[number]
    told = [_name(part)] if part.kind in _SHAPES else []
    told += ["moved"] if number in change.reordered else []
    told += ["shared with another point"] if number in change.crossing else []
    return ", ".join(told)


def redlines(comparison: Comparison, part: Part) -> list[tuple[str, Sequence[Segment]]]:
    """The part's redline, cut where a new provision ends and labelled if there are several; or one a copy."""
    if not part.copies:
        if len(part.new) < _FEW or not part.old:
            return [("", part.redline.segments)]
        own = [comparison.new.provisions[place] for place in part.new]
        cut = _cut(part.redline.segments, [len(provision.text) for provision in own])
        return [(one_line(provision.label), found) for provision, found in zip(own, cut, strict=True)]
    side = comparison.new if len(part.old) == 1 else comparison.old
    places = (copy.new if len(part.old) == 1 else copy.old for copy in part.copies)
    labels = (one_line(side.provisions[place].label) for place in places)
    return [(label, copy.segments) for label, copy in zip(labels, part.copies, strict=True)]


def _cut(segments: Sequence[Segment], lengths: Sequence[int]) -> Iterator[list[Segment]]:
    """Segments of joined new texts, text by text; what was deleted between two goes with the first."""
    own: list[Segment] = []
    waiting = iter(lengths)
    left = next(waiting)
    for kind, text in segments:
        rest = text
        while kind != "delete" and len(rest) > left:
            own += [Segment(kind, rest[:left])] if left else []
            yield own
            rest, own, left = rest[left + 1 :], [], next(waiting)  # one sign stands between two texts
        left -= len(rest) if kind != "delete" else 0
        own += [Segment(kind, rest)] if rest else []
    yield own


def word_balance(change: Change) -> tuple[int, int]:
    """Words lost and won; parts that cross are counted with the point that the old words stood in."""
    own = [p.counts for k, p in enumerate(change.parts) if k not in change.crossing or (p.old and change.old)]
    return sum(count["delete"] for count in own), sum(count["insert"] for count in own)


def sign_balance(change: Change) -> tuple[str, str]:
    """Signs lost and won, brackets and punctuation, each named once."""
    segments = [s for part in change.parts for s in tidy(part.redline.segments)]
    lost, won = (
        "".join(dict.fromkeys(c for s in segments if s.kind == kind for c in s.text if _is_sign(c)))
        for kind in ("delete", "insert")
    )
    return lost, won


def _is_sign(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def tidy(segments: Sequence[Segment]) -> list[Segment]:
    """Segments for the eye: white space stands outside the marks, and differences of format are no marks.

    What both sides have apart from quotes, dashes and blanks is shown once, as the new side writes it.
    """
    return [piece for segment in _without_format(segments) for piece in _outside(segment)]


def one_side(segments: Sequence[Segment], without: str) -> list[Segment]:
    """The same for one column of two: the old side is without inserted words, the new one without deleted."""
    return [p for segment in _without_format(segments) if segment.kind != without for p in _outside(segment)]


def _without_format(segments: Sequence[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for segment in segments:
        if found and _is_format(found[-1], segment):
            found[-1] = Segment("keep", segment.text)
        else:
            found.append(segment)
    return found


def _is_format(deleted: Segment, inserted: Segment) -> bool:
    if (deleted.kind, inserted.kind) != ("delete", "insert"):
        return False
    return normalise(deleted.text) == normalise(inserted.text)


def _outside(segment: Segment) -> list[Segment]:
    core = segment.text.strip()
    if segment.kind == "keep" or not core:
        return [Segment("keep", segment.text)]
    start = segment.text.index(core)
    before, after = segment.text[:start], segment.text[start + len(core) :]
    pieces = (Segment("keep", before), Segment(segment.kind, core), Segment("keep", after))
    return [piece for piece in pieces if piece.text]
