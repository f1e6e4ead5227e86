"""Plan files: every scalar is text, what was written is read back, nothing in a file breaks reading."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from planctl.codes import CHECKS
from planctl.errors import BadFile
from planctl.models import (
    Header,
    PlanHeading,
    Point,
    Version,
    When,
)
from planctl.planfile import (
    SIZE_LIMIT,
    PlanFile,
    load_header,
    load_heading,
    load_version,
    read,
    write,
    write_version,
)
from tests.base_plan import BASE
from tests.typed import headers, versions

V1 = (BASE / "v1.yaml").read_text(encoding="utf-8")


def read_text(text: str, path: str = "v1.yaml") -> PlanFile:
    return read(text.encode(), path)


def point(line: str) -> str:
    """The small plan's first version with one point more, whose last line is ``line``."""
    return f"{V1}  - number: 3\n    {line}\n"


# Laws


@given(versions)
def test_what_was_written_is_read_back(version: Version) -> None:
    """Law: round trip."""
    assert load_version(write_version(version).encode(), "v.yaml") == version


@given(headers)
def test_a_header_that_was_written_is_read_back(header: Header) -> None:
    """Law: round trip."""
    assert load_header(write(header).encode(), "plan.yaml") == header


@given(header=headers, end=st.sampled_from(["\n", "\r\n"]), cut=st.booleans())
def test_the_heading_is_the_header_without_its_lists(header: Header, end: str, *, cut: bool) -> None:
    text = write(header).replace("\n", end)
    data = (text.rstrip() if cut else text).encode()
    heading = PlanHeading(title=header.title, note=header.note, parties=header.parties)
    assert load_heading(data, "plan.yaml") == heading


@pytest.mark.parametrize(
    ("text", "title", "parties"),
    [
        ("claims:\n- id: c\n  says: x\n\n# a remark\ntitle: T\nparties:\n- {id: a, name: A}\n", "T", "a"),
        ("title: T\nclaims: [{id: c},\n{id: d}]\nparties:\n  - id: a\n    name: A\n", None, ""),
        ('title: "A\nclaims: B\nnote: C"\n', "A claims: B note: C", ""),
        ("title: 'It''s\nsources: B'\nparties: [\n{id: a, name: A}]\n", "It's sources: B", "a"),
        ("title: T\nsources: &s []\nclaims: *s\n", "T", ""),
        ("title: T\nsources: 7\nclaims:\n  - nobody: knows\n", "T", ""),
        ("title: T\nparties: 7\n", None, ""),
        ("claims: []\n", None, ""),
    ],
)
def test_what_is_cut_from_a_heading(text: str, title: str | None, parties: str) -> None:
    """Only what surely is a list of sources or claims is passed over, whatever it holds."""
    if title is None:
        with pytest.raises(BadFile):
            load_heading(text.encode(), "plan.yaml")
    else:
        found = load_heading(text.encode(), "plan.yaml")
        assert (found.title, "".join(party.id for party in found.parties)) == (title, parties)


@given(versions)
def test_places_lead_to_the_values(version: Version) -> None:
    """Law: the place of a number is where the number stands."""
    text = write(version)
    file = read_text(text)
    lines = text.split("\n")
    for i, one in enumerate(version.points):
        place = file.place("points", i, "number")
        shown = lines[place.line - 1][place.column - 1 :]
        node = yaml.compose(shown.partition("\n")[0])
        assert isinstance(node, yaml.ScalarNode)
        assert node.value == one.number
        assert file.key_place("points", i, "number").column == place.column - len("number: ")


