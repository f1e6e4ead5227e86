"""Text out of a file, made inert: nothing lost, nothing that moves a cursor or turns writing round."""

from __future__ import annotations

import re
import unicodedata

# Patterns stay text here: re compiles them, and keeps them, when the first text needs one. Most never does.
_NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Drawn round the figures after them, though Unicode files them under formats."""
_JOINERS_AT_WORK = "(?<=[^\x00-\u024f])[\u200c\u200d]"
"""Persian, Hindi and emoji need these. After a Latin letter they only make two equal words unequal."""
_UNSEEN_IN_JSON = (
    "[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)


def safe(text: str) -> str:
    """The text with every control, format or unassigned character written as ``<U+202E>``.

    Line feeds stay, a tab becomes a blank, other blanks stay as they are. What a reader can see is kept
    sign by sign, with the codes of the unseen characters in their places.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    at_work = {match.start() for match in re.finditer(_JOINERS_AT_WORK, text)}
    return "".join(char if k in at_work else _visible(char) for k, char in enumerate(text))


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


def inert_json(text: str) -> str:
    """JSON text with the unseen characters in its strings written as ``\\u202e``: equal JSON, but inert."""
    return re.sub(_UNSEEN_IN_JSON, _code_units, text)


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    if char.isprintable() or char == "\n" or _is_seen(char):
        return char
    return f"<U+{ord(char):04X}>"


def _is_seen(char: str) -> bool:
    """Other blanks than the plain one, signs of private fonts, and number signs."""
    return unicodedata.category(char) in {"Zs", "Co"} or char in _NUMBER_SIGNS


def _code_units(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[k] << 8 | units[k + 1]:04x}" for k in range(0, len(units), 2))
