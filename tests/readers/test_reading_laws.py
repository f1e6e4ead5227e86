"""Laws: what was written is read back, and nothing is dropped silently, in any format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from planctl.readers import Draft, DraftSection, DraftUnit, StrayText, accounting, read
from tests.readers.making import Tree, flat, labelled, one_list, only, paragraph, paths, pdf, trees, word

PATTERNS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


@given(trees())
def test_word_with_automatic_numbers(tree: tuple[Tree, ...]) -> None:
    body = "".join(paragraph(text, num=1, level=depth) for depth, _, text in flat(tree))
    draft = only(word(body, one_list(*PATTERNS)), "a.docx")
    assert labelled(draft) == list(paths(tree))
    assert not draft.warnings


@given(trees())
def test_word_with_typed_numbers(tree: tuple[Tree, ...]) -> None:
    body = "".join(paragraph(f"{label}\t{text}") for _, label, text in flat(tree))
    assert labelled(only(word(body), "a.docx")) == list(paths(tree))


@given(trees())
def test_plain_text_with_a_paragraph_in_a_line(tree: tuple[Tree, ...]) -> None:
    text = "\n".join(f"{label} {text}" for _, label, text in flat(tree))
    assert labelled(only(text.encode(), "a.txt")) == list(paths(tree))


@given(trees())
def test_markdown_with_indented_items(tree: tuple[Tree, ...]) -> None:
    text = "\n\n".join(f"{'    ' * depth}{label} {text}" for depth, label, text in flat(tree))
    assert labelled(only(text.encode(), "a.md")) == list(paths(tree))


@given(trees())
def test_pdf_with_indented_items(tree: tuple[Tree, ...]) -> None:
    units = list(flat(tree))
    pages = [
        [
            (60.0 + 20 * depth, 80.0 + 20 * place, 11.0, f"{label} {text}")
            for place, (depth, label, text) in enumerate(part)
        ]
        for part in (units[start : start + 34] for start in range(0, len(units), 34))
    ]
    assert labelled(only(pdf(*pages), "a.pdf")) == list(paths(tree))


def _listed(tree: Sequence[Tree], depth: int = 0) -> str:
    kind = "1ai"[depth]
    return (
        f'<ol type="{kind}">'
        + "".join(
            f"<li>{each.text}{_listed(each.items, depth + 1) if each.items else ''}</li>" for each in tree
        )
        + "</ol>"
    )


@given(trees())
def test_html_with_lists(tree: tuple[Tree, ...]) -> None:
    def browser(label: str) -> str:
        return label.strip("().") + "."

    wanted = [(tuple(browser(label) for label in path), text) for path, text in paths(tree)]
    assert labelled(only(_listed(tree).encode(), "a.html")) == wanted


TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cn"], blacklist_characters="\ufeff\u2028\u2029"),
    max_size=60,
)


@given(st.lists(TEXT, min_size=1, max_size=12))
def test_no_letter_of_a_word_file_is_lost(lines: list[str]) -> None:
    if not "".join(lines).strip():
        return
    draft = only(word("".join(paragraph(line) for line in lines)), "a.docx")
    assert accounting.missing("".join(lines), draft) == ""
    assert not draft.warnings


@given(st.lists(TEXT, min_size=1, max_size=12))
def test_no_letter_of_a_plain_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    draft = only(text.encode(), "a.txt")
    assert accounting.missing(text, draft) == ""
    assert not draft.warnings


def test_what_is_missing_is_said() -> None:
    (draft,) = read(b"1. Ports open.", "a.txt")
    assert accounting.missing("1. Ports open. 7 Ä", draft) == "7Ä"
    assert accounting.warning("1. Ports open. 7 Ä", draft) == (
        "2 characters of the file are not in the draft: 7Ä",
    )


def test_what_was_left_out_counts_as_often_as_it_stood_there() -> None:
    draft = only(b"1. Open.", "a.txt")
    listed = type(draft)(points=draft.points, left_out=(StrayText("Draft", "page header or footer", 2),))
    assert accounting.missing("1. Open. Draft Draft", listed) == ""
    assert accounting.missing("1. Open. Draft Draft Draft", listed) == "Dafrt"


LINE = st.sampled_from(
    ("1.", "2.", "3.", "(a)", "(b)", "(i)", "(ii)", "A.", "Article 1", "Article 2", "", "", "")
)


def _words_in_order(draft: Draft) -> list[int]:
    def unit(each: DraftUnit) -> Iterator[str]:
        yield from (each.heading, each.text)
        for item in each.items:
            yield from unit(item)

    def section(each: DraftSection) -> Iterator[str]:
        yield each.heading
        for one in (*each.preamble, *each.points):
            yield from unit(one)
        for inner in each.sections:
            yield from section(inner)

    texts = [draft.title]
    texts += [text for one in (*draft.preamble, *draft.points) for text in unit(one)]
    texts += [text for one in draft.sections for text in section(one)]
    texts += [text for one in draft.closing for text in unit(one)]
    return [int(word) for word in re.findall(r"pilot(\d+)", " ".join(texts))]


@given(st.lists(st.tuples(LINE, st.sampled_from((".", ":", ";", ""))), min_size=1, max_size=14))
def test_words_stay_in_the_order_of_the_file(lines: list[tuple[str, str]]) -> None:
    texts = [
        f"{label} The ships keep pilot{k} and the tides{end}".strip() for k, (label, end) in enumerate(lines)
    ]
    for name, between in (("a.txt", "\n\n"), ("a.html", "</p><p>")):
        whole = between.join(texts)
        draft = only(f"<p>{whole}</p>".encode() if name == "a.html" else whole.encode(), name)
        found = _words_in_order(draft)
        in_notes = {int(word) for note in draft.notes for word in re.findall(r"pilot(\d+)", note.text)}
        assert found == sorted(found)
        assert {*found, *in_notes} == set(range(len(lines)))
