"""No word was put back, or left out, before it first stood; and only the words themselves are put back."""

from __future__ import annotations

import pytest
from hypothesis import given

from planctl.blame import Attribution, assign, attribute, attribute_all
from planctl.models import Plan
from tests.invented import plan, plans, version
from tests.test_attribution import Story, ancestors, stories


def parts(unit: Attribution) -> list[tuple[str, int, int, tuple[int, ...]]]:
    return [(p.text.strip(), span.version, p.last, p.dropped) for span in unit.spans for p in span.parts]


@given(stories())
def test_chronology(story: Story) -> None:
    """First stood, then left out, then put back: each an ancestor of the next, or the same version."""
    for version_index, units in attribute_all(story.versions, story.parents).items():
        line = ancestors(story.parents, version_index)
        for unit in units:
            assert ["".join(p.text for p in span.parts) for span in unit.spans] == [
                s.text for s in unit.spans
            ]
            for _, first, last, dropped in parts(unit):
                assert last in line
                assert first in ancestors(story.parents, last)
                for by in dropped:
                    assert by in ancestors(story.parents, last) - {last}
                    assert first in ancestors(story.parents, by) - {by}


@given(plans())
def test_chronology_of_plans(drawn: Plan) -> None:
    order = {one.version: k for k, one in enumerate(drawn.versions)}
    for one in drawn.versions:
        for point in assign(drawn, one.version).points:
            for stretch in (s for p in point.provisions for s in p.stretches):
                first, last = order[stretch.version], order[stretch.last]
                assert all(first < order[by] < last for by in stretch.dropped)
                assert first <= last
                assert bool(stretch.dropped) <= (first < last)


def test_words_half_of_which_stood_earlier_are_not_put_back() -> None:
    texts = ["A court rules on the use of wells.", "A Border Court rules on the use of wells."]
    (unit,) = attribute([[text] for text in (*texts, texts[1].replace("rules", "rules alone"))])
    assert [part for part in parts(unit) if part[1] != part[2]] == []


def test_words_that_come_back_name_who_left_them_out() -> None:
    texts = ["The toll is 40 marks a boat.", "The toll is 60 marks a boat.", "The toll is 40 marks a boat."]
    (unit,) = attribute([[text] for text in texts])
    assert parts(unit) == [
        ("The toll is", 0, 0, ()),
        ("40", 0, 2, (1,)),
        ("marks a boat.", 0, 0, ()),
    ]


def test_a_figure_that_turns_up_in_another_place_did_not_come_back() -> None:
    texts = [
        "Boats pay 40 marks, carts pay 9 marks.",
        "Boats pay 60 marks, carts pay 9 marks.",
        "Boats pay 60 marks, carts pay 40 marks.",
    ]
    (unit,) = attribute([[text] for text in texts])
    assert ("40", 2, 2, ()) in parts(unit)


def test_words_left_out_by_both_parents_name_both() -> None:
    whole, without = "Pilots board every ship at the outer buoy.", "Pilots board every ship."
    versions = [[whole], [without], [without], [without], [whole]]
    (unit,) = attribute(versions, [[], [0], [0], [1, 2], [3]])
    assert ("at the outer buoy", 0, 4, (1, 2)) in parts(unit)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The Freedom of Trade, and of the Ports, is kept.",
            "The freedom of trade, and of the ports, is kept.",
        ),
        ("The well trained guard keeps the cease fire.", "The well-trained guard keeps the cease-fire."),
        ("A common cooperation of both fleets begins.", "A common co-operation of both fleets begins."),
        ("The Accord means this text.", 'The "Accord" means this text.'),
        ("La ligne économique est ouverte.", "LA LIGNE ECONOMIQUE EST OUVERTE."),
        ("The port's keeper is paid.", "The port\u2019s keeper is paid."),
    ],
)
def test_what_changes_no_author(old: str, new: str) -> None:
    """Capitals, hyphens, quotation marks, accents and apostrophes."""
    for before, after in ((old, new), (new, old)):
        (unit,) = attribute([[before], [after]])
        assert [(span.text, span.version) for span in unit.spans] == [(after, 0)]


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        (
            "The harbour stays open; a well drilled watch guards the gate.",
            "A well drilled watch keeps the peace while the harbour stays open.",
            "well drilled watch",
        ),
        ("Each spring the board sits in Sola.", "The board sits in Sola each spring.", "each spring"),
    ],
)
def test_a_phrase_moved_within_its_point_keeps_its_author(old: str, new: str, moved: str) -> None:
    (unit,) = attribute([[old], [new]], pairings=None)
    (found,) = [span for span in unit.spans if moved in span.text]
    assert found.version == 0
    assert {part.last for part in found.parts} == {0}


def test_an_item_put_back_whole_is_put_there_by_who_did() -> None:
    rule = "Grain leaves the harbour free of any duty."
    drawn = plan(
        version("v1", rule, "Pilots are paid in advance."),
        version("v2", "Pilots are paid in advance.", made_from=["v1"]),
        version("v3", rule, "Pilots are paid in advance.", made_from=["v2"]),
    )
    (stretch,) = assign(drawn, "v3").points[0].provisions[0].stretches
    assert (stretch.version, stretch.last, stretch.dropped) == ("v1", "v3", ())
