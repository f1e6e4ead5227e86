"""Inside git: one command makes git's own diff, show and log -p speak in points, one takes it back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import limits, planfile
from planctl.cli import git_config, textconv
from planctl.store import Setup, open_at
from tests import invented
from tests.conftest import Ran

Run = Callable[..., Ran]
FILE = "plans/lake/v1.yaml"


def git(folder: Path, *words: str, fine: bool = True) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    assert not fine or done.returncode == 0, done.stderr
    return done.stdout


def write(folder: Path, *texts: str, note: str = "") -> None:
    version = invented.version("v1", *texts, note=note)
    (folder / FILE).write_text(planfile.write_version(version))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plan changed one word of point 2 in its last commit and another since."""
    top = tmp_path / "work"
    (top / "plans" / "lake").mkdir(parents=True)
    git(top, "init", "-q")
    (top / "plans" / "lake" / "plan.yaml").write_text("title: Lake\n")
    for limit in ("600", "700", "800"):
        write(top, "Ships may pass.", f"The limit is {limit} boats. It holds for a year.")
        if limit != "800":
            git(top, "add", "-A")
            git(top, "commit", "-qm", f"limit {limit}")
    monkeypatch.chdir(top)
    root = str(Path(__file__).parent.parent)
    monkeypatch.setenv("PYTHONPATH", root)
    return top


def settings_of(folder: Path) -> dict[str, bytes | None]:
    home = Path(os.environ["HOME"])
    places = [folder / ".git" / "config", folder / ".git" / "info" / "attributes", home / "gitconfig"]
    places += [home / "config" / "git" / "attributes"]
    return {str(path): path.read_bytes() if path.exists() else None for path in places}


def test_git_diff_is_a_redline(folder: Path, run: Run) -> None:
    assert run("git-config", "--enable").code == 0
    shown = git(folder, "diff")
    assert f"diff --planctl a/{FILE} b/{FILE}" in shown
    assert "The limit is [-700-]{+800+} boats. It holds for a year." in shown
    assert "text: >" not in shown


@pytest.mark.parametrize(
    "words", [("show",), ("log", "-p", "-1"), ("diff", "--no-ext-diff", "HEAD~1", "HEAD")]
)
def test_show_and_log_speak_in_points(folder: Path, run: Run, words: tuple[str, ...]) -> None:
    run("git-config", "--enable")
    shown = git(folder, *words)
    assert "\n-The limit is 600 boats.\n+The limit is 700 boats.\n It holds for a year.\n" in shown
    assert "\n ## 2\n" in shown
    worded = git(folder, *words, "--word-diff")
    assert "The limit is [-600-]{+700+} boats." in worded


@pytest.mark.parametrize("words", [("show",), ("log", "-p", "-1")])
def test_show_and_log_redline_when_asked(folder: Path, run: Run, words: tuple[str, ...]) -> None:
    run("git-config", "--enable")
    assert "The limit is [-600-]{+700+} boats. It holds for a year." in git(folder, *words, "--ext-diff")


def test_renamed_and_deleted_files(folder: Path, run: Run) -> None:
    run("git-config", "--enable")
    git(folder, "mv", FILE, "plans/lake/v2.yaml")
    git(folder, "add", "-A")
    shown = git(folder, "diff", "--cached", "-M")
    assert "diff --planctl a/plans/lake/v1.yaml b/plans/lake/v2.yaml" in shown
    assert "[-700-]{+800+}" in shown
    git(folder, "reset", "-q", "--hard")
    git(folder, "rm", "-q", FILE)
    assert "\n-The limit is 700 boats.\n" in git(folder, "diff", "--cached")


def test_a_note_alone_is_not_passed_over(folder: Path, run: Run) -> None:
    run("git-config", "--enable")
    write(folder, "Ships may pass.", "The limit is 700 boats. It holds for a year.", note="Seen on a photo.")
    assert "git diff --no-ext-diff shows them" in git(folder, "diff")
    assert "\n+Seen on a photo.\n" in git(folder, "diff", "--no-ext-diff")


def test_a_file_that_is_no_version_is_shown_as_it_is(folder: Path, run: Run) -> None:
    run("git-config", "--enable")
    (folder / FILE).write_text("points: [broken\n")
    assert "\n+points: [broken\n" in git(folder, "diff")
    assert "\n+points: [broken\n" in git(folder, "diff", "--no-ext-diff")


