"""Bytes -> text, and the characters that have no business in a plan file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.errors import Place, Problem
from planctl.limits import LARGE_CURE, SIZE_LIMIT, TOO_LARGE

# NEL and the two Unicode separators end a line in YAML but not in most editors: line numbers would differ.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# The characters of the Trojan Source attack (Boucher and Anderson, 2021).
_TURNING = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = "\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"
_ODD = f"[{_CONTROL}{_TURNING}{_UNSEEN}]"
_NOT_FOR_YAML = f"[{_CONTROL}]"
_MARKS_OF_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}


def too_large(data: bytes, path: str) -> Problem | None:
    """The problem of a file above ``SIZE_LIMIT``, which is not read at all."""
    if len(data) <= SIZE_LIMIT:
        return None
    return Problem(Place(path), "PLC031", TOO_LARGE, LARGE_CURE)


def decode(data: bytes, path: str) -> str | Problem:
    """The text of UTF-8 bytes with plain line feeds, with or without a byte order mark, or their problem."""
    try:
        return _plain_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        lines = _plain_ends(data[: error.start].decode("utf-8-sig", "replace")).split("\n")
        other = next((name for mark, name in _MARKS_OF_OTHER_ENCODINGS.items() if data.startswith(mark)), "")
        what = f"it looks like {other}" if other else f"byte 0x{data[error.start]:02X} fits no letter"
        message = f"the file is not UTF-8: {what}"
        return Problem(
            Place(path, len(lines), len(lines[-1]) + 1), "PLC030", message, "Save it again as UTF-8."
        )


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def odd_characters(text: str, path: str) -> Iterator[Problem]:
    """Control characters, characters that turn the direction of writing, and characters nobody can see."""
    if _is_plain(text):
        return
    start, line = 0, 1
    for match in re.finditer(_ODD, text):
        line += text.count("\n", start, match.start())
        start = match.start()
        column = start - text.rfind("\n", 0, start)
        yield _odd(match, Place(path, line, column))


def odd_value(value: str, place: Place) -> Problem | None:
    """The same for a value written with escapes (``"\\u202e"``), which the raw text does not show."""
    match = None if _is_plain(value) else re.search(_ODD, value) or re.search("\r", value)
    return _odd(match, place) if match else None


def _is_plain(text: str) -> bool:
    """Whether nothing needs a closer look: the patterns take as long to compile as a file takes to read."""
    return text.replace("\n", "").replace("\t", "").isprintable()


def without_controls(text: str) -> str:
    """The text with control characters replaced, so that the rest of the file can still be checked."""
    return re.sub(_NOT_FOR_YAML, "\ufffd", text)


def _odd(match: re.Match[str], place: Place) -> Problem:
    name = f"U+{ord(match[0]):04X}"
    if re.match(f"[{_TURNING}]", match[0]):
        message = f"{name} turns the direction of writing: what is read is not what stands there"
        return Problem(place, "PLC033", message, "Delete it. Arabic and Hebrew need no such sign.")
    if re.match(f"[{_UNSEEN}]", match[0]):
        message = f"{name} cannot be seen, but makes two equal words unequal"
        return Problem(place, "PLC034", message, "Delete it, or type the word again.", "warning")
    return Problem(place, "PLC032", f"control character {name}", "Delete it, or type the line again.")
