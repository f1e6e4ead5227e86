"""References to a plan's own points across two versions: they follow a renumbering, or are stale."""

from __future__ import annotations

import json
from html import unescape as unescaped
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff import Comparison, DiffAnswer, compare
from planctl.models import Header, Version
from planctl.substance.references import GONE, SEVERAL, STALE
from planctl.writers.lines import text_of
from tests.invented import version
from tests.written import json_diff as to_json
from tests.written import markdown_diff as markdown
from tests.written import screen as terminal

MATTERS = (
    "The harbour authority keeps every beacon of the northern pier in working order",
    "Trawlers under twelve metres enter the lagoon without any permit",
    "Each capital names inspectors, who report to the commission every quarter",
    "Dredging is paid from a fund that the two treasuries fill in equal shares",
    "Disputes over salvage go before arbitrators seated on the island",
    "Pilots hold licences issued by the college of navigation at Sola",
    "Quarantine stations open beside both ferry terminals during epidemics",
)
Drawn = tuple[list[list[int]], list[int], str, bool]
KEYWORDS = ("point", "Article", "Section", "paragraph", "clause", "rule", "§")


def rows(comparison: Comparison) -> list[tuple[str, str]]:
    """The label of each new point with its rows on references."""
    return [
        (comparison.new.points[change.new[0]].number, difference.summary)
        for change in comparison.changes
        if change.new
        for difference in change.differences
        if difference.kind == "reference"
    ]


@st.composite
def plans(draw: st.DrawFn) -> Drawn:
    """For each matter the matters that it refers to; an order; a keyword; whether it stands in the labels."""
    size = draw(st.integers(3, len(MATTERS)))
    wanted = st.lists(st.integers(0, size - 1), max_size=3, unique=True).map(sorted)
    cited = draw(st.lists(wanted, min_size=size, max_size=size))
    return cited, draw(st.permutations(range(size))), draw(st.sampled_from(KEYWORDS)), draw(st.booleans())


def written(matter: int, cited: list[int], place: list[int], keyword: str) -> str:
    """A matter with one list of references, by the number that each cited matter has."""
    if not cited:
        return f"{MATTERS[matter]}."
    numbers = [str(number) for number in sorted(place[other] + 1 for other in cited)]
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    plural = {"§": "§§"}.get(keyword, f"{keyword}s") if len(cited) > 1 else keyword
    return f"{MATTERS[matter]}, subject to {plural} {listed}."


def laid(name: str, order: list[int], plan: Drawn, place: list[int]) -> Version:
    cited, _, keyword, labelled = plan
    points = [
        {
            "number": f"{keyword} {number}" if labelled else str(number),
            "text": written(matter, cited[matter], place, keyword),
        }
        for number, matter in enumerate(order, 1)
    ]
    return version(name, *points, day=int(name != "a"))


def places(order: list[int]) -> list[int]:
    return [order.index(matter) for matter in range(len(order))]


@given(plans())
def test_a_renumbering_that_the_references_follow_is_no_change(plan: Drawn) -> None:
    order = plan[1]
    before = list(range(len(order)))
    old = laid("a", before, plan, before)
    new = laid("b", order, plan, places(order))
    assert rows(compare(old, new)) == []
    assert rows(compare(new, old)) == []


@given(plans())
def test_exactly_the_references_that_stayed_behind_are_stale(
    plan: Drawn,
) -> None:
    cited, order, keyword, labelled = plan
    before = list(range(len(order)))
    old = laid("a", before, plan, before)
    new = laid("b", order, plan, before)
    if not labelled and keyword != "point" and len({other for own in cited for other in own}) < SEVERAL:
        assert rows(compare(old, new)) == []  # "Article 5" by itself may be of some treaty
        return
    stale = {
        new.points[number].number
        for number, matter in enumerate(order)
        if {order[other] for other in cited[matter]} != set(cited[matter])
    }
    found = rows(compare(old, new))
    assert {label for label, _ in found} == stale
    assert all("no longer the same point" in summary for _, summary in found)
    texts = {point.number: point.text for point in new.points}
    assert all(summary.partition(" (")[0] in texts[label] for label, summary in found)


