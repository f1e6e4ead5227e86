"""The gate for foreign text: nothing of it disappears, nothing moves a cursor or gives orders."""

from __future__ import annotations

import re

from planctl.unseen import UNSEEN_SIGNS, can_work, has_no_shape, is_plain, unseen

_ORDER = r"##(?=[\w-]*\[)"
"""Logs of continuous integration are read for ``##[error]`` and ``##vso[...]``, anywhere in a line."""


def safe(text: str) -> str:
    """The text with every character that cannot be seen written as ``<U+202E>``.

    Line feeds stay, a tab becomes a blank, other blanks stay as they are. What a reader can see is kept
    sign by sign, with the codes of the unseen characters in their places.
    """
    if is_plain(text) or is_plain(text.replace("\n", "")):
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    hidden = set(unseen(text))
    return "".join(_mark(char) if k in hidden else char for k, char in enumerate(text))


def safe_again(part: str) -> str:
    """Part of a line of safe texts as it is: the gate once more, in case one of them came round it.

    What stood beside a character may be on another line now, so those that can do work are let through.
    """
    if is_plain(part):
        return part
    kept = (char if not has_no_shape(char) or can_work(char) else _mark(char) for char in part)
    return "".join(kept).replace("\n", " ").replace("\t", " ")


def _mark(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def flat(text: str) -> str:
    """``safe`` text whose line feeds are blanks: it begins no line."""
    return safe(text).replace("\n", " ")


def one_line(text: str) -> str:
    """``safe`` text on one line: every stretch of white space becomes one blank."""
    return " ".join(safe(text).split())


def shorten(text: str, width: int) -> str:
    """One safe line of at most ``width`` characters, cut between words and ended with ``...``."""
    line = one_line(text)
    if len(line) <= width:
        return line
    head = line[: max(0, width - 3)].rpartition(" ")[0] or line[: max(0, width - 4)]
    return f"{head} ...".strip()[:width]


def powerless_html(document: str) -> str:
    """An HTML document in whose source logs of continuous integration find no orders; it looks the same."""
    document = re.sub(_ORDER, "&#35;&#35;", document)
    return re.sub(r"^(\s*)::", r"\1&#58;:", document, flags=re.MULTILINE)


def powerless(text: str) -> str:
    """The text with a backslash in what a program that reads the log would take for an order to itself."""
    return re.sub(_ORDER, r"##\\", text) if "##" in text else text


def inert_json(text: str) -> str:
    """JSON text with the unseen characters in its strings written as ``\\u202e``: equal JSON, but inert."""
    escaped = re.sub(f"[{UNSEEN_SIGNS}]", _code_units, text) if not text.isascii() or "\x7f" in text else text
    return re.sub(_ORDER, r"#\\u0023", escaped) if "##" in escaped else escaped


def _code_units(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[k] << 8 | units[k + 1]:04x}" for k in range(0, len(units), 2))
