"""Bytes -> text, and the characters that have no business in a plan file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.errors import FilePlace, Problem
from planctl.limits import LARGE_CURE, SIZE_LIMIT, TOO_LARGE
from planctl.unseen import UNSEEN_SIGNS, is_plain, unseen

# NEL and the two Unicode separators end a line in YAML but not in most editors: line numbers would differ.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# The characters of the Trojan Source attack (Boucher and Anderson, 2021).
_TURNING = "\u202a-\u202e\u2066-\u2069"
_MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u061c")
"""Right where writing runs from right to left; elsewhere there is nothing for them to do."""
_RIGHT_TO_LEFT = (
    "\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_NOT_FOR_YAML = f"[{_CONTROL}]"
_FOR_GOOD = f"[\x00-\x1f{UNSEEN_SIGNS}]"
"""Without shape in every Unicode to come; what is not assigned today may be a letter tomorrow."""
_MARKS_OF_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}


def too_large(data: bytes, path: str) -> Problem | None:
    """The problem of a file above ``SIZE_LIMIT``, which is not read at all."""
    if len(data) <= SIZE_LIMIT:
        return None
    return Problem(FilePlace(path), "PLC031", TOO_LARGE, LARGE_CURE)


def decode(data: bytes, path: str) -> str | Problem:
    """The text of UTF-8 bytes with plain line feeds, with or without a byte order mark, or their problem."""
    try:
        return _plain_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        lines = _plain_ends(data[: error.start].decode("utf-8-sig", "replace")).split("\n")
        encoding = next(
            (name for mark, name in _MARKS_OF_OTHER_ENCODINGS.items() if data.startswith(mark)), ""
        )
        what = (
            f"it looks like {encoding}"
            if encoding
            else f"byte 0x{data[error.start]:02X} is not a valid character"
        )
        message = f"the file is not UTF-8: {what}"
        return Problem(
            FilePlace(path, len(lines), len(lines[-1]) + 1), "PLC030", message, "Save it again as UTF-8."
        )


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def odd_characters(text: str, path: str) -> Iterator[Problem]:
    """Control characters, characters that turn the direction of writing, and characters nobody can see."""
    if is_plain(text.replace("\n", "").replace("\t", "")):
        return
    start, line = 0, 1
    for place in _odd_places(text):
        line += text.count("\n", start, place)
        start = place
        yield _odd(text[place], FilePlace(path, line, place - text.rfind("\n", 0, place)))


def odd_value(value: str, place: FilePlace) -> Problem | None:
    """The same for a value written with escapes (``"\\u202e"``), which the raw text does not show."""
    if is_plain(value.replace("\n", "").replace("\t", "")):
        return None
    index = next(_odd_places(value), None)
    return None if index is None else _odd(value[index], place)


def _odd_places(text: str) -> Iterator[int]:
    """What cannot be seen, but for characters that a later Unicode may have given a shape."""
    line, is_right_to_left = -1, False
    for place in unseen(text):
        char = text[place]
        if char in _MARKS_OF_DIRECTION:
            start = text.rfind("\n", 0, place) + 1
            if start != line:
                end = text.find("\n", place)
                here = text[start : end if end >= 0 else None]
                line, is_right_to_left = start, bool(re.search(f"[{_RIGHT_TO_LEFT}]", here))
            if is_right_to_left:
                continue
        if re.match(_FOR_GOOD, char):
            yield place


def without_controls(text: str) -> str:
    """The text with control characters replaced, so that the rest of the file can still be checked."""
    return re.sub(_NOT_FOR_YAML, "\ufffd", text)


def without_refused(text: str) -> str:
    """The text without the characters that no plan file may hold; all ends of lines become line feeds."""
    return re.sub(f"[{_CONTROL}{_TURNING}]", "", re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text))


def _odd(char: str, place: FilePlace) -> Problem:
    name = f"U+{ord(char):04X}"
    if re.match(f"[{_TURNING}]", char):
        message = f"{name} changes the direction of writing: the text shown is not the text in the file"
        return Problem(place, "PLC033", message, "Delete it. Arabic and Hebrew do not need it.")
    if re.match(f"[\r{_CONTROL}]", char):
        return Problem(place, "PLC032", f"control character {name}", "Delete it, or type the line again.")
    if re.match(f"[{_PRIVATE}]", char):
        message = f"{name} is a private-use character: every font shows it differently, or not at all"
        return Problem(place, "PLC034", message, "Type the character that is meant.")
    message = f"{name} is invisible, but makes two equal words unequal"
    return Problem(place, "PLC034", message, "Delete it, or type the word again.")
