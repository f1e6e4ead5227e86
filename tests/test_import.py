"""``planctl import``: drafts become versions of a plan, all of it or nothing."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from planctl import disk
from planctl.errors import Refused
from planctl.planfile import load_header, load_version
from tests.base_plan import lay
from tests.conftest import Ran
from tests.readers.making import DOCUMENT, paragraph, pdf, word, zipped
from tests.readers.making import run as r
from tests.readers.test_hostile_documents import ENTITY, bomb

Run = Callable[..., Ran]
SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
LINES = (
    "Harbour plan",
    "1. The navy has 60 ships.",
    "2. The lighthouse keeps:",
    "(a) its guards;",
    "(b) its lamp.",
)
LATER = (
    "Harbour plan",
    "1. The navy has 80 ships.",
    "2. The lighthouse keeps:",
    "(a) its guards;",
    "(b) its lamp.",
)
CHANGED = (
    paragraph("1. The lamp is lit.")
    + f'<w:p>{r("2. The navy has ")}<w:del w:id="1" w:author="Jane Doe"><w:r><w:delText>60</w:delText></w:r>'
    + f'</w:del><w:ins w:id="2" w:author="Jane Doe">{r("80")}</w:ins>{r(" ships.")}</w:p>'
    + f'<w:p><w:ins w:id="3" w:author="Raúl">{r("3. The quay is free.")}</w:ins></w:p>'
)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small plan, and two drafts beside plans/."""
    (tmp_path / "draft.docx").write_bytes(word("".join(map(paragraph, LINES))))
    (tmp_path / "later 2026-05-02.txt").write_text("\n".join(LATER))
    (tmp_path / "both.docx").write_bytes(word(CHANGED))
    monkeypatch.chdir(tmp_path)
    return lay(tmp_path)


def files(plan: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in plan.iterdir() if path.is_file()}


def test_a_draft_becomes_a_version_and_the_plan_is_right(plan: Path, run: Run) -> None:
    before = files(plan)
    ran = run(
        "import",
        "draft.docx",
        "--version",
        "v3",
        "--by",
        "north",
        "--date",
        "2026-04-01",
        "--made-from",
        "v2",
        "--yes",
    )
    assert ran.code == 0, ran.err
    assert ran.err == "planctl: wrote 2 files; see planctl show v3\n"
    assert ran.out == (
        "Harbour talks   import                                                 1 version\n"
        "\n"
        "v3  Harbour plan                                                      draft.docx\n"
        "  tabled by North, 1 Apr 2026; made from v2; verbatim\n"
        "  2 points, 2 items, 12 words\n"
        "\n"
        "  level 1  2  1, 2\n"
        "  level 2  2  (a), (b)\n"
        "\n"
        "FILES\n"
        "  plans/harbour/plan.yaml  1 source\n"
        "  plans/harbour/v3.yaml    a new file\n"
    )
    after = files(plan)
    assert set(after) == {*before, "v3.yaml"}
    assert {name for name in before if after[name] != before[name]} == {"plan.yaml"}
    digest = hashlib.sha256(Path("draft.docx").read_bytes()).hexdigest()
    assert after["v3.yaml"].decode() == (
        "version: v3\n"
        "title: Harbour plan\n"
        "date: 2026-04-01\n"
        "complete: true\n"
        "imported_from:\n"
        "  file: draft.docx\n"
        f"  sha256: {digest}\n"
        "tabled_by: [north]\n"
        "made_from: [v2]\n"
        "wording: verbatim\n"
        "evidence: published\n"
        "sources: [draft]\n"
        "points:\n"
        "  - number: 1\n"
        "    text: >\n"
        "      The navy has 60 ships.\n"
        "  - number: 2\n"
        "    text: >\n"
        "      The lighthouse keeps:\n"
        "    items:\n"
        "      - label: (a)\n"
        "        text: >\n"
        "          its guards;\n"
        "      - label: (b)\n"
        "        text: >\n"
        "          its lamp.\n"
    )
    source = load_header(after["plan.yaml"], "plan.yaml").sources[-1]
    assert (source.id, source.publisher, source.title) == ("draft", "not stated", "draft.docx")
    ran = run("validate", "--strict")
    assert (ran.code, ran.out) == (0, "No problems in 4 files.\n")
    assert "   v2 -> v3   " in run("diff", "v2", "v3").out


