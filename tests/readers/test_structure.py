"""Labels and the tree: what is read as a label, what is not, and what belongs where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from planctl.readers import Draft, DraftUnit, labels
from tests.readers.making import labelled, only, paragraph, word


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1. Ports", "1."),
        ("1) Ports", "1)"),
        ("(1) Ports", "(1)"),
        ("a) ports", "a)"),
        ("(iv) ports", "(iv)"),
        ("1.1 Ports", "1.1"),
        ("1.4.1. Ports", "1.4.1."),
        ("2.0 Ports", "2.0"),
        ("16-1. Порти", "16-1."),
        ("4 bis. Ports", "4 bis."),
        ("1° Les ports", "1°"),
        ("(2a) Häfen", "(2a)"),
        ("§ 2a Häfen", "§ 2a"),
        ("§ 1", "§ 1"),
        ("Article 3", "Article 3"),
        ("Article 3 Ports open", "Article 3"),
        ("Article premier", "Article premier"),
        ("Article 2 bis\tLes ports", "Article 2 bis"),
        ("ARTICLE   88-1. Les ports", "ARTICLE   88-1."),
        ("Article 1er. – Les ports", "Article 1er."),
        ("Article. I.", "Article. I."),
        ("Section. 1.", "Section. 1."),
        ("Стаття 16-1.", "Стаття 16-1."),
        ("а) порти", "а)"),
        ("סעיף יא", "סעיף יא"),
        ("第十一條", "第十一條"),
        ("Article 11Les ports", "Article 11"),
        ("IV", "IV"),
        ("Point 3: Ports", "Point 3:"),
        ("13.- Ports", "13.-"),
    ],
)
def test_labels(text: str, printed: str) -> None:
    found = labels.find(text)
    assert found is not None
    assert found.readings[0].printed == printed


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the accord applies.",
        "1,200 permits",
        "3 May is the day.",
        "5. März 2020",
        "17. listopada 2020",
        "2°C at most",
        "a port",
        "I think so.",
        "(see point 4)",
        "mix. of words",
        "Annex I lists the ports.",
        "12",
        "4 a que colaboren",
        "Section 5 applies.",
        "1990s prices",
        "50:50 shares",
        "30 km from here",
        "§ 5 gilt hier.",
    ],
)
def test_no_labels(text: str) -> None:
    assert labels.find(text) is None


def _paths(*lines: str, name: str = "a.txt") -> list[str]:
    return [" > ".join(path) for path, _ in labelled(only("\n".join(lines).encode(), name))]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (("1. A:", "(a) b", "(b) c", "2. D"), ["1.", "1. > (a)", "1. > (b)", "2."]),
        (("(h) A", "(i) B", "(j) C"), ["(h)", "(i)", "(j)"]),
        (("1. A:", "(i) b", "(ii) c"), ["1.", "1. > (i)", "1. > (ii)"]),
        (("1. A", "3. C", "4. D"), ["1.", "3.", "4."]),
        (("1. A", "2. B", "1. A", "2. B"), ["1.", "2.", "1.", "2."]),
        (("1. A", "1.1 B", "1.2 C", "2. D"), ["1.", "1. > 1.1", "1. > 1.2", "2."]),
        (
            ("Article 1", "Text.", "1. A.", "Article 2", "Text.", "1. A."),
            ["Article 1", "Article 1 > 1.", "Article 2", "Article 2 > 1."],
        ),
        (
            ("Article I", "Section 1", "Ports.", "Section 2", "Fees."),
            ["Article I", "Article I > Section 1", "Article I > Section 2"],
        ),
        (("Section 1", "Article 1", "Ports.", "Section 2", "Article 2", "Fees."), ["Article 1", "Article 2"]),
        (("4. A", "4 bis. B", "5. C"), ["4.", "4 bis.", "5."]),
        (("1. A:", "a) b:", "1° c", "b) d"), ["1.", "1. > a)", "1. > a) > 1°", "1. > b)"]),
        (("1. (a) A;", "(b) B.", "2. C"), ["1.", "1. > (a)", "1. > (b)", "2."]),
    ],
)  # fmt: skip
def test_places(lines: tuple[str, ...], paths: list[str]) -> None:
    assert _paths(*lines) == paths


def test_initials_and_years_are_no_labels() -> None:
    draft = only(b"1. Ports open.\n2. Fees end.\nDone at Orrin.\nJ. Smith\n1998. A good year.", "a.txt")
    assert len(labelled(draft)) == 2
    assert [unit.text for unit in draft.closing] == ["Done at Orrin.", "J. Smith", "1998. A good year."]


def test_parts_and_annexes_are_sections_and_their_points_start_anew() -> None:
    draft = only(
        "A Plan\nThe parties agree:\nPART I\nPORTS\n1. Open.\n2. Closed.\n"
        "PART II – FEES\n3. None.\nAnnex: Maps\n1. A map.".encode(),
        "a.txt",
    )
    assert draft.title == "A Plan"
    assert [unit.text for unit in draft.preamble] == ["The parties agree:"]
    assert [(each.label, each.heading, [unit.label for unit in each.points]) for each in draft.sections] == [
        ("PART I", "PORTS", ["1.", "2."]),
        ("PART II –", "FEES", ["3."]),
        ("Annex", ": Maps", ["1."]),
    ]


def test_a_label_alone_takes_its_heading_and_its_text_from_what_follows() -> None:
    draft = only(b"Article 1\nPorts\nEach port opens in May.\nArticle 2\nThe fees end.", "a.txt")
    assert [(unit.label, unit.heading, unit.text) for unit in draft.points] == [
        ("Article 1", "Ports", "Each port opens in May."),
        ("Article 2", "", "The fees end."),
    ]


def test_notes_below_the_closing_words() -> None:
    draft = only(b"1. Ports open (1) in May.\nDone at Orrin.\n(1) In even years.", "a.txt")
    assert [(note.mark, note.text) for note in draft.notes] == [("1", "In even years.")]
    assert [unit.text for unit in draft.closing] == ["Done at Orrin."]


def test_wrapped_lines_are_joined_and_inline_letters_stay_inside() -> None:
    text = (
        "1. The parties shall (a) open the ports of the inner basin in May; and\n"
        "(b) publish the tide tables of each of them before the first frost of\n"
        "the year.\n"
        "2. The fees for the berths of the old quay end when the council de\u00ad\n"
        "cides so.\n"
    )
    draft = only(text.encode(), "a.txt")
    assert [path for path, _ in labelled(draft)] == [("1.",), ("2.",)]
    assert labelled(draft)[1][1].endswith("the council decides so.")


def test_markdown_keeps_the_numbers_that_were_typed() -> None:
    assert _paths("13. A", "15. B", "16. C", "16-1. D", name="a.md") == ["13.", "15.", "16.", "16-1."]


def test_markdown_brackets_are_no_links_and_notes_are_notes() -> None:
    draft = only(b"1. Ports open.[^1]\n\n[US: at its own cost]: yes\n\n[^1]: In May.\n", "a.md")
    assert [unit.text for unit in draft.units()] == ["Ports open.", "[US: at its own cost]: yes"]
    assert [(note.mark, note.text) for note in draft.notes] == [("1", "In May.")]


def test_html_lists_print_their_numbers() -> None:
    text = '<ol start="3"><li>A<li value="7">B<ol type="I"><li>C</ol></ol><script>no</script><!-- no -->'
    assert _paths(text, name="a.html") == ["3.", "7.", "7. > I."]


def test_a_page_of_contents_is_left_out_and_listed() -> None:
    lines = (
        "A Plan/1. Ports ..... 3/2. Fees ...... 4/3. Maps ..... 12/1. Ports open./2. Fees end./3. Maps end."
    )
    text = lines.replace("/", "\n")
    draft = only(text.encode(), "a.txt")
    assert [unit.text for unit in draft.points] == ["Ports open.", "Fees end.", "Maps end."]
    assert [(left.text, left.why) for left in draft.left_out] == [
        ("1. Ports ..... 3", "contents"),
        ("2. Fees ...... 4", "contents"),
        ("3. Maps ..... 12", "contents"),
    ]
    assert not draft.warnings


def test_text_after_a_list_stays_before_the_label_that_goes_on() -> None:
    lines = ("Article 1", "All.", "D. The duties:", "1. They keep:", "a) the log;", "b) the lamp,")
    draft = only("\n\n".join((*lines, "if the sea is open.", "2. They rest.")).encode(), "a.txt")
    (article,) = draft.points
    said = [unit.text for unit in article.walk()]
    assert said.index("if the sea is open.") == said.index("They rest.") - 1


def _nested(draft: Draft) -> list[tuple[int, str, str]]:
    """Depth, label and text of every unit."""

    def below(unit: DraftUnit, depth: int) -> Iterator[tuple[int, str, str]]:
        yield depth, unit.label, unit.text
        for item in unit.items:
            yield from below(item, depth + 1)

    return [found for unit in draft.points for found in below(unit, 0)]


WITH_SECONDS = [
    (0, "1.", "Ports open."),
    (1, "", "They stay open."),
    (1, "a.", "In May:"),
    (2, "", "By day."),
    (1, "b.", "In June."),
    (1, "", "The fees end."),
    (0, "2.", "Maps end."),
]


def test_html_paragraphs_stand_in_their_item() -> None:
    items = "<li><p>In May:<p>By day.</li><li><p>In June.</li>"
    first = f"<li><p>Ports open.<p>They stay open.<ol type=a>{items}</ol><p>The fees end.</li>"
    text = f"<ol>{first}<li>Maps end.</ol>"
    assert _nested(only(text.encode(), "a.html")) == WITH_SECONDS


def test_word_paragraphs_that_print_no_number_stand_in_their_item() -> None:
    """Word sets them as items of a list that prints nothing, so that their words are aligned."""

    def level(place: int, form: str, text: str) -> str:
        indent = f'<w:pPr><w:ind w:left="{720 * (place + 1)}" w:hanging="480"/></w:pPr>'
        return (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/>{indent}</w:lvl>'
        )

    numbers = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.")
    nothing = level(0, "bullet", " ") + level(1, "bullet", " ")
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{k}">{levels}</w:abstractNum>'
        for k, levels in enumerate((numbers, nothing))
    ) + "".join(f'<w:num w:numId="{k + 1}"><w:abstractNumId w:val="{k}"/></w:num>' for k in range(2))
    body = "".join(
        paragraph(text, num=num, level=depth)
        for num, depth, text in (
            (1, 0, "Ports open."), (2, 0, "They stay open."), (1, 1, "In May:"), (2, 1, "By day."),
            (1, 1, "In June."), (2, 0, "The fees end."), (1, 0, "Maps end."),
        )
    )  # fmt: skip
    assert _nested(only(word(body, numbering), "a.docx")) == WITH_SECONDS


def test_figures_do_not_go_on_letters() -> None:
    """(B) is the second, and a list of its own that begins with 3 stands in it."""
    text = "(A) Ports open.\n\n(B) Fees end.\n\n    3.  In May.\n\n    4.  In June.\n\n(C) Maps end.\n"
    assert [" > ".join(path) for path, _ in labelled(only(text.encode(), "a.md"))] == [
        "(A)", "(B)", "(B) > 3.", "(B) > 4.", "(C)",
    ]  # fmt: skip


def test_a_number_below_its_parents_is_its_item_whatever_its_heading() -> None:
    text = "<h2>1. Ports</h2><h2>1.1 Fees</h2><h2>1.2 Maps</h2><h2>2. Guards</h2>"
    assert [" > ".join(path) for path, _ in labelled(only(text.encode(), "a.html"))] == [
        "1.", "1. > 1.1", "1. > 1.2", "2.",
    ]  # fmt: skip