FIRST, SECOND, THIRD = (f"{matter}." for matter in MATTERS[:3])
FOURTH = MATTERS[3] + "; work under point {} is exempt."


def stale(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (each.new.text, each.change, each.now)
        for change in comparison.changes
        for part in change.parts
        for each in part.stale
        if each.new
    ]


def test_a_point_put_before_leaves_references_behind_where_no_word_changed() -> None:
    old = version("a", FIRST, SECOND, THIRD, FOURTH.format(2))
    new = version("b", MATTERS[4], FIRST, SECOND, THIRD, FOURTH.format(2), day=1)
    assert stale(compare(old, new)) == [("point 2", STALE, ("3",))]
    assert rows(compare(old, new)) == [("5", f"point 2 ({STALE})")]


def test_every_format_says_what_is_stale_where_no_word_changed() -> None:
    old = version("a", FIRST, SECOND, THIRD, FOURTH.format(2))
    new = version("b", MATTERS[4], FIRST, SECOND, THIRD, FOURTH.format(2), day=1)
    comparison = compare(old, new)
    shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
    row = "point 2 (no longer the same point): what it named is now 3"
    assert row in text_of(terminal(shown, 100))
    assert row in unescaped(markdown(shown).replace("\\", ""))
    part = json.loads(to_json(shown))["changes"][-1]["parts"][0]
    assert part["stale"] == [{"text": "point 2", "change": STALE, "now": ["3"]}]
    assert [each["summary"] for each in part["substance"]] == [f"point 2 ({STALE})"]


def test_a_dropped_point_leaves_its_references_behind() -> None:
    old = version("a", FIRST, FOURTH.format(4), SECOND, THIRD)
    new = version("b", FIRST, FOURTH.format(4), SECOND, day=1)
    assert stale(compare(old, new)) == [("point 4", GONE, ())]


@pytest.mark.parametrize(
    "reworded",
    [
        "Trawlers up to twenty metres enter the lagoon if the harbour master agrees.",
        "Small trawlers may visit the lagoon freely.",
    ],
)
def test_a_point_that_cannot_be_followed_for_sure_is_not_called_stale(reworded: str) -> None:
    old = version("a", FIRST, SECOND, THIRD, FOURTH.format(2))
    new = version("b", FIRST, THIRD, reworded, FOURTH.format(2), day=1)
    found = compare(old, new)
    links = [link for change in found.changes for link in change.links if (link.old, link.new) == (1, 2)]
    assert [link.similarity < 0.9 for link in links] == [True]
    assert stale(found) == []


@pytest.mark.parametrize("side", ["old", "new"])
def test_the_numbers_of_a_reconstruction_are_not_relied_on(side: str) -> None:
    ours: dict[str, Any] = {"wording": "reconstructed", "evidence": "inferred"}
    old = version("a", FIRST, SECOND, FOURTH.format(2), **(ours if side == "old" else {}))
    new = version("b", SECOND, FIRST, FOURTH.format(2), day=1, **(ours if side == "new" else {}))
    assert stale(compare(old, new)) == []


def test_a_restated_version_may_lack_what_it_does_not_name() -> None:
    old = version("a", FIRST, FOURTH.format(3), THIRD)
    new = version("b", FIRST, FOURTH.format(3), day=1, wording="restated")
    assert stale(compare(old, new)) == []


def test_items_are_followed_from_their_own_point_too() -> None:
    items = ["publish its budget in spring;", "appoint twelve inspectors;", "hear complaints of residents."]

    def point(labels: str, texts: list[str], cited: str) -> dict[str, Any]:
        own = [{"label": label, "text": text} for label, text in zip(labels, texts, strict=True)]
        own.append({"label": "z", "text": f"Fees for paragraph ({cited}) of this Article are waived."})
        return {"number": "Article 1", "text": "The commission shall:", "items": own}

    old = version("a", point("abc", items, "b"))
    followed = version("b", point("ab", items[1:], "a"), day=1)
    left = version("b", point("ab", items[1:], "b"), day=1)
    assert rows(compare(old, followed)) == []
    assert stale(compare(old, left)) == [("paragraph (b)", STALE, ("Article 1.a",))]
