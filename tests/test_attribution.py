"""Laws of attribution, and small histories whose answer a reader can check."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from planctl.alignment import Alignment, Link, align
from planctl.blame import Attribution, attribute, attribute_all, unit_links
from planctl.blame.phrase_index import PhraseIndex
from planctl.blame.traced_words import TracedWords, WordOrigin
from planctl.text import content_word_count, normalise, words

WORDS = (
    "Ukraine Russia army capped people peacetime guarantee plant power shared election days amnesty borders "
    "reactor prisoners children gas ports grain missiles troops council the of in is and shall not , ."
)
SENTENCE = st.lists(st.sampled_from(words(WORDS)), min_size=1, max_size=14).map(" ".join)
UNIT = SENTENCE | st.text(max_size=12) | st.lists(SENTENCE, max_size=3).map("\n".join)


class Story(NamedTuple):
    versions: list[list[str]]
    parents: list[list[int]]


@st.composite
def edited(draw: st.DrawFn, before: list[str]) -> list[str]:
    """Units of the next version: kept, reworded, merged, split, dropped, moved or new."""
    units: list[str] = []
    for text in before:
        act = draw(st.sampled_from(["keep", "keep", "drop", "edit", "merge", "split"]))
        pieces = text.split(" ")
        cut = draw(st.integers(0, len(pieces)))
        if act == "keep" or (act == "merge" and not units):
            units.append(text)
        elif act == "merge":
            units[-1] += " " + text
        elif act == "edit":
            units.append(" ".join([*pieces[:cut], draw(SENTENCE), *pieces[cut + 2 :]]))
        elif act == "split":
            units += [" ".join(pieces[:cut]), " ".join(pieces[cut:])]
    units += draw(st.lists(UNIT, max_size=2))
    return draw(st.permutations(units)) if draw(st.booleans()) else units


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A graph of versions, each edited from what its parents say, or written anew."""
    story = Story([draw(st.lists(UNIT, max_size=4))], [[]])
    for version in range(1, draw(st.integers(1, 5))):
        parents = draw(st.lists(st.integers(0, version - 1), max_size=2))
        said = [text for parent in dict.fromkeys(parents) for text in story.versions[parent]]
        story.versions.append(draw(edited(said) if said else st.lists(UNIT, max_size=3)))
        story.parents.append(parents)
    return story


def ancestors(parents: list[list[int]], version: int) -> set[int]:
    return {version}.union(*(ancestors(parents, parent) for parent in parents[version]))


def told(unit: Attribution) -> list[tuple[str, int]]:
    return [(span.text, span.version) for span in unit.spans]


def runs_of_words(text: str) -> list[str]:
    """The words; a quotation mark is none, for it has no author."""
    return [word for word in (normalise(word) for word in words(text)) if word.strip("'\"")]


def stands_in(part: list[str], whole: list[str]) -> bool:
    return any(whole[k : k + len(part)] == part for k in range(len(whole) - len(part) + 1))


@given(stories())
def test_whole_text_back(story: Story) -> None:
    for version, units in attribute_all(story.versions, story.parents).items():
        assert ["".join(span.text for span in unit.spans) for unit in units] == story.versions[version]
        assert all(span.text for unit in units for span in unit.spans)


@given(stories())
def test_everything_named_is_an_ancestor_or_the_version_itself(story: Story) -> None:
    for version, units in attribute_all(story.versions, story.parents).items():
        line = ancestors(story.parents, version)
        for unit in units:
            assert {span.version for span in unit.spans} <= line
            assert {unit.first, unit.last, *unit.editors, *(v for v, _ in unit.introduced)} <= line
            assert unit.first == unit.introduced[0][0]
            assert unit.last in {*unit.editors, *(v for v, _ in unit.introduced)}


