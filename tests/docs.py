"""Commands and outputs quoted in the documentation: found, run, compared, and written anew.

    python -m tests.docs        writes today's outputs into README.md and docs/

A quoted run is a ``console`` block: a line ``$ planctl ...`` and what it prints, 80 columns wide, in a folder
that has the bundled plans and no git. A line ``...`` in an output stands for any lines; such a block is
compared, and never rewritten.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```console\n\$ (?P<command>planctl .*)\n(?P<output>(?s:.*?))^```$", re.MULTILINE)


@dataclass(frozen=True)
class Quoted:
    """One quoted run: where it stands, what was typed, what is said to come out."""

    page: Path
    command: str
    output: str

    def __str__(self) -> str:
        return f"{self.page.name}: {self.command}"

    def holds(self, real: str) -> bool:
        """Whether the quotation is true, ``...`` standing for any lines."""
        parts = re.split(r"^\.\.\.\n", self.output, flags=re.MULTILINE)
        return re.fullmatch("(?s:.*)".join(map(re.escape, parts)), real) is not None


def pages() -> list[Path]:
    """README, the other pages at the top, and docs/."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("plans/*.md")])


def quotations() -> list[Quoted]:
    """Every quoted run of every page."""
    return [
        Quoted(page, match["command"], match["output"])
        for page in pages()
        for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


def surroundings(folder: Path) -> Path:
    """A folder with the bundled plans and nothing else."""
    shutil.copytree(ROOT / "plans", folder / "plans")
    return folder


def output_of(command: str, folder: Path) -> str:
    """What a command prints, standard output first, then standard error."""
    environment = {"PATH": os.environ["PATH"], "COLUMNS": "80", "TERM": "dumb", "PYTHONPATH": str(ROOT)}
    typed = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "planctl", *typed],
        cwd=folder,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def rewrite(page: Path, folder: Path) -> None:
    """Put today's outputs into a page."""

    def renewed(match: re.Match[str]) -> str:
        if re.search(r"^\.\.\.$", match["output"], re.MULTILINE):
            return match[0]
        return f"```console\n$ {match['command']}\n{output_of(match['command'], folder)}```"

    text = page.read_text(encoding="utf-8")
    page.write_text(_BLOCK.sub(renewed, text), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        plain = surroundings(Path(temporary))
        for each in pages():
            rewrite(each, plain)
