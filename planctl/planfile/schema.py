"""The models as a JSON Schema, so that an editor completes keys and marks mistakes while a file is typed.

An editor types scalars before it checks them (``number: 6`` is a number, ``NO`` a truth value), planctl reads
them all as text. The schema therefore lets every scalar stand wherever text may: it never refuses a file
that planctl takes.
"""

from __future__ import annotations

from typing import Any, Literal

from planctl.models import Header, Version

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FOR_PROGRAMS = frozenset({"anyOf", "default", "format", "maxLength", "minLength", "title"})
"""Said by Pydantic, but untrue of a file (lengths count after stripping) or of no use there."""
_SCALARS = ["string", "number", "boolean", "null"]
_TEXT = {"type": _SCALARS}
_DATE = "^\\s*[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\\s*$"
_YES_OR_NO = (
    "^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[yY]([eE][sS])?|[nN][oO]?|[oO][nN]|[oO][fF][fF]|[tTfF01])$"
)


_WORDS = {
    "version": "Name of this version, the same as the file's name without .yaml.",
    "title": "What people call it.",
    "date": "When it was tabled: 2025-11-20, 2025-11, 2025, or {earliest:, latest:}.",
    "tabled_by": "Ids of the parties that tabled it.",
    "wording": "How faithful these words are to the text that was tabled.",
    "evidence": "What this rests on; without it, what the point or version says.",
    "sources": "Ids of the sources in plan.yaml.",
    "note": "Anything a reader should know.",
    "language": "The language of its words (BCP 47): en, uk, pt-BR.",
    "complete": "true when the file accounts for the whole text, point by point; false when it does not.",
    "imported_from": "The file that this version was read from.",
    "file": "Name of the file.",
    "sha256": "SHA-256 of its bytes, in hexadecimal.",
    "origin": "contested when somebody disputes who wrote it.",
    "left_out": "What an earlier version has and this one is said not to have.",
    "refs": "Points of earlier versions, such as v28:13.",
    "unseen": "true when it is there and was not read for this plan.",
    "preamble": "Unlabelled paragraphs before the points.",
    "points": "The numbered points, in order.",
    "sections": "Parts, chapters, annexes: each with points or sections of its own.",
    "closing": "Unlabelled paragraphs after the points.",
    "term": "What a definition defines: it is known by this wherever it stands.",
    "number": "What stands before the point: 6, 4 bis, OP3. Always text.",
    "label": "What stands before it: a, b, i, Annex I. Text; without one it is a paragraph of its own.",
    "heading": "Its heading, if it has one.",
    "status": "Whether the parties had settled the point.",
    "items": "Its lettered parts and paragraphs, which may have items of their own.",
    "text": "The words. Put them in a block (text: >): square brackets are then just words.",
    "made_from": "Points this one was made from, such as v28:6; [] says that it has no ancestor.",
    "not_from": "Points this one was not made from, however similar they look.",
    "contested": "true if somebody disputes that this version was made from that one.",
    "parties": "Who tables versions or holds positions.",
    "claims": "Who said what about a version or a point.",
    "id": "A short name to refer to: letters, digits and _ . + - only.",
    "name": "The name to show.",
    "names": "Other words for this party that occur in the text.",
    "part_of": "Id of the party that this one belongs to.",
    "people": "Those who speak for it.",
    "default": "true for the plan that is meant where none is named.",
    "events": "What happened beside the texts: meetings, deadlines, leaks.",
    "place": "Where it happened.",
    "who": "Ids of the parties that took part.",
    "what": "What happened, in your own words.",
    "disputed": "true when somebody disputes that it happened so.",
    "in_tension_with": "Ids of claims that can be true beside this one, and yet do not go well with it.",
    "publisher": "Who published it.",
    "url": "Its address, beginning with https:// or http://.",
    "tied_to": "Id of the party that this outlet belongs or answers to.",
    "by": "Who said it.",
    "party": "Id of the party that the speaker belongs to.",
    "says": "What was said, in your own words.",
    "about": "Versions or points it is about: v28, v28:6.",
    "credits": "Ids of the parties that the claim calls authors of the wording.",
    "contradicts": "Ids of other claims, or versions or points, that it contradicts.",
    "earliest": "The earliest possible day.",
    "latest": "The latest possible day.",
    "Version.made_from": "Versions it was made from: [v28], or entries with version, contested, sources.",
    "Version.unseen": "Earlier points; no source read for this plan says whether they are still there.",
    "Point.tabled_by": "Ids of the parties that tabled this point, where they are not the version's.",
    "Event.date": "When it happened.",
    "Event.about": "Versions or points it has to do with: v28, v28:6.",
    "Version.sources": "Ids of sources in plan.yaml, for every point that names none of its own.",
    "Parent.version": "Id of the version that this one was made from.",
    "Header.sources": "Where the texts and the claims come from.",
    "Point.note": "Anything a reader should know; if it is inferred, what from.",
    "Item.note": "Anything a reader should know; if it is inferred, what from.",
    "Version.evidence": "What its points rest on, unless they say otherwise.",
    "Source.title": "Its headline.",
    "Source.date": "When it was published.",
    "Claim.date": "When it was said.",
}
"""What an editor shows for a key; ``Model.key`` where a key means something of its own."""


def schema(kind: Literal["version", "plan"]) -> dict[str, Any]:
    """The schema (2020-12) of a version file, or of ``plan.yaml``."""
    root, title = (Version, "a version file") if kind == "version" else (Header, "plan.yaml")
    made = root.model_json_schema()
    parts = {root.__name__: made, **made.pop("$defs")}
    for name, part in parts.items():
        _describe(name, part)
    parts |= {"When": _when(parts["When"])}
    if "Parent" in parts:
        parts["Parent"] = {"anyOf": [_TEXT, parts["Parent"]]}
    del parts[root.__name__]
    head = {"$schema": _DIALECT, "$id": f"urn:planctl:{kind}.schema.json", "title": f"planctl: {title}"}
    return head | made | {"title": head["title"], "$defs": dict(sorted(parts.items()))}


def _describe(name: str, part: dict[str, Any]) -> None:
    part["description"] = " ".join(part["description"].replace("``", "").split())
    for key, field in part.get("properties", {}).items():
        words = _WORDS.get(f"{name}.{key}") or _WORDS[key]
        part["properties"][key] = {"description": words, **_loosen(field)}


def _loosen(field: dict[str, Any]) -> dict[str, Any]:
    """A field as an editor sees it after typing its scalars, without what Pydantic adds for programs."""
    if "anyOf" in field:
        field = {**field, **field["anyOf"][0]}
    loose = {key: value for key, value in field.items() if key not in _FOR_PROGRAMS}
    match field.get("type"):
        case "string":
            loose["type"] = _SCALARS
        case "boolean":
            loose |= {"type": _SCALARS, "pattern": _YES_OR_NO}
        case "array":
            loose["items"] = _loosen(field["items"])
    return loose


def _when(group: dict[str, Any]) -> dict[str, Any]:
    day = {"type": _SCALARS, "pattern": _DATE}
    for field in group["properties"].values():
        field.update(day)
    return {"anyOf": [day, group], "description": group["description"]}
