"""What every look at a blame says: how far to trust it, whose words, which hands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from planctl.blame.point_steps import PointStep
from planctl.blame.points import PointBlame, ProvisionBlame
from planctl.blame.shown import BlameAnswer, LastCommit
from planctl.blame.stretches import Stretch
from planctl.lineage.descent import ProvisionKey
from planctl.models import Ref, Version, When, Wording, weakest
from planctl.page import Inline, StyledRun
from planctl.pages import phrases
from planctl.pages.phrases import date, parties
from planctl.pages.share_phrases import rounded
from planctl.text import word_count

_OURS = {Wording.restated, Wording.reconstructed}
_TELLING_SIGN = re.compile(r"[\w\[\]]")
"""Words, and square brackets: who put a term in brackets matters as much as who wrote it."""

_CLAIMS = 16
"""Characters of the ids of claims that fit beside a wording."""
TERMS_LEGEND = "This traces terms, not wording."
CONTESTED = "contested: somebody disputes that the version was made from that one"
SIMILARITY = "probability that the link is right, judged by its words; computed unless marked stated"


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Neighbouring stretches of one origin, with the text they make together."""

    text: str
    stretch: Stretch


def rows(provision: ProvisionBlame) -> list[OriginRow]:
    """The wording in as few rows as show its origins; punctuation marks go with the words before them.

    Joined texts give the provision back. ``planctl blame --format json`` has every stretch by itself.
    """
    merged: list[OriginRow] = []
    for stretch in provision.stretches:
        before = merged[-1] if merged else None
        if before and (not _TELLING_SIGN.search(stretch.text) or _alike(before.stretch, stretch)):
            merged[-1] = OriginRow(before.text + stretch.text, before.stretch)
        elif before and not _TELLING_SIGN.search(before.text):
            merged[-1] = OriginRow(before.text + stretch.text, stretch)
        else:
            merged.append(OriginRow(stretch.text, stretch))
    return merged


def _alike(first: Stretch, second: Stretch) -> bool:
    ours, theirs = ((each.origin, each.otherwise, each.last, each.parties) for each in (first, second))
    return ours == theirs


def trust(shown: BlameAnswer) -> list[str]:
    """How far to trust the answer, one sentence or two each."""
    version, graph = shown.blame.version, shown.blame.graph
    line = [v for v in graph.versions if v.version in shown.blame.places and v is not version]
    sentences = phrases.banners([(version.version, version)])
    sentences += phrases.unread(version.version, version)
    sentences += _contested_origin(shown, version, line)
    sentences += [
        f"{v.version}, on the way, is a reconstruction: no text shows what it kept or changed."
        for v in line
        if v.wording is Wording.reconstructed
    ]
    ours = [v.version for v in line if v.wording in _OURS]
    if ours:
        are = "is" if len(ours) == 1 else "are"
        sentences.append(f"{listed(ours)} {are} restated too: the parties tabled the terms, not these words.")
    return [*sentences, *([TERMS_LEGEND] if shown.blame.is_restated else [])]


def _contested_origin(shown: BlameAnswer, version: Version, line: Iterable[Version]) -> list[str]:
    """Whose texts are disputed as a whole, with the claims about that."""
    sentences = []
    for each in (version, *line):
        if each.origin:
            contesting = (c for c in shown.header.claims if {*c.credits} - {*each.tabled_by})
            about = [c.id for c in contesting if each.version in c.about]
            claims = f": {', '.join(about)}" if about else ""
            sentences.append(f"Who wrote {each.version} is contested{claims}.")
    return sentences


def listed(words: Iterable[str]) -> str:
    """``v28``, ``v28 and e3``, ``v28, e3 and v19``."""
    *earlier, last = list(words)
    return f"{', '.join(earlier)} and {last}" if earlier else last


def label(shown: BlameAnswer, unit: ProvisionKey) -> str:
    """``v19:6.b~``, with the mark of what it rests on."""
    provision = shown.blame.graph.provision(unit)
    return provision.ref + phrases.MARKS[provision.evidence]


