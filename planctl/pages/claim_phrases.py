"""How a claim is shown: who says what about what, who says otherwise. Nobody is preferred."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.blame.claims import Dispute, Testimony
from planctl.models import Header, Plan, Source
from planctl.pages.phrases import date, parties

NOBODY_PREFERRED = "x: claims or texts that say otherwise. Claims are listed by date; none is preferred."


def head(testimony: Testimony) -> str:
    """``22 Nov 2025, Sens. Rounds, King, Shaheen``; the id stands before it."""
    return f"{date(testimony.claim.date)}, {testimony.claim.by}"


def against(testimony: Testimony) -> str:
    """``x C4, C13 and the text of e3``, or nothing."""
    opponents = list(testimony.against)
    opponents += [f"the text of {ref}" for ref in testimony.denies]
    return f"x {', '.join(opponents)}" if opponents else ""


def about(testimony: Testimony) -> str:
    """What the whole claim is about: ``on v28:6, v20:4``."""
    return f"on {', '.join(text for text in testimony.claim.about)}"


def credited(testimony: Testimony, header: Header) -> str:
    """Whom it calls authors, or nothing."""
    who = testimony.claim.credits
    return f"credits {parties(who, header)}" if who else ""


def reported(testimony: Testimony, plan: Plan) -> str:
    """Where it was reported: publishers, those tied to a party with its name."""
    sources = [plan.sources.get(id_) for id_ in testimony.claim.sources]
    publishers = dict.fromkeys(_publisher(source, plan.header) for source in sources if source)
    return ", ".join(publishers)


def _publisher(source: Source, header: Header) -> str:
    tied = f" (tied to {parties([source.tied_to], header)})" if source.tied_to else ""
    return source.publisher + tied


def tension(testimony: Testimony) -> str:
    """``in tension with C4``, or nothing."""
    return f"in tension with {', '.join(testimony.beside)}" if testimony.beside else ""


def small_print(testimony: Testimony, plan: Plan) -> list[str]:
    """What stands below the saying: subject, credits, reports, note."""
    parts = [
        about(testimony),
        credited(testimony, plan.header),
        tension(testimony),
        reported(testimony, plan),
    ]
    note = testimony.claim.note
    return ["; ".join(filter(None, parts)), *([note] if note else [])]


def split(disputes: Iterable[Dispute]) -> tuple[list[Dispute], list[Dispute]]:
    """Disputes about points, and those about whole versions."""
    listed = list(disputes)
    return [d for d in listed if not d.on_whole_version], [d for d in listed if d.on_whole_version]