def test_options_say_what_the_draft_does_not(plan: Path, run: Run) -> None:
    ran = run(
        *("import", "draft.docx", "--by", "north,eu", "--date", "2026-04", "--made-from", "none", "--yes"),
        *("--title", "Lamps", "--wording", "translated", "--evidence", "reported", "--language", "en"),
        *("--publisher", "The Herald", "--url", "https://example.org/a", "--add-party", "eu=European  Union"),
    )
    assert ran.code == 0, ran.err
    version = load_version((plan / "draft.yaml").read_bytes(), "draft.yaml")
    assert (version.title, version.wording, version.evidence, version.language) == (
        "Lamps",
        "translated",
        "reported",
        "en",
    )
    assert (version.tabled_by, version.made_from) == (("north", "eu"), ())
    assert "made_from: []" in (plan / "draft.yaml").read_text()
    header = load_header((plan / "plan.yaml").read_bytes(), "plan.yaml")
    assert header.names["eu"] == "European Union"
    assert (header.sources[-1].publisher, header.sources[-1].url) == ("The Herald", "https://example.org/a")
    assert "plans/harbour/plan.yaml   1 source and 1 party: eu (European Union)" in ran.out
    assert run("validate").code == 0


def test_a_folder_of_drafts_is_dated_by_names_and_each_made_from_the_one_before(plan: Path, run: Run) -> None:
    folder = plan.parent.parent / "drafts"
    folder.mkdir()
    (folder / "b 20260401.txt").write_text("\n".join(LINES))
    (folder / "a_2026-05-02.md").write_text("\n\n".join(LATER))
    (folder / "notes.xlsx").write_bytes(b"")
    ran = run("import", folder, "--by", "north", "--made-from", "v1", "--yes")
    assert ran.code == 0, ran.err
    first = load_version((plan / "b-20260401.yaml").read_bytes(), "")
    second = load_version((plan / "a_2026-05-02.yaml").read_bytes(), "")
    assert [parent.version for parent in first.made_from] == ["v1"]
    assert [parent.version for parent in second.made_from] == ["b-20260401"]
    assert str(second.date.earliest) == "2026-05-02"
    assert run("validate").code == 0


def test_dates_and_ids_can_be_given_for_each_and_siblings_share_their_ancestor(plan: Path, run: Run) -> None:
    ran = run(
        *(
            "import",
            "draft.docx",
            "later 2026-05-02.txt",
            "--by",
            "south",
            "--dates",
            "2026-04-01, 2026-04-02/2026-04-05",
        ),
        *("--version", "v3", "--version", "v4", "--made-from", "v2", "--siblings", "--yes"),
    )
    assert ran.code == 0, ran.err
    versions = [load_version((plan / f"{name}.yaml").read_bytes(), "") for name in ("v3", "v4")]
    assert [[parent.version for parent in each.made_from] for each in versions] == [["v2"], ["v2"]]
    assert [str(each.date.latest) for each in versions] == ["2026-04-01", "2026-04-05"]


def test_tracked_changes_become_two_versions_and_their_authors_parties(plan: Path, run: Run) -> None:
    ran = run("import", "both.docx", "--version", "v3", "--by", "north", "--date", "2026-04-01", "--yes")
    assert ran.code == 0, ran.err
    before, after = (load_version((plan / f"{name}.yaml").read_bytes(), "") for name in ("v3-before", "v3"))
    assert (before.tabled_by, after.tabled_by) == (("north",), ("jane-doe", "raul"))
    assert [parent.version for parent in after.made_from] == ["v3-before"]
    assert [point.text for point in before.points] == ["The lamp is lit.", "The navy has 60 ships."]
    assert [point.tabled_by for point in after.points] == [None, ("jane-doe",), ("raul",)]
    assert [point.tabled_by for point in before.points] == [None, None]
    names = load_header((plan / "plan.yaml").read_bytes(), "").names
    assert (names["jane-doe"], names["raul"]) == ("Jane Doe", "Raúl")
    assert run("validate").code == 0


