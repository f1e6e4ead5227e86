"""Laws of the gate: what cannot be seen is marked, what acts somewhere is powerless, nothing is lost."""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stderr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planctl.cli.messages import speak
from planctl.errors import PlanctlError
from planctl.exports.csv_tables import inert as inert_cell
from planctl.plain import inert_json, one_line, safe
from planctl.unseen import unseen
from planctl.writers.lines import edge, line, text_of
from planctl.writers.markdown_text import inert, table
from tests.gfm import Shown
from tests.hostile import SOUP, WORKING, forged, is_raw, live_cells


@given(
    SOUP, st.sampled_from(["{}", "x {} x", "> {}", "- **{}**: x", "# {}: y", "<small>{}</small>", "x\n{}\nx"])
)
@example("a@b.org", "{}")
@example("_www.x.org", "x {} x")
@example(":-", "x\n{}\nx")
def test_text_is_only_text_to_github(text: str, around: str) -> None:
    """Law: wherever inert text is put, it makes no element, and every visible sign of it is there."""
    page, plain = (Shown(around.format(words)) for words in (inert(text), "w"))
    if one_line(text):
        assert page.elements == plain.elements
    assert "".join(one_line(text).split()) in page.text


@given(st.lists(SOUP, min_size=2, max_size=2))
def test_a_cell_is_one_cell_to_github(texts: list[str]) -> None:
    page = Shown("\n".join(table(["a", "b"], [list(map(inert, texts))])))
    assert (page.elements["td"], page.elements["tr"], page.elements["table"]) == (2, 2, 1)
    assert sum(page.elements.values()) == sum(
        page.elements[tag] for tag in ("table", "thead", "tbody", "tr", "th", "td")
    )
    assert all("".join(one_line(text).split()) in page.text for text in texts)


# The gate itself


@given(SOUP | st.text())
def test_the_gate_leaves_nothing_to_the_gate(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert unseen(safe(text)) == []


@given(SOUP | st.text())
def test_no_row_of_the_screen_is_an_order(text: str) -> None:
    for row in (line(text), line("  ", text), line(edge(text)), line(text[:1], text[1:])):
        told = text_of([row])
        assert told.count("\n") == 1
        assert [part for part in forged(told) if not any(map(is_raw, part))] == []


@given(SOUP | st.text())
def test_json_is_equal_and_inert(text: str) -> None:
    written = inert_json(json.dumps({text: [text]}, ensure_ascii=False))
    assert json.loads(written) == {text: [text]}
    assert "##[" not in written


@given(SOUP | st.text())
def test_no_cell_is_computed(text: str) -> None:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerow([inert_cell(text), "x", inert_cell(text), 1])
    assert live_cells(page.getvalue()) == []
    assert page.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    "code",
    [
        0xAD,
        0x34F,
        0x61C,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180E,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x202E,
        0x2060,
        0x2064,
        0x2066,
        0x206A,
        0x2800,
        0x3164,
        0xE000,
        0xFE00,
        0xFE0F,
        0xFEFF,
        0xFFA0,
        0xFFF9,
        0xFFFC,
        0xD800,
        0x13441,
        0x1D159,
        0x1D173,
        0xE0001,
        0xE0041,
        0xE007F,
        0xE0100,
        0xE01EF,
        0xF0000,
        0x10FFFF,
    ],
)
def test_what_cannot_be_seen_is_a_mark(code: int) -> None:
    assert safe(f"a{chr(code)}b") == f"a<U+{code:04X}>b"


@pytest.mark.parametrize("text", WORKING.values(), ids=list(WORKING))
def test_what_changes_what_is_seen_stays(text: str) -> None:
    assert safe(text) == text


IDLE = {
    "a joiner between Latin letters": "a\u200db",
    "between Cyrillic letters": "а\u200cб",
    "two joiners": "می\u200c\u200cخ",
    "at the end of a Persian word": "می\u200c ",
    "words on another flag": "🏴\U000e0068\U000e0069\U000e007f",
    "a style of a bare figure": "6\ufe0f",
    "a variant of a Latin letter": "a\U000e0100",
    "at the start": "\u200d",
    "a joiner that joins no picture": "👩\u200d.",
    "a style of a style": "❤\ufe0f\ufe0f",
}


@pytest.mark.parametrize("text", IDLE.values(), ids=list(IDLE))
def test_what_changes_nothing_is_a_mark(text: str) -> None:
    assert "<U+" in safe(text)
    assert not any(char in safe(text) for char in "\u200b\U000e0068\U000e0100")


@given(SOUP | st.text(), SOUP | st.text())
def test_an_error_keeps_to_its_two_lines(what: str, cure: str) -> None:
    said = io.StringIO()
    with redirect_stderr(said):
        speak(PlanctlError(what, cure))
    assert said.getvalue().count("\n") == 1 + bool(cure)
    assert said.getvalue().startswith("planctl: ") or not what.strip()
    assert forged(said.getvalue()) == [] or any(map(is_raw, safe(what + cure)))
