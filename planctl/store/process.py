"""Running git so that nothing a repository says can make it run anything else.

A repository is foreign matter: its configuration may name programs to run (``core.fsmonitor``, hooks, pagers,
filters, ``gpg.program``, remote helpers behind missing objects). Only commands that read or write objects
and refs are run, never ones that look at the work tree, and every setting that could start a program is
overridden on the command line, where git ranks it above any file.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from planctl.errors import BadRevision

PATIENCE = 120.0
"""Seconds a git command may take before it is given up."""

OPTIONS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=false",
    "core.askPass=false",
    "core.alternateRefsCommand=true",
    "core.commitGraph=false",
    "core.fsync=committed,reference",
    "core.filesRefLockTimeout=1000",
    "core.packedRefsTimeout=1000",
    "advice.graftFileDeprecated=false",
    "protocol.allow=never",
    "safe.bareRepository=all",
    "gc.auto=0",
    "maintenance.auto=false",
)
"""Settings forced on every git command: nothing is run, asked, fetched or tidied; new objects are synced."""

QUIET = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "GIT_COMMITTER_NAME": "planctl",
    "GIT_COMMITTER_EMAIL": "planctl@planctl.invalid",
    "LANGUAGE": "C",
    "LC_ALL": "C",
}
"""Environment forced on every git command. Replaced and grafted objects would make an id mean other bytes."""

_KEPT = re.compile(r"GIT_(CONFIG_.*|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def environment(added: Mapping[str, str]) -> dict[str, str]:
    """The caller's environment without what steers git elsewhere, with ``QUIET`` and ``added``.

    How the person configured git (``GIT_CONFIG_GLOBAL`` and its like) is kept; where a hook pointed git
    (``GIT_DIR``, ``GIT_INDEX_FILE``) is not: the path given decides which repository is meant.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or _KEPT.fullmatch(k)}
    return {**kept, **QUIET, **added}


def printable(said: bytes) -> str:
    """What git said, on one line, unable to move the cursor."""
    lines = [_HIDDEN.sub(" ", line).strip() for line in said.decode("utf-8", "replace").splitlines()]
    return "; ".join(line for line in lines if line)[:500]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git command gave back."""

    code: int
    out: bytes
    said: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A git command that is still running."""

    process: subprocess.Popen[bytes]

    def say(self, words: bytes) -> None:
        """Say something; when git ended, nobody hears it."""
        if self.process.stdin is not None:
            with suppress(BrokenPipeError):
                self.process.stdin.write(words)
                self.process.stdin.flush()

    def hear(self, answers: int) -> list[str]:
        """Wait for so many lines; there are fewer when git ended."""
        stdout = self.process.stdout
        lines = (
            [stdout.readline().decode("utf-8", "replace").strip() for _ in range(answers)] if stdout else []
        )
        return [line for line in lines if line]

    def complaint(self) -> str:
        """What git said on its way out."""
        return printable(self.process.communicate()[1])


@dataclass(frozen=True, slots=True)
class Git:
    """A way to run git in one folder. ``where`` fixes the repository, as ``GIT_DIR`` and its like."""

    folder: Path
    where: Mapping[str, str]

    def run(
        self,
        command: Sequence[str],
        stdin: bytes = b"",
        *,
        fine: Collection[int] = (0,),
        alone: bool = False,
    ) -> Answer:
        """Run a git command; ``stdin`` is handed over whole.

        ``alone`` starts it outside our process group, so that what stops us (Ctrl-C, a killed group) does
        not stop it halfway. Raises BadRevision when git is missing, too slow or ends in a code not ``fine``.
        """
        with self._start(command, alone=alone) as process:
            out, said = _converse(process, stdin, alone=alone)
        return self._checked(command, Answer(process.returncode, out, printable(said)), fine)

    def feed(self, command: Sequence[str], parts: Iterable[bytes]) -> Answer:
        """Run a git command that answers at its end, and hand over ``parts`` as they are made.

        Raises BadRevision as ``run`` does.
        """
        with self._start(command, alone=False) as process:
            try:
                # git that ended before it heard all says why.
                with suppress(BrokenPipeError):
                    for part in parts:
                        if process.stdin is not None:
                            process.stdin.write(part)
            except BaseException:
                process.kill()
                raise
            out, said = _converse(process, b"", alone=False)
        return self._checked(command, Answer(process.returncode, out, printable(said)), (0,))

    def _checked(self, command: Sequence[str], answer: Answer, fine: Collection[int]) -> Answer:
        if answer.code not in fine:
            raise BadRevision(
                f"git {command[0]} failed in {self.folder}: {answer.said or 'no reason given'}",
                cure(answer.said),
            )
        return answer

    @contextmanager
    def talk(self, command: Sequence[str]) -> Iterator[Talk]:
        """Run a git command that is spoken to line by line, outside our process group. It ends when we do."""
        with self._start(command, alone=True) as process:
            try:
                yield Talk(process)
            finally:
                process.communicate()

    def _start(self, command: Sequence[str], *, alone: bool) -> subprocess.Popen[bytes]:
        options = [part for option in OPTIONS for part in ("-c", option)]
        try:
            return subprocess.Popen(  # noqa: S603  # the words are ours; user text travels on stdin or after "--"
                ["git", "--no-pager", *options, *command],  # noqa: S607
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self.folder,
                env=environment(self.where),
                start_new_session=alone,
            )
        except FileNotFoundError:
            raise BadRevision(
                "git is not installed or not on the PATH", "Install git, then try again."
            ) from None


def _converse(process: subprocess.Popen[bytes], stdin: bytes, *, alone: bool) -> tuple[bytes, bytes]:
    try:
        return process.communicate(stdin, timeout=None if alone else PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        raise BadRevision(f"git took longer than {PATIENCE:.0f} seconds", cure("")) from None
    except BaseException:
        # Ctrl-C: what must not stop halfway is waited for, the rest ends with us.
        if alone:
            process.communicate()
        else:
            process.kill()
        raise


_CURES = {
    r"Permission denied|Operation not permitted|Read-only|unable to create directory": (
        "Check who owns the repository, and that you may read and write it."
    ),
    r"No space left|Disk quota": "Make room on the disk, and run again.",
    r"unknown repository (extension|version)|Expected git repo version": (
        "A newer git wrote it: use one that knows this."
    ),
    r"packed-refs": "Mend or remove what is named: each line of that file is an id and a ref's name.",
    r"reference broken|bad ref": "Remove the broken ref, or write the id it should have into its file.",
}


def cure(said: str) -> str:
    """What to do about something that git said of a repository."""
    found = (advice for signs, advice in _CURES.items() if re.search(signs, said))
    return next(found, "git fsck shows whether the repository is whole.")
