"""Two versions of different plans side by side: what one plan says of its own means nothing in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planctl.models import Header

if TYPE_CHECKING:
    from planctl.models import Party, PlanHeading
    from planctl.workspace import NamedVersion


def are_of_two_plans(earlier: NamedVersion, later: NamedVersion) -> bool:
    """Whether two versions belong to different plans; a loose file belongs to none."""
    return not (earlier.folder.is_loose or later.folder.is_loose) and earlier.folder.name != later.folder.name


def apart(named: NamedVersion) -> NamedVersion:
    """The version under the name of its plan: ``harbour/v1``, which no statement of another plan can mean."""
    name = f"{named.folder.name}/{named.version.version}"
    return named._replace(version=named.version.model_copy(update={"version": name}))


def heading_of(earlier: NamedVersion, later: NamedVersion, *, whole: bool) -> PlanHeading:
    """The heading of an answer: both titles and the parties of both where there are two plans.

    ``whole``: with the sources, which take most of the time of a header.
    """
    folder = earlier.folder if later.folder.is_loose else later.folder
    heading = folder.header if whole else folder.heading
    if not are_of_two_plans(earlier, later):
        return heading
    old = earlier.folder.header if whole else earlier.folder.heading
    both: dict[str, Any] = {"title": f"{old.title} / {heading.title}", "parties": _parties(old, heading)}
    if isinstance(heading, Header) and isinstance(old, Header):
        known = {source.id for source in heading.sources}
        both["sources"] = (*heading.sources, *(each for each in old.sources if each.id not in known))
    return heading.model_copy(update=both)


def _parties(first: PlanHeading, second: PlanHeading) -> tuple[Party, ...]:
    """The parties of both; one id of two parties has both names."""
    parties = {party.id: party for party in first.parties}
    for party in second.parties:
        known = parties.get(party.id, party)
        name = party.name if known.name == party.name else f"{known.name} / {party.name}"
        parties[party.id] = party.model_copy(update={"name": name})
    return tuple(parties.values())
