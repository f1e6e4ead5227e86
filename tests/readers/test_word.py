"""Word files: numbers as Word prints them, tracked changes, notes, tables, page headers."""

from __future__ import annotations

import pytest

from planctl.readers import DraftNote, read
from planctl.readers.word.formats import number
from tests.readers.making import W, labelled, labels_of, levels, one_list, only, paragraph, run, word

LEGAL = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 1990, "MCMXC"),
        ("russianLower", 3, "в"),
        ("russianUpper", 1, "А"),
        ("hebrew1", 15, "טו"),
        ("hebrew2", 2, "ב"),
        ("arabicAlpha", 2, "ب"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 21, "Twenty-one"),
        ("ordinalText", 21, "Twenty-first"),
        ("ordinalText", 20, "Twentieth"),
        ("chineseCounting", 11, "十一"),
        ("numberInDash", 4, "- 4 -"),
        ("bullet", 4, ""),
        ("unknownFormat", 4, "4"),
    ],
)
def test_number_formats(form: str, value: int, printed: str) -> None:
    assert number(value, form) == printed


def test_levels_restart_below_a_higher_one() -> None:
    order = (0, 1, 2, 2, 1, 2, 0, 1)
    body = "".join(paragraph("Text.", num=1, level=level) for level in order)
    draft = only(word(body, one_list(*LEGAL)), "a.docx")
    assert [path for path, _ in labelled(draft)] == [
        ("1.",),
        ("1.", "1.1"),
        ("1.", "1.1", "(a)"),
        ("1.", "1.1", "(b)"),
        ("1.", "1.2"),
        ("1.", "1.2", "(a)"),
        ("2.",),
        ("2.", "2.1"),
    ]


def test_a_list_goes_on_after_a_paragraph_and_starts_where_it_says() -> None:
    body = paragraph("One.", num=1) + paragraph("Between.") + paragraph("Two.", num=1)
    assert labels_of(only(word(body, one_list(("decimal", "Article %1"), start=4)), "a.docx")) == [
        "Article 4",
        "Article 5",
    ]


def test_lists_that_share_a_counter_go_on_and_an_override_begins_anew() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "%1."))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("Text.", num=num) for num in (1, 1, 2, 3, 3))
    assert labels_of(only(word(body, numbering), "a.docx")) == ["1.", "2.", "3.", "1.", "2."]


def test_a_level_that_never_restarts() -> None:
    numbering = one_list(("upperRoman", "%1."), ("decimal", "%2.")).replace(
        '<w:lvl w:ilvl="1"><w:start w:val="1"/>',
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/>',
    )
    body = "".join(paragraph("Text.", num=1, level=level) for level in (0, 1, 1, 0, 1))
    assert labels_of(only(word(body, numbering), "a.docx")) == ["I.", "1.", "2.", "II.", "3."]


def test_legal_numbering_prints_figures_for_higher_levels() -> None:
    numbering = one_list(("upperRoman", "%1."), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    body = "".join(paragraph("Text.", num=1, level=level) for level in (0, 0, 1))
    assert labels_of(only(word(body, numbering), "a.docx")) == ["I.", "II.", "2.1"]


def test_a_number_that_lives_in_a_style_and_one_that_is_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/>'
        '<w:basedOn w:val="Base"/></w:style>'
    )
    body = (
        paragraph("One.", style="Point")
        + paragraph("No number here.", style="Point", num=0)
        + paragraph("Two.", style="Point")
    )
    assert labels_of(only(word(body, one_list(("decimal", "§ %1")), styles), "a.docx")) == ["§ 1", "§ 2"]


def test_bullets_are_paragraphs_without_a_label() -> None:
    body = paragraph("1. Ports:") + paragraph("the old one,", num=1) + paragraph("the new one.", num=1)
    draft = only(word(body, one_list(("bullet", "•"))), "a.docx")
    (point,) = draft.points
    assert [(item.label, item.text) for item in point.items] == [("", "the old one,"), ("", "the new one.")]


def test_inline_letters_are_text() -> None:
    draft = only(word(paragraph("1. The parties (a) meet; and (b) agree.")), "a.docx")
    assert labelled(draft) == [(("1.",), "The parties (a) meet; and (b) agree.")]


def _tracked(kind: str, author: str, text: str) -> str:
    inner = (
        run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        if kind == "del"
        else run(text)
    )
    return f'<w:{kind} w:id="1" w:author="{author}">{inner}</w:{kind}>'