@given(stories())
@example(Story([["0", "`"], ["0 `"]], [[], [0]]))
def test_a_span_stands_in_the_unit_that_brought_it(story: Story) -> None:
    for units in attribute_all(story.versions, story.parents).values():
        for unit in units:
            for span in unit.spans:
                there = runs_of_words(story.versions[span.version][span.unit])
                assert set(runs_of_words(span.text)) <= set(there)


@given(stories())
def test_first_bringer_no_new_stretch_stood_in_an_ancestor(story: Story) -> None:
    for version, units in attribute_all(story.versions, story.parents).items():
        earlier = [
            runs_of_words(text)
            for older in ancestors(story.parents, version) - {version}
            for text in story.versions[older]
        ]
        for unit in units:
            for span in unit.spans:
                part = runs_of_words(span.text)
                if span.version == version and content_word_count(part) >= 4:
                    assert not any(stands_in(part, whole) for whole in earlier)


@given(stories())
def test_later_versions_do_not_change_what_was_said_of_earlier_ones(story: Story) -> None:
    whole = attribute_all(story.versions, story.parents)
    for version in range(len(story.versions)):
        assert attribute(story.versions[: version + 1], story.parents[: version + 1]) == whole[version]


@given(stories(), st.lists(UNIT, max_size=3))
def test_versions_that_are_no_ancestors_take_no_part(story: Story, aside: list[str]) -> None:
    shifted = [[parent + 1 for parent in group] for group in story.parents]
    found = attribute([aside, *story.versions], [[], *shifted])
    plain = attribute(story.versions, story.parents)
    assert [[(text, v - 1) for text, v in told(unit)] for unit in found] == [told(unit) for unit in plain]


@given(st.lists(UNIT, max_size=5), st.integers(1, 4))
def test_who_changes_nothing_is_not_named(texts: list[str], times: int) -> None:
    for unit in attribute([texts] * times):
        assert {span.version for span in unit.spans} <= {0}
        assert (unit.first, unit.last, unit.editors) == (0, 0, ())


@given(st.lists(SENTENCE, max_size=5), st.lists(SENTENCE, max_size=3))
def test_came_back_whole(texts: list[str], between: list[str]) -> None:
    assume(not {normalise(t) for t in texts} & {normalise(t) for t in between})
    for unit in attribute([texts, [], between, [], texts]):
        if content_word_count(words("".join(s.text for s in unit.spans))) >= 4:
            assert {span.version for span in unit.spans} <= {0, 2}


@given(st.lists(st.lists(UNIT, max_size=3), min_size=2, max_size=4), st.randoms())
def test_numbers_of_versions_do_not_matter(chain: list[list[str]], random: object) -> None:
    count = len(chain)
    names = [*range(count - 1, 0, -1), 0]  # the last version first, but for the one that is asked for
    names = [(n + count - 1) % count for n in names]
    versions: list[list[str]] = [[] for _ in chain]
    parents: list[list[int]] = [[] for _ in chain]
    for step, name in enumerate(reversed(names)):
        versions[name] = chain[step]
        parents[name] = [names[count - step]] if step else []
    found = attribute_all(versions, parents)
    plain = attribute_all(chain)
    number = {name: step for step, name in enumerate(reversed(names))}
    for name, units in found.items():
        back = [[(text, number[v]) for text, v in told(unit)] for unit in units]
        assert back == [told(unit) for unit in plain[number[name]]]


CAP = "Ukraine's armed forces are capped at 600,000 people."


def test_the_parent_that_has_a_stretch_brought_it() -> None:
    versions = [
        [CAP],
        ["Ukraine's armed forces are capped at 800,000 people in peacetime."],
        ["The armed forces of Ukraine, that is its army, are capped at 600,000 people."],
        ["The armed forces of Ukraine, that is its army, are capped at 800,000 people in peacetime."],
    ]
    (unit,) = attribute(versions, [[], [0], [0], [1, 2]])
    assert told(unit) == [
        ("The ", 2),
        ("armed forces ", 0),
        ("of Ukraine, that is its army, ", 2),
        ("are capped at ", 0),
        ("800,000 ", 1),
        ("people ", 0),
        ("in peacetime", 1),
        (".", 0),
    ]
    assert (unit.first, unit.last, unit.introduced, unit.editors) == (0, 3, ((0, 0),), (1, 2, 3))


