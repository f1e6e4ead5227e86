"""Scraps of older wording inside a newer one: laws of folding, and cases that a reader can check."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame import assign, divide
from planctl.blame.containment import Containment
from planctl.blame.folding import Bit, fold
from planctl.lineage.descent import ProvisionKey, descent
from planctl.models import Plan, Version
from planctl.text import content_word_count, words
from tests.invented import plan, plans, version

OLD, NEW = ProvisionKey("old", 0), ProvisionKey("new", 0)
PIECES = st.sampled_from(["ports ", "open ", "and ", ", ", "the ", "[", "] ", "gas: ", "not "])


def containment(old: str, new: str) -> Containment:
    drawn = plan(version("old", old), version("new", new, day=1, made_from=["old"]))
    return Containment(descent(drawn, "new"))


@given(st.lists(st.tuples(PIECES, st.sampled_from([OLD, NEW])), max_size=12), st.lists(PIECES, max_size=12))
def test_laws_of_folding(drawn: list[tuple[str, ProvisionKey]], old: list[str]) -> None:
    bits = [Bit(*bit) for bit in drawn]
    text = "".join(bit.text for bit in bits)
    known = containment("".join(old), text)
    folded = fold(bits, known)
    assert "".join(bit.text for bit in folded) == text
    assert fold(folded, known) == folded
    for bit in folded:
        assert bit in bits or known.has_in_a_row(bit.text, bit.origin)
    if OLD not in {bit.origin for bit in bits} or NEW not in {bit.origin for bit in bits}:
        assert {bit.origin for bit in folded} == {bit.origin for bit in bits}
    for before, here in pairwise(folded):
        if before.origin == NEW and here.origin == OLD:
            assert content_word_count(words(here.text)) or set("[]") & set(here.text)


@given(plans())
def test_an_unchanged_text_keeps_its_stretches(drawn: Plan) -> None:
    newest = drawn.versions[-1]
    longer = drawn.model_copy(update={"versions": (*drawn.versions, repeated(newest))})
    for one, two in zip(assign(drawn, newest.version).points, assign(longer, "again").points, strict=True):
        before, after = one.provisions[0].stretches, two.provisions[0].stretches
        if not one.point.items:  # else its reference is one to all of its items as well
            assert [(s.text, s.origin) for s in after] == [(s.text, s.origin) for s in before]


def repeated(before: Version) -> Version:
    """A version with the same points, each stated to be made from its like."""
    stated = (
        point.model_copy(update={"made_from": (f"{before.version}:{point.number}",), "not_from": ()})
        for point in before.points
    )
    again = version("again", "-", day=99, made_from=[before.version])
    return again.model_copy(update={"listed": tuple(stated)})


@pytest.mark.parametrize(
    ("old", "new", "folded"),
    [
        ("ports and roads", "ports are open; grain< and> gas flow", "ports are open; grain and gas flow"),
        ("ports, grain or gas", "<ports, grain> and< gas>", "<ports, grain> and< gas>"),
        ("the ports", "<the >roads are shut", "the roads are shut"),
        ("ports open.", "roads are shut<.>", "roads are shut."),
        ("ports [open]", "roads are <[>shut<]>", "roads are <[>shut<]>"),
        ("Ukraine has grain", "[<Ukraine>: half of the gas]", "[Ukraine: half of the gas]"),
        ("not open", "roads are <not >shut", "roads are <not >shut"),
        ("a, b", "roads< , >the gas", "roads , the gas"),
        ("the", "<the>", "<the>"),
    ],
)
def test_what_is_folded(old: str, new: str, folded: str) -> None:
    """Words from the old text stand in <angles>."""
    parts = [part for part in re.split("([<>])", new) if part]
    bits, origin = [], NEW
    for part in parts:
        if part in "<>":
            origin = OLD if part == "<" else NEW
        else:
            bits.append(Bit(part, origin))
    found = fold(bits, containment(old, re.sub("[<>]", "", new)))
    assert "".join(f"<{bit.text}>" if bit.origin == OLD else bit.text for bit in found) == folded


def test_a_scrap_between_two_others_goes_to_the_newer() -> None:
    drawn = plan(
        version("old", "The river and the sea"),
        version("mid", "Ports and grain", day=1, made_from=["old"]),
        version("new", "Ports and gas", day=2, made_from=["mid"]),
    )
    middle = ProvisionKey("mid", 0)
    known = Containment(descent(drawn, "new"))
    assert fold([Bit("Ports ", middle), Bit("and ", OLD), Bit("gas", NEW)], known) == [
        Bit("Ports ", middle),
        Bit("and gas", NEW),
    ]
    assert fold([Bit("Ports ", middle), Bit("and ", OLD), Bit("grain", middle)], known) == [
        Bit("Ports and grain", middle)
    ]


def test_scraps_count_for_whom_they_are_shown() -> None:
    drawn = plan(
        version("old", "Ports and roads are open to grain", tabled_by=["a"]),
        version(
            "new",
            "Ports are open to grain, coal, steel and timber of whatever kind from now on",
            day=1,
            made_from=["old"],
            tabled_by=["b"],
        ),
    )
    blame = assign(drawn, "new")
    told = [(s.text, s.version) for s in blame.points[0].provisions[0].stretches]
    shares = {row.version: row.recorded for row in divide(drawn, blame).by_version}
    assert shares == {
        name: sum(len(words(text.replace(",", ""))) for text, version in told if version == name)
        for name in ("old", "new")
    }
