"""``planctl log --format json``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planctl.exports.json_parts import version, written
from planctl.lineage.states import State
from planctl.models import Header

SCHEMA = "planctl/log/1"


def log(header: Header, states: Sequence[State], kept: Mapping[str, str]) -> str:
    """One JSON object: the versions, parents before children. ``kept`` says how git has each version."""
    versions = [
        {
            **version(state.version),
            "provisions": state.provisions,
            "words": state.words,
            "claims": [claim.id for claim in state.claims],
            "events": [event.id for event in state.events],
            "recorded": kept.get(state.version.version),
        }
        for state in states
    ]
    return written({"schema": SCHEMA, "plan": header.title, "versions": versions})