def point_label(shown: BlameAnswer, ref: Ref) -> str:
    """``v19:6~``, with the mark of what the point rests on."""
    return f"{ref}{_mark(shown, ref)}"


def _mark(shown: BlameAnswer, ref: Ref) -> str:
    version = shown.blame.graph.by_id[str(ref.version)]
    kinds = [version.provisions[index].evidence for index in version.find(str(ref.unit))]
    return phrases.MARKS[weakest(kinds)]


def tabled(shown: BlameAnswer, version: str) -> str:
    """The parties that tabled a version: ``Ukraine, United States``."""
    return parties(shown.plan.by_id[version].tabled_by, shown.header)


def whose(shown: BlameAnswer, stretch: Stretch) -> str:
    """Whose words a stretch is: who tabled the provision where it first stood, or is named in its bracket."""
    return parties(stretch.parties, shown.header)


def stood(shown: BlameAnswer, provision: ProvisionBlame, stretch: Stretch) -> list[Inline]:
    """Where a stretch first stood, who disputes that, and what is to be said of its way here."""
    version = shown.plan.by_id[stretch.version]
    remarks: list[Inline] = [f"{label(shown, stretch.origin)}, {date(version.date)}"]
    if stretch.origin not in provision.lineage.units:
        remarks += ["no link leads there", f"placed here by {stretch.last}"]
    elif stretch.last != stretch.version:
        remarks += _came_back(shown, stretch)
    if stretch.contested:
        remarks += [f"via {', '.join(stretch.via)} (contested)"] if stretch.via else ["contested"]
        remarks.append(f"otherwise first in {stretch.otherwise}")
    claims = shown.disputed(stretch)
    if claims or version.origin:
        named = StyledRun(f": {', '.join(claims)}" if claims else "", least=_CLAIMS)
        remarks.append(("origin contested", named))
    return remarks


def _came_back(shown: BlameAnswer, stretch: Stretch) -> list[str]:
    """That words were dropped and put back; of a text that was not read, only what it looks like."""
    versions = shown.blame.graph.by_id
    guessed = [v for v in stretch.dropped if versions[v].wording is Wording.reconstructed]
    dropped = [version for version in stretch.dropped if version not in guessed]
    remarks = [f"dropped by {listed(dropped)}"] if dropped else []
    remarks += [f"not in {version} as reconstructed" for version in guessed]
    return [*remarks, f"{'restored by' if dropped else 'again in'} {stretch.last}"]


def hands(shown: BlameAnswer, point: PointBlame) -> list[tuple[str, str]]:
    """Who introduced, edited and last edited a point."""
    steps = [("introduced", "; ".join(_introduced(shown, point)))]
    steps.append(("edited", "; ".join(_hand(shown, point, v) for v in point.edited) or "by nobody since"))
    last = _hand(shown, point, point.last)
    if point.otherwise_last != point.last:
        last += f"; otherwise {_hand(shown, point, point.otherwise_last)}"
    return [*steps, ("last edited", last)]


def _hand(shown: BlameAnswer, point: PointBlame, version: str) -> str:
    contested = "; contested" if _doubt(point, version) else ""
    refs = {ref for step in point.line for ref in (step.child, step.parent) if ref.version == version}
    if version == shown.blame.version.version:
        refs |= {Ref(version, each.provision.label) for each in point.provisions}
    whose = _tabled(shown, version, refs) if refs else tabled(shown, version)
    return f"{version} ({whose}{contested})"


def edited(point: PointBlame) -> str:
    """``e3?, v20``: versions that edited a point, those marked that only contested descent leads to."""
    return ", ".join(version + ("?" if _doubt(point, version) else "") for version in point.edited)


def origins(shown: BlameAnswer, point: PointBlame) -> str:
    """``v28:3, 4, 7``: where a point begins."""
    groups = groupby(point.introduced, key=lambda ref: (ref.version, ref in point.doubtful))
    return "; ".join(_gathered(shown, refs) + ("?" if doubt else "") for (_, doubt), refs in groups)


