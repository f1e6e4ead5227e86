"""Whose origin is disputed: a version whose file says so, and what claims credit somebody else with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from planctl.blame.claims import units
from planctl.lineage.descent import ProvisionKey
from planctl.models import Claim, Plan, Ref


class Contest(NamedTuple):
    """A disputed origin: ids of the claims that credit somebody who did not table it, in the plan's order."""

    claims: tuple[str, ...]


class Contests:
    """The claims of a plan, asked who disputes the origin of a provision."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._order = {claim.id: k for k, claim in enumerate(plan.header.claims)}
        self._versions: defaultdict[str, list[Claim]] = defaultdict(list)
        self._units: defaultdict[ProvisionKey, list[Claim]] = defaultdict(list)
        for claim in plan.header.claims:
            for ref in Ref.among(claim.about) if claim.credits else ():
                self._file(claim, ref)

    def _file(self, claim: Claim, ref: Ref) -> None:
        if ref.unit is None:
            self._versions[str(ref.version)].append(claim)
            return
        for k in units(self._plan, ref):
            self._units[ProvisionKey(str(ref.version), k)].append(claim)

    def of(self, unit: ProvisionKey, tabled_by: Iterable[str]) -> Contest | None:
        """Who disputes that what first stood in a provision is of those parties; None if nobody does.

        A bracket gives words to one of those that tabled the version. A claim that credits it among others
        of them may speak of the words around it, and disputes nothing.
        """
        tabled = self._wholes(tabled_by)
        together = self._wholes(self._plan.by_id[unit.version].tabled_by)
        claims = (*self._versions[unit.version], *self._units[unit])
        credited = {claim.id: self._wholes(claim.credits) for claim in claims}
        rivals = {
            id_ for id_, who in credited.items() if not (who <= tabled or tabled <= who <= tabled | together)
        }
        if not rivals and self._plan.by_id[unit.version].origin is None:
            return None
        return Contest(tuple(sorted(rivals, key=self._order.__getitem__)))

    def _wholes(self, parties: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._plan.whole, parties))
