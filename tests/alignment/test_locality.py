"""Locality: points that are equal on both sides and share no word with others change nothing for them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bench.plans import revise
from planctl.alignment import align
from planctl.text import normalise
from tests.alignment.test_laws import TEXT

BANK = (
    "It is a charge on the crown to watch the dunes and marshes, helping the many trades bound to them.",
    "The crown holds the dune land as a class of its own, which needs rules that know its soil and grazing.",
    "A statute lays down the parting of the dune land and the main aims of the boards that found its ward.",
)
JOINED = (
    "The crown, whose charge it is to watch the dunes and marshes, helping the many trades bound to them, "
    "holds the dune land as a class of its own, which needs rules that know its soil and grazing. A statute "
    "lays down the parting of the dune land and the aims of the boards that found its ward."
)


def stranger(number: int) -> str:
    """Five words that no other text has, but for other strangers."""
    name = "".join("qxzjk"[number // 5**k % 5] for k in range(4))
    return " ".join([*(f"{name}{word}" for word in ("ott", "lam", "qui", "van")), "zyxq"])


def with_strangers(texts: Sequence[str], count: int, spread: bool) -> tuple[list[str], list[int]]:
    """The texts among strangers, in front or everywhere, and where each stands now."""
    step = len(texts) + 1 if spread else 1
    found: list[str] = []
    places: list[int] = []
    for k in range(max(len(texts) + 1, 1)):
        found += [stranger(n) for n in range(k * count // step, (k + 1) * count // step) if spread or not k]
        if not spread and not k:
            found = [stranger(n) for n in range(count)]
        if k < len(texts):
            places.append(len(found))
            found.append(texts[k])
    return found, places


def check(old: Sequence[str], new: Sequence[str], count: int, *, spread: bool) -> None:
    alone = {(k.old, k.new): k.similarity for k in align(old, new).links}
    olds, from_old = with_strangers(old, count, spread)
    news, from_new = with_strangers(new, count, spread)
    back_old, back_new = ({place: k for k, place in enumerate(p)} for p in (from_old, from_new))
    among = {
        (back_old[k.old], back_new[k.new]): k.similarity
        for k in align(olds, news).links
        if k.old in back_old and k.new in back_new
    }
    assert among.keys() == alone.keys()
    assert all(abs(among[pair] - alone[pair]) <= 0.05 for pair in alone)


@given(
    st.lists(TEXT, min_size=1, max_size=6, unique_by=normalise),
    st.lists(TEXT, min_size=1, max_size=6, unique_by=normalise),
    st.integers(3, 40),
    st.booleans(),
)
def test_locality(old: list[str], new: list[str], count: int, spread: bool) -> None:
    check(old, new, count, spread=spread)


@given(st.integers(0, 10_000), st.sampled_from([3, 30, 300]), st.booleans(), st.booleans())
def test_locality_of_plans(seed: int, count: int, reworded: bool, spread: bool) -> None:
    plan = revise(seed, reworded=reworded)
    check(plan.old[:12], plan.new[:12], count, spread=spread)


def test_a_merger_is_found_in_a_short_and_in_a_long_plan() -> None:
    for count in (0, 3, 150, 300):
        old, places = with_strangers(BANK, count, spread=False)
        new = [*(stranger(n) for n in range(count)), JOINED]
        merged = {k.old for k in align(old, new).links if k.new == len(new) - 1}
        assert merged == set(places)
