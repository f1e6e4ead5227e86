"""``planctl blame --format markdown``: for an issue, a wiki or a report; nothing in it is live."""

from __future__ import annotations

from planctl.blame.points import PointBlame
from planctl.render import blame_phrases as say
from planctl.render import claim_phrases, share_phrases
from planctl.render import term_phrases as say_terms
from planctl.render.blame_phrases import Shown
from planctl.render.markdown_text import inert, table
from planctl.render.phrases import MARKS


def blame(shown: Shown) -> str:
    """The whole page."""
    lines = [f"# {inert(shown.header.title)}: {inert(shown.name)}", ""]
    for sentence in say.trust(shown):
        lines += [f"> **{inert(sentence)}**", ""]
    body = _version(shown) if shown.unit is None else _points(shown)
    return "\n".join([*lines, *body, *_claims(shown)]).rstrip() + "\n"


def _points(shown: Shown) -> list[str]:
    lines: list[str] = []
    for point in shown.blame.points:
        evidence = shown.blame.version.point_evidence[point.point.number]
        lines += [f"## {inert(point.point.number)} {inert(point.point.heading)} ({evidence})", ""]
        lines += _terms(shown, point) if shown.blame.is_restated else _wording(shown, point)
        hands = [] if shown.blame.is_restated else say.hands(shown, point)
        lines += [f"- **{label}**: {inert(text)}" for label, text in hands]
        for child, parents, remark in say.line(shown, point):
            lines.append(f"- {inert(child or 'and')} <- {inert(parents)} ({inert(remark)})")
        recorded = shown.recorded.get(point.point.number)
        lines += [f"- **recorded**: {inert(say.recorded(recorded))}"] if recorded else []
        lines.append("")
    return lines


def _wording(shown: Shown, point: PointBlame) -> list[str]:
    rows = []
    for provision in point.provisions:
        for row in say.rows(provision):
            stood = "; ".join(say.stood(shown, provision, row.stretch))
            label = provision.provision.label + MARKS[provision.provision.evidence]
            whose = say.whose(shown, row.stretch)
            rows.append([inert(label), inert(row.text), inert(whose), inert(stood)])
    return table(["", "wording", "first in a text tabled by", "where"], rows)


def _terms(shown: Shown, point: PointBlame) -> list[str]:
    rows = [
        [
            inert(provision.provision.label + MARKS[provision.provision.evidence]),
            inert(say_terms.text(term)),
            inert(say_terms.whose(shown, term)),
            inert("; ".join(say_terms.stood(shown, term))),
        ]
        for provision in point.provisions
        for term in provision.terms
    ]
    return table(list(say_terms.TITLES), rows)


def _version_of_terms(shown: Shown) -> list[str]:
    rows = [
        [
            inert(cell)
            for cell in (
                p.point.number,
                p.point.heading,
                say_terms.first_in(shown, p),
                say_terms.values_from(p),
                say_terms.origin(p),
            )
        ]
        for p in shown.blame.points
    ]
    return [*table(list(say_terms.POINT_TITLES), rows), *share(shown)]


def _version(shown: Shown) -> list[str]:
    if shown.blame.is_restated:
        return _version_of_terms(shown)
    rows = [
        [
            inert(cell)
            for cell in (p.point.number, p.point.heading, say.origins(shown, p), say.edited(p), say.shares(p))
        ]
        for p in shown.blame.points
    ]
    return [*table(["", "point", "introduced", "edited", "words from"], rows), *share(shown)]


def share(shown: Shown) -> list[str]:
    """The shares as two tables."""
    lines: list[str] = []
    for title, head, rows in share_phrases.tables(shown.share, shown.plan):
        lines += [f"## {title}", "", *table(head, [[inert(cell) for cell in row] for row in rows])]
    return [*lines, share_phrases.meaning(shown.share), ""]


def _claims(shown: Shown) -> list[str]:
    lines = ["## Claims", "", claim_phrases.NOBODY_PREFERRED, ""] if shown.disputes else []
    for dispute in shown.disputes:
        for testimony in dispute.testimonies:
            head, says = claim_phrases.head(testimony), testimony.claim.says
            small = "; ".join(
                [*claim_phrases.small_print(testimony, shown.plan), claim_phrases.against(testimony)]
            )
            lines += [f"- **{inert(testimony.claim.id)}**, {inert(head)}: {inert(says)}", f"  {inert(small)}"]
        lines.append("")
    return lines
