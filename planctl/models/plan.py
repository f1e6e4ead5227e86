"""A whole plan: its header and its versions."""

from functools import cached_property

from planctl.models.version import Version
from planctl.models.written import Claim, Header, Id, Party, Source, Written


class Plan(Written):
    """A whole plan folder: its name, its header and its versions, parents before children."""

    name: Id
    header: Header
    versions: tuple[Version, ...]

    @cached_property
    def by_id(self) -> dict[str, Version]:
        """Versions by their id."""
        return {version.version: version for version in self.versions}

    @property
    def newest(self) -> Version:
        """The version tabled last; among equals the one that stands last in the order of descent."""
        return max(enumerate(self.versions), key=lambda pair: (pair[1].date.latest, pair[0]))[1]

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties by their id."""
        return {party.id: party for party in self.header.parties}

    def whole(self, party: str) -> str:
        """The party that a party belongs to, at any remove; itself if it is part of none."""
        seen = {party}
        while (known := self.parties.get(party)) and known.part_of and known.part_of not in seen:
            party = known.part_of
            seen.add(party)
        return party

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by their id."""
        return {source.id: source for source in self.header.sources}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by their id."""
        return {claim.id: claim for claim in self.header.claims}

    @cached_property
    def tensions(self) -> dict[str, frozenset[str]]:
        """For each claim in tension with others their ids, whichever of the two says so."""
        partners_of: dict[str, set[str]] = {}
        for claim in self.header.claims:
            for partner in claim.in_tension_with:
                if partner in self.claims and partner != claim.id:
                    partners_of.setdefault(claim.id, set()).add(partner)
                    partners_of.setdefault(partner, set()).add(claim.id)
        return {claim: frozenset(partners) for claim, partners in partners_of.items()}
