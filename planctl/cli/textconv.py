"""What git runs to turn a version file into lines: ``python -m planctl.cli.textconv FILE``. Not a command."""

from __future__ import annotations

import sys
from pathlib import Path


def readable(path: str) -> str:
    """A version file as ``plan.md`` has it: a heading per point, a line per sentence. Raises PlanctlError."""
    from planctl import planfile
    from planctl.models import Header
    from planctl.readable import write_readable
    from planctl.workspace import read_file

    version = planfile.load_version(read_file(Path(path), Path(path).parent), path)
    return write_readable(version, Header(title=version.title))


def main() -> int:
    """Print the file readably, or nothing and exit 1: the caller then shows the file itself."""
    from planctl.errors import PlanctlError
    from planctl.writers.lines import line, plain, text_of

    try:
        text = text_of(line(plain(row)) for row in readable(sys.argv[1]).splitlines())
    except (PlanctlError, OSError, IndexError):
        return 1
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