def test_the_earlier_bringer_wins_where_both_parents_have_it() -> None:
    both = ["The plant is shared, fifty to fifty, between the two sides."]
    (unit,) = attribute([[], both, both, both], [[], [0], [0], [2, 1]])
    assert told(unit) == [(both[0], 1)]
    assert (unit.first, unit.last) == (1, 1)
    assert unit.introduced == ((1, 0), (2, 0))


def test_the_earlier_bringer_wins_stretch_by_stretch() -> None:
    stretch = "The plant is shared, fifty to fifty, between the two sides"
    versions = [[], [f"{stretch} at once."], [f"{stretch} in the end."], [f"{stretch}, so says our council."]]
    (unit,) = attribute(
        versions, [[], [0], [0], [2, 1]], pairings={(1, 3): [link(0, 0)], (2, 3): [link(0, 0)]}
    )
    assert told(unit) == [(stretch, 1), (", so says our council", 3), (".", 1)]


def test_a_longer_stretch_goes_before_an_earlier_one() -> None:
    short = "The council repairs gas pipelines."
    long = "A fund repairs gas pipelines and storage sites across the country."
    (unit,) = attribute(
        [[], [short], [long], [f"Swiftly, a fund {long[7:]}"]],
        [[], [0], [0], [1, 2]],
        pairings={(1, 3): [link(0, 0)], (2, 3): [link(0, 0)]},
    )
    assert told(unit)[1:] == [(f"a {long[2:]}", 2)]


def test_a_merged_unit_names_all_its_introducers() -> None:
    first = "Ukraine receives reliable security guarantees from its allies."
    second = "Elections are held in Ukraine within one hundred days."
    versions = [[first], [first, second], [f"{first} {second}"]]
    (unit,) = attribute(versions, pairings={(1, 2): [link(0, 0), link(1, 0)]})
    assert told(unit) == [(first + " ", 0), (second, 1)]
    assert unit.introduced == ((0, 0), (1, 1))
    assert (unit.first, unit.last, unit.editors) == (0, 2, (2,))


def test_words_that_came_back_belong_to_who_brought_them_first() -> None:
    without = CAP.replace("600,000 people", "a level to be agreed")
    (unit,) = attribute([[CAP], [without], [CAP]])
    assert told(unit) == [(CAP, 0)]
    assert (unit.first, unit.last, unit.editors) == (0, 2, (1, 2))


def test_one_word_that_came_back_after_many_versions() -> None:
    texts = [
        CAP.replace("600,000", figure) for figure in ("600,000", "500,000", "400,000", "700,000", "600,000")
    ]
    (unit,) = attribute([[text] for text in texts])
    assert told(unit) == [(CAP, 0)]


def test_a_unit_that_came_back_has_its_old_ancestor() -> None:
    other = "The nuclear plant restarts under supervision of the agency."
    found = attribute([[CAP, other], [other], [other, CAP]])
    assert told(found[1]) == [(CAP, 0)]
    assert (found[1].first, found[1].last, found[1].introduced) == (0, 2, ((0, 0),))


def test_a_short_unit_that_came_back_has_its_old_ancestor() -> None:
    (unit,) = attribute([["Elections are held."], [], ["Elections are held."]])
    assert told(unit) == [("Elections are held.", 0)]
    assert (unit.first, unit.last, unit.editors) == (0, 2, (2,))


def test_a_unit_that_came_back_reworded_has_its_old_ancestor() -> None:
    (unit,) = attribute([[CAP], [], [CAP.replace("600,000", "800,000")]])
    assert told(unit) == [
        ("Ukraine's armed forces are capped at ", 0),
        ("800,000 ", 2),
        ("people.", 0),
    ]
    assert (unit.first, unit.last) == (0, 2)


