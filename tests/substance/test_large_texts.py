"""Large texts: what is looked up gives what a walk through everything gives, and no short text grows long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from planctl.substance import Spot, Spots, compare
from planctl.substance.denials import _begins, _places_with
from planctl.substance.flat import Opposed
from planctl.substance.reading import Reading, read_in
from planctl.substance.recognition import language
from planctl.substance.references import OwnLabel, OwnPoints, find, label_of
from planctl.substance.roles import Clause, _swap

PLACES = st.tuples(st.integers(0, 20), st.integers(0, 8)).map(lambda each: Spot(each[0], sum(each)))
WORDS = st.sampled_from(
    [
        "The",
        "ports",
        "and",
        "roads",
        ",",
        "shall",
        "not",
        "[",
        "]",
        "open",
        "all",
        "any",
        ".",
        "north",
        "non-use",
    ]
)
TEXTS = st.lists(WORDS, max_size=24).map(" ".join)


def reading(text: str) -> Reading:
    return read_in(text, {}, language("en"))


@given(st.lists(PLACES | st.none(), max_size=8), PLACES | st.none())
def test_places_that_touch_are_those_that_share_a_character(
    spots: list[Spot | None], asked: Spot | None
) -> None:
    plain = {
        k
        for k, spot in enumerate(spots)
        if spot and asked and spot.start < asked.end and asked.start < spot.end
    }
    assert set(Spots(spots).touching(asked)) == plain
    assert Spots(spots).touches(asked) == bool(plain)


@given(TEXTS, TEXTS)
def test_a_region_is_found_by_its_token(old: str, new: str) -> None:
    opposed = Opposed(reading(old), reading(new))
    for side, flat in enumerate(opposed.sides):
        for i in range(len(flat.places) + 1):
            plain = [k for k, each in enumerate(opposed.regions) if each[side][0] <= i < each[side][1]]
            assert opposed.region_at(side, i) == next(iter(plain), None)


@given(TEXTS, TEXTS, st.integers(0, 24), st.integers(0, 24))
def test_content_words_are_counted_as_they_stand(old: str, new: str, first: int, size: int) -> None:
    opposed = Opposed(reading(old), reading(new))
    flat, kept = opposed.sides[0], opposed.moved_to[0]
    start = min(first, len(flat.places))
    end = min(start + size, len(flat.places))
    words = [i for i in range(start, end) if flat.is_content(i)]
    assert opposed.content(0, start, end) == (len(words), sum(i in kept for i in words))


@given(TEXTS, TEXTS)
def test_small_words_are_counted_once_as_if_counted_each_time(old: str, new: str) -> None:
    for flat in Opposed(reading(old), reading(new)).sides:
        groups = flat.language.qualifiers.determiners
        for group in {*groups.values()}:
            every = range(len(flat.places))
            assert flat.determiners[group] == sum(groups.get(flat.low(i)) == group for i in every)
        found = flat.opposites_in(0, len(flat.places))
        assert flat.opposites == {(family, group) for family, group, _ in found}


@given(st.lists(st.text("ab", max_size=3)), st.text("ab", min_size=1, max_size=2))
def test_what_begins_with_a_word(texts: list[str], first: str) -> None:
    assert _begins(sorted(texts), first) == any(text.startswith(first) for text in texts)


@given(TEXTS)
def test_places_by_their_words(text: str) -> None:
    side = reading(text)
    places = [place for sentence in side.sentences for place in sentence.places]
    stems = {stem for place in places for stem in place}
    found = _places_with(stems, side)
    assert found == {stem: [place for place in places if stem in place] for stem in stems}


ROLES = st.frozensets(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(["subject", "object", "to"])), max_size=6
)


@given(ROLES, ROLES)
def test_two_parties_that_exchanged_their_roles(
    before: frozenset[tuple[str, str]], after: frozenset[tuple[str, str]]
) -> None:
    def roles(side: frozenset[tuple[str, str]], party: str) -> set[str]:
        return {role for own, role in side if own == party}

    both = sorted({party for party, _ in before} & {party for party, _ in after})
    plain = [
        frozenset((one, other))
        for one, other in combinations(both, 2)
        if roles(before, one) == roles(after, other)
        and roles(before, other) == roles(after, one)
        and roles(before, one) != roles(before, other)
    ]
    found = _swap(*(Clause(0, 1, frozenset(), side, ()) for side in (before, after)))
    assert found == next(iter(plain), None)


class Watched(Mapping[OwnLabel, str]):
    """Names of labels that count how often they are gone through."""

    def __init__(self, names: dict[OwnLabel, str]) -> None:
        self.names, self.walks = names, 0

    def __getitem__(self, label: OwnLabel) -> str:
        return self.names[label]

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[OwnLabel]:
        self.walks += 1
        return iter(self.names)


def test_labels_are_gone_through_once_however_many_points_ask() -> None:
    numbers = [str(k) for k in range(1, 200)]
    names = Watched({label_of(number): f"point {number}" for number in numbers})
    points = OwnPoints(names, printed={label_of(number): number for number in numbers}, whole=True)
    (reference,) = find("The rest of point 3(a) applies.")
    for number in numbers:
        here = points.at(number)
        assert here.called(f"point {number}") == (number,)
        assert here.place(reference, ("3", "a")) is not None
    assert names.walks <= 2


def paths(text: str) -> int:
    return sum(len(each.paths) for each in find(text))


def test_ranges_within_ranges_are_spelled_out_as_far_as_a_text_can_mean_it() -> None:
    (small,) = find("See items 1 to 9 of paragraphs 1 to 9 of Articles 1 to 9.")
    assert len(small.paths) == 729
    (large,) = find("See items 1 to 99 of paragraphs 1 to 99 of Articles 1 to 99.")
    assert len(large.paths) <= 1_000
    assert {("1", "1", "1"), ("99", "99", "99")} <= {*large.paths}
    listed = ", ".join(map(str, range(1, 200)))
    assert paths(f"See items {listed} and 200 of paragraphs 1 to 99 of Articles 1 to 99.") <= 4 * 200


def test_many_ranges_stay_in_proportion_to_their_text() -> None:
    assert paths("See points 1 to 40 and Articles 3 to 7.") == 45
    text = "The North obeys points 1 to 99 here. " * 400
    assert paths(text) <= 1_000 + len(text) // 20 + 2 * 400
    assert [each.paths[0] for each in find(text)] == [("1",)] * 400
    assert [each.paths[-1] for each in find(text)] == [("99",)] * 400


def test_a_reference_beyond_what_is_spelled_out_still_differs_by_its_ends() -> None:
    old = "The North obeys points 1 to 99 here. " * 100
    new = old.removesuffix("points 1 to 99 here. ") + "points 1 to 98 here. "
    (found,) = [each for each in compare(old, new) if each.kind == "reference"]
    assert (found.old, found.new) == ("points 1 to 99", "points 1 to 98")