def test_an_author_who_speaks_for_a_party_is_that_party(plan: Path, run: Run) -> None:
    header = (
        (plan / "plan.yaml").read_text().replace("name: North\n", "name: North\n    people: [JANE DOE]\n")
    )
    (plan / "plan.yaml").write_text(header)
    assert (
        run("import", "both.docx", "--version", "v3", "--by", "south", "--date", "2026-04-01", "--yes").code
        == 0
    )
    assert load_version((plan / "v3.yaml").read_bytes(), "").tabled_by == ("north", "raul")


def test_comments_become_notes_with_their_author(plan: Path, run: Run) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comment = f'<w:comment w:id="0" w:author="Jane Doe">{paragraph("Too many.")}</w:comment>'
    comments = f"<w:comments {w}>{comment}</w:comments>"
    body = f'<w:p>{r("1. The navy has 60 ships.")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    Path("noted.docx").write_bytes(word(body, comments=comments))
    ran = run("import", "noted.docx", "--by", "north", "--date", "2026-04-01", "--yes")
    assert ran.code == 0, ran.err
    assert (
        load_version((plan / "noted.yaml").read_bytes(), "").points[0].note
        == "Comment by Jane Doe: Too many."
    )


def test_nothing_is_written_by_a_dry_run_or_without_an_answer(plan: Path, run: Run) -> None:
    before = files(plan)
    words = ["import", "draft.docx", "--by", "north", "--date", "2026-04-01"]
    ran = run(*words, "--dry-run")
    assert ran.code == 0
    assert "plans/harbour/draft.yaml  a new file" in ran.out
    sys.stdin = io.StringIO("y\n")
    ran = run(*words)
    assert ran.code == 2
    assert ran.err == (
        "planctl: nothing was written: import asks first, and standard input is not a terminal\n"
        "  Add --yes to write, or --dry-run only to look.\n"
    )
    assert files(plan) == before


class Terminal(io.StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "is_written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_it_asks_before_it_writes(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, *, is_written: bool
) -> None:
    before = files(plan)
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    ran = run("import", "draft.docx", "--by", "north", "--date", "2026-04-01")
    assert ran.code == 0
    assert "Write these 2 files? [y/N] " in ran.err
    assert ("nothing was written" in ran.err) != is_written
    assert (files(plan) != before) == is_written


def test_json_has_the_same(plan: Path, run: Run) -> None:
    ran = run("import", "both.docx", "--by", "north", "--date", "2026-04-01", "--format", "json", "--dry-run")
    told: dict[str, Any] = json.loads(ran.out)
    import_module("jsonschema").Draft202012Validator(
        json.loads((SCHEMAS / "import.schema.json").read_text())
    ).validate(told)
    assert told["dry_run"] is True
    assert [each["version"] for each in told["versions"]] == ["both-before", "both"]
    assert told["versions"][1]["levels"] == [["1", "2", "3"]]
    assert told["files"] == [
        {"path": "plans/harbour/plan.yaml", "new": False},
        {"path": "plans/harbour/both-before.yaml", "new": True},
        {"path": "plans/harbour/both.yaml", "new": True},
    ]


