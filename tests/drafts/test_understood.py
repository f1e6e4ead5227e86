"""Laws: a draft becomes a text that planctl takes, with every word of it, in the order of the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from planctl import checks, planfile
from planctl.drafts import Understood, understand
from planctl.models import Section as TreeSection
from planctl.models import Unit as TreeUnit
from planctl.models import Version, When
from planctl.readers import Draft, DraftNote, DraftSection, DraftUnit
from tests.drafts.invented_drafts import drafts, units
from tests.readers import making

HEADER = b"title: T\nparties: [{id: p, name: P}]\nsources: [{id: s, publisher: P}]\n"


def version(found: Understood) -> Version:
    tree = found.tree
    return Version(
        version="x",
        title="T",
        date=When.unknown(),
        tabled_by=("p",),
        wording="verbatim",
        evidence="published",
        sources=("s",),
        note=found.note,
        preamble=tree.preamble,
        points=tree.points,
        sections=tree.sections,
        closing=tree.closing,
    )


def words(texts: Iterable[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


def said(draft: Draft) -> Iterator[str]:
    def unit(each: DraftUnit) -> Iterator[str]:
        yield from (each.label, each.heading, each.text)
        for item in each.items:
            yield from unit(item)

    def section(each: DraftSection) -> Iterator[str]:
        yield from (each.label, each.heading)
        for one in (*each.preamble, *each.points):
            yield from unit(one)
        for inner in each.sections:
            yield from section(inner)

    for each in (*draft.preamble, *draft.points):
        yield from unit(each)
    for part in draft.sections:
        yield from section(part)
    for each in draft.closing:
        yield from unit(each)


def kept(made: Version) -> Iterator[str]:
    for unit in made.units:
        if isinstance(unit.written, TreeSection):
            yield from ("" if unit.label.startswith("[list") else unit.label, unit.written.heading)
        else:
            yield from (unit.label, getattr(unit.written, "heading", ""), unit.written.text)


@given(drafts)
def test_what_a_draft_becomes_is_valid_and_read_back_as_it_is(draft: Draft) -> None:
    made = version(understand(draft))
    read = planfile.read(planfile.write(made).encode(), "x.yaml")
    assert read.model == made
    problems = checks.find([planfile.read(HEADER, "plan.yaml"), read])
    assert not [problem for problem in problems if problem.severity == "error"]


@given(drafts)
def test_no_word_is_lost_and_their_order_is_kept(draft: Draft) -> None:
    made = version(understand(draft))
    before = words(
        text.replace("\x07", "").replace("\u202e", "").replace("\u202c", "") for text in said(draft)
    )
    assert words(kept(made)) == (before + words(draft.not_placed) or words([draft.title]))


@given(drafts)
def test_every_note_is_kept(draft: Draft) -> None:
    found = understand(draft)
    texts = [found.note, *(unit.written.note for unit in version(found).units)]
    assert Counter(words(texts))["map"] == len(draft.notes)


@given(units(2), st.integers(0, 30))
def test_text_that_lies_too_deep_for_a_file_is_set_beside(inner: tuple[DraftUnit, ...], depth: int) -> None:
    for k in range(depth):
        inner = (DraftUnit(f"({k})", "", "Below this:", inner),)
    draft = Draft(points=(DraftUnit("1.", "", "The top:", inner),))
    made = version(understand(draft))
    assert planfile.read(planfile.write(made).encode(), "x.yaml").model == made
    assert words(kept(made)) == words(said(draft))


PATTERNS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


@given(making.trees())
def test_a_file_made_from_a_tree_becomes_that_tree(tree: tuple[making.Tree, ...]) -> None:
    lines = list(making.flat(tree))
    body = "".join(making.paragraph(text, num=1, level=depth) for depth, _, text in lines)
    wanted = [(".".join(part.rstrip(".") for part in path), text) for path, text in making.paths(tree)]
    for name, data in (
        ("a.docx", making.word(body, making.one_list(*PATTERNS))),
        ("a.txt", "\n".join(f"{label} {text}" for _, label, text in lines).encode()),
        ("a.md", "\n\n".join(f"{'    ' * depth}{label} {text}" for depth, label, text in lines).encode()),
        ("a.html", "".join(f"<p>{label} {text}</p>" for _, label, text in lines).encode()),
    ):
        made = version(understand(making.only(data, name)))
        assert [(unit.path, " ".join(kept_of(unit))) for unit in made.units] == wanted


def kept_of(unit: TreeUnit) -> list[str]:
    written = unit.written
    texts = (getattr(written, "heading", ""), getattr(written, "text", ""))
    return [text for text in texts if text]


def paths(draft: Draft) -> list[str]:
    return [unit.path for unit in version(understand(draft)).units]


def test_a_list_that_begins_again_is_kept_apart() -> None:
    once = tuple(DraftUnit(label, "", f"Word {label}") for label in ("1.", "2."))
    assert paths(Draft(points=(*once, *once))) == ["1", "2", "[list 2]", "[list 2]/1", "[list 2]/2"]
    items = (*once, DraftUnit("", "", "And these:"), *once)
    below = Draft(points=(DraftUnit("7", "", "All:", items),))
    assert paths(below) == ["7", "7.1", "7.2", "7._1", "7._1.1", "7._1.2"]
    bare = Draft(points=(DraftUnit("7", "", "All:", (*once, *once)),))
    assert paths(bare) == ["7", "7.1", "7.2", "7._1", "7._1.1", "7._1.2"]
    twice = DraftSection("Annex", points=once)
    assert paths(Draft(sections=(twice, twice)))[3:5] == ["[list 2]", "[list 2]/Annex"]


def test_two_units_of_one_path_on_two_levels_are_kept_apart() -> None:
    draft = Draft(points=(DraftUnit("1", "", "A", (DraftUnit("1", "", "B"),)), DraftUnit("1.1", "", "C")))
    assert paths(draft) == ["1", "1.1", "[list 2]", "[list 2]/1.1"]


def test_what_cannot_be_a_label_stays_in_the_text() -> None:
    found = understand(
        Draft(
            points=(
                DraftUnit(
                    "1",
                    "",
                    "A",
                    (DraftUnit("_2", "", "B"), DraftUnit("(c)")),
                ),
            )
        )
    )
    assert found.as_text == ("_2", "(c)")
    assert [item.text for item in found.tree.points[0].items] == ["_2\nB", "(c)"]


def test_a_heading_of_an_item_opens_its_text() -> None:
    items = (DraftUnit("a", "Ships.", "They sail."), DraftUnit("b", "Boats", "They row."))
    found = understand(Draft(points=(DraftUnit("1", "Craft", "All:", items),)))
    assert [item.text for item in found.tree.points[0].items] == ["Ships. They sail.", "Boats\nThey row."]
    assert found.tree.points[0].heading == "Craft"


def test_who_changed_a_point_alone_tabled_it() -> None:
    points = (
        DraftUnit("1", "", "A", authors=("Jane Doe",)),
        DraftUnit("2", "", "B", (DraftUnit("a", "", "C", authors=("Jane Doe",)),), authors=("Raúl",)),
        DraftUnit("3", "", "D"),
    )
    found = understand(Draft(points=points), {"Jane Doe": "jane-doe", "Raúl": "raul"})
    assert [point.tabled_by for point in found.tree.points] == [("jane-doe",), None, None]
    assert found.tree.points[1].note == "Changed by Raúl, Jane Doe."


def test_notes_stand_at_the_unit_that_calls_them() -> None:
    notes = (
        DraftNote("Too high.", "comment", author="Jane Doe", at=("1", "a")),
        DraftNote("As of 2031.", "footnote", "3", at=("1",)),
        DraftNote("Draft.", "endnote"),
    )
    found = understand(Draft(points=(DraftUnit("1", "", "A", (DraftUnit("a", "", "B"),)),), notes=notes))
    assert found.tree.points[0].items[0].note == "Comment by Jane Doe: Too high."
    assert found.tree.points[0].note == "Footnote 3: As of 2031."
    assert found.note == "Endnote: Draft."


def test_text_without_a_place_stands_last_and_is_listed() -> None:
    found = understand(Draft(points=(DraftUnit("1", "", "A"),), not_placed=("In a box",)))
    assert found.unplaced == ("In a box",)
    assert found.tree.closing[0].text == "In a box"
    assert found.tree.closing[0].note == "Its place in the file is not known."
