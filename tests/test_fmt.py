"""``planctl fmt``: one layout, one sentence per line; no word and no comment is changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planctl.errors import BadFile
from planctl.models import Header, Version
from planctl.planfile import formatted, read, write
from planctl.planfile.comments import comments
from tests import trees, typed
from tests.base_plan import lay
from tests.conftest import Ran

Run = Callable[..., Ran]
MODELS = typed.versions | typed.headers | trees.versions()
OPENS_BLOCK = re.compile(r"^( *)(?:- )?\w+: [|>]$")


def path(model: Version | Header) -> str:
    return "v.yaml" if isinstance(model, Version) else "plan.yaml"


def again(data: bytes, name: str) -> bytes:
    made = formatted(data, name)
    assert formatted(made, name) == made
    assert read(made, name).model == read(data, name).model
    return made


@given(MODELS)
def test_what_planctl_writes_is_laid_out_already(model: Version | Header) -> None:
    data = write(model).encode()
    if read(data, path(model)).model is not None:
        assert again(data, path(model)) == data


class _Loader(yaml.SafeLoader):
    """Reads every scalar as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the base class has it


class _Dumper(yaml.SafeDumper):
    """Writes no shorthands, and quotes as it likes."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


@given(
    MODELS,
    st.sampled_from([True, False, None]),
    st.sampled_from([20, 60, 1000]),
    st.integers(1, 6),
    st.sampled_from([None, "'", '"', "|"]),
)
def test_any_layout_becomes_the_one(
    model: Version | Header, flow: bool | None, width: int, indent: int, quotes: str | None
) -> None:
    whole = yaml.load(write(model), _Loader)  # noqa: S506 - every scalar is text
    data = yaml.dump(
        whole,
        Dumper=_Dumper,
        default_flow_style=flow,
        width=width,
        indent=indent,
        default_style=quotes,
        allow_unicode=True,
        sort_keys=False,
    ).encode()
    if read(data, path(model)).model is not None:
        again(data, path(model))


@given(MODELS, st.data())
def test_every_comment_is_kept_where_it_belongs(model: Version | Header, data: st.DataObject) -> None:
    lines: list[str] = []
    inside = -1
    for number, line in enumerate(write(model).splitlines()):
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (not line.strip() or indent > inside):
            lines.append(line)
            continue
        opened = OPENS_BLOCK.match(line)
        inside = len(line.partition(":")[0]) - len(line.partition(":")[0].lstrip(" -")) if opened else -1
        how = data.draw(st.sampled_from(["", "", "", "above", "beside", "blank"]))
        if how in {"above", "blank"}:
            lines.append(" " * data.draw(st.integers(0, 8)) + f"# above {number}" if how == "above" else "")
        lines.append(f"{line} # beside {number}" if how == "beside" else line)
    text = "\n".join(
        [*lines, *data.draw(st.sampled_from([[], ["# the end"], ["", "  # the end", "", ""]])), ""]
    )
    before = read(text.encode(), path(model))
    if before.model is None:
        return
    made = again(text.encode(), path(model)).decode()
    found = [line for line in text.splitlines() if re.search(r"# (above|beside) \d+$|# the end$", line)]
    assert sorted(comments(made).texts) == sorted(comments(text).texts)
    assert len(
        [line for line in made.splitlines() if re.search(r"# (above|beside) \d+$|# the end$", line)]
    ) == len(found)
    for line in found:
        if "# beside" in line:
            assert re.sub(r"\s*# beside.*", "", line).strip(" -") in made


MESSY = """\
---
# The first draft
version:   v1   # its id

title: 'The ''first'' draft'


date: {earliest: 2026-03-01,
       latest: 2026-03-04}
tabled_by: [ north,
   south ]   # both
wording: restated
evidence: "published"
sources: [gazette]
note: One sentence. Another,
  which goes on.  # why
points:   # all of them
    # the ships
    - number: 1
      text: "Ships may enter. They #1 leave!"
      items:
      - {label: a, text: By day.}
      # by night
      - label: b
        text: >
            By night. In
            fog, never.
    - number: "NO"
      heading: Pilots
      text: |
        One line. Still it.
        # no comment
    # the end of it
"""
TIDY = """\
# The first draft
version: v1  # its id

title: 'The ''first'' draft'

date: {earliest: 2026-03-01, latest: 2026-03-04}
tabled_by: [north, south]  # both
wording: restated
evidence: "published"
sources: [gazette]
note: >  # why
  One sentence.
  Another, which goes on.
points:  # all of them
  # the ships
  - number: 1
    text: >
      Ships may enter.
      They #1 leave!
    items:
      - {label: a, text: By day.}
      # by night
      - label: b
        text: >
          By night.
          In fog, never.
  - number: "NO"
    heading: Pilots
    text: |
      One line. Still it.
      # no comment
# the end of it
"""


def test_a_messy_file_as_a_whole() -> None:
    assert again(MESSY.encode(), "v1.yaml").decode() == TIDY


def test_ends_of_lines_stay_and_a_mark_of_byte_order_goes() -> None:
    data = TIDY.replace("\n", "\r\n").encode()
    assert formatted(b"\xef\xbb\xbf" + data, "v1.yaml") == data


def test_blank_lines_of_a_text_stay() -> None:
    text = TIDY.replace("      One line. Still it.\n", "      One line.\n\n\n\n      Still it.\n")
    assert again(text.encode(), "v1.yaml").decode() == text


def test_comments_in_lists_stay_with_their_entries() -> None:
    text = TIDY.replace("[gazette]", "[\n  # first\n  gazette,  # the paper\n  herald\n]  # all")
    made = again(text.encode(), "v1.yaml").decode()
    assert "sources:  # all\n  # first\n  - gazette  # the paper\n  - herald\nnote:" in made


SPREAD = """\
version: v1
title: T
date: 2026-03-01
tabled_by:
  - north
  -   south