BASIC = ["--by", "north", "--date", "2026-04-01"]
MISTAKES: list[tuple[list[str], str]] = [
    (
        ["draft.docx", "--date", "2026-04-01"],
        "nobody has said who tabled it\n  Add --by PARTY: north, south.",
    ),
    (
        ["draft.docx", "--date", "2026-04-01", "--by", "nroth"],
        (
            'no party "nroth" in the plan; did you mean north?\n'
            '  Parties: north, south. A new one: --add-party nroth="Its full name".'
        ),
    ),
    (
        ["draft.docx", *BASIC, "--add-party", "eu"],
        '"eu" is not a party\n  Write --add-party eu="European Union".',
    ),
    (
        ["draft.docx", *BASIC, "--add-party", "north=N"],
        'the plan has a party "north" already\n  Leave --add-party out.',
    ),
    (
        ["draft.docx", "--by", "north"],
        (
            "nobody has said when draft.docx was tabled, and its name has no date\n"
            "  Add --date 2025-11-20; for several files --dates, one for each."
        ),
    ),
    (
        ["draft.docx", "--by", "north", "--date", "2026-13-01"],
        (
            '"2026-13-01" is not a date\n'
            "  Write 2025-11-20, 2025-11, 2025, or 2025-11-20/2025-11-23 for some day between."
        ),
    ),
    (
        ["draft.docx", "both.docx", *BASIC],
        "1 date for 2 files\n  Give one date per file, in their order: --dates 2025-11-20,2025-11-23.",
    ),
    (
        ["draft.docx", *BASIC, "--version", "v1"],
        "there is a version v1 already\n  Give --version another id.",
    ),
    (
        ["draft.docx", *BASIC, "--version", "../v9"],
        (
            '"../v9" cannot be the id of a version\n'
            "  An id has letters, digits and _ . + - (at most 100), a letter or digit first."
        ),
    ),
    (
        ["draft.docx", *BASIC, "--version", "v..9"],
        '"v..9" cannot be the id of a version: git takes no tag whose name ends in',
    ),
    (
        ["draft.docx", *BASIC, "--version", "v8", "--version", "v9"],
        "2 --version for 1 file\n  Give one per file, or none: the names of the files are used then.",
    ),
    (
        ["draft.docx", *BASIC, "--made-from", "v9"],
        'no version "v9" in the plan; did you mean v2?\n  Versions: v1, v2.',
    ),
    (["none.docx", *BASIC], "none.docx does not exist\n  Check the name."),
    (
        ["plans/harbour/v1.yaml", *BASIC],
        "plans/harbour/v1.yaml is a plan file, not a draft\n  Put it into the plan",
    ),
    (
        ["plans/harbour", *BASIC],
        "plans/harbour holds no drafts\n  It may hold .docx, .odt, .pdf, .html, .md, .txt, .rtf and .doc",
    ),
    (["letter.txt", *BASIC], "letter.txt has no numbered point\n  planctl diff compares it as it is;"),
    (["empty.docx", *BASIC], "empty.docx is empty\n  Give a file with text in it."),
    (["scan.pdf", *BASIC], "scan.pdf has no text layer"),
    (["fake.docx", *BASIC], "fake.docx is not a Word file (.docx): it is a PDF\n  Rename it to end in .pdf."),
    (["broken.docx", *BASIC], "broken.docx is not a .docx file: it is no zip, or it is damaged"),
    (["bare.docx", *BASIC], "bare.docx is not a Word file (.docx)"),
    (["old.wpd", *BASIC], "old.wpd: planctl does not read .wpd files"),
    (["cut.rtf", *BASIC], "cut.rtf is truncated: its text has no end\n  Save it again."),
    (["old.doc", *BASIC], "old.doc is not a .doc file: it is a .rtf file\n  Rename it to end in .rtf."),
    (["bomb.docx", *BASIC], "bomb.docx: its part word/document.xml unpacks to more than the limit of 32 MB"),
    (["entity.docx", *BASIC], "entity.docx: its part word/document.xml has a DOCTYPE, which is not allowed"),
    (
        ["draft.docx", *BASIC, "--language", "English!"],
        'nothing was written: plans/harbour/draft.yaml: "English!" names',
    ),
    (
        ["draft.docx", *BASIC, "--url", "x"],
        'nothing was written: plans/harbour/plan.yaml: "x" is not a web address',
    ),
    (["draft.docx", *BASIC, "--plan", "none"], 'no plan "none" in plans'),
]