def test_what_stood_aside_does_not_hide_what_stood_in_the_line() -> None:
    other = "Prisoners are exchanged, all for all."
    (unit,) = attribute_all([[CAP], [CAP], [other], [f"By and by. {CAP}"]], [[], [], [1], [2]])[3]
    assert told(unit) == [("By and by. ", 3), (CAP, 1)]


def test_text_out_of_several_units_has_several_origins() -> None:
    gas = "Gas pipelines and storage sites are restored and modernised first."
    versions = [[f"{CAP} Nobody counts them.", f"Money comes later. {gas}"], [f"So be it: {CAP} Hence {gas}"]]
    (unit,) = attribute(versions, pairings={(0, 1): []})
    assert [(s.text, s.version, s.unit) for s in unit.spans] == [
        ("So be it: ", 1, 0),
        (CAP + " ", 0, 0),
        ("Hence ", 1, 0),
        (gas, 0, 1),
    ]


def test_moved_text_is_taken_whole_though_its_beginning_is_common() -> None:
    common = "Members of the peace council of observers"
    versions = [
        [f"{common} stay.", f"Well then. {common} choose the chair every second year."],
        [f"Rules follow. {common} choose the chair every second year."],
    ]
    (unit,) = attribute(versions, pairings={(0, 1): []})
    assert [(s.version, s.unit) for s in unit.spans] == [(1, 0), (0, 1)]


def test_a_run_reaches_back_over_words_that_others_had_before() -> None:
    memory = PhraseIndex(seed=3)
    texts = ["members of the council stay", "well then members of the council choose the chair"]
    for unit, text in enumerate(texts):
        said = tuple(text.split())
        memory.add(TracedWords(said, tuple(WordOrigin(0, unit, k) for k in range(len(said)))), 0, 1)
    sought = ["so", "members", "of", "the", "council", "choose"]
    longest = max(memory.matches(sought, 0, len(sought), 1), key=lambda run: run.size)
    assert (longest.at, longest.size, longest.start) == (1, 5, 2)
    assert {origin.unit for origin in longest.origins} == {1}
    assert list(memory.matches(sought, 0, len(sought), 2)) == []


def test_three_telling_words_from_elsewhere_are_chance() -> None:
    versions = [["Troops leave within one hundred days."], ["Elections follow within one hundred days."]]
    (unit,) = attribute(versions, pairings={(0, 1): []})
    assert told(unit) == [(versions[1][0], 1)]


def test_text_that_moved_between_units_keeps_its_origin() -> None:
    moved = "Frozen assets pay for the reconstruction of destroyed cities."
    versions = [
        [f"The two sides will sign. {moved} The council will watch.", CAP],
        ["The two sides will sign. The council will watch.", f"{CAP} {moved}"],
    ]
    found = attribute(versions)
    assert {span.version for unit in found for span in unit.spans} == {0}
    assert {span.unit for span in found[1].spans} == {0, 1}
    assert [unit.last for unit in found] == [1, 1]


def test_common_phrases_make_no_ancestor() -> None:
    versions = [[CAP], ["Prisoners are exchanged, all for all, in the presence of the Red Cross."]]
    (unit,) = attribute(versions)
    assert (unit.first, unit.last) == (1, 1)
    assert {span.version for span in unit.spans} == {1}


