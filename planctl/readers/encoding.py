"""Bytes -> text, in the encoding that a file declares or that is certain."""

from __future__ import annotations

import re

from planctl.errors import PlanctlError


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of a file in the encoding that it declares, or that is certain.

    Raises PlanctlError when it could be several: a wrong guess changes words.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            return _decode(data, declared, name)
        raise PlanctlError(
            f"{name} is not UTF-8, and does not say which encoding it has", "Save it as UTF-8."
        ) from None
    if "\0" in text:
        raise PlanctlError(f"{name} is not a text file: it holds NUL bytes", "Save it as text.")
    return text


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise PlanctlError(
            f"{name} is not in the encoding that it declares ({encoding})", "Save it as UTF-8."
        ) from None


def clean(text: str) -> str:
    """Text without control characters, which no document means."""
    return re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
