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
from threading import Thread, Timer

from planctl import programs
from planctl.errors import BadRevision
from planctl.limits import TOTAL_LIMIT, megabytes

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
_PIECE = 1 << 16
"""Bytes that are taken from a pipe at once."""
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def environment(added: Mapping[str, str]) -> dict[str, str]:
    """The caller's environment without what steers git elsewhere, with ``QUIET`` and ``added``.

    How the person configured git (``GIT_CONFIG_GLOBAL`` and its like) is kept; where a hook pointed git
    (``GIT_DIR``, ``GIT_INDEX_FILE``) is not: the path given decides which repository is meant.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or _KEPT.fullmatch(k)}
    return {**kept, "PATH": programs.safe_path(os.environ.get("PATH")), **QUIET, **added}


def program() -> str:
    """Where git lies. Raises BadRevision when it is not installed."""
    path = programs.find("git", os.environ.get("PATH"))
    if path is None:
        raise BadRevision("git is not installed or not on the PATH", "Install git, then try again.")
    return path


def printable(message: bytes) -> str:
    """What git said, on one line, unable to move the cursor."""
    lines = [_HIDDEN.sub(" ", line).strip() for line in message.decode("utf-8", "replace").splitlines()]
    return "; ".join(line for line in lines if line)[:500]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git command gave back."""

    code: int
    out: bytes
    message: str


@dataclass(frozen=True, slots=True)
class GitSession:
    """A git command that is still running."""

    process: subprocess.Popen[bytes]

    def send(self, words: bytes) -> None:
        """Send something; ignored if git has ended."""
        if self.process.stdin is not None:
            with suppress(BrokenPipeError):
                self.process.stdin.write(words)
                self.process.stdin.flush()

    def receive(self, answers: int) -> list[str]:
        """Wait for so many lines; there are fewer if git has ended."""
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
    memory: int | None = None
    """Bytes that git may take, where the system can hold it to that."""

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
        not stop it halfway. Raises BadRevision when git is missing, too slow, says more than ``TOTAL_LIMIT``
        bytes or ends in a code not ``fine``.
        """
        with self._start(command, alone=alone) as process:
            out, message = _converse(process, stdin, None if alone else PATIENCE)
        return self._checked(command, Answer(process.returncode, out, printable(message)), fine)

    def feed(self, command: Sequence[str], parts: Iterable[bytes]) -> Answer:
        """Run a git command that answers at its end, and hand over ``parts`` as they are made.

        Raises BadRevision as ``run`` does.
        """
        with self._start(command, alone=False) as process:
            try:
                # git that ended before it read everything says why.
                with suppress(BrokenPipeError):
                    for part in parts:
                        if process.stdin is not None:
                            process.stdin.write(part)
            except BaseException:
                process.kill()
                raise
            out, message = _converse(process, b"", PATIENCE)
        return self._checked(command, Answer(process.returncode, out, printable(message)), (0,))

    def _checked(self, command: Sequence[str], answer: Answer, fine: Collection[int]) -> Answer:
        if answer.code not in fine:
            raise BadRevision(
                f"git {command[0]} failed in {self.folder}: {answer.message or 'no reason given'}",
                cure(answer.message),
            )
        return answer

    @contextmanager
    def session(self, command: Sequence[str]) -> Iterator[GitSession]:
        """Run a git command that takes input line by line, outside our process group. It ends when we do."""
        with self._start(command, alone=True) as process:
            try:
                yield GitSession(process)
            finally:
                process.communicate()

    def serve(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a git command that answers as long as it is asked. Its messages are not read."""
        return self._start(command, alone=False, stderr=subprocess.DEVNULL)

    def _start(
        self, command: Sequence[str], *, alone: bool, stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[bytes]:
        options = [part for option in OPTIONS for part in ("-c", option)]
        try:
            process = subprocess.Popen(  # noqa: S603  # the words are ours; user text travels on stdin or after "--"
                [program(), "--no-pager", *options, *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                cwd=self.folder,
                env=environment(self.where),
                start_new_session=alone,
            )
        except OSError as error:
            raise BadRevision(
                f"git cannot be run in {self.folder}: {error.strerror}",
                "Check that the folder exists, and that you may read it.",
            ) from None
        if self.memory is not None:
            _hold(process, self.memory)
        return process


def _hold(process: subprocess.Popen[bytes], memory: int) -> None:
    """Let git take so much memory and no more. Only Linux can say so of another process."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process.pid, resource.RLIMIT_DATA, (memory, memory))


def _converse(process: subprocess.Popen[bytes], stdin: bytes, patience: float | None) -> tuple[bytes, bytes]:
    """Hand over ``stdin`` and read all that git writes: its output, and the start of its messages.

    Without ``patience`` git is waited for, whatever stops us: it must not end halfway.
    """
    messages: list[bytes] = []
    clock = _Clock(patience, process)
    ears = Thread(target=_overhear, args=(process, messages), daemon=True)
    mouth = Thread(target=_hand_over, args=(process, stdin), daemon=True)
    try:
        clock.start()
        ears.start()
        mouth.start()
        out = _heard(process)
        process.wait()
        ears.join()
        mouth.join()  # else what it could not hand over is written once more at the end, an error there
    except BaseException:
        # Ctrl-C: what must not stop halfway is waited for, the rest ends with us.
        if patience is not None:
            process.kill()
        process.wait()
        raise
    finally:
        clock.stop()
    if clock.rang:
        raise BadRevision(f"git took longer than {PATIENCE:.0f} seconds", cure(""))
    return out, b"".join(messages)


class _Clock:
    """Ends git when its time is up; never without ``patience``."""

    def __init__(self, patience: float | None, process: subprocess.Popen[bytes]) -> None:
        self.rang = False
        self._process = process
        self._timer = None if patience is None else Timer(patience, self._ring)

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()

    def start(self) -> None:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def _heard(process: subprocess.Popen[bytes]) -> bytes:
    parts: list[bytes] = []
    left = TOTAL_LIMIT
    while process.stdout is not None and (part := os.read(process.stdout.fileno(), _PIECE)):
        parts.append(part)
        left -= len(part)
        if left < 0:
            process.kill()
            raise BadRevision(
                f"git returned more than {megabytes(TOTAL_LIMIT)}", "planctl reads no more than that at once."
            )
    return b"".join(parts)


def _overhear(process: subprocess.Popen[bytes], messages: list[bytes]) -> None:
    """Keep the first of git's messages, and let it say the others."""
    while process.stderr is not None and (part := os.read(process.stderr.fileno(), _PIECE)):
        if not messages:
            messages.append(part)


def _hand_over(process: subprocess.Popen[bytes], stdin: bytes) -> None:
    """git that ended before it read everything says why."""
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.write(stdin)
        with suppress(OSError):
            process.stdin.close()


_CURES = {
    r"Permission denied|Operation not permitted|Read-only|unable to create directory": (
        "Check who owns the repository, and that you may read and write it."
    ),
    r"No space left|Disk quota": "Free some disk space, then try again.",
    r"unknown repository (extension|version)|Expected git repo version": (
        "A newer git wrote it: use a git version that supports it."
    ),
    r"packed-refs": "Correct or remove it: each line of that file is an id and the name of a ref.",
    r"reference broken|bad ref": "Remove the broken ref, or write the id it should have into its file.",
}


def cure(message: str) -> str:
    """What to do about something that git said of a repository."""
    matching = (advice for signs, advice in _CURES.items() if re.search(signs, message))
    return next(matching, "git fsck shows whether the repository is intact.")
