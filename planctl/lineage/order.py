"""Which of two versions came first, and whether one was made from the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from planctl.lineage.statements import refs
from planctl.models import Ref, Version

Lookup: TypeAlias = Callable[[str], Version | None]
"""The version of a plan that has an id; None for an id that it does not have."""


def comes_before(version: Version, other: Version) -> bool:
    """Whether ``version`` is the earlier: the other names it as an ancestor; else by date, then by name.

    Raises ``BadReference`` for a statement that is no reference.
    """
    first, second = version.version in _named(other), other.version in _named(version)
    return first if first != second else version.age < other.age


def names(version: Version, other: Version) -> bool:
    """Whether a version's file speaks of the other: as an ancestor, or of what it has or has not of it."""
    mentioned = (*version.unseen, *(ref for each in version.left_out for ref in each.refs))
    return other.version in _named(version) | {ref.version for ref in Ref.among(mentioned)}


def _named(version: Version) -> set[str | None]:
    stated = {ref.version for p in version.provisions if p.made_from for ref in refs(p.made_from)}
    return {parent.version for parent in version.made_from} | stated


def are_related(version: Version, other: Version, find: Lookup) -> bool:
    """Whether one of two versions was made from the other, at any remove, be it contested."""
    if version.version == other.version:
        return True
    ends = ((version, other.version), (other, version.version))
    return any(descends(later, earlier, find, contested=True) for later, earlier in ends)


def descends(version: Version, ancestor: str, find: Lookup, *, contested: bool = False) -> bool:
    """Whether a version was made from another, at any remove; ``contested``: descent that is counts, too."""
    seen: set[str] = set()
    waiting = [version]
    while waiting:
        parents = {p.version for p in waiting.pop().made_from if contested or not p.contested}
        if ancestor in parents:
            return True
        known = (find(parent) for parent in sorted(parents - seen))
        seen |= parents
        waiting += [parent for parent in known if parent is not None]
    return False
