"""The documentation tells the truth: commands, options, outputs, links."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from planctl.cli.app import COMMANDS
from tests.docs import ROOT, Quoted, output_of, pages, quotations, surroundings

_LOCKED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return surroundings(tmp_path_factory.mktemp("docs"))


@pytest.mark.parametrize("quoted", quotations(), ids=str)
def test_a_quoted_output_is_what_the_command_prints(quoted: Quoted, folder: Path) -> None:
    real = output_of(quoted.command, folder)
    assert quoted.holds(real), f"run python -m tests.docs; {quoted} prints now:\n{real}"


def test_the_first_screen_has_the_two_commands_and_two_outputs() -> None:
    readme = (ROOT / "README.md").read_text()
    typed = re.findall(r"^```sh\n(.*)\n```$", readme, re.MULTILINE)
    assert typed[0].endswith(".venv/bin/planctl diff v28 v19")
    assert typed[1].endswith(".venv/bin/python -m pytest -q -n auto")
    assert len([q for q in quotations() if q.page.name == "README.md"]) >= 2


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    finding = re.search(r"^readme_command\(\) \{\n.*?^\}", script, re.MULTILINE | re.DOTALL)
    assert finding
    typed = re.findall(r"^```sh\n(.*)\n```$", (ROOT / "README.md").read_text(), re.MULTILINE)
    for number, command in enumerate(typed, 1):
        assert f'bash -euc "$(readme_command {number})"' in script
        shell = f'top="{ROOT}"\n{finding[0]}\nreadme_command {number}'
        done = subprocess.run(["bash", "-euc", shell], capture_output=True, text=True, check=True)
        assert done.stdout == f"{command}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_its_help_in_the_reference(command: str) -> None:
    assert f"`planctl {command}" in (ROOT / "README.md").read_text()
    helped = [q.command for q in quotations() if q.page.name == "commands.md"]
    assert f"planctl {command} --help" in helped


def test_every_command_named_in_the_documentation_exists() -> None:
    named = {
        word
        for page in pages()
        for word in re.findall(r"(?:`|^\$ )planctl ([a-z][a-z-]*)", page.read_text(), re.MULTILINE)
    }
    assert named <= set(COMMANDS), named - set(COMMANDS)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_lock_holds_everything_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    wanted += chain.from_iterable(project["project"]["optional-dependencies"].values())
    locked: dict[str, set[str]] = {}
    for name, number in _LOCKED.findall((ROOT / "requirements.lock").read_text()):
        locked.setdefault(canonicalize_name(name), set()).add(number)
    for each in map(Requirement, wanted):
        if each.name != project["project"]["name"]:
            numbers = locked[canonicalize_name(each.name)]
            assert set(each.specifier.filter(numbers)) == numbers, each


def test_nothing_tells_anybody_to_install_somebody_elses_package() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in listed.stdout.split("\0") if name] or [*ROOT.rglob("*.md")]
    wrong = re.compile(r"(?:pipx?|uvx?|uv pip|pipx) (?:install|run) (?:-\S+ )*['\"]?planctl\b")
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in files if path.is_file()}
    assert [str(path) for path, text in texts.items() if wrong.search(text)] == []
