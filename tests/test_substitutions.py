"""A name put for another throughout is said once, with its places, and left out of the rows of the points."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff import Comparison, DiffAnswer, Substitution, compare
from planctl.models import Header, Version
from planctl.writers.lines import text_of
from tests.invented import version
from tests.written import json_diff as as_json
from tests.written import markdown_diff as markdown
from tests.written import screen as terminal

FRAMES = (
    "The {} meets in the old mill every spring.",
    "Nobody may enter the harbour without a pass of the {}.",
    "A member of the {} is paid 40 crowns.",
    "Whoever insults the {} is heard by two judges.",
    "Bread and salt are given to the guests of the {}.",
    "Ships of any size report to the {} at dawn.",
    "The wells belong to the {} and to the villages.",
    "Seed is stored in the barns that the {} has built.",
)
NAMES = ("Council", "Board", "Assembly of Elders", "Harbour Guard", "Senate", "Public Chamber", "Diet")


def told(comparison: Comparison) -> str:
    shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
    return " ".join(text_of(terminal(shown, 100)).split("SUBSTANCE")[1].split("POINTS")[0].split())


def versions(frames: list[str], old: list[str], new: list[str]) -> tuple[Version, Version]:
    before, after = ([f.format(n) for f, n in zip(frames, names, strict=True)] for names in (old, new))
    return version("a", *before), version("b", *after, day=1)


def names_of(comparison: Comparison) -> list[tuple[str, str, int, int]]:
    return [(each.old, each.new, each.places, each.of) for each in comparison.substitutions]


@given(
    st.permutations(FRAMES),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True),
    st.integers(3, len(FRAMES)),
    st.booleans(),
)
def test_a_renamed_body_is_said_once(
    frames: list[str], names: list[str], size: int, with_figure: bool
) -> None:
    old, new = versions(frames[:size], [names[0]] * size, [names[1]] * size)
    if with_figure and any("40 crowns" in point.text for point in new.points):
        new = version("b", *(point.text.replace("40", "50") for point in new.points), day=1)
    comparison = compare(old, new)
    assert names_of(comparison) == [(*names, size, size)]
    assert names_of(compare(new, old)) == [(*names[::-1], size, size)]
    rows = [row for change in comparison.changes for row in change.differences]
    expected = ["40 -> 50 crowns (+25 %)"] * (old.points != new.points and "50" in str(new.points))
    assert [row.summary for row in rows] == expected
    assert f"throughout {names[0]} -> {names[1]} in all {size} places (" in told(comparison)


@given(st.permutations(FRAMES), st.integers(0, 3), st.booleans())
def test_places_that_keep_the_name_are_counted(frames: list[str], kept: int, swap: bool) -> None:
    size = len(FRAMES)
    after = ["Council"] * kept + ["Board"] * (size - kept)
    old, new = versions(frames, ["Council"] * size, after)
    comparison = compare(new, old) if swap else compare(old, new)
    replaced = size - kept
    if replaced >= 0.75 * size:
        of = replaced if swap else size
        assert [(each.places, each.of) for each in comparison.substitutions] == [(replaced, of)]
        assert f"in {'all ' if of == replaced else f'{replaced} of '}{of} places" in told(comparison)


@given(
    st.permutations(FRAMES),
    st.lists(st.sampled_from(NAMES), min_size=8, max_size=8),
    st.lists(st.sampled_from(NAMES), min_size=8, max_size=8),
)
def test_rows_quote_both_texts_and_no_edited_point_is_passed_over(
    frames: list[str], old: list[str], new: list[str]
) -> None:
    """Whatever is folded, what stands in a row stands in the texts, and each point is named somewhere."""
    comparison = compare(*versions(frames, old, new))
    named = {k for each in comparison.substitutions for k in each.parts}
    for k, part in enumerate(comparison.parts):
        if part.links and not part.equal:
            assert part.differences or k in named
        for row in part.differences:
            assert row.old_at is None or part.redline.old[slice(*row.old_at)] == row.old
            assert row.new_at is None or part.redline.new[slice(*row.new_at)] == row.new


def found(old: list[str], new: list[str]) -> list[tuple[str, str, int, int]]:
    return names_of(compare(version("a", *old), version("b", *new, day=1)))


ROADS = [
    "The Guild repairs the northern road before winter.",
    "Carts above 3 tonnes pay a fee to the Guild.",
    "The Guild's masters are chosen by lot.",
    "Guilds of other valleys may send a witness.",
]


def renamed(name: str) -> list[str]:
    return [text.replace("Guild", name) for text in ROADS]


def ending(sentence: str) -> list[str]:
    return [f"{text} {sentence}" for text in ROADS]


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        (ROADS, renamed("Road Guild"), [("Guild", "Road Guild", 4, 4)]),
        (ROADS, renamed("Guild of Ebba"), [("Guild", "Guild of Ebba", 4, 4)]),
        (ROADS[:2], renamed("League")[:2], []),  # too few
        (
            ending("The road office agrees."),
            ending("The office of works agrees."),
            [("road office", "office of works", 4, 4)],
        ),
        # What binds, denies or counts is said where it stands.
        (ending("They shall wait."), ending("They should wait."), []),
        (ending("Tolls are free."), ending("Tolls are not free."), []),
        (ending("It has 3 keys."), ending("It has 4 keys."), []),
        (ending("It lies north."), ending("It lies south."), []),
        (ending("They pay at once."), ending("They pay in peacetime."), []),
        # Capitals alone are format.
        (ROADS, renamed("GUILD"), []),
        # A word that is no name of it stays: the guild of bakers.
        (
            [f"{text} No guild of bakers is meant." for text in ROADS],
            [f"{text.replace('Guild', 'League')} No guild of bakers is meant." for text in ROADS],
            [("Guild", "League", 4, 4)],
        ),
    ],
)  # fmt: skip
def test_what_is_a_name(old: list[str], new: list[str], names: list[tuple[str, str, int, int]]) -> None:
    assert found(old, new) == names


def test_every_format_says_it_once() -> None:
    old, new = version("a", *ROADS), version("b", *renamed("League"), day=1)
    comparison = compare(old, new)
    assert comparison.substitutions == (Substitution("Guild", "League", 4, 4, (0, 1, 2, 3)),)
    shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
    assert told(comparison) == "throughout Guild -> League in all 4 places (1, 2, 3, 4)"
    assert markdown(shown).count("Guild -&gt; League") + markdown(shown).count("Guild -> League") == 1
    answer = json.loads(as_json(shown))
    (said,) = answer["substitutions"]
    assert (said["old"], said["new"], said["places"], said["of"]) == ("Guild", "League", 4, 4)
    assert [part["new"] for part in said["parts"]] == [["1"], ["2"], ["3"], ["4"]]
    assert not any(part["substance"] for change in answer["changes"] for part in change["parts"])
    one = shown._replace(changes=comparison.changes[:1])
    assert "throughout" in text_of(terminal(one, 100))