@pytest.mark.parametrize(
    ("arguments", "message"), MISTAKES, ids=[text.splitlines()[0] for _, text in MISTAKES]
)
def test_a_mistake_is_one_message_and_nothing_is_written(
    plan: Path, run: Run, arguments: list[str], message: str
) -> None:
    Path("letter.txt").write_text("A letter. It only greets.\n")
    Path("empty.docx").write_bytes(b"")
    Path("scan.pdf").write_bytes(pdf([]))
    Path("fake.docx").write_bytes(pdf([(60, 80, 11, "1. A")]))
    Path("broken.docx").write_bytes(word(paragraph("1. A"))[:150])
    Path("bare.docx").write_bytes(zipped({"x.xml": "<x/>"}))
    Path("old.wpd").write_bytes(b"\xffWPC")
    Path("cut.rtf").write_bytes(b"{\\rtf1 1. The lamp")
    Path("old.doc").write_bytes(b"{\\rtf1 1. The lamp}")
    Path("bomb.docx").write_bytes(bomb() if arguments[0] == "bomb.docx" else b"")
    Path("entity.docx").write_bytes(zipped({DOCUMENT: ENTITY}))
    before = files(plan)
    ran = run("import", *arguments, "--yes")
    assert ran.code == 2, ran.out
    assert ran.err.startswith(f"planctl: {message}")
    assert len(ran.err.splitlines()) <= 2
    assert files(plan) == before


def test_without_a_plan_there_is_nothing_to_import_into(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("1. A.")
    ran = run("import", "a.txt", *BASIC, "--yes")
    assert ran.code == 2
    assert ran.err.endswith(
        "planctl: there is no plan here to import into\n  Name the one to begin: --plan NAME.\n"
    )


@pytest.mark.parametrize("failing", [Refused("the disk is full"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_what_cannot_be_written_whole_is_not_written_at_all(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch, failing: BaseException, at: int
) -> None:
    before, put, calls = files(plan), disk.put, [0]

    def failing_put(path: Path, data: bytes, within: Path | None = None) -> None:
        calls[0] += 1
        if calls[0] == at:
            raise failing
        put(path, data, within)

    monkeypatch.setattr(disk, "put", failing_put)
    if isinstance(failing, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            run("import", "both.docx", *BASIC, "--yes")
    else:
        assert run("import", "both.docx", *BASIC, "--yes").code == 2
    assert files(plan) == before


def test_a_plan_that_somebody_changes_meanwhile_is_left_alone(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            with (plan / "plan.yaml").open("a") as file:
                file.write("# changed\n")
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Slow())
    ran = run("import", "draft.docx", *BASIC)
    assert ran.code == 2
    assert "plans/harbour/plan.yaml: changed meanwhile\n  Run the command again.\n" in ran.err
    assert not (plan / "draft.yaml").exists()


def test_a_link_that_leads_out_of_a_folder_of_drafts_is_refused(plan: Path, run: Run) -> None:
    folder = plan.parent.parent / "drafts"
    folder.mkdir()
    (folder / "a.txt").symlink_to(plan.parent.parent / "draft.docx")
    ran = run("import", folder, *BASIC, "--yes")
    assert ran.code == 2
    assert "a link that leads out of the folder" in ran.err


def test_warnings_of_the_new_version_are_shown(plan: Path, run: Run) -> None:
    Path("gap.txt").write_text("1. See point 9 [of the map.\n2. The rest.\n5. The end.\n")
    ran = run("import", "gap.txt", *BASIC, "--dry-run")
    assert ran.code == 0
    assert "plans/harbour/gap.yaml:" in ran.out
    assert "are missing before number 5" in " ".join(ran.out.split())


def test_a_date_and_dates_at_once_are_refused(plan: Path, run: Run) -> None:
    ran = run(
        "import", "draft.docx", "--by", "north", "--date", "2026-05-01", "--dates", "2026-05-02", "--yes"
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("planctl: --date and --dates cannot be used together\n")
    assert sorted(file.name for file in plan.iterdir()) == ["plan.yaml", "v1.yaml", "v2.yaml"]
