"""``planctl diff --format markdown``: for an issue, a wiki or a report; nothing in it is live."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from planctl.diff import Change, Comparison, Kind, Part
from planctl.redline import Segment
from planctl.render import diff_phrases as say
from planctl.render.diff_phrases import Shown
from planctl.render.diff_reasons import absences, asides, bases, reasons, rests_on
from planctl.render.diff_substance import substance, throughout
from planctl.render.markdown_text import inert, table
from planctl.render.phrases import date, parties
from planctl.render.twins import apart

_TAGS = {"delete": "del", "insert": "ins"}


def diff(shown: Shown, *, stat: bool = False, explain: bool = False) -> str:
    """The whole page. ``stat`` gives a table instead of redlines, ``explain`` adds why points are linked."""
    body = _stat(shown) if stat else [*_substance(shown), *_points(shown, explain=explain)]
    return "\n".join([*_head(shown), *body, *_legend(shown)]).rstrip() + "\n"


def _head(shown: Shown) -> list[str]:
    title = f"# {inert(shown.header.title)}: {inert(shown.old)} -> {inert(shown.new)}"
    rows = [
        [
            inert(name),
            inert(v.title),
            inert(parties(v.tabled_by, shown.header)),
            date(v.date),
            v.wording.value,
        ]
        for name, v in shown.sides
    ]
    trust = [line for sentence in say.trust(shown) for line in (f"> **{inert(sentence)}**", ">")][:-1]
    figures = [f"**{say.points(shown)}**: {', '.join(map(inert, say.counts(shown)))}.", ""]
    remarks = (say.outside_points(shown), say.survival(shown))
    return [
        *(title, ""),
        *(trust and [*trust, ""]),
        *table(["version", "title", "tabled by", "date", "wording"], rows),
        *figures,
        *(line for remark in remarks if remark for line in (f"{inert(remark)}.", "")),
    ]


def _substance(shown: Shown) -> list[str]:
    twins = apart(shown.comparison.old, shown.comparison.new)
    effective = [(change, text) for change in shown.changes if (text := substance(shown, change, twins))]
    rows = [[inert(label), inert(text), ""] for label, text in throughout(shown)]
    rows += [
        [inert(say.labels(shown.comparison, c)), inert(text), inert(rests_on(shown, c))]
        for c, text in effective
    ]
    head = ["point", "in substance", "rests on"]
    return ["## Substance", "", *(table(head, rows) or ["No words changed.", ""])]


def _points(shown: Shown, *, explain: bool) -> list[str]:
    detailed = [change for change in shown.changes if not say.is_brief(change)]
    brief = [change for change in shown.changes if say.is_brief(change)]
    lines = ["## Points", ""] if detailed else []
    for change in detailed:
        lines += _point(shown, change, explain=explain)
    if brief:
        listed = ", ".join(inert(say.labels(shown.comparison, change)) for change in brief)
        lines += ["## Unchanged", "", listed, ""]
    return lines


def _point(shown: Shown, change: Change, *, explain: bool) -> list[str]:
    label = inert(say.labels(shown.comparison, change))
    facts = filter(None, (say.likeness(change), rests_on(shown, change)))
    lines = [f"### {label}: {say.kinds(change)}", "", inert(", ".join(facts)), ""]
    if change.heading:
        old, new = map(inert, change.heading)
        lines += [f"Heading: <del>{old}</del> <ins>{new}</ins>", ""]
    remarks = absences(shown, change) + asides(shown, change) + bases(shown, change, everything=explain)
    remarks += reasons(shown, change) if explain else []
    lines += [*_parts(shown, change), *(f"- {inert(text)}" for text in remarks)]
    return [*lines, ""] if remarks else lines


def _parts(shown: Shown, change: Change) -> list[str]:
    if len(change.parts) == 1:
        return [f"> {redlined(shown.comparison, change.parts[0])}", ""]
    lines: list[str] = []
    same: list[str] = []
    for number, part in enumerate(change.parts):
        label = inert(say.part_labels(shown.comparison, part))
        remark = say.part_remark(change, number)
        if part.kind is not Kind.unchanged:
            lines += [
                f"> **{label}** {f'_{remark}_ ' if remark else ''}{redlined(shown.comparison, part)}",
                "",
            ]
        elif remark:
            lines += [f"> **{label}** _{remark}_", ""]
        else:
            same.append(label)
    return [*lines, *([f"> unchanged: {', '.join(same)}", ""] if same else [])]


def redlined(comparison: Comparison, part: Part) -> str:
    """The redline on one line, in ``del`` and ``ins`` elements; a line break between joined provisions."""
    return "<br>".join(
        f"{f'{inert(label)}: ' if label else ''}{''.join(map(_segment, _joined(say.tidy(segments)))).strip()}"
        for label, segments in say.redlines(comparison, part)
    )


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Neighbours of one kind as one: an address must not be put together from harmless parts."""
    runs = groupby(segments, key=lambda segment: segment.kind)
    return [Segment(kind, "".join(segment.text for segment in run)) for kind, run in runs]


def _segment(segment: Segment) -> str:
    tag = _TAGS.get(segment.kind)
    lines = segment.text.split("\n")
    if tag is None:
        return "<br>".join(_spaced(text) for text in lines) if segment.text.strip() else " "
    return "<br>".join(f"<{tag}>{inert(text)}</{tag}>" for text in lines if text.strip())


def _spaced(text: str) -> str:
    """Inert text that keeps one blank at either end where there was white space."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{inert(text)}{after}"


def _stat(shown: Shown) -> list[str]:
    rows = []
    for change in shown.changes:
        deleted, inserted = say.word_balance(change)
        label = inert(say.labels(shown.comparison, change))
        rows.append(
            [
                label,
                say.kinds(change),
                say.likeness(change),
                inert(rests_on(shown, change)),
                f"-{deleted}",
                f"+{inserted}",
            ]
        )
    return table(["point", "change", "match", "rests on", "words removed", "words added"], rows)


def _legend(shown: Shown) -> list[str]:
    notes = say.legend(shown)
    return [f"- {inert(note)}" for note in notes]
