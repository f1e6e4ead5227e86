"""git as a process that may end before it has heard all."""

from __future__ import annotations

import time
from pathlib import Path
from subprocess import Popen

import pytest

from planctl.errors import BadRevision
from planctl.store import process
from planctl.store.process import Git


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_git_that_ended_early_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """However late what is left for it is handed over: on a busy machine that is after its end."""
    at_once = process._hand_over

    def late(git: Popen[bytes], stdin: bytes) -> None:
        time.sleep(0.2)
        at_once(git, stdin)

    monkeypatch.setattr(process, "_hand_over", late)
    git = Git(tmp_path, {})
    with pytest.raises(BadRevision, match="git no-such-command failed"):
        git.feed(["no-such-command"], [b"x" * size])
    with pytest.raises(BadRevision, match="git no-such-command failed"):
        git.run(["no-such-command"], b"x" * size)
