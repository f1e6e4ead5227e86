"""What the YAML parser stumbled over, in words for somebody who writes plans, not parsers."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from planctl.errors import FilePlace, Problem
from planctl.planfile.findings import quote

_USE_BLOCK = "Put the text in a block: text: > on its own line, the words below it, indented."
BLOCK_CURE = (
    "If this belongs to the words, put the text in a block: text: > on its own line, the words below."
)
_LINE_UP = "The keys of a point line up below each other; the words of a text are indented further."


class _Saying(NamedTuple):
    """``sign`` is looked for in the parser's own words: the C library's or the Python parser's."""

    sign: str
    message: str
    cure: str


_SAYINGS = (
    _Saying(
        "mapping values are not allowed",
        "a colon followed by a space opens a value, and none can stand here",
        f"{_USE_BLOCK} {_LINE_UP}",
    ),
    _Saying(
        "quoted scalar.*(unexpected end|document (indicator|separator))",
        "a quotation mark is opened and never closed",
        f"Close it. {_USE_BLOCK}",
    ),
    _Saying(
        "unknown escape|hexdecimal|hexadecimal|escape sequence|invalid Unicode character",
        "a backslash between double quotes starts a code, and this is none",
        f"Write two backslashes. {_USE_BLOCK}",
    ),
    _Saying(
        "block scalar.*(comment or (a )?line break|chomping|indentation indicator)",
        "words follow on the same line as the mark that opens a block of text",
        "Begin the words on the next line, indented further than their key.",
    ),
    _Saying(
        "flow (sequence|mapping)", "square brackets or braces are opened and not closed in time", _USE_BLOCK
    ),
    _Saying(
        "scanning an (alias|anchor)",
        "a text cannot begin with * or & here: they are YAML shorthands",
        _USE_BLOCK,
    ),
    _Saying(
        "a tag|tag handle|parsing a tag", "a text cannot begin with ! here, a YAML shorthand", _USE_BLOCK
    ),
    _Saying(
        "scanning a directive|directive", "a line cannot begin with %: it is a YAML shorthand", _USE_BLOCK
    ),
    _Saying(
        "block sequence entries are not allowed|sequence entries are not allowed",
        "a dash followed by a space opens a list entry, and none can stand here",
        f"Begin the list on the line below its key. {_USE_BLOCK}",
    ),
    _Saying(
        "could not find expected ':'",
        "this line is neither a key with its colon nor part of a text",
        _LINE_UP,
    ),
    _Saying(
        "expected '-' indicator|block collection.*expected <block end>",
        "a key stands inside a list",
        _LINE_UP,
    ),
    _Saying("node content", "a value was expected here, and there is none", _USE_BLOCK),
    _Saying(
        "expected (key|<block end>)",
        "this does not line up with the lines above it",
        _LINE_UP,
    ),
    _Saying("document start", "there is text before the first key or after the last", _LINE_UP),
    _Saying("", "this cannot be read as YAML", f"{_LINE_UP} {_USE_BLOCK}"),
)
_TOO_DEEP = "maximum nesting depth"
"""libyaml has a limit of its own from 0.2.6 on. It reads ahead, so its limit can be met before ours."""
_BEGAN_EARLIER = "could not find expected ':'|quoted scalar.*(unexpected end|document)|flow (seq|map)"
"""Where the parser gives up long after the cause: the place to correct is where the thing began."""
_OUT_OF_LINE = "expected (key|<block end>)"
_CANNOT_START = "cannot start any token|tab character"
_QUOTED_FIRST = r"""^\s*(?:- +)?\w+: *['"]"""
_LIST_OPENED = r"\s*(?:- +)?(?:text|heading|note|says|title|name): *[\[{]"


NESTING_LIMIT = 32
"""Levels of nesting: items ten deep in a section of a section. A four-level contract needs twelve."""


def too_deep(place: FilePlace) -> Problem:
    """The problem of a file that is nested deeper than ``NESTING_LIMIT``, from the place on."""
    message = f"more than {NESTING_LIMIT} levels of brackets or indentation"
    return Problem(place, "PLC035", message, f"No text needs so many. {BLOCK_CURE}")


def broken(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The one problem behind a parser's error, with our words and the place the parser names."""
    words = _parser_words(error)
    names = (
        ("context_mark", "problem_mark")
        if re.search(_BEGAN_EARLIER, words)
        else ("problem_mark", "context_mark")
    )
    mark = next((mark for name in names if (mark := getattr(error, name, None))), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    last = text.count("\n")
    if line > last:  # the parser can put the end of a file one line too far
        line, column = last, len(_line(text, last))
    return _problem(words, _line(text, line), FilePlace(path, line + 1, column + 1), text)


def _parser_words(error: yaml.YAMLError) -> str:
    parts = (getattr(error, name, None) for name in ("context", "problem", "reason"))
    return " ".join(str(part) for part in parts if part)


def _line(text: str, number: int) -> str:
    """One line by its number, from 0; at most its first thousand characters."""
    start = 0
    for _ in range(number):
        start = text.find("\n", start) + 1
        if not start:
            return ""
    return text[start : start + 1000].partition("\n")[0]


def _problem(words: str, line: str, place: FilePlace, text: str) -> Problem:
    if _TOO_DEEP in words:
        return too_deep(place)
    if re.search(_CANNOT_START, words):
        return _strange_start(line, place)
    opened = _text_opens_list(words, line, place, text)
    if opened:
        return opened
    if re.search(_OUT_OF_LINE, words) and re.search(_QUOTED_FIRST, line[: place.column]):
        message = "words follow a closed quotation mark"
        return Problem(place, "PLC001", message, f"{_USE_BLOCK} There quotation marks are just words.")
    saying = next(saying for saying in _SAYINGS if re.search(saying.sign, words))
    return Problem(place, "PLC001", saying.message, saying.cure)


def _text_opens_list(words: str, line: str, place: FilePlace, text: str) -> Problem | None:
    """``text: [US: shall] apply``: the parser only sees that words follow a bracket."""
    if not re.search(f"{_OUT_OF_LINE}|flow", words):
        return None
    number = place.line
    if number > 1 and not line.strip():  # a bracket never closed is noticed at the start of the next line
        number, line = number - 1, _line(text, number - 2)
    match = re.match(_LIST_OPENED, line)
    if not match:
        return None
    what = "square brackets open a list" if match[0].endswith("[") else "braces open a list of keys"
    message = f"text became a list: {what} in YAML"
    return Problem(FilePlace(place.path, number, match.end()), "PLC004", message, _USE_BLOCK)


def _strange_start(line: str, place: FilePlace) -> Problem:
    char = line[place.column - 1 : place.column]
    if char == "\t" or line[: place.column].isspace():
        return Problem(
            place, "PLC001", "a tab is used where YAML requires spaces", "Indent with spaces only."
        )
    return Problem(place, "PLC001", f"a text cannot begin with {quote(char)} here", _USE_BLOCK)
