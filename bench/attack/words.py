"""Command lines that a stranger typed, or that a script built from what a stranger sent."""

from __future__ import annotations

import os
import random

from bench.attack.strings import hostile

_FORMATS = {
    "diff": ("text", "markdown", "json"),
    "blame": ("text", "markdown", "json"),
    "claims": ("text", "json"),
    "share": ("text", "json", "csv"),
    "show": ("text", "markdown", "json"),
    "log": ("text", "markdown", "json"),
    "validate": ("text", "json", "github"),
    "record": ("text", "json"),
    "verify": ("text", "json"),
}
_SOUND = {
    "diff": ("v1", "v2"),
    "blame": ("v1", "v2", "v2:1", "1", "v1:2.a"),
    "show": ("v1", "v2", "v2:1"),
    "claims": ("v1", "v2"),
    "share": ("v1", "v2"),
    "init": ("new",),
}
"""Names that are there in most plans."""
_NAMES = (
    "v1",
    "v2",
    "v3",
    "v1:1",
    "v2:1.a",
    "point-1",
    "1",
    "p/v1",
    "v1@HEAD",
    "v1@HEAD~1",
    "v1@2025-11-25",
    "plans/p/v1.yaml",
    "plans/p",
    "C1",
    "v2@main",
)
_REVISIONS = (
    "--help",
    "-1",
    "HEAD^{/x}",
    "@{u}",
    ":/one",
    "HEAD:plans",
    "9" * 400,
    "HEAD\n--output=x",
    "2025-13-45",
    "..",
    "main..HEAD",
    "\udcff",
    "refs/replace/x",
    "@{1 year ago}",
)
_FLAGS = {
    "diff": ("--stat", "--explain", "-y", "--exit-code", "--only", "--point", "--threshold", "--no-pager"),
    "blame": ("--no-git", "--no-pager"),
    "share": ("--history",),
    "claims": ("--unanswered",),
    "record": ("--dry-run",),
    "validate": ("--strict",),
    "git-config": ("--enable", "--disable", "--global"),
    "init": ("--title", "--example"),
}
_VALUES = {
    "--only": "edited",
    "--point": "1",
    "--threshold": "0.5",
    "--title": "Talks",
    "--example": "ukraine-2025",
}
_COMMANDS = (
    ("diff",) * 5
    + ("blame",) * 3
    + ("validate",) * 3
    + ("show", "show", "log", "claims", "share", "record", "record", "verify", "git-config", "init", "schema")
)


def command_line(rng: random.Random) -> list[str]:
    """A command with its names and options, each of which may be hostile."""
    command = rng.choice(_COMMANDS)
    words = [command]
    count = {"diff": 2, "blame": 1, "show": 1, "claims": 1, "share": 1, "init": 1}.get(command, 0)
    if rng.random() < 0.75:
        words += rng.sample(_SOUND.get(command, ()), count)
    else:
        words += [_name(rng) for _ in range(count if rng.random() < 0.9 else rng.randrange(4))]
    if command == "validate":
        words += rng.choice(((), ("plans",), ("plans/p",), (".",), (_name(rng),)))
    if command in _FORMATS and rng.random() < 0.7:
        words += ["--format", rng.choice(_FORMATS[command]) if rng.random() < 0.97 else hostile(rng)]
    for flag in _FLAGS.get(command, ()):
        if rng.random() < 0.15:
            words.append(flag)
            if flag in _VALUES:
                words.append(_VALUES[flag] if rng.random() < 0.7 else hostile(rng))
    if rng.random() < 0.05:
        words += ["--plan", rng.choice(("p", "q", hostile(rng)))]
    return [word.replace("\0", "") for word in words]


def _name(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.75:
        return rng.choice(_NAMES)
    if draw < 0.85:
        return f"v1@{rng.choice(_REVISIONS)}"
    if draw < 0.95:
        return hostile(rng)
    return rng.choice(
        (
            "/dev/zero",
            "/etc/passwd",
            "a" * 5000,
            "../" * 40,
            "",
            ".",
            "-",
            "--",
            "plans/p/../../x.yaml",
            "\udcff",
            os.sep,
        )
    )
