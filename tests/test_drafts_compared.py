"""Drafts as they arrive on the command line: compared in one step, without a plan folder."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.base_plan import lay
from tests.conftest import Ran
from tests.readers.making import paragraph, pdf, word, zipped
from tests.readers.making import run as r

Run = Callable[..., Ran]
SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
OLD = (
    "Harbour plan",
    "1. The navy has 60 ships.",
    "2. The lighthouse keeps its guards.",
    "(a) by night;",
    "(b) by day.",
)
NEW = (
    "Harbour plan",
    "1. The navy has 80 ships.",
    "2. The lighthouse keeps its guards.",
    "(a) by night;",
    "(b) by day.",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two drafts and no plan."""
    (tmp_path / "old.docx").write_bytes(word("".join(map(paragraph, OLD))))
    (tmp_path / "new.txt").write_text("\n".join(NEW))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_two_drafts_are_compared_and_the_header_names_them(folder: Path, run: Run) -> None:
    ran = run("diff", "old.docx", "new.txt")
    assert ran.code == 0
    assert not ran.err
    assert ran.out.startswith("Files compared   old.docx -> new.txt")
    assert "! old.docx and new.txt are files: nothing is known of their date or party." in ran.out
    assert "nobody named  date unknown" in ran.out
    assert "60 -> 80 ships (+33 %)\n" in ran.out
    assert "published" not in ran.out


def test_json_says_that_nothing_is_known(folder: Path, run: Run) -> None:
    told = answer(run("diff", "old.docx", "new.txt", "--format", "json"))
    dialect = import_module("jsonschema").Draft202012Validator
    dialect(json.loads((SCHEMAS / "diff.schema.json").read_text())).validate(told)
    for side in ("old", "new"):
        assert (told[side]["earliest"], told[side]["latest"], told[side]["evidence"]) == (None, None, None)
        assert told[side]["complete"] is True
        assert told[side]["tabled_by"] == []
    assert {change["evidence"] for change in told["changes"]} == {None}
    assert told["trust"][0].startswith("old.docx and new.txt are files")


@pytest.mark.parametrize(
    "options",
    [
        ["--stat"],
        ["-y"],
        ["--explain"],
        ["--format", "markdown"],
        ["--format", "html"],
        ["--format", "csv"],
        ["--only", "edited"],
    ],
)
def test_the_options_of_diff_work_for_drafts(folder: Path, run: Run, options: list[str]) -> None:
    ran = run("diff", "old.docx", "new.txt", *options)
    assert ran.code == 0
    assert "old.docx" in ran.out
    assert run("diff", "old.docx", "new.txt", "--exit-code", *options).code == 1
    assert run("diff", "old.docx", "old.docx", "--exit-code").code == 0


def test_a_draft_against_a_version_of_a_plan(folder: Path, run: Run) -> None:
    lay(folder)
    ran = run("diff", "v1", "new.txt")
    assert ran.code == 0
    assert "! new.txt is a file: nothing is known of its date or party." in ran.out
    assert "   v1 -> new.txt" in ran.out
    told = answer(run("diff", "new.txt", "v1", "--format", "json"))
    assert told["old"]["earliest"] is None
    assert told["new"]["earliest"] is not None


