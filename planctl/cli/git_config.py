"""``planctl git-config``: point-by-point redlines in git's own diff, show and log -p."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.messages import remark

if TYPE_CHECKING:
    from planctl.store import Setup

_RUN = "planctl.cli."
ATTRIBUTES = (
    "**/plans/**/*.yaml diff=planctl",
    "**/plans/**/plan.yaml !diff",
    "/plan.md diff=markdown",
)
"""Version files get planctl's driver; ``plan.md`` of a recorded branch gets headings in its hunk headers."""


def git_config(
    *,
    enable: Annotated[
        bool | None, typer.Option("--enable/--disable", help="Register planctl with git, or remove it.")
    ] = None,
    everywhere: Annotated[
        bool, typer.Option("--global", help="For all your repositories, not just this one.")
    ] = False,
) -> None:
    """Show point-by-point redlines in git diff.

    Registers planctl as git's diff driver for version files below plans/. git diff then shows the redline of
    planctl diff; git show and git log -p show each point with one sentence per line, or the redline with
    --ext-diff. Use --no-ext-diff --no-textconv to see the plain file. If planctl cannot run, git
    shows the file.
    """
    from planctl.errors import Refused
    from planctl.store import Setup, open_at
    from planctl.writers import console

    repository = None if everywhere else open_at(Path.cwd())
    if repository is None and not everywhere:
        raise Refused(
            "this folder is not in a git repository",
            "Change to one, or use --global for all your repositories.",
        )
    setup = Setup(repository)
    if enable:
        _enable(setup)
        remark(f"registered with git in {setup.attributes}")
    elif enable is False:
        setup.disable([key for key in driver() if _is_ours(key, setup.get(key))])
        remark("no longer registered with git")
    else:
        known = all(setup.get(key) == value for key, value in driver().items())
        console.write("enabled\n" if known else "not enabled\n", pager=False)


def driver() -> dict[str, str]:
    """The settings of the driver. What it runs falls back on git's own work when it cannot be run."""
    from planctl.text import posix_token

    python = shlex.quote(sys.executable)
    textconv = f'{python} -P -m {_RUN}textconv "$1" 2>/dev/null || cat "$1"'
    plain = 'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"'
    redline = f'{python} -P -m {_RUN}git_diff "$@" 2>/dev/null || {plain} || :'
    return {
        "diff.planctl.textconv": f"f() {{ {textconv}; }}; f",
        "diff.planctl.command": f"f() {{ {redline}; }}; f",
        "diff.planctl.xfuncname": "^## (.*)$",
        "diff.planctl.wordRegex": posix_token(),
    }


def _enable(setup: Setup) -> None:
    from planctl.errors import Refused

    for key in driver():
        value = setup.get(key)
        if value is not None and not _is_ours(key, value):
            raise Refused(f"git already has another {key}: {value}", f"Remove it: git config --unset {key}")
    setup.enable(driver(), ATTRIBUTES)


def _is_ours(key: str, value: str | None) -> bool:
    return value is not None and (_RUN in value or value == driver()[key])
