"""Which claims credit others with words than the parties that tabled them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from planctl.blame.claims import units
from planctl.lineage.descent import ProvisionKey
from planctl.models import Plan, Ref


class _CreditingClaim(NamedTuple):
    """A claim by its place in the plan, and whom it calls authors."""

    place: int
    claim: str
    who: frozenset[str]


class Credits:
    """The claims of a plan that call somebody the author of a version or of a provision, gathered once.

    The claims are not judged: two of them may contradict each other.
    """

    def __init__(self, plan: Plan) -> None:
        self._of_version: defaultdict[str, list[_CreditingClaim]] = defaultdict(list)
        self._of_unit: defaultdict[ProvisionKey, list[_CreditingClaim]] = defaultdict(list)
        for place, claim in enumerate(plan.header.claims):
            credit = _CreditingClaim(place, claim.id, frozenset(claim.credits))
            for ref in Ref.among(claim.about) if claim.credits else ():
                if ref.unit is None:
                    self._of_version[str(ref.version)].append(credit)
                for index in units(plan, ref) if ref.unit else ():
                    self._of_unit[ProvisionKey(str(ref.version), index)].append(credit)

    def otherwise(self, unit: ProvisionKey, tabled_by: Iterable[str]) -> tuple[str, ...]:
        """Ids of the claims, in the order of the plan, that call others authors than those that tabled it.

        Claims about the provision count, and claims about its version as a whole.
        """
        tabled = frozenset(tabled_by)
        differing = {c for c in (*self._of_version[unit.version], *self._of_unit[unit]) if c.who != tabled}
        return tuple(credit.claim for credit in sorted(differing))
