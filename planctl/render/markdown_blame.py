"""``planctl blame --format markdown``: for an issue, a wiki or a report; nothing in it is live."""

from __future__ import annotations

from planctl.blame.points import PointBlame
from planctl.render import blame_phrases as say
from planctl.render import claim_phrases, share_phrases
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
        lines += _wording(shown, point)
        lines += [f"- **{label}**: {inert(text)}" for label, text in say.hands(shown, point)]
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
            whose = say.brought_by(shown, row.stretch.origin)
            rows.append([inert(label), inert(row.text), inert(whose), inert(stood)])
    return table(["", "wording", "tabled by", "first appears in"], rows)


def _version(shown: Shown) -> list[str]:
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
    shares = shown.share
    versions = [[inert(cell) for cell in row] for row in share_phrases.by_version(shares, shown.plan)]
    parties = [[inert(cell) for cell in row] for row in share_phrases.by_party(shares, shown.plan)]
    lines = ["## Words by version", "", f"{share_phrases.total(shares)}.", ""]
    lines += table(share_phrases.VERSION_HEAD, versions)
    return [
        *lines,
        "## Words by party",
        "",
        *table(share_phrases.PARTY_HEAD, parties),
        share_phrases.MEANING,
        "",
    ]


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
