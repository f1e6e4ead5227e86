"""``planctl claims`` on a terminal: who said what when, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.blame.claims import Dispute, Testimony, by_date
from planctl.models import Plan
from planctl.render import claim_phrases as say
from planctl.render.lines import Line, edge, line, passage, plain, spread, wrap
from planctl.render.phrases import counted
from planctl.render.plain import one_line, shorten

_INDENT = "  "
_DEEPER = "      "


def claims(
    plan: Plan, testimonies: Sequence[Testimony], subject: str, elsewhere: str, width: int
) -> list[Line]:
    """A timeline. ``subject`` names what was asked for, ``elsewhere`` says where there is more."""
    start = [edge(one_line(plan.header.title), "strong"), plain(f"   {subject}", "strong")]
    rows = [*spread(start, [plain(counted(len(testimonies), "claim"))], width), line("")]
    for testimony in testimonies:
        rows += [*testimony_lines(testimony, plan, width), line("")]
    if not testimonies:
        rows += [line("  no claims"), line("")]
    notes = [say.NOBODY_PREFERRED if any(t.answered for t in testimonies) else "", elsewhere]
    return [*rows, *(row for note in notes if note for row in wrap([plain(note, "dim")], width, "", _INDENT))]


def testimony_lines(testimony: Testimony, plan: Plan, width: int) -> list[Line]:
    """One claim in full."""
    rows = _head(testimony, width)
    rows += wrap([passage(testimony.claim.says)], width, _DEEPER)
    for text in say.small_print(testimony, plan):
        rows += wrap([plain(text, "dim")], width, _DEEPER)
    return rows


def _head(testimony: Testimony, width: int) -> list[Line]:
    start = f"  {testimony.claim.id}  "
    rows = wrap([plain(say.head(testimony), "strong")], width, start, _DEEPER)
    against = say.against(testimony)
    if not against:
        return rows
    last = spread(rows[-1], [plain(against, "warn")], width)
    if len(last) == 1:
        return [*rows[:-1], *last]
    return [*rows, *wrap([plain(against, "warn")], width, _DEEPER)]


def disputes(plan: Plan, all_disputes: Iterable[Dispute], width: int) -> list[Line]:
    """Claims beside those that say otherwise: about points in full, about whole versions in one line each."""
    near, far = say.split(all_disputes)
    rows: list[Line] = []
    for dispute in near:
        for testimony in dispute.testimonies:
            rows += testimony_lines(testimony, plan, width)
        rows.append(line(""))
    if far:
        rows += [*_about_versions(far, width), line("")]
    return rows


def _about_versions(about_versions: Sequence[Dispute], width: int) -> list[Line]:
    testimonies = by_date(testimony for dispute in about_versions for testimony in dispute.testimonies)
    named = dict.fromkeys(ref.version or "" for testimony in testimonies for ref in testimony.about)
    others = "" if all(testimony.about for testimony in testimonies) else ", and against such claims"
    start = f"about {', '.join(named)} as a whole{others} (in full: planctl claims VERSION)"
    rows = wrap([plain(start)], width, _INDENT)
    room = max(len(testimony.claim.id) for testimony in testimonies)
    for testimony in testimonies:
        claim = testimony.claim
        start = f"    {claim.id.ljust(room)}  "
        against = say.against(testimony)
        saying = shorten(f"{claim.by}: {claim.says}", max(20, width - len(start) - len(against) - 3))
        rows += spread([plain(start + saying)], [plain(against, "warn")] if against else [], width)
    return rows