def test_standard_input_is_one_side(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(NEW).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    ran = run("diff", "old.docx", "-")
    assert ran.code == 0
    assert "old.docx -> standard input" in ran.out
    ran = run("diff", "-", "-")
    assert ran.code == 2
    assert ran.err == (
        "planctl: standard input can be only one of the two texts\n  Name a file or a version as the other.\n"
    )


CHANGED = (
    f'<w:p>{r("1. The navy has ")}<w:del w:id="1" w:author="Jane Doe"><w:r><w:delText>60</w:delText></w:r>'
    f'</w:del><w:ins w:id="2" w:author="Jane Doe">{r("80")}</w:ins>{r(" ships.")}</w:p>'
)


def test_a_draft_with_tracked_changes_is_compared_with_itself(folder: Path, run: Run) -> None:
    (folder / "both.docx").write_bytes(word(CHANGED + paragraph(OLD[2])))
    ran = run("diff", "both.docx")
    assert ran.code == 0
    assert "both.docx (rejected) -> both.docx (accepted)" in ran.out
    assert "it has tracked changes by Jane Doe: all are accepted here." in " ".join(ran.out.split())
    assert "60 -> 80 ships" in ran.out
    ran = run("diff", "old.docx", "both.docx")
    assert "60 -> 80 ships" in ran.out


def test_what_was_left_out_or_has_no_place_is_listed_above_the_answer(folder: Path, run: Run) -> None:
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph("SECRET")}</w:hdr>'
    (folder / "new.docx").write_bytes(word("".join(map(paragraph, NEW)), header1=header))
    lines = run("diff", "old.docx", "new.docx").out.splitlines()
    told = [k for k, line in enumerate(lines) if line.startswith('! new.docx: 1 text left out: "SECRET')]
    assert told
    assert told[0] < lines.index("SUBSTANCE")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["old.docx", "none.docx"], "planctl: none.docx does not exist\n  Check the name.\n"),
        (["old.docx"], "planctl: old.docx has no tracked changes to compare\n  Name the other text, too: "),
        (["old.docx", "empty.txt"], "planctl: empty.txt is empty\n  Give a file with text in it.\n"),
        (["old.docx", "old.wpd"], "planctl: old.wpd: planctl does not read .wpd files\n  Open it in a word "),
        (["old.docx", "cut.rtf"], "planctl: cut.rtf is truncated: its text has no end\n  Save it again."),
        (["old.docx", "scan.pdf"], "planctl: scan.pdf has no text layer"),
        (["old.docx", "bad.docx"], "planctl: bad.docx is not a .docx file: it is no zip, or it is damaged"),
        (["old.docx", "x.docx"], "planctl: x.docx is not a Word file (.docx)"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(
    folder: Path, run: Run, arguments: list[str], message: str
) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "old.wpd").write_bytes(b"\xffWPC")
    (folder / "cut.rtf").write_bytes(b"{\\rtf1 1. The lamp")
    (folder / "scan.pdf").write_bytes(pdf([]))
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 cut short")
    (folder / "x.docx").write_bytes(zipped({"x.xml": "<x/>"}))
    ran = run("diff", *arguments)
    assert ran.code == 2
    assert not ran.out
    assert ran.err.startswith(message)
    assert len(ran.err.splitlines()) <= 2


@pytest.mark.parametrize(("extra", "library"), [("pdf", "pypdfium2"), ("html", "selectolax")])
def test_a_missing_extra_is_named(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, extra: str, library: str
) -> None:
    (folder / f"a.{extra}").write_bytes(pdf([(60, 80, 11, "1. A")]) if extra == "pdf" else b"<p>1. A</p>")
    for module in [each for each in sys.modules if each.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    ran = run("diff", "old.docx", f"a.{extra}")
    assert ran.code == 2
    assert ran.err.endswith(f"pip install 'peace-planctl[{extra}]'\n")
    assert len(ran.err.splitlines()) == 1


def test_show_says_what_was_left_out_and_what_the_reader_warns_of(folder: Path, run: Run) -> None:
    body = word("".join(map(paragraph, NEW)))
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph("SECRET")}</w:hdr>'
    (folder / "new.docx").write_bytes(
        zipped({**parts, "word/header1.xml": header, "word/vbaProject.bin": b"x"})
    )
    ran = run("show", "new.docx")
    said = [line for line in ran.out.splitlines() if line.startswith("! ")]
    assert said == [
        "! new.docx is a file: nothing is known of its date or party.",
        "! The file holds macros; they were not run.",
        '! 1 text left out: "SECRET (page header or footer)".',
    ]
    assert answer(run("show", "new.docx", "--format", "json"))["trust"] == [line[2:] for line in said]
    assert not [
        line for line in run("show", "v1", "--plans", lay(folder)).out.splitlines() if "is a file" in line
    ]


def test_show_prints_a_draft(folder: Path, run: Run) -> None:
    ran = run("show", "old.docx")
    assert ran.code == 0
    assert "2 points" in ran.out
    assert "nobody named, date unknown" in ran.out
    assert "(b) by day." in ran.out
    assert "published" not in ran.out
    told = answer(run("show", "old.docx", "--format", "json"))
    dialect = import_module("jsonschema").Draft202012Validator
    dialect(json.loads((SCHEMAS / "show.schema.json").read_text())).validate(told)
    assert {each["evidence"] for each in told["shown"]} == {None}


def test_an_existing_file_wins_over_an_id_that_looks_like_one(folder: Path, run: Run) -> None:
    plan = lay(folder)
    (plan / "v3.txt.yaml").write_text(
        (plan / "v1.yaml").read_text().replace("version: v1", "version: v3.txt")
    )
    assert "is a file" not in run("diff", "v1", "v3.txt").out
    (folder / "v3.txt").write_text("1. Words of a file.")
    assert "! v3.txt is a file" in run("diff", "v1", "v3.txt").out


def test_plan_files_alone_load_no_reader(folder: Path) -> None:
    lay(folder)
    program = (
        "import sys\nfrom planctl.cli.app import main\nsys.argv = ['planctl', 'diff', 'v1', 'v2']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "rooms = ('planctl.readers', 'planctl.drafts', 'selectolax', 'pypdfium2', 'markdown_it')\n"
        "sys.exit(' '.join(name for name in sys.modules if name.startswith(rooms)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
