"""Redlines of negotiators' brackets: units whose words changed too are marked as wholes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.page import one_side, tidy
from planctl.page.bracket_units import whole_units
from planctl.redline import Segment, mark

MARKS = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def shown(old: str, new: str) -> str:
    return "".join(MARKS[kind].format(text) for kind, text in tidy(mark(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Sweden, Norway and Finland agree.",
            "Sweden, [Norway,] Finland agree.",
            "Sweden, [-Norway and-]{+[Norway,]+} Finland agree.",
        ),
        ("The fee is two coins.", "The fee is [two] coins.", "The fee is {+[+}two{+]+} coins."),
        ("The fee is [two] coins.", "The fee is two coins.", "The fee is [-[-]two[-]-] coins."),
        ("The fee is [two] coins.", "The fee is three coins.", "The fee is [-[two]-]{+three+} coins."),
        (
            "The fee is [two][three] coins.",
            "The fee is [two][four] coins.",
            "The fee is [two][[-three-]{+four+}] coins.",
        ),
        ("They shall pay.", "They [shall][should] pay.", "They {+[+}shall{+]+}{+[should]+} pay."),
    ],
)
def test_brackets_that_changed(old: str, new: str, told: str) -> None:
    assert shown(old, new) == told


SEGMENTS = st.lists(
    st.builds(
        Segment,
        st.sampled_from(["keep", "delete", "insert"]),
        st.text(st.sampled_from("ab [],"), min_size=1, max_size=6),
    )
)


def sides(segments: list[Segment]) -> tuple[str, str]:
    return tuple("".join(s.text for s in segments if s.kind != other) for other in ("insert", "delete"))  # type: ignore[return-value]


@given(SEGMENTS)
def test_both_texts_can_be_read_from_it(segments: list[Segment]) -> None:
    """Law: both texts back."""
    assert sides(whole_units(segments)) == sides(segments)


@given(SEGMENTS)
def test_a_column_has_its_side_alone(segments: list[Segment]) -> None:
    assert all(segment.kind != "insert" for segment in one_side(segments, "insert"))
