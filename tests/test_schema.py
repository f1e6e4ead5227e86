"""The JSON Schema and the page on the plan format: neither says anything else than the models."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from pydantic import BaseModel

from planctl.models import (
    Claim,
    Event,
    Header,
    Item,
    LeftOut,
    Parent,
    Party,
    Point,
    Section,
    Source,
    Version,
)
from planctl.planfile import read, schema, write
from planctl.planfile.fields import fields_of
from tests.base_plan import BASE, lay
from tests.conftest import Ran
from tests.typed import headers, versions

ROOT = Path(__file__).parent.parent
Run = Callable[..., Ran]


# JSON Schema

DIALECT: Any = import_module("jsonschema").Draft202012Validator


def as_an_editor_types(value: Any) -> Any:
    """What a YAML 1.1 reader makes of scalars, with dates as the text they are in JSON."""
    if isinstance(value, Mapping):
        return {str(key): as_an_editor_types(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_an_editor_types(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


VALIDATORS = {"version": DIALECT(schema("version")), "plan": DIALECT(schema("plan"))}


def objections(text: str, kind: str) -> list[str]:
    loaded = as_an_editor_types(yaml.load(text, Loader=yaml.CSafeLoader))
    return [f"{list(error.path)}: {error.message}" for error in VALIDATORS[kind].iter_errors(loaded)]


@pytest.mark.parametrize("kind", ["version", "plan"])
def test_the_schema_travels_with_the_package_as_the_command_prints_it(kind: str, run: Run) -> None:
    """``planctl schema version`` writes it anew, and ``planctl schema plan`` the other."""
    shipped = (ROOT / "plans" / "ukraine-2025" / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert run("schema", kind).out == shipped
    made = json.loads(shipped)
    DIALECT.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == f"urn:planctl:{kind}.schema.json"
    assert made["title"]


def test_version_is_what_schema_prints_unasked(run: Run) -> None:
    assert run("schema").out == run("schema", "version").out


def test_every_key_is_described() -> None:
    for kind in ("version", "plan"):
        made = schema("plan" if kind == "plan" else "version")
        groups = [made, *(group for part in made["$defs"].values() for group in part.get("anyOf", [part]))]
        for group in groups:
            for key, field in group.get("properties", {}).items():
                assert field["description"].endswith("."), key


def test_the_schema_takes_the_bundled_files_and_they_name_it(bundled: Path) -> None:
    for path in bundled.rglob("*.yaml"):
        kind = "plan" if path.name == "plan.yaml" else "version"
        text = path.read_text(encoding="utf-8")
        assert objections(text, kind) == []
        first = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert first, path
        assert (
            path.parent / first[1]
        ).resolve() == ROOT / "plans" / "ukraine-2025" / "schema" / f"{kind}.schema.json"


@pytest.mark.parametrize(
    "word", ["6", '"6"', "4.10", "NO", "null", "~", "2025-11-20", "1e3", "0x1F", "OP3", "4 bis"]
)
def test_the_schema_takes_a_number_however_it_is_typed(word: str) -> None:
    text = (BASE / "v1.yaml").read_text().replace("number: 1", f"number: {word}")
    assert objections(text, "version") == []


@pytest.mark.parametrize(
    "date", ["2025-11-20", "2025-11", "2025", '"2025-11-20"', "{earliest: 2025, latest: 2025-12}"]
)
@pytest.mark.parametrize("contested", ["true", "yes", '"true"', "No", "1"])
def test_the_schema_takes_dates_and_truth_however_they_are_typed(date: str, contested: str) -> None:
    text = (BASE / "v1.yaml").read_text().replace("date: 2026-03-01", f"date: {date}")
    text += f"made_from:\n  - version: v0\n    contested: {contested}\n"
    assert read(text.encode(), "v1.yaml").problems == ()
    assert objections(text, "version") == []


@given(versions | headers)
def test_the_schema_never_refuses_what_planctl_takes(model: Version | Header) -> None:
    """Law: an editor marks nothing as wrong that ``planctl validate`` reads."""
    kind = "plan" if isinstance(model, Header) else "version"
    try:
        refused = objections(write(model), kind)
    except (
        yaml.YAMLError,
        ValueError,
    ):  # an editor's reader is narrower: no day 31 of November, no large years
        return
    assert refused == []


def test_the_schema_refuses_slips_an_editor_should_mark() -> None:
    text = (BASE / "v1.yaml").read_text()
    assert "was unexpected" in objections(text.replace("    text: >", "    txt: >", 1), "version")[0]
    assert "is not one of" in objections(text.replace("wording: restated", "wording: restted"), "version")[0]
    assert "is a required property" in objections(text.replace("title: First draft\n", ""), "version")[0]
    assert (
        len(
            objections(
                text.replace("text: >\n", "text: [US: shall]\n", 1).replace(
                    "      The harbour is open to ships of both sides.\n", ""
                ),
                "version",
            )
        )
        == 1
    )


# docs/plan-format.md

FORMAT = (ROOT / "docs" / "plan-format.md").read_text(encoding="utf-8")
TABLES: Mapping[str, type[BaseModel]] = {
    "version": Version,
    "point": Point,
    "item": Item,
    "entry under `made_from`": Parent,
    "entry under `left_out`": LeftOut,
    "section": Section,
    "event": Event,
    "`plan.yaml`": Header,
    "party": Party,
    "source": Source,
    "claim": Claim,
}


@pytest.mark.parametrize("thing", TABLES)
def test_the_page_lists_every_key_and_which_are_needed(thing: str) -> None:
    [table] = re.findall(rf"(?m)^\| key of (?:an? )?{re.escape(thing)} \|.*\n\|---.*\n((?:\|.*\n)+)", FORMAT)
    rows = re.findall(r"(?m)^\| `(\w+)` \| (yes)? ?\|", table)
    fields = fields_of(TABLES[thing])
    assert {name: bool(needed) for name, needed in rows} == {n: f.is_required() for n, f in fields.items()}


def test_the_examples_of_the_page_are_right(tmp_path: Path, run: Run) -> None:
    plan = lay(tmp_path)
    examples = re.findall(r"<!-- example: (\S+) -->\n\n```yaml\n((?s:.*?))```", FORMAT)
    assert [name for name, _ in examples] == ["v2.yaml", "v2.yaml", "plan.yaml"]
    for name, text in examples:
        (plan / name).write_text(text)
    assert run("validate", "--strict", plan) == Ran(0, "No problems in 3 files.\n", "")
