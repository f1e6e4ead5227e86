"""The version graph as a list of states: what each version is, and how much of it there is."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from planctl.models import Claim, Evidence, Plan, Ref, Version
from planctl.text import word_count


class State(NamedTuple):
    """One version of a plan in figures; ``words`` leaves punctuation marks out.

    ``evidence`` counts points by what they rest on, a point counting as its weakest provision;
    ``claims`` are those about the version or a unit of it.
    """

    version: Version
    points: int
    provisions: int
    words: int
    evidence: Counter[Evidence]
    claims: tuple[Claim, ...]


def states(plan: Plan) -> tuple[State, ...]:
    """Every version of a plan in figures, parents before children."""
    return tuple(_state(plan, version) for version in plan.versions)


def _state(plan: Plan, version: Version) -> State:
    return State(
        version=version,
        points=version.point_count,
        provisions=len(version.provisions),
        words=sum(word_count(provision.text) for provision in version.provisions),
        evidence=version.evidence_counts,
        claims=tuple(c for c in plan.header.claims if _is_about(c, version)),
    )


def _is_about(claim: Claim, version: Version) -> bool:
    return any(ref.version == version.version for ref in Ref.among(claim.about))
