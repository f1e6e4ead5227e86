"""Rich text (.rtf), before another program opens it: is it whole and only text; its numbers as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.errors import PlanctlError

DEPTH_LIMIT = 1_000
"""Groups inside each other; word processors write some twenty."""
_TOKEN = re.compile(rb"\\bin(\d{1,9}) ?|\\[^a-zA-Z]|\\([a-zA-Z]{1,32})|([{}])")
_OBJECTS = frozenset({b"object", b"objdata", b"objocx", b"objemb", b"objlink", b"objautlink", b"objhtml"})
_SIGNS = re.compile(
    rb"\\u(?P<code>-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2})?|\\'(?P<byte>[0-9a-fA-F]{2})|\\[a-zA-Z]+-?\d* ?|"
    rb"(?P<brace>[{}])|(?P<words>[^\\{}\r\n]+)|\\."
)
_PRINTED = re.compile(rb"\{\\(listtext|pntext)(?![a-zA-Z])")
_LIST = re.compile(rb"\\\\|\\ls(\d{1,6})(?![a-zA-Z0-9])")
_TRACKED = re.compile(rb"\\(?:deleted|revised)(?![a-zA-Z0-9])")
_LONGEST = 2_000
"""Bytes in which a printed number must end."""
_INCLUDED = re.compile(rb"fldinst[\s{]*INCLUDE ?TEXT\b", re.IGNORECASE)

_FETCHED = re.compile(rb"(fldinst[\s{]*)(INCLUDE\w*|IMPORT|DDE\w*|LINK|EMBED)\b", re.IGNORECASE)


def check(data: bytes, name: str) -> None:
    """Raise PlanctlError unless ``data`` is one whole group, without objects or parts in other files."""
    if _INCLUDED.search(data):
        raise _elsewhere(name)
    depth = place = 0
    while token := _TOKEN.search(data, place):
        place = token.end()
        if token[1]:
            place += int(token[1])
        elif token[2]:
            _refuse(token[2], name)
        elif token[3]:
            depth += 1 if token[3] == b"{" else -1
            if depth <= 0:
                return
            if depth > DEPTH_LIMIT:
                raise PlanctlError(f"{name} is nested deeper than {DEPTH_LIMIT:,} groups", "Save it again.")
    raise PlanctlError(f"{name} is truncated: its text has no end", "Save it again.")


def without_links(data: bytes) -> bytes:
    """The file with fields that would fetch a picture or ask another program made ones that nobody knows.

    What they showed when the file was saved stays. Every place in the file stays.
    """
    return _FETCHED.sub(lambda found: found[1] + b"z" * len(found[2]), data)


def with_printed_numbers(data: bytes) -> bytes:
    """The file with its automatic numbers typed out as they were printed; bullets stay automatic.

    Beside each automatic number stands what was printed, for readers without lists. Readers with lists count
    again, and where a list begins anew they may count otherwise. Where changes are tracked nothing is typed
    out: what was printed beside a deleted paragraph would stand there alone. Every place in the file stays.
    """
    if _TRACKED.search(data):
        return data
    out = bytearray(data)
    for match in _PRINTED.finditer(data):
        signs = list(_signs(data, match.end()))
        if _counts("".join(text for _, text in signs).strip()):
            for start, end in [match.span(1), *(span for span, text in signs if not text)]:
                out[start:end] = re.sub(rb"[a-z]", b"z", data[start:end])
    return data if out == data else _LIST.sub(lambda found: found[0].replace(b"\\ls", b"\\zz"), bytes(out))


def _signs(data: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each sign of a group that begins before ``start`` stands, and its words; none for a command.

    They are in an encoding that tells letters from signs, if no more than that.
    """
    depth = 1
    for token in _SIGNS.finditer(data, start, start + _LONGEST):
        if token["brace"]:
            depth += 1 if token["brace"] == b"{" else -1
            if not depth:
                return
        elif token["code"]:
            yield token.span(), chr(int(token["code"]) % 0x10000)
        elif token["byte"]:
            yield token.span(), bytes.fromhex(token["byte"].decode()).decode("cp1252", "replace")
        elif token["words"] or token[0].startswith(b"\\tab"):
            yield token.span(), (token["words"] or b"\t").decode("latin-1")
        else:
            yield token.span(), ""


def _counts(printed: str) -> bool:
    """Whether it is a number or letter, and no bullet; "o" is what Word prints as one."""
    return printed != "o" and any(sign.isalnum() for sign in printed)


def _refuse(word: bytes, name: str) -> None:
    if word in _OBJECTS:
        raise PlanctlError(
            f"{name} holds embedded objects, which planctl does not open",
            "Save it as .docx in a word processor, without them.",
        )
    if word == b"subdocument":
        raise _elsewhere(name)


def _elsewhere(name: str) -> PlanctlError:
    return PlanctlError(
        f"{name} has a part of its text in another file, which planctl does not open",
        "Save it as .docx in a word processor, with all of its text in it.",
    )
