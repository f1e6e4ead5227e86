"""A version as ``plan.md``: one sentence per line, so git's own blame and diff work sentence by sentence.

The text stands as it was written, except that it cannot act: characters that move a cursor or turn writing
round become their codes, and what Markdown would take for markup is escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from planctl.models import (
    CLOSING,
    PREAMBLE,
    Evidence,
    Header,
    Item,
    Parent,
    Point,
    Section,
    Status,
    Unit,
    Version,
    When,
)
from planctl.text import sentences as text_sentences
from planctl.text import without_links

_MARKUP = re.compile(r"([\\`*_<]|!(?=\[)|(?<=\])\(|~|&(?=#?\w+;)|(?<![\s])\|(?=[\s]*$))")
_MARKUP_SIGNS = re.compile(r"[\\`*_<!(~&|]")
"""What every markup begins with: to look for one of these takes a tenth of the time."""
_AT_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$)))?(?=[-#+>=|~]|\[[^\]]*\]:|(?<=\d)[.)])")
_HEADING_LEVELS = 6
"""Levels of headings that Markdown has."""
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"


def write_readable(version: Version, header: Header) -> str:
    """The whole version as Markdown: what it is, then its text."""
    names = {party.id: party.name for party in header.parties}
    lines = [f"# {inert(version.title)}", "", *_about(version, names), ""]
    if version.note:
        lines += [*sentences(version.note), ""]
    befores = (None, *version.units)
    text = [
        line
        for unit, before in zip(version.units, befores, strict=False)
        for line in _unit(unit, before, version, names)
    ]
    return "\n".join([*lines, *text[1:]]).rstrip("\n") + "\n"


def _about(version: Version, names: Mapping[str, str]) -> Iterator[str]:
    yield f"- Version: {version.version}"
    yield f"- Tabled: {days(version.date)}"
    yield f"- Tabled by: {_named(version.tabled_by, names) or 'unknown'}"
    if version.made_from:
        yield f"- Made from: {listed(map(_parent, version.made_from))}"
    yield f"- Wording: {version.wording}"
    yield f"- Evidence: {version.evidence}"
    if version.sources:
        yield f"- Sources: {inert(listed(version.sources))}"
    if version.language:
        yield f"- Language: {inert(version.language)}"
    if version.complete is not None:
        yield f"- Complete: {'yes' if version.complete else 'no'}"
    if version.origin:
        yield f"- Origin: {version.origin}"
    if version.imported_from:
        yield f"- Imported from: {inert(listed(filter(None, version.imported_from.model_dump().values())))}"
    for each in version.left_out:
        rests = listed([(each.evidence or version.evidence).value, *each.sources])
        note = f": {each.note}" if each.note else ""
        yield f"- Left out: {inert(f'{listed(each.refs)} ({rests}){note}')}"
    if version.unseen:
        yield f"- Unseen: {inert(listed(version.unseen))}"


def _named(parties: Iterable[str], names: Mapping[str, str]) -> str:
    return inert(listed(names.get(party, party) for party in parties))


def _parent(parent: Parent) -> str:
    return f"{parent.version} (contested)" if parent.contested else parent.version


def _unit(unit: Unit, before: Unit | None, version: Version, names: Mapping[str, str]) -> Iterator[str]:
    """The lines of a unit, an empty one before them; ``before`` is the unit before it, if there is one."""
    written = unit.written
    level = "#" * min(_HEADING_LEVELS, 2 + sum(isinstance(each.written, Section) for each in unit.line))
    if isinstance(written, Section):
        yield from ("", f"{level[1:]} {_title(written.label or '', written.heading)}")
        yield from _noted(written.note)
    elif isinstance(written, Point):
        yield from ("", *_lead(level, written.number, written.heading, written.text))
        yield from _rests_on(written, version.evidence, version.sources, names)
    else:
        begins = before is None or before.point != unit.point
        if begins and unit.point.endswith((PREAMBLE, CLOSING)):
            yield from ("", f"{level} {unit.point.rpartition('/')[2].capitalize()}")
        yield from ("", *_item(unit, written))
        yield from _rests_on(written, *_inherited(unit, version), names)


def _title(label: str, heading: str) -> str:
    return ". ".join(map(inert, filter(None, [label, heading])))


@lru_cache(maxsize=4096)
def _lead(level: str, number: str, heading: str, text: str) -> tuple[str, ...]:
    title = f"{level} {_title(number, heading)}"
    return (title, "", *sentences(text)) if text else (title,)


def _item(unit: Unit, item: Item) -> Iterator[str]:
    """Its sentences, after the labels of the items around it and its own: ``(a)(iv)``."""
    line = [each.written for each in unit.line if isinstance(each.written, Item)]
    labels = [each.label for each in reversed(line) if each.label] if item.label else []
    first, *rest = sentences(item.text) or ("",)
    yield f"{''.join(map(_bracketed, labels))} {first}".strip()
    yield from rest


def _bracketed(label: str) -> str:
    shown = inert(label)
    return shown if (label[0], label[-1]) == ("(", ")") else f"({shown})"


def _inherited(unit: Unit, version: Version) -> tuple[Evidence, Sequence[str]]:
    """The evidence and the sources of an item that says nothing of its own."""
    above = [each.written for each in unit.line if isinstance(each.written, Point | Item)][1:]
    evidence = next((each.evidence for each in above if each.evidence), version.evidence)
    return evidence, next((each.sources for each in above if each.sources is not None), version.sources)


def _rests_on(
    unit: Point | Item, evidence: Evidence, sources: Sequence[str], names: Mapping[str, str]
) -> Iterator[str]:
    """What the unit says of itself that it would not inherit."""
    parts = []
    if isinstance(unit, Point) and unit.tabled_by is not None:
        parts.append(f"Tabled by: {_named(unit.tabled_by, names) or 'nobody named'}")
    if isinstance(unit, Point) and unit.status is Status.open:
        parts.append("Status: open")
    if unit.term:
        parts.append(f"Term: {unit.term}")
    if unit.unseen:
        parts.append("Unseen: not read for this plan")
    if unit.evidence not in {None, evidence}:
        parts.append(f"Evidence: {unit.evidence}")
    if unit.sources is not None and tuple(unit.sources) != tuple(sources):
        parts.append(f"Sources: {listed(unit.sources) or 'none'}")
    if unit.made_from is not None:
        parts.append(f"Made from: {listed(unit.made_from) or 'nothing earlier'}")
    if unit.not_from:
        parts.append(f"Not from: {listed(unit.not_from)}")
    if parts:
        yield ""
        yield inert("; ".join(parts))
    yield from _noted(unit.note)


def _noted(note: str) -> Iterator[str]:
    if note:
        yield ""
        first, *rest = sentences(note)
        yield f"Note: {first}"
        yield from rest


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The text's sentences, each one inert line; an empty line where a paragraph ends.

    Joined, they give back every word in order. A sentence ends at ``.``, ``!`` or ``?`` before white space
    and a capital, figure or bracket, unless the stop belongs to an abbreviation.
    """
    # Answers are kept: most of a version stood in the one before, word for word.
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines += [*map(_inert, text_sentences(_one_line(paragraph))), ""]
    return tuple(lines[:-1])


@lru_cache(maxsize=4096)
def inert(text: str) -> str:
    """The text on one line, unable to act in a terminal or as Markdown; every visible character stays."""
    return _inert(_one_line(text))


def _inert(line: str) -> str:
    shown = _shown(line)
    marked = without_links(_MARKUP.sub(r"\\\1", shown) if _MARKUP_SIGNS.search(shown) else shown)
    start = _AT_START.match(marked)
    return f"{start[1] or ''}\\{marked[start.end() :]}" if start else marked


def plain(text: str) -> str:
    """The text on one line for a commit message: as ``inert``, but nothing is escaped."""
    return _shown(_one_line(text))


def _one_line(text: str) -> str:
    # A blank is the only white space that is printable, so most texts need only a look.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def _shown(line: str) -> str:
    return line if line.isprintable() else "".join(map(_visible, line))


def _visible(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _UNSEEN:
        return char
    return f"(U+{ord(char):04X})"


def listed(names: Iterable[str]) -> str:
    """Names in a row."""
    return ", ".join(names)


def days(when: When) -> str:
    """``2025-11-20``, or ``2025-11-01/2025-11-30`` for a day between two."""
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return first if first == last else f"{first}/{last}"
