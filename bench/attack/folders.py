"""Plan folders that a stranger made: hostile fields, broken files, and what is no file at all."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.attack.strings import hostile, name, typeable

VERSIONS = ("v1", "v2", "v3")
_SENTENCES = (
    "The parties shall cease fire within 30 days.",
    "[US: Up to 600,000 troops] [EU: 800,000 troops] may stay.",
    "No party shall deploy forces within 5 km, except observers.",
    "Each side pays $5 million by 1 March 2026; see point 2.",
)


def make(rng: random.Random, top: Path) -> None:
    """A folder ``plans`` with one plan or two; each file whole, hostile, mutilated, or no file."""
    others = ("q", name(rng)) if rng.random() < 0.1 else ()
    for plan in ("p", *others) if rng.random() < 0.95 else (name(rng),):
        folder = top / "plans" / plan
        folder.mkdir(parents=True, exist_ok=True)
        _put(rng, folder / "plan.yaml", header(rng))
        for number, version in enumerate(VERSIONS[: rng.choice((2, 3))]):
            _put(rng, folder / f"{version}.yaml", version_file(rng, number))
        if rng.random() < 0.2:
            _odd_file(
                rng, folder / rng.choice((f"{name(rng)}.yaml", ".hidden.yaml", "PLAN.yaml", "con.yaml"))
            )


def header(rng: random.Random) -> dict[str, Any]:
    """What ``plan.yaml`` holds; every field may be hostile."""
    field = _field(rng)
    return {
        "title": field("Talks"),
        "note": field("A note."),
        "parties": [
            {"id": "us", "name": field("United States"), "names": [field("US")]},
            {"id": "ua", "name": field("Ukraine")},
        ],
        "sources": [
            {
                "id": "s1",
                "publisher": field("Reuters"),
                "title": field("T"),
                "url": field("https://example.org/a"),
                "note": field(""),
            }
        ],
        "claims": [
            {
                "id": f"C{k}",
                "date": "2025-11-20",
                "by": field("A minister"),
                "says": field("We wrote it."),
                "about": [rng.choice(("v1", "v1:1", "v2:2.a", field("v1")))],
                "credits": ["us"],
                "sources": ["s1"],
                "contradicts": ["C0"] if k else [],
                "note": field(""),
            }
            for k in range(rng.choice((0, 1, 3)))
        ],
    }


def version_file(rng: random.Random, number: int) -> dict[str, Any]:
    """What a version file holds; every field may be hostile."""
    field = _field(rng)

    def rare(plain: str) -> str:
        """Of a field whose values are few a hostile one is an error, and nothing more is read."""
        return field(plain) if rng.random() < 0.05 else plain

    return {
        "version": VERSIONS[number],
        "title": field(f"Draft {number}"),
        "date": rare(f"2025-11-{20 + number}"),
        "tabled_by": [rare(rng.choice(("us", "ua")))],
        "made_from": [rare(VERSIONS[number - 1])] if number else [],
        "wording": rare(rng.choice(("verbatim", "restated"))),
        "evidence": "published",
        "sources": ["s1"],
        "note": field(""),
        "points": [_point(rng, field, k) for k in range(1, rng.choice((3, 5)))],
    }


def _point(rng: random.Random, field: Callable[[str], str], number: int) -> dict[str, Any]:
    def short(plain: str) -> str:
        return field(plain)[:40]

    items = [
        {"label": short("abc"[k]), "text": field(rng.choice(_SENTENCES)), "note": field("")}
        for k in range(rng.choice((0, 0, 2)))
    ]
    return {
        "number": short(str(number)),
        "heading": field("Forces"),
        "text": field(rng.choice(_SENTENCES)),
        "note": field(""),
        "items": items,
    }


def _field(rng: random.Random) -> Callable[[str], str]:
    """Leaves most values alone; some files have none that is hostile, some have many.

    In most files what is hostile can be read, so that it reaches what comes after reading.
    """
    share = rng.choice((0.02, 0.1, 0.3, 0.6))
    piece = typeable if rng.random() < 0.85 else hostile

    def field(plain: str) -> str:
        if rng.random() >= share:
            return plain
        return rng.choice((piece(rng), plain + piece(rng), f"{plain} {piece(rng)} {plain}"))

    return field


def _put(rng: random.Random, path: Path, content: dict[str, Any]) -> None:
    if rng.random() < 0.03:
        _odd_file(rng, path)
        return
    text = json.dumps(content, ensure_ascii=rng.random() < 0.05, indent=1)
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.06:
        data = _mutilated(rng, data)
    path.write_bytes(data)


def _mutilated(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return rng.choice(
        (
            data[:at],
            data[:at] + rng.randbytes(3) + data[at:],
            data.replace(b'"', b"", 3),
            data + b"\n---\n" + data[:50],
            b"\xff\xfe" + data,
            b"\xef\xbb\xbf" + data,
            data.replace(b"{", b"&a {", 1),
            data.replace(b"[", b"*a", 1),
            b"!!python/object/apply:os.system [id]\n" + data,
            data[:at] + b"[" * 4000,
            data[:at] + b"\n- " * 2000,
            data * 3,
            b"\0" * 100,
            b"",
            b"%YAML 1.1\n---\n" + data,
        )
    )


def _odd_file(rng: random.Random, path: Path) -> None:
    """Something of that name that is no file: a link, a pipe, a folder, or a file without end."""
    kind = rng.randrange(7)
    if path.exists() or path.is_symlink():
        return
    if kind == 0:
        path.symlink_to(
            rng.choice(
                (
                    "/etc/passwd",
                    "/dev/zero",
                    "/dev/stdin",
                    "../../victim",
                    "loop",
                    "/nowhere",
                    "/proc/self/mem",
                )
            )
        )
    elif kind == 1:
        path.symlink_to(path.name)
    elif kind == 2:
        os.mkfifo(path)
    elif kind == 3:
        path.mkdir()
    elif kind == 4:
        with path.open("wb") as file:
            file.truncate(rng.choice((1 << 20, 1 << 26)))
    elif kind == 5:
        path.write_bytes(b"")
        path.chmod(0)
    else:
        path.write_bytes(b"a: " + b"x" * rng.choice((10, 3_000_000)))