SCRAPS = (
    [
        "a",
        "text",
        "points",
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "#",
        "? ",
        "<<: ",
    ],
    [
        "&a",
        "*a",
        "!t",
        "'",
        '"',
        "|",
        ">",
        "%",
        "@",
        "---\n",
        "\t",
        "\r",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\U0001f600",
    ],
)
YAML_SCRAPS = st.lists(st.sampled_from([*SCRAPS[0], *SCRAPS[1]]), max_size=40).map("".join)


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | YAML_SCRAPS.map(str.encode))
@example(b"\xef\xbb\xbf")
@example(b'"\xef\xbb\xbf"')
@example(b"\xff\xfe\x00")
@example("a: \ud800".encode("utf-8", "surrogatepass"))
def test_nothing_in_the_bytes_breaks_reading(data: bytes) -> None:
    """Law: bytes give a model or a reason, with a known code, our words and a place in the file."""
    for path in ("v1.yaml", "plan.yaml"):
        file = read(data, path)
        assert file.model is not None or any(p.severity == "error" for p in file.problems)
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in file.problems:
            assert problem.code in CHECKS
            assert not PARSERS_WORDS.search(problem.message + problem.cure)
            assert 0 <= problem.place.line <= len(lines)
            if problem.place.line:
                assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 2


PARSERS_WORDS = re.compile(
    r"Input should|Field required|Extra inputs|validation|pydantic|should be a valid|at least 1 |str type|"
    r"while (parsing|scanning)|did not find|expected <|token|mapping|sequence|scalar|node|NoneType|Traceback",
    re.IGNORECASE,
)


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff"),
        max_size=30,
    )
)
def test_both_parsers_read_the_same(scrap: str) -> None:
    """Law: without the C parser the same files are right, and say the same."""
    for text in (point(f"text: {scrap}"), point(f"text: >\n      {scrap}"), f"{scrap}: a"):
        fast, slow = read_text(text), slowly(text)
        assert fast.draft == slow.draft
        assert (fast.model is None) == (slow.model is None)


def slowly(text: str) -> PlanFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        return read_text(text)


# Tables

PLAIN = [
    "NO",
    "yes",
    "4.10",
    "010",
    "0x1F",
    "1e3",
    "1_000",
    "null",
    "~",
    "true",
    "2025-11-20",
    "12:30",
    "Ünïcödé",
    ".inf",
]


@pytest.mark.parametrize("word", PLAIN)
def test_every_scalar_is_text(word: str) -> None:
    version = load_version(point(f"text: {word}").replace("number: 3", f"number: {word}").encode(), "v1.yaml")
    assert (version.points[2].number, version.points[2].text) == (word, word)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(end: str, mark: str) -> None:
    text = point("text: >\n      One.\n      Two.\n\n      Three.\n    txt: a")
    plain, other = read_text(text), read((mark + text).replace("\n", end).encode(), "v1.yaml")
    assert other.draft == plain.draft
    assert other.problems == plain.problems


def test_a_date_is_a_day_a_month_or_a_year_also_at_the_ends_of_a_span() -> None:
    text = V1.replace("date: 2026-03-01", "date: {earliest: 2025-11, latest: 2026}")
    assert load_version(text.encode(), "v1.yaml").date == When(
        earliest=dt.date(2025, 11, 1), latest=dt.date(2026, 12, 31)
    )


def test_a_file_with_an_error_gives_no_model_but_a_draft_of_the_rest() -> None:
    file = read_text(point("txt: a"))
    assert file.model is None
    assert isinstance(file.draft, Version)
    assert [p.number for p in file.draft.points] == ["1", "2"]


def test_places_in_a_draft_are_places_in_the_file() -> None:
    text = V1.replace("  - number: 1\n", "  - nummer: 1\n")
    file = read_text(text)
    assert file.draft is not None
    assert file.place("points", 0, "number").line == 1 + text.split("\n").index("  - number: 2")


def test_a_warning_leaves_the_model_standing() -> None:
    file = read_text(point("text: a\u200bb"))
    assert file.model is not None
    assert [p.code for p in file.problems] == ["PLC034"]


def test_a_remark_behind_anything_but_a_text_is_fine() -> None:
    assert read_text(V1.replace("number: 1", "number: 1   # always text")).problems == ()


def test_loading_raises_with_every_error() -> None:
    with pytest.raises(BadFile, match=r"v1\.yaml:1:1: the version needs the key date \(and 3 more") as caught:
        load_version(V1.replace("    text", "    txt").replace("date: ", "dat: ").encode(), "v1.yaml")
    assert [p.code for p in caught.value.problems] == ["PLC006", "PLC003", "PLC003", "PLC003"]


