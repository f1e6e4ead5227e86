"""What renderers show: nothing lost, nothing live, and whole screens as a reader sees them.

``UPDATE_SCREENS=1 pytest tests/test_render.py`` writes the screens anew; read them before committing.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planctl.alignment import Link, Reasons
from planctl.diff import Shown, compare, select
from planctl.lineage import Pairing
from planctl.models import Header, Version
from planctl.page import bare, one_side, tidy
from planctl.pages import phrases
from planctl.pages.diff_phrases import number
from planctl.pages.diff_substance import substance
from planctl.pages.twins import apart
from planctl.plain import inert_json, one_line, safe, shorten
from planctl.redline import Segment
from planctl.writers import console
from planctl.writers.lines import Piece, beside, cells, line, pad, plain, spread, text_of, width_of, wrap
from planctl.writers.markdown_text import inert
from tests.hostile import is_raw
from tests.invented import version
from tests.written import json_diff, markdown_diff, screen, stat

SCREENS = Path(__file__).parent / "screens"
SOUP = re.findall(
    r"\S+",
    "[/red] [bold] [[ ]] {+ +} [- -] <b> </script> `code` **bold** ~~gone~~ _i_ | a|b # - 1. > http://x.org"
    " www.x.org a@b.org $1 &amp; &lt; \\ :warning: %s {0} é 平和 שלום مرحبا \u202eabc\u202c \x1b[31m"
    " \x1b]0;t\x07 \x9b2J \u2066x \u200b \ufeff \x00 \x7f \ud800 \U000e0041 \u00ad na\u200dme \r"
    " नमस्\u200dते \x08\x08 👩\u200d🚀",
)
HOSTILE = st.lists(
    st.sampled_from([*SOUP, " ", "\n", "\t", "\r\n", "\u2028"]) | st.text(max_size=5), max_size=12
).map("".join)
WRITTEN = HOSTILE.map(lambda text: text.replace("\ud800", ""))  # what a file can hold
MOVES = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def solid(text: str) -> str:
    return "".join(text.split())


class TestPlain:
    @given(HOSTILE | st.text())
    def test_nothing_live(self, text: str) -> None:
        assert not MOVES.search(safe(text))

    @given(HOSTILE | st.text())
    def test_nothing_lost(self, text: str) -> None:
        shown = iter(safe(text))
        seen = (char for char in text if not (is_raw(char) or char.isspace()))
        assert all(char in shown for char in seen)

    @given(st.text(st.characters(exclude_categories=["C", "Z"])))
    def test_what_can_be_seen_stays_as_it_is(self, text: str) -> None:
        assert safe(text) == text or any(map(is_raw, text))

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a\x1b[31mb", "a<U+001B>[31mb"),
            ("pay \u202eten\u202c now", "pay <U+202E>ten<U+202C> now"),
            ("pay\u200dment", "pay<U+200D>ment"),
            ("می\u200cخواهم", "می\u200cخواهم"),
            ("one\r\ntwo\tthree", "one\ntwo three"),
            ("\ud800", "<U+D800>"),
            ("10\u00a0km", "10\u00a0km"),
        ],
    )
    def test_by_hand(self, text: str, shown: str) -> None:
        assert safe(text) == shown

    @given(HOSTILE, st.integers(4, 60))
    def test_shortened_to_one_line(self, text: str, width: int) -> None:
        short = shorten(text, width)
        assert len(short) <= width
        assert "\n" not in short
        assert short == one_line(text) or short.endswith("...")

    @given(HOSTILE | st.text())
    def test_json_stays_equal_and_holds_nothing_live(self, text: str) -> None:
        written = inert_json(json.dumps(text, ensure_ascii=False))
        assert json.loads(written) == text
        assert not MOVES.search(written)


class TestLines:
    @given(st.lists(HOSTILE, max_size=4), st.integers(20, 100), st.integers(0, 8))
    def test_wrapping_keeps_every_word_and_the_width(self, texts: list[str], width: int, indent: int) -> None:
        pieces = [plain(text, style) for text, style in zip(texts, "abab", strict=False)]
        rows = wrap(pieces, width, " " * indent)
        assert all(width_of(row) <= width for row in rows)
        assert all("\n" not in piece.text for row in rows for piece in row)
        wrapped = "".join(piece.text for row in rows for piece in row)
        assert solid(wrapped) == solid("".join(piece.text for piece in pieces))
        for style in "ab":
            told = "".join(piece.text for row in rows for piece in row if piece.style == style)
            assert solid(told) == solid("".join(piece.text for piece in pieces if piece.style == style))

    def test_words_stay_whole_across_pieces(self) -> None:
        rows = wrap(
            [Piece("capped at "), Piece("[-600,000-]", "delete"), Piece("{+800,000+}", "insert"), Piece(".")],
            24,
        )
        assert text_of(rows) == "capped at\n[-600,000-]{+800,000+}.\n"

    def test_a_word_too_wide_is_cut(self) -> None:
        assert text_of(wrap([Piece("abcdefgh ij")], 5)) == "abcde\nfgh\nij\n"

    def test_wide_signs_take_two_cells(self) -> None:
        assert cells("平和") == 4
        assert text_of(wrap([Piece("平和平和")], 5)) == "平和\n平和\n"

    def test_an_end_that_does_not_fit_goes_below(self) -> None:
        assert text_of(spread([Piece("left")], [Piece("right")], 11)) == "left  right\n"
        assert text_of(spread([Piece("left")], [Piece("right")], 10)) == "left\n     right\n"
        assert text_of(spread([Piece("left")], [], 10)) == "left\n"

    def test_columns(self) -> None:
        assert text_of(beside([line("a"), line("b")], [line("c")], 3)) == "a   | c\nb   |\n"
        assert width_of(pad(line("平"), 5)) == 5


class TestPhrases:
    @pytest.mark.parametrize(
        ("date", "shown"),
        [
            ("2025-11-20", "20 Nov 2025"),
            ("2025-11", "Nov 2025"),
            ("2024-02", "Feb 2024"),
            ("2025", "2025"),
            ("0999", "999"),
            ({"earliest": "0999-01-02", "latest": "0999-01-31"}, "2-31 Jan 999"),
            ({"earliest": "2025-04-01", "latest": "2025-04-30"}, "Apr 2025"),
            ({"earliest": "2025-04-01", "latest": "2025-04-29"}, "1-29 Apr 2025"),
            ({"earliest": "2025-04-02", "latest": "2025-04-30"}, "2-30 Apr 2025"),
            ({"earliest": "2024-02-01", "latest": "2024-02-28"}, "1-28 Feb 2024"),
            ({"earliest": "2025-03-01", "latest": "2025-04-30"}, "1 Mar - 30 Apr 2025"),
            ({"earliest": "2025-01-01", "latest": "2025-12-30"}, "1 Jan - 30 Dec 2025"),
            ({"earliest": "2024-01-01", "latest": "2025-12-31"}, "1 Jan 2024 - 31 Dec 2025"),
            ({"earliest": "2025-11-20", "latest": "2025-12-04"}, "20 Nov - 4 Dec 2025"),
            ({"earliest": "2025-12-30", "latest": "2026-01-02"}, "30 Dec 2025 - 2 Jan 2026"),
        ],
    )
    def test_dates(self, date: Any, shown: str) -> None:
        assert phrases.date(version("a", "x", date=date).date) == shown

    def test_verbatim_and_published_needs_no_banner(self) -> None:
        assert phrases.banners([("a", version("a", "x"))]) == []

    def test_banners_say_what_the_files_say(self) -> None:
        points = [
            {"number": "1", "text": "x", "evidence": "reported"},
            {"number": "2", "text": "y", "evidence": "inferred"},
            {"number": "3", "text": "z", "evidence": "inferred"},
        ]
        made_up = version("b", *points, wording="reconstructed")
        told = phrases.banners([("a", version("a", "x", wording="translated")), ("b", made_up)])
        assert told[0] == (
            "b is a reconstruction, not a published text: 1 of its 3 points rests"
            " at least in part on reports, 2 at least in part on inference (marked ~)."
        )
        assert told[1] == (
            "b is reconstructed: this compares terms, not wording."
            " a is translated: a difference may be the translator's own."
        )

    def test_contested_descent_of_one_from_the_other_is_said(self) -> None:
        parents = [{"version": "a", "contested": True}, "b"]
        one, two, made = version("a", "x"), version("b", "x"), version("c", "x", made_from=parents)
        assert phrases.banners([("a", one), ("c@HEAD~1", made)]) == [
            "That c@HEAD~1 was made from a is contested."
        ]
        assert phrases.banners([("b", two), ("c", made)]) == phrases.banners([("c", made)]) == []

    @pytest.mark.parametrize(
        ("evidence", "said"),
        [
            ("published", "b is said to leave out a:1 (published): Gone."),
            ("reported", "b is said to leave out a:1 (reported): Gone."),
            ("inferred", "b is taken to leave out a:1 (inferred): Gone."),
        ],
    )
    def test_what_is_only_inferred_nobody_said(self, evidence: str, said: str) -> None:
        left = [{"refs": ["a:1"], "evidence": evidence, "note": "Gone."}]
        assert phrases.absences("b", version("b", "x", made_from=["a"], left_out=left)) == [said]

    @pytest.mark.parametrize(
        ("items", "basis"),
        [
            ([("a", "reported")], "1 of its 2 points rests at least in part on reports"),
            (
                [("a", "reported"), ("b", "inferred")],
                "points rests at least in part on reports, 1 at least in part on inference (marked ~)",
            ),
            ([("a", "inferred"), ("b", "inferred")], "1 of its 2 points rests at least in part on inference"),
            ([("a", "published")], ""),
        ],
    )
    def test_a_point_whose_items_differ_is_in_each_figure(
        self, items: list[tuple[str, str]], basis: str
    ) -> None:
        made = [{"label": label, "text": "y", "evidence": evidence} for label, evidence in items]
        one = version("a", {"number": "1", "text": "x", "items": made}, "z")
        shown = " ".join(phrases.banners([("a", one)]))
        assert basis in shown
        assert bool(basis) == bool(shown)

    def test_a_preamble_is_no_point_that_rests_on_reports(self) -> None:
        one = version("a", "x", preamble=[{"text": "y", "evidence": "reported"}])
        assert phrases.banners([("a", one)]) == []

    @pytest.mark.parametrize(("value", "shown"), [(1.0, "1.00"), (0.999, ".99"), (0.5, ".50"), (0.0, ".00")])
    def test_only_what_is_equal_is_one(self, value: float, shown: str) -> None:
        assert number(value) == shown


class TestMarkdown:
    READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    @given(HOSTILE)
    def test_text_is_only_text(self, text: str) -> None:
        html = self.READER.render(f"x {inert(text)} x").replace("<!-- -->", "").strip()
        assert html.startswith("<p>x")
        assert "<" not in html[3:-4]
        assert unescape(html[3:-4]).split() == f"x {one_line(text)} x".split()

    @given(HOSTILE)
    def test_at_the_start_of_a_line(self, text: str) -> None:
        html = self.READER.render(inert(text)).replace("<!-- -->", "").strip()
        assert html in {"", f"<p>{html[3:-4]}</p>"}
        assert unescape(html[3:-4]) == one_line(text)

    @pytest.mark.parametrize("text", ["see http://x.org/a", "www.x.org", "write to a@b.org", "$x$ and $y$"])
    def test_no_link_and_no_formula(self, text: str) -> None:
        assert not re.search(r"\w://|www\.|\w@\w|(?<!\\)\$", inert(text))


class TestTidy:
    def test_blanks_stand_outside_the_marks(self) -> None:
        assert tidy([Segment("keep", "a"), Segment("delete", " b "), Segment("keep", "c")]) == [
            Segment("keep", "a"),
            Segment("keep", " "),
            Segment("delete", "b"),
            Segment("keep", " "),
            Segment("keep", "c"),
        ]

    def test_format_is_no_change(self) -> None:
        assert tidy([Segment("delete", "\u201ca\u201d"), Segment("insert", '"a"')]) == [
            Segment("keep", '"a"')
        ]

    def test_each_column_reads_as_its_side(self) -> None:
        segments = [Segment("keep", "financing"), Segment("delete", " package"), Segment("keep", ".")]
        assert "".join(s.text for s in one_side(segments, "delete")) == "financing."
        assert "".join(s.text for s in one_side(segments, "insert")) == "financing package."


HEADER = Header.model_validate(
    {
        "title": "Harbour talks",
        "parties": [{"id": "n", "name": "Northland"}, {"id": "s", "name": "Southland"}],
        "sources": [
            {"id": "gazette", "publisher": "The Gazette"},
            {"id": "courier", "publisher": "The Courier"},
        ],
    }
)


def everything(old: Version, new: Version, **wishes: Any) -> Shown:
    comparison = compare(old, new, names={"n": ("Northland",), "s": ("Southland",)})
    return Shown(comparison, HEADER, old.version, new.version, select(comparison, **wishes))


@given(WRITTEN, WRITTEN, st.sampled_from([20, 33, 80, 140]), st.booleans())
def test_no_text_lost_on_screen(old: str, new: str, width: int, side_by_side: bool) -> None:
    points = [
        [
            {"number": "1", "heading": text, "text": text, "note": text},
            {"number": text.strip()[:40] or "x", "text": text},
        ]
        for text in (old, new)
    ]
    shown = everything(version("a", *points[0]), version("b", *points[1], day=1))
    rows = screen(shown, width, side_by_side=side_by_side, explain=True)
    told = text_of(rows)
    assert not MOVES.search(told)
    assert all("\n" not in piece.text for row in rows for piece in row)
    wide = [row for row in text_of([*rows, *stat(shown, width)]).splitlines() if cells(row) > width]
    assert wide == []
    for part in (p for c in shown.changes for p in c.parts if not (p.old and p.new)):
        assert solid(safe(part.redline.old or part.redline.new)) in solid(told)
    for other in (json_diff(shown), markdown_diff(shown), text_of(stat(shown, width))):
        assert not MOVES.search(other)


@given(WRITTEN)
def test_a_redline_holds_both_texts(text: str) -> None:
    old, new = (
        version(name, f"{text} {word}", day=day)
        for day, (name, word) in enumerate((("a", "one"), ("b", "two")))
    )
    told = markdown_diff(everything(old, new))
    assert "<script" not in told.lower()
    assert json.loads(json_diff(everything(old, new)))["changes"]


def _screen(name: str, text: str) -> None:
    path = SCREENS / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


REASONS = Reasons(0.75, 0.6, 0.9, ("navy", "capped"), 2, 0, 0.05)
LINKS = {
    ("1", "1"): (1.0, False, None),
    ("2", "2"): (0.62, False, REASONS),
    ("3", "4"): (0.61, True, None),
    ("4", "4"): (0.58, True, None),
    ("5", "5"): (1.0, False, None),
    ("5.a", "5.a"): (1.0, False, None),
    ("5.b", "5.b"): (1.0, False, None),
    ("7", "6"): (1.0, False, None),
    ("8", "3"): (0.41, True, None),
}
"""Who came of whom by the harbour, so that no screen hangs on how likeness is reckoned."""


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Shown]:
    """The harbour comparison, or what was asked of it."""
    old, new = harbour()
    places = [{p.label: k for k, p in enumerate(side.provisions)} for side in (old, new)]
    links = [Link(places[0][o], places[1][n], *facts) for (o, n), facts in LINKS.items()]
    pairing = Pairing(old.version, new.version, tuple(sorted(links, key=lambda k: (k.old, k.new))))
    monkeypatch.setattr("planctl.lineage.pair", lambda *_, **__: pairing)
    return partial(everything, old, new)


def harbour() -> tuple[Version, Version]:
    """Two versions in which something of everything happens; the second is a reconstruction."""
    letter = [
        {"label": "a", "text": "Northland is paid for it."},
        {"label": "b", "text": "An attack by Southland on Northland ends it."},
        {"label": "c", "text": "A shell fired at the lighthouse voids it."},
    ]
    old = version(
        "d8",
        {"number": "1", "heading": "Sovereignty", "text": "Southland is confirmed as a sovereign country."},
        {"number": "2", "heading": "Size of the navy", "text": "Southland's navy is capped at 60 ships."},
        {"number": "3", "text": "No pact reaches the strait."},
        {"number": "4", "text": "Guards are neutral."},
        {"number": "5", "heading": "Guarantee", "text": "Guarantee of Northland:", "items": letter},
        {
            "number": "6",
            "text": "$10 million of frozen funds rebuilds the quay, and 50% of its profit goes to Northland.",
        },
        {"number": "7", "text": "The strait is divided at the line of buoys."},
        {"number": "8", "text": "The parties shall open the ferry lines within 100 days."},
        title="The eight-point draft",
        tabled_by=("n",),
        wording="restated",
        date="2031-03-02",
    )
    report = (
        "Reports disagree. The Gazette has a cap of 80 ships in peacetime. The Courier has no cap at all."
    )
    new = version(
        "g6",
        {"number": "1", "heading": "Sovereignty", "text": "Southland is confirmed as a sovereign country."},
        {
            "number": "2",
            "heading": "Size of the navy",
            "text": "Southland's navy is capped at 80 ships in peacetime.",
            "evidence": "reported",
            "sources": ("gazette", "courier"),
            "note": report,
        },
        {
            "number": "3",
            "text": "The parties should open the ferry lines as soon as possible.",
            "made_from": ("d8:8",),
        },
        {
            "number": "4",
            "text": "[No pact reaches the strait. Guards are neutral.]",
            "evidence": "reported",
            "sources": ("gazette",),
            "made_from": ("d8:3", "d8:4"),
        },
        {"number": "5", "heading": "Guarantee", "text": "Guarantee of Northland:", "items": letter[1::-1]},
        {
            "number": "6",
            "text": "The strait is divided at the line of buoys.",
            "status": "open",
            "evidence": "reported",
            "sources": ("courier",),
        },
        {"number": "7", "text": "A joint school of navigation is founded."},
        title="The harbour revision",
        tabled_by=("n", "s"),
        wording="reconstructed",
        evidence="inferred",
        made_from=("d8",),
        date={"earliest": "2031-03-05", "latest": "2031-03-06"},
        note="Nobody published a text. The numbering is ours; the rest is guessed.",
        left_out=({"refs": ("d8:6",), "evidence": "reported", "sources": ("gazette",), "note": "A rumour."},),
    )
    return old, new


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_whole_screen(shown: Callable[..., Shown], width: int) -> None:
    _screen(f"diff-{width}", text_of(screen(shown(), width)))


def test_two_columns(shown: Callable[..., Shown]) -> None:
    _screen("diff-side-by-side-100", text_of(screen(shown(), 100, side_by_side=True)))


def test_two_columns_where_there_is_no_room_for_two(shown: Callable[..., Shown]) -> None:
    one, two = (text_of(screen(shown(), 50, side_by_side=wish)) for wish in (False, True))
    assert one == two


def test_reasons(shown: Callable[..., Shown]) -> None:
    _screen("diff-explain", text_of(screen(shown(points=["2", "3"]), 80, explain=True)))


def test_the_table(shown: Callable[..., Shown]) -> None:
    _screen("diff-stat-80", text_of(stat(shown(), 80)))


def test_the_page(shown: Callable[..., Shown]) -> None:
    _screen("diff-markdown", markdown_diff(shown()))


def test_the_table_as_a_page(shown: Callable[..., Shown]) -> None:
    _screen("diff-markdown-stat", markdown_diff(shown(), stat=True))


def test_a_version_against_itself() -> None:
    old, _ = harbour()
    _screen("diff-peace", text_of(screen(everything(old, old), 80)))


def test_part_of_it(shown: Callable[..., Shown]) -> None:
    _screen("diff-only-dropped", text_of(screen(shown(only=["dropped"]), 80)))


def test_nothing_answers(shown: Callable[..., Shown]) -> None:
    told = text_of(screen(shown(only=["split"]), 80))
    assert "No point matches these filters." in told
    assert "g6 is a reconstruction" in told


def test_every_format_says_first_that_it_is_a_reconstruction(shown: Callable[..., Shown]) -> None:
    told = "g6 is a reconstruction, not a published text"
    assert told in " ".join(text_of(screen(shown(), 80)).split("SUBSTANCE")[0].split())
    assert told in " ".join(text_of(stat(shown(), 80)).split()[:80])
    assert told in markdown_diff(shown()).split("## ")[0]
    answer = json.loads(json_diff(shown()))
    assert answer["trust"][0].startswith(told)
    assert answer["new"]["wording"] == "reconstructed"


class TestConsole:
    LINES = (line("a ", Piece("b", "insert")), line(plain("[red]c[/red] :warning:", "delete")), ())

    def _shown(self, monkeypatch: pytest.MonkeyPatch, terminal: bool = False, **environment: str) -> str:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        out = io.StringIO()
        out.isatty = lambda: terminal  # type: ignore[method-assign]
        monkeypatch.setattr(sys, "stdout", out)
        console.show(self.LINES)
        return out.getvalue()

    def test_a_pipe_gets_plain_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self._shown(monkeypatch, TERM="xterm-256color") == "a b\n[red]c[/red] :warning:\n\n"

    def test_a_dumb_terminal_gets_plain_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self._shown(monkeypatch, terminal=True, TERM="dumb") == "a b\n[red]c[/red] :warning:\n\n"

    def test_no_color_wins(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told = self._shown(monkeypatch, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm")
        assert "\x1b[3" not in told

    def test_colour_only_helps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told = self._shown(monkeypatch, FORCE_COLOR="1", TERM="xterm")
        assert "\x1b[1;32mb" in told
        assert re.sub(r"\x1b\[[\d;]*m", "", told) == "a b\n[red]c[/red] :warning:\n\n"

    def test_a_terminal_gets_a_pager(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        kept = tmp_path / "paged"
        command = f"{sys.executable} -c \"import sys; open('{kept}', 'w').write(sys.stdin.read())\""
        assert self._shown(monkeypatch, terminal=True, TERM="xterm", NO_COLOR="1", GIT_PAGER=command) == ""
        assert re.sub(r"\x1b\[[\d;]*m", "", kept.read_text()) == "a b\n[red]c[/red] :warning:\n\n"

    @pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-here"])
    def test_no_pager(self, monkeypatch: pytest.MonkeyPatch, pager: str) -> None:
        told = self._shown(monkeypatch, terminal=True, TERM="xterm", NO_COLOR="1", PAGER=pager)
        assert "[red]c[/red] :warning:" in told

    @pytest.mark.parametrize(
        ("columns", "width"), [("80", 80), ("140", 140), ("7", 20), ("", 80), ("wide", 80), ("99999", 1000)]
    )
    def test_width(self, monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        assert console.width() == width

    def test_an_output_that_knows_few_signs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
        console.write("é\n")
        assert raw.getvalue() == b"\\xe9\n"


def rows(shown: Shown) -> list[str]:
    twins = apart(shown.comparison.old, shown.comparison.new)
    return [bare(substance(shown, change, twins)) for change in shown.changes]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The ferry lines open at dawn.", "[The ferry lines open at dawn.]", "now bracketed"),
        ("[The ferry lines open at dawn.]", "The ferry lines open at dawn.", "no longer bracketed"),
        ("The ferry lines open at dawn.", "The ferry lines open at dawn. [ ]", '+ placeholder "[ ]"'),
        (
            "The ferry lines shall open at dawn in early spring.",
            "The ferry lines should open at dawn in early spring.",
            "shall -> should (weaker)",
        ),
        (
            "The ferry lines open at dawn in early spring.",
            "The ferry lines open at dusk in early spring.",
            'wording: "dawn" -> "dusk"',
        ),
    ],
)
def test_a_row_of_substance(old: str, new: str, told: str) -> None:
    both = everything(version("a", old), version("b", new, day=1))
    assert rows(both) == [told]


def test_items_in_brackets_are_told_by_their_labels() -> None:
    def harbour_with(form: str) -> dict[str, Any]:
        texts = ("Guards are neutral at dawn.", "Ferry lines open in spring.")
        items = [{"label": k, "text": form.format(text)} for k, text in zip("ab", texts, strict=True)]
        return {"number": "1", "text": "Harbour:", "items": items}

    old, new = version("a", harbour_with("{}")), version("b", harbour_with("[{}]"), day=1)
    both = everything(old, new)
    assert rows(both) == ["1.a, 1.b now bracketed"]
