"""True or silent: what a row says stands in the texts, and equal values give no row."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.substance import Difference, compare, read

LAW = settings(max_examples=2_000, deadline=None)
NUMBERS = st.integers(2, 3_000_000)
NOUNS = ("guards", "boats", "tonnes of seed", "km", "euros", "per cent", "days", "hectares", "litres", "°C")
FRAMES = (
    "The port keeps {} in the valley.",
    "Within the zone {} are stored by Northland.",
    "Northland gives {} and Southland gives the rest.",
)
PERCENT = re.compile(r"\(([+-][\d,]+) %\)")
POINTS = re.compile(r"\(([+-][\d.]+) percentage points?\)")


def grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


@LAW
@given(NUMBERS, NUMBERS, st.sampled_from(NOUNS), st.sampled_from(NOUNS), st.sampled_from(FRAMES))
def test_every_value_stands_where_the_row_says(old: int, new: int, one: str, other: str, frame: str) -> None:
    before, after = frame.format(f"{old} {one}"), frame.format(f"{new:,} {other}")
    for row in compare(before, after):
        for text, words, spot in ((before, row.old, row.old_at), (after, row.new, row.new_at)):
            assert (words is None) == (spot is None)
            assert spot is None or text[slice(*spot)] == words
        if one != other:
            assert not PERCENT.search(row.summary)
            assert not POINTS.search(row.summary)


@LAW
@given(NUMBERS, NUMBERS, st.sampled_from(("guards", "km", "euros", "days")), st.sampled_from(FRAMES))
def test_growth_is_right(old: int, new: int, noun: str, frame: str) -> None:
    rows = compare(frame.format(f"{old} {noun}"), frame.format(f"{new} {noun}"))
    growths = [float(found[1].replace(",", "")) for row in rows if (found := PERCENT.search(row.summary))]
    exact = float(Fraction(new - old, old) * 100)
    assert len(growths) == (abs(exact) >= 1)
    assert all(abs(growth - exact) <= 0.51 for growth in growths)


@LAW
@given(
    NUMBERS,
    st.sampled_from((",", " ", "\u00a0", "\u202f", "'")),
    st.sampled_from(NOUNS),
    st.sampled_from(FRAMES),
)
def test_another_grouping_is_no_difference(value: int, mark: str, noun: str, frame: str) -> None:
    assert compare(frame.format(f"{value} {noun}"), frame.format(f"{grouped(value, mark)} {noun}")) == ()


UNITS = (("km", "metres", 1000), ("tonnes", "kg", 1000), ("hours", "minutes", 60), ("weeks", "days", 7),
         ("years", "months", 12), ("square kilometres", "hectares", 100), ("litres", "ml", 1000))  # fmt: skip


@LAW
@given(st.integers(2, 5_000), st.sampled_from(UNITS), st.sampled_from(FRAMES), st.booleans())
def test_another_unit_is_no_difference(
    value: int, units: tuple[str, str, int], frame: str, back: bool
) -> None:
    large, small, size = units
    texts = [frame.format(f"{value} {large}"), frame.format(f"{value * size} {small}")]
    assert compare(*(texts[::-1] if back else texts)) == ()


def mirrored(row: Difference) -> tuple[object, ...]:
    return row.kind, row.new, row.old, row.new_at, row.old_at


LANGUAGES = (
    "The council has {} members and {} days to decide, at most.",
    "Le conseil compte {} membres et {} jours pour décider, au plus.",
    "Der Rat hat {} Mitglieder und {} Tage für die Entscheidung.",
    "El consejo tiene {} miembros y {} días para decidir.",
    "Рада має {} членів і {} днів для рішення.",
    "Совет имеет {} членов и {} дней для решения.",
)


@LAW
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(LANGUAGES))
def test_swapping_the_sides_mirrors_every_row(a: int, b: int, c: int, d: int, frame: str) -> None:
    old, new = frame.format(a, b), frame.format(c, d)
    there, back = compare(old, new), compare(new, old)
    assert Counter((r.kind, r.old, r.new, r.old_at, r.new_at) for r in there) == Counter(map(mirrored, back))
    assert bool(there) == ((a, b) != (c, d))


PIECES = st.sampled_from(
    (
        "near",
        "the pier",
        "the mill",
        "quite",
        "[near the pier]",
        "[near the mill]",
        "[quite near]",
        "[ ]",
        "[the mill]",
        "boats",
    )
)


@LAW
@given(st.lists(PIECES, max_size=7).map(" ".join), st.lists(PIECES, max_size=7).map(" ".join))
def test_swapping_the_sides_mirrors_brackets(old: str, new: str) -> None:
    there, back = (
        [row for row in compare(*pair) if row.kind == "bracket"] for pair in ((old, new), (new, old))
    )
    assert Counter((r.kind, r.old, r.new, r.old_at, r.new_at) for r in there) == Counter(map(mirrored, back))
    for row in there:
        for text, words, spot in ((old, row.old, row.old_at), (new, row.new, row.new_at)):
            assert spot is None or text[slice(*spot)] == words


@LAW
@given(st.integers(1, 28), st.integers(1, 12), st.integers(1950, 2099))
def test_a_date_is_the_same_in_every_form(day: int, month: int, year: int) -> None:
    names = [date(2000, k, 1).strftime("%B") for k in range(1, 13)]
    forms = (f"{day} {names[month - 1]} {year}", f"{names[month - 1]} {day}, {year}",
             f"{year}-{month:02}-{day:02}", f"{day}.{month}.{year}")  # fmt: skip
    values = {term.value for form in forms for term in read(f"The vote is held on {form}.")}
    assert values == {f"{year}-{month:02}-{day:02}"}


@pytest.mark.parametrize(
    "part", ["[1] ", "1 ", "[ ] x ", "a, ", "and or ", "three hundred and ", "$5-", "1/2/", "(("]
)
def test_no_text_takes_the_square_of_its_length(part: str) -> None:
    """Counted in reads of tokens, not in seconds."""
    from planctl.substance.drafts import Sentence

    counts = []
    for size in (300, 1_200):
        plain, reads = Sentence.low, 0

        def low(self: Sentence, i: int, plain: object = plain) -> str:
            nonlocal reads
            reads += 1
            return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Sentence, "low", low)
            compare(part * size, part * size + "all go")
        counts.append(reads)
    assert counts[1] <= 9 * counts[0] + 1_000
