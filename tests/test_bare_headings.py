"""Points with a heading and no words of their own, and definitions: each is the one of its name, or none."""

from __future__ import annotations

import pytest

from planctl.alignment import align
from planctl.lineage import pair
from planctl.models import Version
from tests import invented

Said = tuple[str, str]
OTHERS = [
    ("Ferries", "A ferry crosses every hour between sunrise and sunset."),
    ("Fares", "The fare is one coin."),
]


def version(name: str, points: list[Said]) -> Version:
    numbered = enumerate([*points, *OTHERS], 1)
    return invented.version(name, *({"number": str(k), "heading": h, "text": t} for k, (h, t) in numbered))


def is_linked(old: Said, new: Said) -> bool:
    """Whether the first points of two versions are linked."""
    found = pair(version("v1", [old]), version("v2", [new]))
    return any((link.old, link.new) == (0, 0) for link in found.links)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Termination", "Term and termination"),
        ("Customs inspection", "Inspection by customs officers"),
        ("Granary rules", "GRANARY RULES"),
        ("Règles du port", "Les règles du port"),
        ("Правила порта", "Правила порта и причала"),
        ("港の規則", "港の規則"),
    ],
)
def test_a_bare_heading_that_was_reworded_is_found(old: str, new: str) -> None:
    assert is_linked((old, ""), (new, ""))
    assert is_linked((new, ""), (old, ""))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Granary rules", "Granary council"),
        ("Signal notice", "Well notice"),
        ("Lantern works", "Tariff works of the lake"),
        ("Droits du port", "Droits de pêche"),
        ("Of the harbour", "Of the council"),
    ],
)
def test_bare_headings_that_share_a_word_are_others(old: str, new: str) -> None:
    assert not is_linked((old, ""), (new, ""))
    assert not is_linked((new, ""), (old, ""))


def test_a_bare_heading_is_known_by_the_heading_of_a_point_with_words() -> None:
    words = "No house is searched without the warrant of a judge."
    assert not is_linked(("Customs inspection", ""), ("Pilot inspection", words))
    assert not is_linked(("Warrant duties", ""), ("", "A warrant names its judge."))


@pytest.mark.parametrize(
    ("old", "new", "linked"),
    [
        ('"Port" means the quays and the basin.', '"Port" means every place where ships lie.', True),
        ('"Toll" means the coin due for each cart.', '"Road toll" means the coin due for each cart.', True),
        ('"Port dues" means the coin due for a ship.', '"Port board" means those who run the port.', False),
        ('"Port dues" means what a ship pays.', '"Pilot dues" means the wage of a guide.', False),
        ("« Port » signifie les quais.", "« Bac » signifie le bateau qui traverse.", False),
    ],
)
def test_a_definition_is_the_one_of_its_term(old: str, new: str, linked: bool) -> None:
    assert bool(align([old], [new]).links) is linked
    assert bool(align([new], [old]).links) is linked


@pytest.mark.parametrize(
    ("heading", "text", "is_same"),
    [
        ("Well board", '"Well Duties" means that the board oils the pump of a shared spring.', False),
        ("Signal council", "A signal is given by the council when the lamps go out.", False),
        ("Signal council", "The Signal Council gives a signal when the lamps go out.", True),
    ],
)
def test_a_bare_heading_is_no_text_that_only_has_its_words(heading: str, text: str, is_same: bool) -> None:
    assert is_linked((heading, ""), ("", text)) is is_same
    assert is_linked(("", text), (heading, "")) is is_same