def test_a_copy_keeps_the_words_origin_but_has_no_ancestor() -> None:
    found = attribute([[CAP], [CAP, CAP]], pairings={(0, 1): [link(0, 0)]})
    assert [told(unit) for unit in found] == [[(CAP, 0)], [(CAP, 0)]]
    assert [unit.first for unit in found] == [0, 1]
    found = attribute([[CAP], [CAP, f"By and by. {CAP}"]])
    assert [told(unit) for unit in found] == [[(CAP, 0)], [("By and by. ", 1), (CAP, 0)]]
    assert [unit.first for unit in found] == [0, 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the party's  plan", "the party’s plan"),
        ("one\ntwo - three", "one two – three"),
        ("Z\u00fcrich", "Zu\u0308rich"),
        ("word", "wo\u00adrd"),
        ("wait... here", "wait… here"),
        ("a\u200bb", "ab"),
    ],
)
def test_a_difference_of_format_is_no_change(old: str, new: str) -> None:
    (unit,) = attribute([[old], [new]])
    assert told(unit) == [(new, 0)]
    assert (unit.first, unit.last, unit.editors) == (0, 0, ())


def test_known_links_are_obeyed() -> None:
    versions = [[CAP, "An entirely other wording of it."], [CAP, "Prisoners are exchanged, all for all."]]
    crossed = attribute(versions, pairings={(0, 1): [link(0, 1), link(1, 0)]})
    assert [unit.introduced for unit in crossed] == [((0, 1),), ((0, 0),)]
    assert [unit.last for unit in crossed] == [1, 1]
    (parted,) = attribute([[CAP], [CAP.replace("people", "soldiers")]], pairings={(0, 1): []})
    assert (parted.first, parted.introduced) == (1, ((1, 0),))
    assert [version for _, version in told(parted)] == [0, 1]


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], list[str]]]:
    """What alignment is asked about."""
    asked = []

    def ask(old: list[str], new: list[str], *, threshold: float) -> Alignment:
        asked.append((old, new))
        return align(old, new, threshold=threshold)

    monkeypatch.setattr(unit_links, "align", ask)
    return asked


def test_equal_units_cost_no_alignment(aligned: list[object]) -> None:
    versions = [["one", "two", "three", "two"], ["two", "one", "two", "three"], ["three", "two"]]
    assert [unit.first for unit in attribute(versions)] == [0, 0]
    assert not aligned


GAS = "Gas pipelines and storage sites are restored and modernised first of all."


def test_what_words_in_common_make_plain_costs_no_alignment(aligned: list[object]) -> None:
    other = "Prisoners go home, all for all, and children first."
    found = attribute([[CAP, GAS], [GAS.replace("first", "last"), other, CAP.replace("600,000", "800,000")]])
    assert [unit.introduced for unit in found] == [((0, 1),), ((1, 1),), ((0, 0),)]
    assert not aligned


def test_twins_and_parts_are_left_to_alignment(aligned: list[tuple[list[str], list[str]]]) -> None:
    twins = [
        f"Within ten days {who} pays ten million to the fund for towns." for who in ("Russia", "Belarus")
    ]
    changed = [text.replace("ten million", "twelve million") for text in twins]
    found = attribute([[*twins, CAP, GAS], [*changed[::-1], CAP, GAS.replace("first", "last")]])
    assert [unit.introduced[0] for unit in found] == [(0, 1), (0, 0), (0, 2), (0, 3)]
    assert aligned == [([*twins, CAP], [*changed[::-1], CAP])]
    merged = f"{GAS} Nobody counts the reactors."
    (unit,) = attribute([[GAS, "Nobody counts the reactors."], [merged]])
    assert unit.introduced == ((0, 0), (0, 1))