def test_a_path_says_what_kind_of_file_it_is() -> None:
    assert read(b"", "plans/x/plan.yaml").kind == "plan"
    assert read(b"", "plans\\x\\plan.yaml").kind == "plan"
    assert read(b"", "plans/x/my-plan.yaml").kind == "version"
    assert read(b"", "anything", "plan").kind == "plan"


def test_writing_puts_one_sentence_on_a_line() -> None:
    text = "Ships may enter. [North: Pilots are paid.] " + "A long sentence goes, " * 5 + "and ends."
    version = load_version(V1.encode(), "v1.yaml")
    written = write(version.model_copy(update={"listed": (Point(number="4 bis", text=text),)}))
    assert written.removeprefix("version: v1\ntitle: First draft\n") == (
        "date: 2026-03-01\ntabled_by: [north]\nwording: restated\n"
        "evidence: published\nsources: [gazette]\npoints:\n  - number: 4 bis\n    text: >\n"
        "      Ships may enter.\n"
        "      [North: Pilots are paid.]\n"
        f"      {'A long sentence goes, ' * 5}and ends.\n"
    )


# Hostile files


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + k)}: &{chr(98 + k)} [{', '.join([f'*{chr(97 + k)}'] * 9)}]" for k in range(12)]
    return "\n".join(lines)


