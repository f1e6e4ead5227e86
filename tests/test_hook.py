"""The hook stops a bad commit and lets a good one pass: through pre-commit, and as a plain git hook."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.base_plan import change, lay

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "hook.md").read_text(encoding="utf-8")
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
BAD = "tabled_by: [sout]\n"
GOOD = "title: A better title\n"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    git(folder, "add", "--all")
    return git(folder, "commit", "-m", "A change")


def count(folder: Path) -> int:
    return int(git(folder, "rev-list", "--count", "HEAD").stdout)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small plan in its first commit, and a planctl on the path."""
    commands = tmp_path / "bin"
    commands.mkdir()
    script = commands / "planctl"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m planctl "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    for name in ("GIT_INDEX_FILE", "GIT_PREFIX", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    lay(folder)
    (folder / "other.yaml").write_text("- this\n- is\n- no plan\n")
    commit(folder)
    return folder


def block(language: str, sign: str) -> str:
    """The example of the page that holds ``sign``."""
    blocks = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", PAGE)
    [found] = [text for text in blocks if sign in text]
    return str(found)


def use_pre_commit(repository: Path) -> None:
    (repository / ".pre-commit-config.yaml").write_text(block("yaml", "repo: local"))
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=repository, capture_output=True, check=True
    )
    assert b"pre-commit installed" in done.stdout
    git(repository, "add", "--all")
    git(repository, "commit", "--no-verify", "-m", "Use pre-commit")


def use_plain_hook(repository: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.write_text(block("sh", "#!/bin/sh"))
    hook.chmod(0o755)


WAYS = {"pre-commit": use_pre_commit, "plain": use_plain_hook}


@pytest.mark.parametrize("way", WAYS)
def test_a_bad_commit_is_stopped_and_a_good_one_passes(way: str, repository: Path) -> None:
    WAYS[way](repository)
    plan, before = repository / "plans" / "harbour", count(repository)

    change(plan / "v2.yaml", BAD)
    stopped = commit(repository)
    assert stopped.returncode == 1
    told = stopped.stdout + stopped.stderr
    assert 'plans/harbour/v2.yaml:4:13  PLC016  no party "sout" in plan.yaml; did you mean south?' in told
    assert count(repository) == before

    change(plan / "v2.yaml", "tabled_by: [south]\n" + GOOD)
    passed = commit(repository)
    assert (passed.returncode, count(repository)) == (0, before + 1), passed.stdout + passed.stderr


@pytest.mark.parametrize("way", WAYS)
def test_a_change_in_one_file_that_makes_another_wrong_is_stopped(way: str, repository: Path) -> None:
    WAYS[way](repository)
    change(repository / "plans" / "harbour" / "plan.yaml", "parties:\n  - id: north\n    name: North\n")
    stopped = commit(repository)
    assert stopped.returncode == 1
    assert "v2.yaml:4:13  PLC016" in stopped.stdout + stopped.stderr


@pytest.mark.parametrize("way", WAYS)
def test_yaml_that_is_no_plan_is_left_alone(way: str, repository: Path) -> None:
    WAYS[way](repository)
    (repository / "other.yaml").write_text("a: [broken\n")
    assert commit(repository).returncode == 0


@pytest.mark.parametrize("way", WAYS)
def test_what_is_staged_is_checked_not_what_lies_about(way: str, repository: Path) -> None:
    WAYS[way](repository)
    version = repository / "plans" / "harbour" / "v2.yaml"
    right = version.read_text()
    change(version, BAD)
    git(repository, "add", "--all")
    version.write_text(right)
    assert git(repository, "commit", "-m", "Bad in the index only").returncode == 1


def manifest(name: str = "planctl-validate") -> dict[str, Any]:
    [hook] = [each for each in yaml.safe_load(MANIFEST.read_text()) if each["id"] == name]
    assert isinstance(hook, dict)
    return hook


def test_pre_commit_takes_the_manifest_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_page_shows_the_hook_as_it_is() -> None:
    shown = yaml.safe_load(block("yaml", "repo: local"))["repos"][0]["hooks"][0]
    hook = manifest()
    assert shown == {key: hook[key] for key in shown} | {"language": "system"}
    assert block("yaml", "rev:").count(hook["id"]) == 1


def test_the_hook_of_layout_lays_out_and_stops_the_commit_once(repository: Path) -> None:
    hook = {**manifest("planctl-fmt"), "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=repository, capture_output=True, check=True
    )
    git(repository, "add", ".pre-commit-config.yaml")
    assert git(repository, "commit", "-m", "Use it").returncode == 0
    version = repository / "plans" / "harbour" / "v2.yaml"
    version.write_text(version.read_text().replace("title: ", "title:   ") + "# the end\n")
    assert commit(repository).returncode == 1
    assert "title: " in version.read_text()
    assert "title:   " not in version.read_text()
    passed = commit(repository)
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.parametrize("name", ["planctl-validate", "planctl-fmt"])
def test_the_hook_is_given_files_below_plans_only(name: str) -> None:
    pattern = re.compile(manifest(name)["files"])
    assert pattern.search("plans/harbour/v2.yaml")
    assert bool(pattern.search("archive/plans/harbour/plan.yml")) == (name == "planctl-validate")
    assert not pattern.search("myplans/v2.yaml")
    assert not pattern.search("plans/harbour/notes.txt")
