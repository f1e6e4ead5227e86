"""Every JSON answer keeps to its schema in ``docs/schemas``, and the schemas name each of its keys."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests import hostile
from tests.base_plan import lay
from tests.conftest import Ran

Run = Callable[..., Ran]
FOLDER = Path(__file__).parent.parent / "docs" / "schemas"
DIALECT: Any = import_module("jsonschema").Draft202012Validator
SCHEMAS = {path.name.partition(".")[0]: json.loads(path.read_text()) for path in FOLDER.iterdir()}
IN_FILES = [
    ["diff", "v1", "v2", "--explain"],
    ["show", "v1"],
    ["show", "v2"],
    ["log"],
    ["blame", "v2"],
    ["blame", "v1"],
    ["share"],
    ["share", "--history"],
    ["claims"],
    ["timeline"],
    ["validate"],
]
BUNDLED = [
    ["diff", "v28", "v20", "--explain"],
    ["diff", "v19", "e3"],
    ["diff", "v28", "v28"],
    ["diff", "v28", "e3", "--only", "dropped"],
    ["show", "v20"],
    ["show", "v28:10"],
    ["log"],
    ["blame", "v20"],
    ["blame", "v20:4"],
    ["share"],
    ["share", "--history"],
    ["claims"],
    ["timeline"],
    ["claims", "v28:6"],
]


def closed(schema: Any) -> Any:
    """The schema without the promise that keys may be added: none is allowed that it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(each) for key, each in schema.items()}
    return {"additionalProperties": False, **inner} if inner.get("type") == "object" else inner


VALIDATORS = {name: DIALECT(closed(schema)) for name, schema in SCHEMAS.items()}


def objections(command: str, answer: str) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in VALIDATORS[command].iter_errors(json.loads(answer))
    ]


def test_each_command_that_writes_json_has_a_schema(run: Run) -> None:
    from planctl.cli.app import COMMANDS

    writing = {name for name in COMMANDS if "json" in run(name, "--help").out.partition("--format")[2][:200]}
    assert writing == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one_and_the_page_names_it(name: str) -> None:
    DIALECT.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["properties"]["schema"] == {"const": f"planctl/{name}/1"}
    assert f"schemas/{name}.schema.json" in (FOLDER.parent / "json.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", BUNDLED, ids=" ".join)
def test_answers_on_the_bundled_plan(arguments: list[str], run: Run, bundled: Path) -> None:
    ran = run(*arguments, "--plans", bundled, "--format", "json")
    assert objections(arguments[0], ran.out) == []


@pytest.mark.parametrize("attack", ["html", "fillers", "marks of direction", "formula on a second line"])
def test_answers_on_a_plan_whose_every_field_is_hostile(attack: str, run: Run, tmp_path: Path) -> None:
    hostile.lay(tmp_path, hostile.ATTACKS[attack])
    for arguments in IN_FILES:
        ran = run(*arguments, "--plans", tmp_path / "plans", "--format", "json")
        assert ran.out, (arguments, ran.err)
        assert objections(arguments[0], ran.out) == [], arguments


def test_answers_on_a_plan_of_one_empty_point(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plans" / "bare"
    plan.mkdir(parents=True)
    (plan / "plan.yaml").write_text("title: Bare\n")
    for name in ("v1", "v2"):
        (plan / f"{name}.yaml").write_text(
            f"version: {name}\ntitle: Bare\ndate: 2025\ntabled_by: []\nwording: restated\n"
            'evidence: inferred\npoints:\n  - number: 1\n    text: ""\n'
        )
    for arguments in IN_FILES:
        ran = run(*arguments, "--plans", tmp_path / "plans", "--format", "json")
        assert ran.out, (arguments, ran.err)
        assert objections(arguments[0], ran.out) == [], arguments


def test_answers_of_record_verify_and_all_that_git_adds(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    as_json = ["--format", "json"]
    answers = [("record", run("record", "--dry-run", *as_json)), ("record", run("record", *as_json))]
    answers += [("record", run("record", *as_json)), ("verify", run("verify", *as_json))]
    (plan / "v2.yaml").write_text((plan / "v2.yaml").read_text() + "note: Changed.\n")
    answers += [("verify", run("verify", *as_json)), ("log", run("log", *as_json))]
    answers += [("record", run("record", *as_json)), ("blame", run("blame", "v2", *as_json))]
    (plan / "v2.yaml").unlink()
    answers += [("record", run("record", *as_json)), ("verify", run("verify", *as_json))]
    for command, ran in answers:
        assert ran.out, (command, ran.err)
        assert objections(command, ran.out) == [], ran.out
    dry, wet, again = (json.loads(ran.out)["written"] for _, ran in answers[:3])
    assert (dry, wet, again) == (False, True, False)