def test_very_many_changed_units_are_left_to_alignment(
    aligned: list[tuple[list[str], list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_links, "_MOST_WORK", 0)
    (unit,) = attribute([[GAS], [GAS.replace("first", "last")]])
    assert (unit.first, unit.last, len(aligned)) == (0, 1, 1)


def test_units_of_few_words_are_left_to_alignment(aligned: list[tuple[list[str], list[str]]]) -> None:
    attribute([["Government."], ["Governance."]])
    assert aligned == [(["Government."], ["Governance."])]


@pytest.mark.parametrize("recut", [False, True])
def test_words_rejoined_are_found_again(recut: bool) -> None:
    memory = PhraseIndex(seed=3)
    said = [
        tuple(text.split()) for text in ("gas ports and grain ports open", "all oil wells and mines close")
    ]
    own = [tuple(WordOrigin(0, unit, k) for k in range(6)) for unit in (0, 1)]
    for there, origins in zip(said, own, strict=True):
        memory.add_new_phrases(TracedWords(there, origins), 0, 1)
    rejoined = TracedWords(said[0][:4] + said[1][2:], own[0][:4] + own[1][2:], recut)
    memory.add_new_phrases(rejoined, 1, 3)
    longest = max(memory.matches(rejoined.words, 0, 8, 3), key=lambda run: run.size)
    assert (longest.size, longest.wording) == (8, rejoined)
    assert {run.wording.words for run in memory.matches(rejoined.words, 0, 8, 1)} == set(said)


def test_a_closed_unit_has_no_ancestor_though_its_words_do() -> None:
    (unit,) = attribute([[CAP], [CAP]], closed=[(1, 0)])
    assert told(unit) == [(CAP, 0)]
    assert (unit.first, unit.last) == (1, 1)
    (linked,) = attribute([[CAP], [CAP]], closed=[(1, 0)], pairings={(0, 1): [link(0, 0)]})
    assert linked.first == 0


def test_equal_units_are_paired_one_to_one() -> None:
    found = attribute([["Deleted."], ["Deleted.", "Deleted."], ["Deleted.", "Deleted.", CAP]])
    assert [unit.first for unit in found] == [0, 1, 2]


def test_equal_units_stay_with_their_neighbours() -> None:
    old = ["Army:", "as agreed.", "Plant:", "as agreed."]
    found = attribute([old, ["Money:", "as agreed.", *old]])
    assert [unit.first for unit in found] == [1, 1, 0, 0, 0, 0]


def test_nothing_and_next_to_nothing() -> None:
    assert attribute([]) == []
    assert attribute_all([]) == {}
    assert attribute([[]]) == []
    assert attribute([[CAP], []]) == []
    assert [told(unit) for unit in attribute([["", " "], ["", " ", "\t"]])] == [[], [(" ", 0)], [("\t", 1)]]


def test_a_version_without_parents_begins_anew() -> None:
    (unit,) = attribute([[CAP], [CAP]], [[], []])
    assert told(unit) == [(CAP, 1)]
    assert (unit.first, unit.last) == (1, 1)


@pytest.mark.parametrize(
    ("parents", "message"),
    [
        ([[], [1]], "version 1 is its own parent"),
        ([[1], [0]], "run in a circle"),
        ([[], [2]], "parent 2 is not one of 0 to 1"),
        ([[], [-1]], "parent -1 is not one of 0 to 1"),
        ([[]], "2 versions, but parents of 1"),
    ],
)
def test_impossible_parents(parents: list[list[int]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        attribute([[CAP], [CAP]], parents)


@pytest.mark.parametrize("pair", [(0, 1), (1, 0), (-1, 0), (0, -1)])
def test_links_between_units_that_are_not_there(pair: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="from version 0 to 1 names no unit"):
        attribute([[CAP], [CAP]], pairings={(0, 1): [link(*pair)]})


def test_a_long_history_of_small_changes() -> None:
    text = [f"Point {k} speaks of matter number {k * k} and of nothing else at all." for k in range(30)]
    versions = [list(text)]
    for version in range(1, 60):
        text[version % 30] += f" Added by hand {version}."
        versions.append(list(text))
    found = attribute(versions)
    assert [unit.last for unit in found] == [30, *range(31, 60)]
    assert all(unit.first == 0 for unit in found)
    for k, unit in enumerate(found):
        assert [v for _, v in told(unit)][-1] == (30 if k == 0 else 30 + k)
    assert all(a != b for unit in found for a, b in pairwise((s.version, s.unit) for s in unit.spans))


def link(old: int, new: int) -> Link:
    return Link(old, new, 0.5, stated=True, why=None)
