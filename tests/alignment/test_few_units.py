"""Texts of one or two units: what rarity cannot say there, the words themselves must."""

from __future__ import annotations

import pytest

from planctl.alignment import align

GUARDS = "Guards shall be neutral."
ARMY = "Ukraine's armed forces are capped at 600,000 people."


@pytest.mark.parametrize(
    ("old", "new", "links"),
    [
        ([GUARDS], ["Guards should be neutral."], [(0, 0)]),
        ([ARMY], ["Ukraine's armed forces are capped at 800,000 people in peacetime."], [(0, 0)]),
        (["Russia pays Ukraine 5 million."], ["Ukraine pays Russia 5 million."], [(0, 0)]),
        (["Ceasefire now."], ["Ceasefire."], [(0, 0)]),
        (
            ["The army goes home at once.", "Every gun on the shore is taken away."],
            ["The army goes home at once. Every gun on the shore is taken away."],
            [(0, 0), (1, 0)],
        ),
        (
            ["Prisoners are exchanged.", "Borders are open."],
            ["Borders are closed.", "Prisoners are exchanged."],
            [(0, 1), (1, 0)],
        ),
        ([GUARDS], ["The river is open to grain."], []),
        ([GUARDS], [], []),
        ([""], [""], [(0, 0)]),
    ],
)
def test_a_counterpart_is_found_among_few_units(
    old: list[str], new: list[str], links: list[tuple[int, int]]
) -> None:
    assert [(link.old, link.new) for link in align(old, new).links] == links


@pytest.mark.parametrize("length", [20, 200, 2000])
def test_a_counterpart_is_found_however_long_the_units(length: int) -> None:
    old = [" ".join(f"{unit}{place}" for place in range(length)) for unit in ("alpha", "beta", "gamma")]
    new = [f"{text} and no more" for text in old]
    links = align(old, new).links
    assert [(link.old, link.new) for link in links if link.similarity >= 0.95] == [(0, 0), (1, 1), (2, 2)]
    assert all(link.similarity < 0.7 for link in links if link.old != link.new)