def test_without_planctl_git_falls_back_on_the_file(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("git-config", "--enable")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    assert "+" in git(folder, "diff")
    assert "800 boats" in git(folder, "diff")
    assert "700 boats" in git(folder, "show")


def test_a_repository_cannot_slip_in_a_module(folder: Path, run: Run) -> None:
    run("git-config", "--enable")
    for name in ("yaml", "planctl", "encodings"):
        (folder / f"{name}.py").write_text(f"open({str(folder / 'sprung')!r}, 'w').close()\n")
    git(folder, "diff")
    git(folder, "show")
    assert not (folder / "sprung").exists()


@pytest.mark.parametrize("options", [(), ("--global",)])
@pytest.mark.parametrize(
    "attributes",
    [None, b"", b"*.png binary\n", b"*.png binary", b"# planctl is fine\n\n*.yaml diff=mine\r\n\xff"],
)
def test_taken_back_exactly(
    folder: Path, run: Run, options: tuple[str, ...], attributes: bytes | None
) -> None:
    home = Path(os.environ["HOME"]) / "config" / "git"
    home.mkdir(parents=True, exist_ok=True)
    path = home / "attributes" if options else folder / ".git" / "info" / "attributes"
    if attributes is not None:
        path.write_bytes(attributes)
    git(folder, "config", "diff.other.textconv", "cat")
    before = settings_of(folder)
    for _ in range(2):
        assert run("git-config", "--enable", *options).code == 0
        assert run("git-config", *options).out == "enabled\n"
    after = settings_of(folder)
    changed = {name for name in before if before[name] != after[name]}
    assert all(("gitconfig" in name or "config/git" in name) == bool(options) for name in changed)
    assert "[-700-]{+800+}" in git(folder, "diff")
    for _ in range(2):
        assert run("git-config", "--disable", *options).code == 0
    assert settings_of(folder) == before
    assert run("git-config", *options).out == "not enabled\n"


def test_a_line_added_after_ours_survives(folder: Path, run: Run) -> None:
    path = folder / ".git" / "info" / "attributes"
    path.write_bytes(b"*.png binary")
    run("git-config", "--enable")
    with path.open("ab") as file:
        file.write(b"*.jpg binary\n")
    run("git-config", "--disable")
    assert path.read_bytes() == b"*.png binary\n*.jpg binary\n"


def test_a_driver_of_ones_own_is_left_alone(folder: Path, run: Run) -> None:
    git(folder, "config", "diff.planctl.textconv", "mine")
    before = settings_of(folder)
    ran = run("git-config", "--enable")
    assert ran.code == 2
    assert "already has another diff.planctl.textconv" in ran.err
    run("git-config", "--disable")
    assert settings_of(folder) == before


def test_where_there_is_no_repository(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("git-config", "--enable")
    assert ran.code == 2
    assert "--global" in ran.err


def test_only_version_files_below_plans_are_meant(folder: Path, run: Run) -> None:
    run("git-config", "--enable")
    names = [FILE, "plans/lake/plan.yaml", "other.yaml", "deep/plans/x/v2.yaml", "plans/v3.yaml"]
    said = git(folder, "check-attr", "diff", "--", *names).split("\n")
    assert [line.rpartition(": ")[2] for line in said if line] == [
        "planctl",
        "unspecified",
        "unspecified",
        "planctl",
        "planctl",
    ]


def test_the_settings_name_this_python(folder: Path) -> None:
    assert all(
        sys.executable in value
        for key, value in git_config.driver().items()
        if key.endswith(("conv", "mand"))
    )


def test_textconv_is_the_readable_file(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "## 2\n\nThe limit is 800 boats.\nIt holds for a year.\n" in textconv.readable(FILE)


@given(st.binary(max_size=80).filter(lambda data: b"planctl git-config" not in data), st.booleans())
def test_any_attributes_file_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, missing: bool
) -> None:
    top = tmp_path_factory.getbasetemp() / "attributes"
    if not top.exists():
        top.mkdir()
        git(top, "init", "-q")
    found = open_at(top)
    assert found is not None
    setup = Setup(found)
    setup.attributes.unlink(missing_ok=True)
    if not missing:
        setup.attributes.parent.mkdir(exist_ok=True)
        setup.attributes.write_bytes(data)
    setup.enable({}, ["*.x diff=x"])
    assert b"*.x diff=x\n" in setup.attributes.read_bytes()
    setup.disable([])
    assert (None if missing else data) == (
        setup.attributes.read_bytes() if setup.attributes.exists() else None
    )


def test_attributes_too_large_to_read_are_left_alone(folder: Path, run: Run) -> None:
    path = folder / ".git" / "info" / "attributes"
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.truncate(limits.SIZE_LIMIT + 1)
    for words in ("--enable", "--disable"):
        done = run("git-config", words)
        assert done.code == 2
        assert "attributes: the file is larger than 10 MB and was not read" in " ".join(done.err.split())
    assert path.stat().st_size == limits.SIZE_LIMIT + 1
