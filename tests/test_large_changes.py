"""Twice the text takes twice the calls, counted without a clock; what is looked up is what a walk finds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import diff
from planctl.diff import DiffAnswer, UnitNote
from planctl.models import Header, Version
from planctl.pages import diff_reasons
from planctl.substance import compare, reading
from planctl.substance.references import find
from tests.invented import version
from tests.written import screen as draw

FEW = 40
MOST = 2.2
"""How many times the calls may grow when the input doubles; they are the same in every run."""


def calls(run: Callable[[], object]) -> int:
    """How many calls of functions, and steps of generators, something takes."""
    found = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal found
        found += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return found


def grown(run: Callable[[int], object]) -> float:
    run(4)  # what is made once

    def fresh(count: int) -> int:
        find.cache_clear()
        reading._read_sentences.clear()
        return calls(lambda: run(count))

    return fresh(4 * FEW) / fresh(2 * FEW)


WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdfgklmnprst"]
TEXTS: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "brackets in a row": (lambda _: "[ ] ", lambda k: "[ ] " * (k % 3) + "x "),
    "empty brackets": (lambda k: f"The {WORDS[k]} [ ] stay. ", lambda k: f"The {WORDS[k]} stay. "),
    "brackets": (lambda k: f"The [{WORDS[k]}] stay. ", lambda k: f"The {WORDS[k]} [stay]. "),
    "bracketed figures": (
        lambda k: f"All [{k}] {WORDS[k]} stay. ",
        lambda k: f"All [{k + 1}] {WORDS[k]} stay. ",
    ),
    "lists": (
        lambda k: f"They send {WORDS[k]}, grain and oil. ",
        lambda k: f"They send {WORDS[k]}s, grain and oil. ",
    ),
    "lists in a sentence": (lambda k: f"{WORDS[k]} and roads; ", lambda k: f"{WORDS[k]}s and roads; "),
    "small words": (lambda k: f"All {WORDS[k]} stay north. ", lambda k: f"Any {WORDS[k]} stay south. "),
    "denials": (lambda k: f"The non-{WORDS[k]} goods stay. ", lambda k: f"The {WORDS[k]} goods stay. "),
    "duties": (lambda k: f"The {WORDS[k]} shall stay. ", lambda k: f"The {WORDS[k]} may stay. "),
    "qualifiers": (lambda k: f"The {WORDS[k]} stay. ", lambda k: f"The {WORDS[k]} stay if paid. "),
    "parties": (
        lambda k: f"North gives {WORDS[k]} to all parties. ",
        lambda k: f"South gives {WORDS[k]} to North. ",
    ),
    "references": (
        lambda k: f"The {WORDS[k]} obey point {k}. ",
        lambda k: f"The {WORDS[k]} obey point {k + 1}. ",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_substance_of_twice_the_text_takes_twice_the_calls(name: str) -> None:
    old, new = TEXTS[name]

    def read(count: int) -> None:
        compare("".join(map(old, range(count))), "".join(map(new, range(count))), ("North", "South"))

    assert grown(read) < MOST


def drawn(old: Version, new: Version) -> None:
    found = diff.compare(old, new)
    assert draw(DiffAnswer(found, Header(title="A plan"), "old", "new", found.changes), 80)


def of_items(texts: list[str]) -> Version:
    items = [{"label": f"i{k}", "text": text, "note": "A note."} for k, text in enumerate(texts)]
    return version("v", {"number": "1", "text": "The parties agree.", "items": items})


@pytest.mark.parametrize("name", ["bracketed figures", "duties"])
def test_items_that_are_twice_as_many_take_twice_the_calls(name: str) -> None:
    old, new = TEXTS[name]
    assert grown(lambda n: drawn(of_items([*map(old, range(n))]), of_items([*map(new, range(n))]))) < MOST


@pytest.mark.parametrize("name", ["duties", "references"])
def test_points_that_are_twice_as_many_take_twice_the_calls(name: str) -> None:
    old, new = TEXTS[name]
    assert (
        grown(lambda n: drawn(version("old", *map(old, range(n))), version("new", *map(new, range(n)))))
        < MOST
    )


REFS = st.text("1.a", min_size=1, max_size=5).map("v1:{}".format)


@given(st.lists(REFS, max_size=8), REFS)
def test_notes_are_found_by_the_point_that_they_are_on(refs: list[str], ref: str) -> None:
    notes = [UnitNote(own, f"note {k}", (), own.partition(".")[0]) for k, own in enumerate(refs)]
    plain = [note for note in notes if note.point == ref]
    assert list(diff_reasons._by_point(notes).get(ref, ())) == plain
