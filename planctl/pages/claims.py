"""The page of ``planctl claims``: who said what when, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planctl.blame.claims import Dispute, Testimony, by_date
from planctl.models import Plan
from planctl.page import Block, Column, Entry, Legend, Page, Prose, Remark, Remarks, StyledRun, Table, Title
from planctl.pages import claim_phrases as say
from planctl.pages.phrases import counted
from planctl.pages.sources import sources

_BRIEF = Column("claim", "label"), Column("says"), Column("against", "margin")


def page(
    plan: Plan, testimonies: Sequence[Testimony], subject: str, *, only: str = "", elsewhere: str = ""
) -> Page:
    """Claims by date. ``subject`` names what was asked for, ``only`` which of its claims are shown.

    ``elsewhere`` says where there are more.
    """
    title = Title(plan.header.title, subject, only, counted(len(testimonies), "claim"))
    blocks: list[Block] = [block for testimony in testimonies for block in entry(testimony, plan)]
    blocks += [] if testimonies else [Remark("no claims")]
    named = (source for testimony in testimonies for source in testimony.claim.sources)
    blocks += sources(plan.header, named)
    notes = [say.NOBODY_PREFERRED if any(t.answered for t in testimonies) else "", elsewhere]
    legend = Legend(tuple(filter(None, notes)))
    return Page(title, (*blocks, *([legend] if legend.notes else [])))


def entry(testimony: Testimony, plan: Plan, *, joined: bool = False) -> Iterator[Block]:
    """One claim in full; ``joined`` to the one before it."""
    against = say.against(testimony)
    margin = (StyledRun(against, "warn"),) if against else ()
    yield Entry(testimony.claim.id, StyledRun(say.head(testimony), "strong"), margin=margin, joined=joined)
    yield Prose(testimony.claim.says)
    yield Remarks(tuple(say.small_print(testimony, plan)))


def disputes(plan: Plan, all_disputes: Iterable[Dispute]) -> Iterator[Block]:
    """Claims beside those that say otherwise: about points in full, about whole versions in one row each."""
    near, far = say.split(all_disputes)
    for dispute in near:
        for number, testimony in enumerate(dispute.testimonies):
            yield from entry(testimony, plan, joined=number > 0)
    if far:
        yield from _about_versions(far)


def _about_versions(about_versions: Sequence[Dispute]) -> Iterator[Block]:
    testimonies = by_date(testimony for dispute in about_versions for testimony in dispute.testimonies)
    named = list(dict.fromkeys(ref.version or "" for testimony in testimonies for ref in testimony.about))
    replies = "" if all(testimony.about for testimony in testimonies) else ", and against such claims"
    yield Remark(f"about {', '.join(named)} as a whole{replies} (in full: planctl claims VERSION)")
    rows = [
        (
            testimony.claim.id,
            (
                f"{testimony.claim.by}: ",
                StyledRun(testimony.claim.says, least=24, whole=f"planctl claims {testimony.claim.id}"),
            ),
            StyledRun(say.against(testimony), "warn"),
        )
        for testimony in testimonies
    ]
    yield Table(_BRIEF, tuple(rows), plain=True)
