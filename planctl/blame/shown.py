"""A blame as somebody asked for it, with what goes with it: claims, shares, commits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planctl.blame.claims import Dispute
from planctl.blame.credits import Credits
from planctl.blame.points import Blame
from planctl.blame.share import Share
from planctl.blame.stretches import Stretch
from planctl.models import Header, Plan, Ref


@dataclass(frozen=True, slots=True)
class LastCommit:
    """The commit that last touched the lines of a point in its version file; None when not committed yet.

    ``when`` is None, too, for a commit whose time is in no calendar.
    """

    path: str
    first_line: int
    last_line: int
    commit: str | None
    author: str
    when: dt.datetime | None
    subject: str


@dataclass(frozen=True)
class BlameAnswer:
    """A blame and what goes with it.

    ``unit`` is the point or item asked for, None for a whole version; ``state`` the git revision or date
    whose record it is (``v20@HEAD~3``), empty for the files as they are.
    """

    plan: Plan
    blame: Blame
    unit: str | None
    disputes: tuple[Dispute, ...]
    share: Share
    recorded: Mapping[str, LastCommit] = field(default_factory=dict)
    state: str = ""

    @property
    def header(self) -> Header:
        """Parties, sources and claims."""
        return self.plan.header

    @property
    def name(self) -> str:
        """``v20``, ``v20:4`` or ``v20@HEAD~3:4``."""
        state = f"@{self.state}" if self.state else ""
        return str(Ref(self.blame.version.version + state, self.unit))

    def disputed(self, stretch: Stretch) -> tuple[str, ...]:
        """Ids of the claims that say that others wrote the words where they first stood."""
        unit = stretch.origin
        return self._credits.otherwise(unit, self.blame.graph.provision(unit).tabled_by)

    @cached_property
    def _credits(self) -> Credits:
        return Credits(self.plan)
