"""The bytes of a commit -> what it says, however it was made (git's documentation: gitformat-commit).

Anybody can write a commit by hand: names in any encoding, times beyond any calendar. What cannot be read as
a time is None; it is never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: when and by whom, in its own words.

    Times carry the zone they were written in; None is a time that no calendar has, or that is not there.
    """

    id: str
    tree: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored: dt.datetime | None
    committed: dt.datetime | None
    message: str

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.strip().partition("\n")[0]


_LINKS = re.compile(rb"tree ([0-9a-f]{40})\n((?:parent [0-9a-f]{40}\n)*)")
_TIME = re.compile(rb" *(\d{1,18}) ([+-])(\d\d)(\d\d)")
_ENCODINGS = re.compile(
    r"utf-?8|(us-)?ascii|iso-?8859-\d+|latin-?\d|(windows-?|cp)\d+|koi8-[rut]|euc-(jp|kr|cn)|gb(k|2312|18030)|"
    r"big5(-hkscs)?|shift[-_]jis|sjis|iso-2022-jp|tis-620",
    re.IGNORECASE,
)
"""Encodings of letters. Python knows others by name that are none, or that take long."""
_HOUR = 60
_FARTHEST_ZONE = 14 * _HOUR
"""Minutes that a clock on Earth is before or behind UTC at most."""


def read_commit(name: str, data: bytes) -> Commit:
    """The commit of that id. Raises ValueError when the bytes are no commit."""
    links = _LINKS.match(data)
    if links is None:
        raise ValueError(name)
    head, _, message = data[links.end() :].partition(b"\n\n")
    # The first of a kind counts, as in git; a signature's lines begin with a blank.
    lines = dict(reversed([line.partition(b" ")[::2] for line in head.split(b"\n")]))
    encoding = lines.get(b"encoding", b"utf-8").decode("ascii", "replace")
    author = lines.get(b"author", b"")
    return Commit(
        id=name,
        tree=links[1].decode(),
        parents=tuple(links[2].decode().split()[1::2]),
        author=_text(author.partition(b"<")[0].strip(), encoding),
        email=_text(author.partition(b"<")[2].partition(b">")[0], encoding),
        authored=_time(author),
        committed=_time(lines.get(b"committer", b"")),
        message=_text(message, encoding),
    )


def _text(data: bytes, encoding: str) -> str:
    if _ENCODINGS.fullmatch(encoding):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return data.decode("utf-8", "replace")


def _time(person: bytes) -> dt.datetime | None:
    """When somebody did something, from a line such as ``A U Thor <author@example.org> 1763640000 +0100``."""
    match = _TIME.fullmatch(person.rpartition(b">")[2])
    if match is None or int(match[4]) >= _HOUR:
        return None
    minutes = int(match[2] + b"1") * (_HOUR * int(match[3]) + int(match[4]))
    if abs(minutes) > _FARTHEST_ZONE:
        return None
    try:
        return dt.datetime.fromtimestamp(int(match[1]), dt.timezone(dt.timedelta(minutes=minutes)))
    except (OverflowError, OSError, ValueError):
        return None
