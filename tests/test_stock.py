"""What is everybody's links nothing; a heading, a number, a term say whose it is."""

from __future__ import annotations

import random
from typing import Any

import pytest

from planctl.alignment import align
from planctl.alignment.definitions import term
from planctl.diff import Kind, compare
from planctl.lineage import pair
from planctl.models import Version
from tests.invented import version

RULE = "A further law, which both houses pass, has the particulars."
PORT, TOLL, SCHOOL = (
    "The port of Sola is open to all ships of the league.",
    "Each boat pays a toll at the upper lock.",
    "Schools on both shores teach in either tongue.",
)


def items(number: str, *texts: str, **more: Any) -> dict[str, Any]:
    labels = "abcdefgh"
    return {
        "number": number,
        "items": [{"label": a, "text": t} for a, t in zip(labels, texts, strict=False)],
    } | more


def point(number: str, text: str = "", heading: str = "") -> dict[str, Any]:
    return {"number": number, "text": text, "heading": heading}


def linked(old: Version, new: Version) -> set[tuple[str, str]]:
    return {(old.provisions[k.old].label, new.provisions[k.new].label) for k in pair(old, new).links}


def test_a_closing_sentence_makes_no_split() -> None:
    old = version("a", point("1", PORT), items("2", TOLL, RULE))
    new = version("b", point("1", PORT), items("3", SCHOOL, RULE), items("4", TOLL, RULE), day=1)
    assert linked(old, new) == {("1", "1"), ("2.a", "4.a"), ("2.b", "4.b")}
    assert linked(new, old) == {("1", "1"), ("4.a", "2.a"), ("4.b", "2.b")}


def test_a_point_copied_whole_is_copied() -> None:
    old = version("a", point("1", PORT), items("2", TOLL, RULE))
    new = version(
        "b", point("1", PORT), items("2", TOLL, RULE), items("3", TOLL, RULE), point("4", PORT), day=1
    )
    assert {("2.a", "3.a"), ("2.b", "3.b"), ("1", "4")} <= linked(old, new)


@pytest.mark.parametrize("mark", ["(repealed)", "[reserved]", "(aufgehoben)"])
def test_a_mark_belongs_to_its_number(mark: str) -> None:
    old = version("a", point("1", PORT), point("2", TOLL), items("3", SCHOOL, mark, mark))
    new = version("b", point("1", PORT), point("2", mark), point("3", mark), day=1)
    assert {("1", "1"), ("2", "2")} <= linked(old, new)
    assert all(one.split(".")[0] == other.split(".")[0] for one, other in linked(old, new))


def test_a_lead_in_makes_no_link() -> None:
    lead = "To leave no doubt,"
    old = version("a", point("1", PORT), point("2", f"{lead} a raft is a boat."))
    new = version(
        "b",
        point("1", PORT),
        point("4", f"{lead} where the ice closes the lock nobody owes a fee for waiting."),
        point("5", f"{lead} this part takes away no claim to damages."),
        day=1,
    )
    assert linked(old, new) == {("1", "1")}


def test_empty_points_are_known_by_heading_or_number() -> None:
    old = version(
        "a", point("1"), point("2", PORT), point("6"), point("7", heading="Ending"), point("8", TOLL)
    )
    new = version(
        "b", point("1"), point("2", PORT), point("5"), point("9", TOLL), point("10", heading="Ending"), day=1
    )
    assert linked(old, new) == {("1", "1"), ("2", "2"), ("7", "10"), ("8", "9")}


def test_unchanged_needs_an_equal_heading() -> None:
    old = version("a", point("1", PORT, "Port"))
    (change,) = compare(old, version("b", point("1", PORT, "Harbour"), day=1)).changes
    assert (change.kind, change.heading) == (Kind.edited, ("Port", "Harbour"))


NAMES = [
    "Accord",
    "Basin",
    "Council",
    "Delta",
    "Envoy",
    "Fleet",
    "Gauge",
    "Harbour",
    "Island",
    "Jetty",
    "Keel",
    "Lock",
    "Mole",
    "Narrows",
    "Oar",
    "Pier",
]
OF = ["shall be read as", "stands for", "is any body of persons that keeps", "is the whole of"]


def test_bare_headings_and_definitions_moved_at_random_are_found() -> None:
    found = 0
    for seed in range(100):
        rng = random.Random(seed)  # noqa: S311 - seeded cases, no secrets
        names = rng.sample(NAMES, 10)
        heads = [point(str(k), heading=f"{name} and its keeping") for k, name in enumerate(names[:5], 1)]
        said = [
            f'"{name}" means {rng.choice(OF)} what annex {rng.randint(1, 9)} lists.' for name in names[5:]
        ]
        edited = [text.replace("what annex", rng.choice(("all that annex", "what annex"))) for text in said]
        old = version(
            "a", *heads, *(point(str(k), text) for k, text in enumerate(said, 6)), point("20", PORT)
        )
        moved = [heads[k] | {"number": str(30 + k)} for k in rng.sample(range(5), 5)]
        moved += [point(str(40 + k), edited[k]) for k in range(5)]
        rng.shuffle(moved)
        new = version("b", *moved, point("20", PORT), day=1)
        right = {(str(k + 1), str(30 + k)) for k in range(5)} | {(str(k + 6), str(40 + k)) for k in range(5)}
        found += linked(old, new) == right | {("20", "20")}
    assert found >= 99


def test_a_definition_said_anew_is_the_same_clause() -> None:
    old = ['"Vessel" means any ship, raft or barge.', '"Toll" means the fee at a lock.']
    new = ['"Toll" means a charge that boats bear.', '(a) "Vessel" shall mean what floats and carries cargo.']
    links = {(k.old, k.new): k.similarity for k in align(old, new).links}
    assert links.keys() == {(0, 1), (1, 0)}
    assert all(similarity >= 0.95 for similarity in links.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Accord" means this text.', "accord"),
        ("'contracting party' shall mean a state.", "contracting party"),
        ('(1) "Toll" is the fee.', "toll"),
        ('"Stop!" cried the pilot.', None),
        ("The Accord means peace.", None),
        ("'", None),
    ],
)
def test_terms(text: str, expected: str | None) -> None:
    assert term(text) == expected


def test_items_that_trade_places_moved() -> None:
    first = "The council sends two observers to each lock of the canal every month."
    second = "The council sends two inspectors to each mine of the valley every year."
    old, new = version("a", items("1", first, second)), version("b", items("1", second, first), day=1)
    (change,) = compare(old, new).changes
    assert sorted((part.old, part.new) for part in change.parts) == [((0,), (1,)), ((1,), (0,))]


def test_a_change_at_the_end_of_near_twins_is_an_edit() -> None:
    """What they begin with is most of what they say, and no lead-in."""
    text = "The crews of the ferry are paid at the pier of {} in {}"
    old = version("a", point("1", text.format("Sola", "May")), point("2", text.format("Pelm", "May")))
    new = version("b", point("1", text.format("Sola", "June")), point("2", text.format("Pelm", "May")), day=1)
    assert linked(old, new) == {("1", "1"), ("2", "2")}