def shares(point: PointBlame) -> str:
    """``v28 62, v20 38 %``: whose words a point has, the most first."""
    words: dict[str, int] = {}
    for stretch in (s for provision in point.provisions for s in provision.stretches):
        name = stretch.version + ("?" if stretch.contested else "")
        words[name] = words.get(name, 0) + word_count(stretch.text)
    whole = sum(words.values())
    ranked = sorted((name for name in words if words[name]), key=lambda name: -words[name])
    portions = [f"{name} {rounded(words[name], whole)}" for name in ranked]
    return ", ".join(portions) + " %" if portions else "no words"


def _introduced(shown: BlameAnswer, point: PointBlame) -> Iterator[str]:
    for version, group in groupby(point.introduced, key=lambda ref: str(ref.version)):
        refs = list(group)
        contested = "; contested" if all(ref in point.doubtful for ref in refs) else ""
        yield f"{_gathered(shown, refs)} ({_tabled(shown, version, refs)}{contested})"


def _tabled(shown: BlameAnswer, version: str, refs: Iterable[Ref]) -> str:
    """The parties that tabled some points of a version."""
    holder = shown.blame.graph.by_id[version]
    places = sorted({k for ref in refs for k in holder.find(str(ref.unit))})
    named = dict.fromkeys(party for k in places for party in holder.provisions[k].tabled_by)
    return parties(named, shown.header)


def _gathered(shown: BlameAnswer, refs: Iterable[Ref]) -> str:
    """``v28:3, 4, 7`` for points of one version."""
    first, *rest = refs
    return ", ".join([point_label(shown, first), *(f"{ref.unit}{_mark(shown, ref)}" for ref in rest)])


def _doubt(point: PointBlame, version: str) -> bool:
    """Whether only contested descent leads to a version's hand in the point."""
    refs = {step.parent for step in point.line if step.parent.version == version}
    return bool(refs) and refs <= point.doubtful


def line(shown: BlameAnswer, point: PointBlame) -> list[tuple[str, str, str]]:
    """The point's ancestors: child, parents, and how they are linked. Children stand before their parents."""
    place = {child: k for k, child in enumerate(dict.fromkeys(step.child for step in point.line))}
    steps = sorted(point.line, key=lambda s: (place[s.child], s.contested, str(s.parent.version), s.stated))
    lines, before = [], None
    for (child, _, contested, stated, by_words), group in groupby(steps, key=_kind):
        siblings = list(group)
        likeness = f"{_likeness(siblings)} of its words" if by_words else _likeness(siblings)
        parent = shown.blame.graph.by_id[str(siblings[0].parent.version)]
        ours = "reconstructed" if parent.wording is Wording.reconstructed else ""
        remarks = [likeness, "stated" if stated else "", "contested" if contested else "", ours]
        name = "" if child == before else point_label(shown, child)
        lines.append((name, _gathered(shown, (s.parent for s in siblings)), ", ".join(filter(None, remarks))))
        before = child
    return lines


def _kind(step: PointStep) -> tuple[Ref, str | None, bool, bool, bool]:
    return step.child, step.parent.version, step.contested, step.stated, step.by_words


def _likeness(steps: list[PointStep]) -> str:
    """``.86``, or from the least to the most alike."""
    least, most = (f"{pick(s.similarity for s in steps):.2f}".lstrip("0") for pick in (min, max))
    return least if least == most else f"{least} to {most}"


def recorded(commit: LastCommit) -> str:
    """Who wrote a point down, and when."""
    where = f"{commit.path}, line {commit.first_line}"
    if commit.commit is None:
        return f"not committed yet ({where})"
    if commit.when is None:
        day = "date unknown"
    else:
        day = date(When(earliest=commit.when.date(), latest=commit.when.date()))
    return f"{commit.commit[:10]}, {day}, by {commit.author} ({where})"
