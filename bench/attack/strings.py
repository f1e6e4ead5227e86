"""Texts that would do something if they were obeyed rather than shown."""

from __future__ import annotations

import random
import re

MARK = "FORGED"
"""Stands in every text where a line of the attacker's own would begin."""

BREAKS = ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "%0A", "\\n")
COMMANDS = (
    f"::error title={MARK}::{MARK}",
    f"::warning file=a,line=1::{MARK}",
    "::stop-commands::x",
    f"##[error]{MARK}",
    f"! {MARK}",
    MARK,
    f"planctl: {MARK}",
    f"# {MARK}",
    f"- {MARK}",
    f"| {MARK} |",
    f"> {MARK}",
    f"v1.yaml:1:1: {MARK}",
)
_CONTROLS = (
    "\x1b[2J\x1b[1;1H",
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil.example\x1b\\",
    "\x9b31m",
    "\x00",
    "\x08" * 5,
    "\x7f",
    "\x1b[A",
)
UNSEEN = (
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200b",
    "\u200e",
    "\u200f",
    "\u061c",
    "\ufeff",
    "\u3164",
    "\u115f",
    "\u2800",
    "\u034f",
    "\ufe0f",
    "\U000e0041",
    "\U000e0100",
    "\u00ad",
    "\u2060",
    "\u180e",
    "\ufff9",
    "\ud800",
)
_LIVE = (
    '=HYPERLINK("http://evil.example")',
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "=cmd|' /C calc'!A0",
    "'=1",
    ";=1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "https://evil.example",
    "www.evil.example",
    "a@evil.example",
    "mailto:a@evil.example",
    "~~x~~",
    "\\(x\\)",
    "```",
    "</style>",
    "&lt;",
    "[bold red]x[/]",
    "[link=http://evil.example]x[/link]",
    "{{7*7}}",
    "$(id)",
    "`id`",
    "%s%n",
    "../../../etc/passwd",
    "--upload-pack=touch x",
    "-oProxyCommand=x",
    "{0.__class__}",
    "${HOME}",
    "%PATH%",
)
_HARD = (
    "[" * 300,
    "]" * 300,
    "[a][b]" * 200,
    "1:" * 300 + "x",
    "A. " * 300,
    "9" * 5000,
    "not " * 300,
    "a-" * 500,
    "\u0301" * 500,
    "一" * 500,
    "((" * 300,
)

_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile(rng: random.Random) -> str:
    """One to four hostile pieces in a row, most often after a harmless word."""
    pieces = [_piece(rng) for _ in range(rng.choice((1, 1, 2, 4)))]
    return "".join([rng.choice(("shall ", "x", "", "600,000 ")), *pieces])


def typeable(rng: random.Random) -> str:
    """``hostile`` without what plan files refuse: controls, direction overrides, halves of characters."""
    return _REFUSED.sub("", hostile(rng))


def line_of_mine(rng: random.Random) -> str:
    """A line break, then a line that looks like one of ours or is an order to a machine that reads it."""
    return rng.choice(BREAKS) + rng.choice(COMMANDS)


def name(rng: random.Random) -> str:
    """A hostile name of a file, folder or branch: no slash, no NUL, short enough for a disk."""
    text = hostile(rng).replace("/", "_").replace("\0", "").encode("utf-8", "replace")[:120]
    return text.decode("utf-8", "ignore") or "x"


def _piece(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.4:
        return line_of_mine(rng)
    return rng.choice(_CONTROLS if draw < 0.55 else UNSEEN if draw < 0.7 else _LIVE if draw < 0.95 else _HARD)
