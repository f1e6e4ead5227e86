"""One page, many formats: each writer shows every block of a page, and nothing in it acts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.page import Page, Remark, StyledRun, Title
from planctl.writers.html import html
from planctl.writers.lines import text_of
from planctl.writers.markdown import markdown
from planctl.writers.terminal import lines
from tests.browsed import TAGS, Read
from tests.hostile import is_raw
from tests.pages import PAGES, TOLD, told
from tests.toy import outline

MOVES = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def browsed(page: Page) -> str:
    return "".join(Read(html(page)).parts)


def at(width: int) -> Callable[[Page], str]:
    return lambda page: text_of(lines(page, width))


WRITERS: dict[str, Callable[[Page], str]] = {
    "terminal, 80": at(80),
    "terminal, 24": at(24),
    "terminal, 200": at(200),
    "markdown": markdown,
    "html": browsed,
    "toy": outline,
}


def visible(text: str) -> Counter[str]:
    return Counter(c for c in text.upper() if not (is_raw(c) or c.isspace()))


@pytest.mark.parametrize("name", WRITERS)
@given(PAGES)
def test_one_page_many_formats(name: str, page: Page) -> None:
    """Law: every visible character of every block stands in what each writer makes of the page."""
    shown = visible(WRITERS[name](page))
    wanted = sum((visible(text) for text in told(page)), Counter[str]())
    assert not wanted - shown


@given(PAGES, st.integers(20, 160))
def test_nothing_moves_a_cursor(page: Page, width: int) -> None:
    for shown in (at(width)(page), markdown(page), html(page)):
        assert not MOVES.search(shown)


@given(PAGES)
def test_nothing_runs_in_a_browser(page: Page) -> None:
    document = html(page)
    read = Read(document)
    assert set(read.tags) <= TAGS
    for name, value in read.attributes:
        assert name != "src"
        assert not name.startswith("on")
        assert name != "href" or (value or "").lower().startswith(("http://", "https://"))
    assert document.count("<style>") == 1
    assert "default-src 'none'" in document


def test_an_address_is_a_link_only_if_it_is_one() -> None:
    good, bad = "https://example.org/a?b=c&d", "javascript:alert(1)"
    document = html(Page(Title("x"), (Remark((StyledRun(good, "address"), StyledRun(bad, "address"))),)))
    assert '<a href="https://example.org/a?b=c&amp;d" rel="noreferrer noopener">' in document
    assert document.count("<a ") == 1
    assert bad in document


@given(TOLD)
def test_a_document_needs_nothing_else(text: str) -> None:
    read = Read(html(Page(Title(text), (Remark(text),))))
    assert not read.tags["script"] + read.tags["link"] + read.tags["img"] + read.tags["iframe"]


LONG = " ".join(["word"] * 60)


def test_what_is_cut_says_where_the_whole_stands() -> None:
    """A terminal is short of room; the other formats have the whole, unless it stands on the same page."""
    note, gist = (
        StyledRun(LONG, least=40, whole="planctl show v1:2"),
        StyledRun(LONG, least=40, keeps=("50 %",)),
    )
    page = Page(Title("x"), (Remark(("note: ", note)), Remark(("dropped: ", gist))))
    screen = " ".join(at(80)(page).split())
    assert "word ... (in full: planctl show v1:2)" in screen
    assert "word ... (50 %)" in screen
    for write in (markdown, browsed):
        assert LONG in write(page)
        assert "word ... (50 %)" in write(page)
        assert "in full" not in write(page)


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        ("--help", ()),
        ("diff v28 v19", ()),
        ("diff v28 v19 --format markdown", ()),
        ("diff v28 v19 --format csv", ()),
        ("diff v28 v19 --format html", ("jinja2",)),
    ],
)
def test_a_format_loads_its_own_libraries_alone(arguments: str, loaded: tuple[str, ...]) -> None:
    watched = ("jinja2", "markupsafe", "git", "numpy", "docx")
    code = (
        "import sys; sys.argv = ['planctl', *sys.argv[1:]]\nfrom planctl.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {watched!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments.split()], capture_output=True, text=True, check=True
    )
    wanted = [name for name in watched if name in loaded or (loaded and name == "markupsafe")]
    assert done.stderr.splitlines()[-1] == repr(wanted)
