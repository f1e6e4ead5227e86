"""A pack file of new objects: each whole, or as what changed from one like it (gitformat-pack, version 2)."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, product

from planctl.store.making import Made

_KINDS = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}
_CHANGED = 7
"""git's number for an object that names by id the one it is made from (REF_DELTA)."""
_DEEPEST = 50
"""Changes upon changes that git itself allows by default (``pack.depth``)."""
_LONGEST_INSERT, _LONGEST_COPY = 0x7F, 0xFFFFFF
_QUICK, _WINDOW, _MEMORY = 1, 12, 5
"""zlib's quickest level with little memory to set up: most objects are small, 1200 took 6 ms, not 54."""
_PRESENT = bytes([0]) + bytes([1]) * 255
_FLAGS = {
    bytes(bits): bytes([128 | sum(bit << k for k, bit in enumerate(bits))])
    for bits in product((0, 1), repeat=7)
}
"""For which of seven numbers are not zero, the byte that says so."""


def pack(objects: Iterable[Made], likes: Mapping[str, str]) -> bytes:
    """The objects as one pack. ``likes`` gives for some ids that of an earlier object, much alike."""
    whole = {made.id: made for made in objects}
    depths: dict[str, int] = {}
    parts = [b"PACK" + struct.pack(">II", 2, len(whole))]
    for name, made in whole.items():
        base = likes.get(name, "")
        depth = depths.get(base, _DEEPEST) + 1
        change = b"".join(_change(whole[base].data, made.data)) if depth <= _DEEPEST else made.data
        # What hardly resembles its base is written whole; so is an empty file, which git takes no other way.
        if len(change) < len(made.data):
            parts += (_head(_CHANGED, len(change)), bytes.fromhex(base), _squeeze(change))
        else:
            depth = 0
            parts += (_head(_KINDS[made.kind], len(made.data)), _squeeze(made.data))
        depths[name] = depth
    body = b"".join(parts)
    return body + hashlib.sha1(body, usedforsecurity=False).digest()


def _squeeze(data: bytes) -> bytes:
    squeezing = zlib.compressobj(_QUICK, zlib.DEFLATED, _WINDOW, _MEMORY)
    return squeezing.compress(data) + squeezing.flush()


def _head(kind: int, size: int) -> bytes:
    first, size = kind << 4 | size & 15, size >> 4
    return bytes([first | 128, *_number(size)]) if size else bytes([first])


def _number(size: int) -> bytes:
    found = bytearray()
    while size > 127:  # noqa: PLR2004  # seven bits a byte
        found.append(size & 127 | 128)
        size >>= 7
    found.append(size)
    return bytes(found)


def _change(old: bytes, new: bytes) -> Iterator[bytes]:
    """git's instructions to make ``new`` from ``old``: both sizes, then lines to copy or to insert."""
    yield _number(len(old)) + _number(len(new))
    for start, length, fresh in _runs(old, new):
        if fresh:
            cuts = range(0, len(fresh), _LONGEST_INSERT)
            yield from (
                bytes([len(piece)]) + piece for piece in (fresh[k : k + _LONGEST_INSERT] for k in cuts)
            )
        else:
            for k in range(0, length, _LONGEST_COPY):
                yield _copy(start + k, min(_LONGEST_COPY, length - k))


def _runs(old: bytes, new: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Stretches of ``new`` in order: start and length of the same lines in ``old``, or else the bytes."""
    before, starts, places = _lines(old)
    after, _, _ = _lines(new)
    at = fresh = drift = 0
    while at < len(after):
        # A line that stands often is looked for where the run before would have gone on.
        near = at + drift
        place = near if before[near : near + 1] == after[at : at + 1] else places.get(after[at])
        if place is None:
            at += 1
            continue
        if fresh < at:
            yield 0, 0, b"".join(after[fresh:at])
        size = _alike(before, place, after, at)
        yield starts[place], starts[place + size] - starts[place], b""
        at = fresh = at + size
        drift = place + size - at
    if fresh < at:
        yield 0, 0, b"".join(after[fresh:at])


@lru_cache(maxsize=8)
def _lines(data: bytes) -> tuple[list[bytes], list[int], dict[bytes, int]]:
    """Lines, where each starts and the last ends, and the number of the last line with given bytes."""
    lines = data.splitlines(keepends=True)
    return lines, [0, *accumulate(map(len, lines))], dict(zip(lines, range(len(lines)), strict=True))


def _alike(before: list[bytes], place: int, after: list[bytes], at: int) -> int:
    """How many lines are the same from two places on, given that the first are."""
    most = min(len(before) - place, len(after) - at)
    return next((size for size in range(1, most) if before[place + size] != after[at + size]), most)


def _copy(start: int, length: int) -> bytes:
    """One copy instruction: a byte of flags, then those bytes of place and length that are not zero."""
    numbers = start.to_bytes(4, "little") + length.to_bytes(3, "little")
    return _FLAGS[numbers.translate(_PRESENT)] + numbers.replace(b"\0", b"")
