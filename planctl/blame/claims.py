"""Who says what about a version or a point, and who says otherwise. Nobody is preferred."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planctl.models import Claim, Plan, Ref


@dataclass(frozen=True)
class Testimony:
    """A claim, why it is shown, and what it is at odds with.

    ``about`` are those of the claim's references that bear on what was asked; none when it is there only
    because it contradicts a claim that bears on it. ``against`` are ids of claims: contradiction counts
    both ways, whichever claim says so, and so does tension: ``beside`` are ids of claims that can be true
    beside it, and yet do not go well with it. ``denies`` are references to versions or points whose text
    the claim contradicts.
    """

    claim: Claim
    about: tuple[Ref, ...]
    against: tuple[str, ...]
    denies: tuple[Ref, ...]
    beside: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether a claim, or a text, says otherwise."""
        return bool(self.against or self.denies)

    @property
    def on_whole_version(self) -> bool:
        """Whether it is about no single point."""
        return all(ref.unit is None for ref in self.about)


@dataclass(frozen=True)
class Dispute:
    """Claims that contradict each other, directly or through others, by date; one alone is undisputed."""

    testimonies: tuple[Testimony, ...]

    @cached_property
    def on_whole_version(self) -> bool:
        """Whether none of them is about a single point."""
        return all(testimony.on_whole_version for testimony in self.testimonies)


def timeline(plan: Plan, places: Mapping[str, Collection[int] | None] | None = None) -> tuple[Testimony, ...]:
    """Claims in the order of their dates.

    ``places`` says what they should bear on: for a version id the provisions (0-based) that matter, or None
    for the version and everything in it. A claim bears on provisions if it is about one of them, or about
    their whole version. Without ``places`` all claims are shown.
    """
    against = _contradictions(plan)
    shown = []
    for claim in plan.header.claims:
        about = tuple(ref for ref in Ref.among(claim.about) if places is None or _bears(plan, ref, places))
        if about or places is None:
            shown.append(_testimony(plan, claim, about, against))
    return by_date(shown)


def disputes(plan: Plan, places: Mapping[str, Collection[int] | None]) -> tuple[Dispute, ...]:
    """Claims that bear on ``places`` (see ``timeline``), each beside those that say otherwise.

    Claims about single points come first, with what contradicts them directly, whatever that is about: the
    nearer the version in the order of ``places``, the sooner. Then those about whole versions, again with
    what contradicts them, the earliest first.
    """
    against = _contradictions(plan)
    bearing = {t.claim.id: t for t in timeline(plan, places)}
    near = {id_: t for id_, t in bearing.items() if not t.on_whole_version}
    nearness = {version: k for k, version in enumerate(places)}
    shown: set[str] = set()
    ordered: list[Dispute] = []
    for core in (near, bearing):
        rivals = [rival for t in core.values() for rival in t.against]
        group = {
            id_: bearing.get(id_) or _testimony(plan, plan.claims[id_], (), against)
            for id_ in dict.fromkeys([*core, *rivals])
            if id_ not in shown
        }
        shown |= set(group)
        disputed = [Dispute(by_date(members)) for members in _groups(group)]
        ordered += sorted(disputed, key=lambda d: (_distance(d, nearness), _order(d.testimonies[0].claim)))
    return tuple(ordered)


def by_date(testimonies: Iterable[Testimony]) -> tuple[Testimony, ...]:
    """In the order of their dates, the ids deciding between equals: C9 before C10."""
    return tuple(sorted(testimonies, key=lambda testimony: _order(testimony.claim)))


def _distance(dispute: Dispute, nearness: Mapping[str, int]) -> int:
    refs = (ref for testimony in dispute.testimonies for ref in testimony.about if ref.unit)
    return min((nearness.get(str(ref.version), len(nearness)) for ref in refs), default=0)


def _testimony(
    plan: Plan, claim: Claim, about: tuple[Ref, ...], against: Mapping[str, Collection[str]]
) -> Testimony:
    denies = tuple(ref for ref in Ref.among(claim.contradicts) if str(ref) not in plan.claims)
    rivals = sorted((plan.claims[rival] for rival in against.get(claim.id, ())), key=_order)
    tense = sorted((plan.claims[partner] for partner in plan.tensions.get(claim.id, ())), key=_order)
    beside = tuple(partner.id for partner in tense)
    return Testimony(claim, about, tuple(rival.id for rival in rivals), denies, beside)


def _contradictions(plan: Plan) -> dict[str, set[str]]:
    """Ids of the claims at odds with each claim, both ways."""
    against: dict[str, set[str]] = {}
    for claim in plan.header.claims:
        for contradicted in claim.contradicts:
            if contradicted in plan.claims and contradicted != claim.id:
                against.setdefault(claim.id, set()).add(contradicted)
                against.setdefault(contradicted, set()).add(claim.id)
    return against


def _groups(testimonies: Mapping[str, Testimony]) -> list[list[Testimony]]:
    """Connected claims; a claim that no other one here contradicts is a group of its own."""
    waiting, groups = dict(testimonies), []
    for claim in testimonies:
        reached = [waiting.pop(claim)] if claim in waiting else []
        for testimony in reached:
            reached += [waiting.pop(rival) for rival in testimony.against if rival in waiting]
        groups += [reached] if reached else []
    return groups


def _bears(plan: Plan, ref: Ref, places: Mapping[str, Collection[int] | None]) -> bool:
    if ref.version is None or ref.version not in places:
        return False
    wanted = places[ref.version]
    return wanted is None or ref.unit is None or any(k in wanted for k in units(plan, ref))


def units(plan: Plan, ref: Ref) -> tuple[int, ...]:
    """Provisions (0-based) that a reference names; all of them for a whole version, none for a stranger."""
    version = plan.by_id.get(ref.version or "")
    if version is None:
        return ()
    return version.find(ref.unit) if ref.unit else tuple(range(len(version.provisions)))


def _order(claim: Claim) -> tuple[int, int, int, str]:
    """By date, then as the ids are counted: C9 before C10."""
    number = "".join(re.findall(r"[0-9]", claim.id)) or "0"
    return claim.date.earliest.toordinal(), claim.date.latest.toordinal(), int(number), claim.id
