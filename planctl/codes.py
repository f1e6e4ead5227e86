"""Every check: its code, its title, and how grave what it finds is. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


class Check(NamedTuple):
    """A kind of mistake: the title under which ``docs/checks.md`` explains it, and its severity.

    An error keeps other commands from reading the plan, or would make them say more than the files support;
    a warning points at what is probably a slip.
    """

    title: str
    severity: Severity = "error"


CHECKS: Final[Mapping[str, Check]] = {
    "PLC001": Check("broken YAML"),
    "PLC002": Check("duplicate key"),
    "PLC003": Check("unknown key"),
    "PLC004": Check("text that became a list"),
    "PLC005": Check("wrong kind of value"),
    "PLC006": Check("missing key"),
    "PLC007": Check("YAML shorthand"),
    "PLC008": Check("not a date"),
    "PLC009": Check("not an id or label"),
    "PLC010": Check("duplicate number or label"),
    "PLC011": Check("gap in the numbering", "warning"),
    "PLC012": Check("evidence without a source"),
    "PLC013": Check("inferred without a note"),
    "PLC014": Check("reconstructed, yet published"),
    "PLC015": Check("empty point"),
    "PLC016": Check("unknown party"),
    "PLC017": Check("unknown source"),
    "PLC018": Check("unknown version"),
    "PLC019": Check("unknown point"),
    "PLC020": Check("unknown claim"),
    "PLC021": Check("made from itself"),
    "PLC022": Check("file name differs from its version"),
    "PLC023": Check("duplicate id"),
    "PLC024": Check("made from a version that is no ancestor"),
    "PLC025": Check("made from it and not made from it"),
    "PLC026": Check("claim about nothing"),
    "PLC027": Check("claim that contradicts itself"),
    "PLC028": Check("unused source", "warning"),
    "PLC029": Check("unbalanced brackets", "warning"),
    "PLC030": Check("not UTF-8"),
    "PLC031": Check("file too large"),
    "PLC032": Check("control character"),
    "PLC033": Check("direction override"),
    "PLC034": Check("invisible character", "warning"),
    "PLC035": Check("nested too deeply"),
    "PLC036": Check("no plan.yaml"),
    "PLC037": Check("file that cannot be read"),
    "PLC038": Check("file name without .yaml"),
    "PLC039": Check("plan without versions", "warning"),
    "PLC040": Check("not a web address"),
    "PLC041": Check("text cut short by a comment"),
    "PLC042": Check("tabled before its parent", "warning"),
    "PLC043": Check("claim without a source"),
    "PLC044": Check("duplicate entry in a list", "warning"),
    "PLC045": Check("not a reference"),
    "PLC046": Check("name not valid on every system"),
    "PLC047": Check("more than one line"),
    "PLC048": Check("reference to a missing point", "warning"),
    "PLC049": Check("label that looks like another", "warning"),
    "PLC050": Check("reference that fits several places"),
    "PLC051": Check("ancestry not stated", "warning"),
    "PLC052": Check("party that is part of itself"),
    "PLC053": Check("contradiction and tension at once"),
    "PLC054": Check("not a language"),
    "PLC055": Check("term defined twice"),
    "PLC056": Check("name that Windows keeps for a device", "warning"),
}
"""Checks by code. A code that is no longer used is never given to another check."""