def test_tracked_changes_give_two_drafts_with_authors() -> None:
    mark = '<w:pPr><w:rPr><w:ins w:id="2" w:author="Ben"/></w:rPr></w:pPr>'
    body = (
        f"<w:p>{run('1. Ports ')}{_tracked('del', 'Ada', 'close')}{_tracked('ins', 'Ada', 'open')}"
        f"{run(' in May.')}</w:p>"
        f"<w:p>{mark}{_tracked('ins', 'Ben', '2. Tides are published.')}</w:p>"
        f"<w:p>{run('3. Fees end.')}</w:p>"
    )
    before, after = read(word(body), "a.docx")
    assert (before.state, after.state) == ("rejected", "accepted")
    assert labelled(before) == [(("1.",), "Ports close in May."), (("3.",), "Fees end.")]
    assert [text for _, text in labelled(after)] == [
        "Ports open in May.",
        "Tides are published.",
        "Fees end.",
    ]
    assert before.authors == after.authors == ("Ada", "Ben")
    assert [unit.authors for unit in after.points] == [("Ada",), ("Ben",), ()]


def test_a_paragraph_whose_end_was_inserted_is_joined_again() -> None:
    mark = '<w:pPr><w:rPr><w:ins w:id="2" w:author="Ada"/></w:rPr></w:pPr>'
    body = f"<w:p>{mark}{run('1. Ports open. ')}</w:p><w:p>{run('In May.')}</w:p>"
    before, after = read(word(body), "a.docx")
    assert labelled(before) == [(("1.",), "Ports open. In May.")]
    assert [unit.text for unit in after.units()] == ["Ports open.", "In May."]


def test_moved_text_and_a_deleted_row() -> None:
    gone = '<w:trPr><w:del w:id="3" w:author="Ben"/></w:trPr>'
    row = f"<w:tr>{gone}<w:tc><w:p>{run('Gone.')}</w:p></w:tc></w:tr>"
    body = (
        f"<w:p>{_tracked('moveFrom', 'Ada', '1. Here.')}</w:p><w:p>{run('2. Ports.')}</w:p>"
        f"<w:p>{_tracked('moveTo', 'Ada', '1. Here.')}</w:p><w:tbl>{row}</w:tbl>"
    )
    before, after = read(word(body), "a.docx")
    assert [unit.text for unit in before.units()] == ["Here.", "Ports.", "Gone."]
    assert [unit.text for unit in after.units()] == ["Ports.", "Here."]
    assert before.authors == ("Ada", "Ben")
    assert not before.warnings
    assert not after.warnings


def test_notes_comments_headers_and_text_boxes_stand_apart() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('A box.')}</w:p></w:txbxContent></w:pict></w:r>"
    body = (
        f'<w:p>{run("1. Ports open.")}<w:r><w:footnoteReference w:id="2"/></w:r>'
        f'<w:r><w:commentReference w:id="7"/></w:r>{box}</w:p>'
    )
    footnote = f'<w:footnote w:id="2">{paragraph("In summer.")}</w:footnote>'
    comment = f'<w:comment w:id="7" w:author="Ada">{paragraph("Why?")}</w:comment>'
    data = word(
        body,
        footnotes=f"<w:footnotes {W}>{footnote}</w:footnotes>",
        comments=f"<w:comments {W}>{comment}</w:comments>",
        header1=f"<w:hdr {W}><w:p>{run('DRAFT')}</w:p></w:hdr>",
    )
    draft = only(data, "a.docx")
    assert labelled(draft) == [(("1.",), "Ports open.")]
    assert draft.notes == (
        DraftNote("In summer.", "footnote", "2", at=("1.",)),
        DraftNote("Why?", "comment", "7", "Ada", at=("1.",)),
    )
    assert [(left.text, left.why) for left in draft.left_out] == [("DRAFT", "page header or footer")]
    assert draft.not_placed == ("A box.",)
    assert not draft.warnings


def test_tables_are_read_row_by_row_and_a_label_may_have_a_cell_of_its_own() -> None:
    def cell(text: str) -> str:
        return f"<w:tc><w:p>{run(text)}</w:p></w:tc>"

    rows = (("(a)", "Ports open."), ("(b)", "Fees end."))
    body = "<w:tbl>" + "".join(f"<w:tr>{cell(one)}{cell(two)}</w:tr>" for one, two in rows) + "</w:tbl>"
    assert labelled(only(word(body), "a.docx")) == [(("(a)",), "Ports open."), (("(b)",), "Fees end.")]


def test_a_contents_page_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("1. Ports\t3", style="T1") + paragraph("1. Ports open.")
    draft = only(word(body, styles=styles), "a.docx")
    assert labelled(draft) == [(("1.",), "Ports open.")]
    assert [(left.text, left.why) for left in draft.left_out] == [("1. Ports 3", "contents")]
