"""Which claims credit others with words than the parties that tabled them."""

from __future__ import annotations

from planctl.blame.claims import units
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.models import Claim, Plan, Ref


def credited_otherwise(plan: Plan, graph: Descent, unit: ProvisionKey) -> tuple[str, ...]:
    """Ids of the claims about a provision, or about its version as a whole, that call others its authors.

    In the order of the plan. The claims are not judged: two of them may contradict each other.
    """
    tabled = set(graph.provision(unit).tabled_by)
    return tuple(
        claim.id
        for claim in plan.header.claims
        if claim.credits and set(claim.credits) != tabled and _is_about(plan, claim, unit)
    )


def _is_about(plan: Plan, claim: Claim, unit: ProvisionKey) -> bool:
    refs = (ref for ref in Ref.among(claim.about) if ref.version == unit.version)
    return any(ref.unit is None or unit.provision in units(plan, ref) for ref in refs)