made_from: [{version: v0,
   contested: true}, vx]
wording: restated
evidence: published
sources: [
  gazette,
  herald
]
left_out:
- refs: [v0:1,
    v0:2]
  note: Gone.
preamble:
- text: >
    First words.

    Second.
-   text: Hello.
points:
- {number: 1, text: "A b.",
   items: [{label: a, text: x},
           {label: b, text: "y # z"}]}
-
  number: 2
  text: |
    Line.
  items:
  -
    label: a
    text:
      Plain over
      two lines
  - label: b
    text: 'quoted
      over two'
sections:
- label: Annex
  heading: H
  points:
  - number: 3
    text: End.
"""
"""Lists and braces over several lines, dashes alone, and texts in every shape."""


@pytest.mark.parametrize("text", [MESSY, TIDY, SPREAD], ids=["messy", "tidy", "spread"])
@pytest.mark.parametrize("how", ["left", "deep", "beside", "apart"])
def test_a_comment_survives_in_every_place(text: str, how: str) -> None:
    """Above every line and at its end, before the first key, in lists and braces, after everything."""
    lines = text.splitlines()
    kept = 0
    for place in range(len(lines) + (how != "beside")):
        changed = [*lines[:place], *_put(lines[place : place + 1], how), *lines[place + 1 :]]
        data = "\n".join([*changed, ""])
        had = comments(data).texts if read(data.encode(), "v1.yaml").model is not None else []
        if "# NEW" in had:  # else it became a part of a text or of another comment
            kept += 1
            assert sorted(comments(again(data.encode(), "v1.yaml").decode()).texts) == sorted(had), place
    assert kept > 10


def _put(line: list[str], how: str) -> list[str]:
    if how == "beside":
        return [f"{line[0]} # NEW"]
    return {"left": ["# NEW"], "deep": [" " * 9 + "# NEW"], "apart": ["", "# NEW", ""]}[how] + line


def test_a_file_with_errors_is_not_laid_out() -> None:
    with pytest.raises(BadFile):
        formatted(b"version: v1\n", "v1.yaml")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = lay(tmp_path)
    run_all = [(file, formatted(file.read_bytes(), file.name)) for file in folder.glob("*.yaml")]
    for file, data in run_all:
        file.write_bytes(data)
    return folder


def test_files_that_changed_are_named_and_the_second_time_there_are_none(plan: Path, run: Run) -> None:
    file = plan / "v1.yaml"
    tidy = file.read_bytes()
    file.write_bytes(tidy.replace(b"title: ", b"title:    "))
    untidy = file.read_bytes()
    ran = run("fmt", "--check")
    assert (ran.code, ran.out, file.read_bytes()) == (1, "plans/harbour/v1.yaml\n", untidy)
    ran = run("fmt")
    assert (ran.code, ran.out, ran.err, file.read_bytes()) == (0, "plans/harbour/v1.yaml\n", "", tidy)
    for words in (["fmt"], ["fmt", "--check"], ["fmt", "plans"], ["fmt", "plans/harbour/v1.yaml"]):
        ran = run(*words)
        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_only_the_files_named_are_touched(plan: Path, run: Run) -> None:
    for name in ("v1", "v2"):
        file = plan / f"{name}.yaml"
        file.write_bytes(file.read_bytes().replace(b"title: ", b"title:    "))
    Path("other.yaml").write_text("a:   b\n")
    ran = run("fmt", "plans/harbour/v2.yaml", "other.yaml")
    assert (ran.code, ran.out) == (0, "plans/harbour/v2.yaml\n")
    assert ran.err == "planctl: skipped other.yaml: not in a plan folder\n"
    assert Path("other.yaml").read_text() == "a:   b\n"
    assert b"title:    " in (plan / "v1.yaml").read_bytes()


def test_a_file_with_errors_is_told_and_the_others_are_laid_out(plan: Path, run: Run) -> None:
    (plan / "v1.yaml").write_text("version: v1\n")
    (plan / "v2.yaml").write_bytes((plan / "v2.yaml").read_bytes().replace(b"title: ", b"title:    "))
    ran = run("fmt")
    assert (ran.code, ran.out) == (2, "plans/harbour/v2.yaml\n")
    assert ran.err.startswith("planctl: plans/harbour/v1.yaml:1:1: ")
    assert (plan / "v1.yaml").read_text() == "version: v1\n"


def test_without_plans_there_is_nothing_to_lay_out(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("fmt")
    assert ran.code == 2
    assert "planctl: there are no plan files here to format\n" in ran.err


def test_what_is_imported_is_laid_out_already(plan: Path, run: Run) -> None:
    Path("a.txt").write_text("1. One sentence. Another one, about 600,000 ships.\n(a) a part; (b) not one.\n")
    assert run("import", "a.txt", "--by", "north", "--date", "2026-04-01", "--yes").code == 0
    assert run("fmt", "--check").code == 0
