"""Two versions of different plans side by side: what one plan says of its own means nothing in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.models import Heading
    from planctl.workspace import Found


def are_of_two_plans(earlier: Found, later: Found) -> bool:
    """Whether two versions belong to different plans; a loose file belongs to none."""
    return not (earlier.folder.loose or later.folder.loose) and earlier.folder.name != later.folder.name


def apart(found: Found) -> Found:
    """The version under the name of its plan: ``harbour/v1``, which no statement of another plan can mean."""
    name = f"{found.folder.name}/{found.version.version}"
    return found._replace(version=found.version.model_copy(update={"version": name}))


def heading_of(earlier: Found, later: Found) -> Heading:
    """The heading of an answer: both titles and the parties of both where there are two plans."""
    heading = later.folder.heading
    if not are_of_two_plans(earlier, later):
        return heading
    other = earlier.folder.heading
    parties = {party.id: party for party in other.parties}
    for party in heading.parties:
        known = parties.get(party.id, party)
        name = party.name if known.name == party.name else f"{known.name} / {party.name}"
        parties[party.id] = party.model_copy(update={"name": name})
    title = f"{other.title} / {heading.title}"
    return heading.model_copy(update={"title": title, "parties": tuple(parties.values())})