HOSTILE = {
    "an alias bomb": (bomb(), "PLC007", 1),
    "10,000 brackets": ("a: " + "[" * 10_000, "PLC035", 1),
    "10,000 brackets, closed": ("[" * 10_000 + "]" * 10_000, "PLC035", 1),
    "10,000 braces": ("{a: " * 10_000, "PLC035", 1),
    "10,000 brackets below a key": (f"version: v1\npoints:\n  - text: {'[' * 10_000}", "PLC035", 3),
    "10,000 brackets with keys in them": ("[a: " * 10_000, "PLC035", 1),
    "10,000 dashes": ("- " * 10_000, "PLC035", 1),
    "10,000 question marks": ("? " * 10_000, "PLC001", 1),
    "10,000 levels of indentation": ("\n".join(f"{' ' * k}a:" for k in range(2_000)), "PLC035", 33),
    "5 MB of bracket soup": (f"a: {'][' * 2_500_000}", "PLC001", 1),
    "5 MB of one line with no end": ("a" * 5_000_000, "PLC005", 1),
    "5 MB of a key": (f"{'a' * 5_000_000}: b", "PLC001", 1),
    "5 MB of a quotation": (f'a: "{"b" * 5_000_000}', "PLC001", 1),
    "5 MB of tabs": ("\t" * 5_000_000, "PLC001", 1),
    "a million list entries": ("- a\n" * 1_000_000, "PLC031", 524_288),
    "more than 10 MB": ("#" * (SIZE_LIMIT + 1), "PLC031", 0),
    "the old way to a Python object": ("a: !!python/object/apply:os.system [ls]", "PLC007", 1),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_one_clear_problem(case: str) -> None:
    text, code, line = HOSTILE[case]
    file = read_text(text)
    assert file.draft is None
    assert [p.code for p in file.problems] == [code]
    assert line in (file.problems[0].place.line, 524_288)
    assert len(file.problems[0].message) < 200


def test_nesting_is_one_problem_whichever_limit_of_the_parser_is_met_first() -> None:
    files = [read_text("a: " + "[" * depth + "]" * depth) for depth in (33, 999, 1_000, 1_001, 1_500)]
    assert {(p.code, p.message) for file in files for p in file.problems} == {
        ("PLC035", "more than 32 levels of brackets or indentation")
    }
    assert {len(file.problems) for file in files} == {1}


def test_five_megabytes_on_one_line_are_a_text_like_any_other() -> None:
    text = "The parties shall [US: not] agree, 600,000 times. " * 100_000
    version = load_version(point(f"text: >\n      {text}").encode(), "v1.yaml")
    assert version.points[2].text == text.strip()


def test_a_hundred_thousand_mistakes_are_told_as_a_few() -> None:
    for text in (V1 + "  - nmber: 1\n" * 40_000, V1 + "#\x1b" * 1_000_000, V1 + "a: a\n" * 90_000):
        file = read_text(text)
        assert file.model is None
        assert 100 < len(file.problems) < 110
        assert file.problems[-1].message == "more problems of this kind from here on"


def test_a_control_character_behind_an_escape_is_seen() -> None:
    assert [p.code for p in read_text(point('text: "\\e[31m"')).problems] == ["PLC032"]
    assert [p.code for p in read_text(point('text: "a\\rb"')).problems] == ["PLC032"]


def test_other_encodings_are_named() -> None:
    said = [read(V1.encode(name), "v1.yaml").problems[0].message for name in ("utf-16", "utf-32")]
    assert all("UTF-" in message.partition(":")[2] for message in said)


def test_the_bundled_files_are_written_and_read_back(bundled: Path) -> None:
    for path in bundled.rglob("*.yaml"):
        model = read(path.read_bytes(), str(path)).model
        assert model is not None
        assert read(write(model).encode(), str(path)).model == model


def test_reading_replaces_nothing_of_the_libraries_it_uses() -> None:
    code = (
        "import re\nbefore = re.compile\nimport planctl.planfile, yaml\n"
        "assert re.compile is before and type(yaml.SafeLoader.NON_PRINTABLE) is re.Pattern"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def claims(number: int) -> str:
    """A ``plan.yaml`` with so many claims of ordinary length."""
    claim = (
        "  - id: C{0}\n    date: 2026-01-02\n    by: A spokesperson\n    party: north\n"
        "    says: It was agreed that the harbour stays open, and that the rest is left for another day.\n"
        "    about: [v1:{1}]\n    sources: [gazette]\n    contradicts: [C1]\n"
    )
    return "title: Many\nclaims:\n" + "".join(claim.format(k, k % 7) for k in range(1, number + 1))


def test_ten_thousand_claims_are_read() -> None:
    assert len(load_header(claims(10_000).encode(), "plan.yaml").claims) == 10_000


def test_a_file_is_measured_in_bytes_and_says_so() -> None:
    (problem,) = read(claims(40_000).encode(), "plan.yaml").problems
    assert problem.code == "PLC031"
    assert "10 MB" in problem.message
    assert f"{SIZE_LIMIT:,} bytes" in problem.cure


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nclaims:\n  - id: C1\n    about: [" + "a, " * 60_000 + "a]\n",
        "title: T\nclaims:\n  - id: C1\n" + "".join(f"    k{k}: a\n" for k in range(60_000)),
        "title: T\ndate: {" + "".join(f"k{k}: a, " for k in range(60_000)) + "}\n",
        "title: T\nnote: [" + "[a], " * 30_000 + "]\n",
    ],
    ids=["a list", "keys", "a date", "a text that is a list"],
)
def test_an_entry_that_is_too_large_is_one_clear_problem(text: str) -> None:
    problems = read(text.encode(), "plan.yaml").problems
    assert 0 < len(problems) < 10
    assert {"PLC031", "PLC003", "PLC004"} >= {problem.code for problem in problems}


@pytest.mark.parametrize("entry", ["- {}", "- []", "- a:", "- ''", "- {id: C1, about: [[], []]}"])
@pytest.mark.parametrize("key", ["claims", "parties", "sources"])
def test_a_flood_of_wrong_entries_is_told_as_a_few(key: str, entry: str) -> None:
    text = f"title: T\n{key}:\n" + f"  {entry}\n" * 12_000
    file = read(text.encode(), "plan.yaml")
    assert file.model is None
    assert len(file.problems) == 101
    assert file.problems[-1].message == "more problems of this kind from here on"
    assert {problem.code for problem in file.problems} <= {"PLC003", "PLC004", "PLC005", "PLC006"}


def test_one_mistake_in_a_large_file_is_found_and_the_rest_is_kept() -> None:
    text = claims(5_000).replace("id: C4000\n", "id: '!'\n")
    file = read(text.encode(), "plan.yaml")
    assert [problem.code for problem in file.problems] == ["PLC009"]
    assert isinstance(file.draft, Header)
    assert len(file.draft.claims) == 4_999
