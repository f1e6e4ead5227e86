"""Points and items found by their labels."""

from __future__ import annotations

from hypothesis import given

from planctl.models import Plan
from tests.invented import plans, version


@given(plans())
def test_a_label_finds_what_bears_it(drawn: Plan) -> None:
    for one in drawn.versions:
        for unit in {name for p in one.provisions for name in (p.point, p.label)} | {"", "none"}:
            found = [one.provisions[k] for k in one.find(unit)]
            whole = [p for p in one.provisions if p.point == unit]
            assert found == (whole or [p for p in one.provisions if p.label == unit])


def test_a_point_goes_before_an_item_of_its_name() -> None:
    items = [{"label": "b", "text": "Ships may pass."}]
    one = version(
        "v",
        {"number": "10", "text": "The zone is open.", "items": items},
        {"number": "10.b", "text": "It stays so."},
    )
    assert (one.find("10"), one.find("10.b"), one.find("10.c")) == ((0, 1), (2,), ())
