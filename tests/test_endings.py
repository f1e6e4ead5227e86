"""How a run ends when it is cut short: output that nobody takes, Ctrl-C, names that no system takes."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.base_plan import lay

ROOT = Path(__file__).parent.parent
COMMANDS: list[tuple[str, ...]] = [
    ("--help",),
    ("--version",),
    ("diff",),
    ("diff", "v1", "v2", "--stat"),
    ("validate",),
    ("blame", "v2"),
    ("claims",),
    ("share",),
    ("show", "v1"),
    ("log",),
    ("record",),
    ("record", "--dry-run"),
    ("record", "--format", "json"),
    ("verify",),
    ("git-config",),
    ("init", "sea"),
    ("schema",),
]


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    """Commands started here heed Ctrl-C, even where the tests run in the background and ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The small plan, in a repository."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return lay(tmp_path)


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | more


def start(words: Sequence[str | bytes], folder: Path, stdout: int, **more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "planctl", *words]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=environment(**more),
    )


def said(process: subprocess.Popen[bytes]) -> str:
    return process.communicate(timeout=60)[1].decode()


def refs(folder: Path) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), "for-each-ref"], capture_output=True, text=True, check=True
    ).stdout


def untouched(top: Path) -> bool:
    """No ref moved, no plan was made, nothing is left of the attempt."""
    left = [path for path in (top / ".git").rglob("*") if path.suffix == ".lock" or ".planctl-" in path.name]
    return not refs(top) and [path.name for path in (top / "plans").iterdir()] == ["harbour"] and not left


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_is_one_line_and_changes_nothing(plan: Path, words: tuple[str, ...]) -> None:
    top = plan.parent.parent
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        process = start(words, top, full.fileno())
        error = said(process)
    assert process.returncode == 2, error
    last = error.splitlines()[-1]
    assert last.startswith("planctl: cannot write")
    assert last.endswith(": No space left on device")
    assert untouched(top)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_closed_output_is_one_line_and_changes_nothing(plan: Path, words: tuple[str, ...]) -> None:
    top = plan.parent.parent
    command = ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "planctl", *words]
    done = subprocess.run(command, cwd=top, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "planctl: standard output is closed: the answer cannot be written\n"
    assert untouched(top)


@pytest.mark.parametrize("words", [*COMMANDS, ("diff", "--help")], ids=" ".join)
def test_a_reader_that_went_away_ends_it_silently_as_it_ends_git(plan: Path, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start(words, plan.parent.parent, writing)
    os.close(writing)
    error = said(process)
    assert process.returncode == -signal.SIGPIPE, error
    assert "planctl: the" not in error
    assert "Traceback" not in error
    assert untouched(plan.parent.parent)


def test_nobody_to_tell_an_error_to(plan: Path) -> None:
    command = ["sh", "-c", '"$@" 2>/dev/full', "sh", sys.executable, "-m", "planctl", "show", "v9"]
    done = subprocess.run(
        command, cwd=plan.parent.parent, env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")


AT = "abc\udcff"
LONG = "a" * 5000


@pytest.mark.parametrize(
    "odd", [AT, LONG, f"{LONG}.yaml", f"{AT}.yaml"], ids=["byte", "long", "long file", "byte file"]
)
@pytest.mark.parametrize(
    "words",
    [
        ("diff", "?", "v1"),
        ("diff", "v1", "?"),
        ("diff", "v1@?", "v1"),
        ("diff", "?@HEAD", "v1"),
        ("diff", "?/v1", "v2"),
        ("diff", "v1", "v2", "--point", "?"),
        ("diff", "--plans", "?"),
        ("diff", "--plan", "?"),
        ("blame", "?"),
        ("blame", "v1:?"),
        ("claims", "?"),
        ("show", "?"),
        ("show", "v1", "?"),
        ("share", "?"),
        ("share", "--plan", "?"),
        ("log", "--plans", "?"),
        ("log", "--format", "?"),
        ("record", "--plan", "?"),
        ("verify", "--plans", "?"),
        ("validate", "?"),
        ("validate", "plans", "?"),
        ("validate", "--plans", "?"),
        ("init", "?"),
        ("init", "--example", "?"),
        ("init", "sea", "--plans", "?/x"),
        ("git-config", "?"),
        ("schema", "?"),
        ("?",),
        ("--?",),
    ],
    ids=" ".join,
)
def test_no_argument_is_a_traceback(
    plan: Path,
    words: tuple[str, ...],
    odd: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    from planctl.cli.app import main

    top = plan.parent.parent
    subprocess.run(["git", "-C", str(top), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(top), "commit", "-qm", "x"], check=True)
    monkeypatch.chdir(top)
    monkeypatch.setattr(sys, "argv", ["planctl", *(word.replace("?", odd) for word in words)])
    with pytest.raises(SystemExit) as caught:
        main()
    if words[:2] == ("init", "sea") and odd.startswith(AT):
        assert caught.value.code == 0  # a folder may be named so
        return
    assert caught.value.code == 2
    assert capfd.readouterr().err
    assert [path.name for path in (top / "plans").iterdir()] == ["harbour"]


@pytest.mark.parametrize(
    "words", [("log",), ("diff",), ("validate",), ("record",), ("init", "sea"), ("git-config",)]
)
def test_a_working_folder_that_is_gone(plan: Path, words: tuple[str, ...]) -> None:
    command = [
        "sh",
        "-c",
        'mkdir gone && cd gone && rmdir ../gone && "$@"',
        "sh",
        sys.executable,
        "-m",
        "planctl",
        *words,
    ]
    done = subprocess.run(
        command, cwd=plan.parent.parent, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "planctl: the current folder no longer exists\n  Change to another folder.\n"


@pytest.mark.parametrize("columns", ["9" * 5000, "0" * 5000, "-1", "²", "99999999999"])
@pytest.mark.parametrize("color", ["", "1"])
def test_no_width_is_too_odd(plan: Path, columns: str, color: str) -> None:
    process = start(
        ("log",), plan.parent.parent, subprocess.PIPE, COLUMNS=columns, LINES=columns, FORCE_COLOR=color
    )
    out, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (0, b"")
    assert b"Harbour talks" in out


IMPORTED = [
    "gc",
    "planctl.cli.app",
    "typer",
    "planctl.cli.diff",
    "pydantic",
    "yaml",
    "planctl.diff",
    "planctl.writers.console",
]


@pytest.mark.parametrize("module", IMPORTED)
def test_ctrl_c_during_an_import_is_one_line(plan: Path, module: str) -> None:
    code = (
        "import sys, planctl.__main__\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        f"for name in [n for n in sys.modules if n == {module!r}]: del sys.modules[name]\n"
        "sys.argv = ['planctl', 'diff']\n"
        + (
            "import signal\n"
            "planctl.__main__.gc.set_threshold = lambda _: signal.raise_signal(signal.SIGINT)\n"
            * (module == "gc")
        )
        + "planctl.__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=plan.parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "planctl: interrupted\n")


@pytest.mark.parametrize(
    "swallowing",
    [
        "class Dying:\n    def __del__(self): press()\ndef swallow(): Dying()\n",
        "def swallow():\n    try: press()\n    except BaseException: pass\n",
        "def swallow():\n    try: press()\n    except BaseException: raise ValueError\n",
    ],
    ids=["where nothing gets out", "caught", "turned into something else"],
)
def test_ctrl_c_that_a_library_swallows_is_heeded(plan: Path, swallowing: str) -> None:
    code = (
        "import sys, planctl.__main__\n"
        "def press():\n    import signal; signal.raise_signal(signal.SIGINT)\n"
        f"{swallowing}"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'yaml': swallow()\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.argv = ['planctl', 'diff']\n"
        "planctl.__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=plan.parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "planctl: interrupted\n")


def test_ctrl_c_in_the_midst_of_a_command_is_one_line(plan: Path) -> None:
    """The answer's reader stops reading, so that the command waits in the middle of writing it."""
    text = "".join(f"  - number: {n}\n    text: >\n      {'Ships pass. ' * 50}\n" for n in range(3, 300))
    with (plan / "v2.yaml").open("a") as file:
        file.write(text)
    reading, writing = os.pipe()
    process = start(("show", "v2"), plan.parent.parent, writing)
    os.close(writing)
    os.read(reading, 1)
    process.send_signal(signal.SIGINT)
    error = said(process)
    os.close(reading)
    assert (process.returncode, error) == (130, "planctl: interrupted\n")


def test_ctrl_c_while_the_pager_runs_waits_for_it(plan: Path, tmp_path: Path) -> None:
    began, ended = tmp_path / "began", tmp_path / "ended"
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntrap '' INT\ntouch {began}\nsleep 1\ncat >/dev/null\ntouch {ended}\n")
    pager.chmod(0o755)
    leader, follower = pty.openpty()
    process = start(("log",), plan.parent.parent, follower, PLANCTL_PAGER=str(pager), TERM="xterm")
    os.close(follower)
    while not began.exists() and process.poll() is None:
        time.sleep(0.01)
    for _ in range(3):
        process.send_signal(signal.SIGINT)
        time.sleep(0.05)
    assert process.poll() is None
    error = said(process)
    os.close(leader)
    assert ended.exists()
    assert (process.returncode, error) == (130, "planctl: interrupted\n")


def test_recording_that_is_stopped_at_the_last_moment_moves_nothing(plan: Path) -> None:
    code = (
        "import sys, planctl.__main__, planctl.writers.console as console\n"
        "def stop(*_, **__): raise KeyboardInterrupt\n"
        "console.write = stop\n"
        "sys.argv = ['planctl', 'record']\n"
        "planctl.__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=plan.parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "planctl: interrupted\n")
    assert untouched(plan.parent.parent)
