"""Lines of a PDF: words that stand apart, and pages whose foot the file has first."""

from __future__ import annotations

import pytest

from planctl.readers import pdf_lines
from tests.readers.making import labelled, only, pdf


def spans(text: str, gaps: dict[int, float], size: float = 10.0) -> list[tuple[float, float] | None]:
    """Signs of half the size of the print; ``gaps`` are in sizes, before the sign at a place."""
    found: list[tuple[float, float] | None] = []
    left = 0.0
    for place, sign in enumerate(text):
        left += gaps.get(place, 0.0) * size
        found.append(None if sign.isspace() else (left, left + size / 2))
        left += size / 2
    return found


@pytest.mark.parametrize(
    ("text", "gaps", "expected"),
    [
        ("claim’sinvestigation", {7: 0.19}, "claim’s investigation"),
        ("the claim’sinvestigation", {11: 0.17}, "the claim’s investigation"),
        ("fair kerning", {7: 0.09}, "fair kerning"),
        ("SPACED", dict.fromkeys(range(1, 6), 0.3), "SPACED"),
        ("SPACED", dict.fromkeys(range(1, 6), 0.08), "SPACED"),
        ("a b", {2: 0.3}, "a b"),
        ("a", {}, "a"),
        ("", {}, ""),
    ],
)
def test_words_that_stand_apart_get_a_blank(text: str, gaps: dict[int, float], expected: str) -> None:
    made = pdf_lines._spaced(list(text), spans(text, gaps), [10.0] * len(text))
    assert "".join(made) == expected


@pytest.mark.parametrize("first", [True, False])
def test_the_foot_of_a_page_stands_below_its_text_wherever_the_file_has_it(*, first: bool) -> None:
    foot = [(60.0, 780.0, 11.0, "Free to use under a licence of its own.")]
    body = [(60.0, 80.0, 11.0, "1. The lamp is lit."), (60.0, 120.0, 11.0, "2. The quay is free.")]
    draft = only(pdf([*foot, *body] if first else [*body, *foot]), "a.pdf")
    assert labelled(draft) == [(("1.",), "The lamp is lit."), (("2.",), "The quay is free.")]
    assert [unit.text for unit in draft.units()][-1] == "Free to use under a licence of its own."


def test_columns_are_read_one_after_the_other() -> None:
    left = [(60.0, 80.0 + 20 * k, 11.0, f"{k + 1}. Left {k + 1}.") for k in range(3)]
    right = [(320.0, 80.0 + 20 * k, 11.0, f"{k + 4}. Right {k + 4}.") for k in range(3)]
    draft = only(pdf([*left, *right]), "a.pdf")
    assert [path for path, _ in labelled(draft)] == [(f"{k}.",) for k in range(1, 7)]


def test_a_title_that_the_file_has_last_stands_where_it_is_printed() -> None:
    title = [(200.0, 50.0, 20.0, "Harbour plan")]
    body = [
        (60.0, 80.0 + 20 * k, 11.0, f"{k + 1}. The lamp on quay {k + 1} is lit by day.") for k in range(4)
    ]
    foot = [(60.0, 780.0, 11.0, "Free to use under a licence of its own.")]
    draft = only(pdf([*body, *title, *foot]), "a.pdf")
    assert draft.title == "Harbour plan"
    assert [path for path, _ in labelled(draft)] == [("1.",), ("2.",), ("3.",), ("4.",)]
    assert [unit.text for unit in draft.units()][-1] == "Free to use under a licence of its own."


def test_a_title_over_two_columns_moves_none_of_them() -> None:
    title = [(60.0, 50.0, 20.0, "Harbour plan of the northern and southern coasts")]
    left = [(60.0, 90.0 + 20 * k, 11.0, f"{k + 1}. The left lamp {k + 1} is lit.") for k in range(3)]
    right = [(320.0, 90.0 + 20 * k, 11.0, f"{k + 4}. The right lamp {k + 4} is lit.") for k in range(3)]
    draft = only(pdf([*title, *left, *right]), "a.pdf")
    assert [path for path, _ in labelled(draft)] == [(f"{k}.",) for k in range(1, 7)]
