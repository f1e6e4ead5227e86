"""One rule for where numbers, labels and sentences end, whoever reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.blame import attribute
from planctl.redline import mark
from planctl.substance import compare
from planctl.substance.references.numbers import path_of
from planctl.substance.tokens import sentences as stretches
from planctl.substance.tokens import tokenize
from planctl.text import boundaries, parts, sentences, word_spans, words

PIECES = st.sampled_from(
    [
        *"01.,:/'’-‑–$§%½aB天アйé_([٣\u066b \n\u00a0\u2009\u202f",
        "14",
        "000",
        " 000",
        "1234",
        "EUR",
        " bis",
        "e\u0301",
    ]
)
TEXTS = st.lists(PIECES, max_size=9).map("".join)

NUMBERS = ["14 000", "14\u00a0000", "14\u202f000", "600,000", "1.500.000,50", "1'500'000", ".5", "12.5"]
LABELS = ["4 bis", "55 quinquies", "12 undecies"]
SENTENCE = "The parties shall keep the agreed ceasefire in the whole of the coastal area,"
COMPOUNDS = ["50:50", "2/3", "$100", "€1 000", "50%", "30-day", "US-led", "EUR1 000"]


@pytest.mark.parametrize("written", [*NUMBERS, *LABELS, *COMPOUNDS])
@pytest.mark.parametrize(
    "frame", ["{}", "of {} or", "[{}]", "Art. {}; it", "天，{}。天", "(the {}).", "about {}\nmen"]
)
def test_a_number_or_label_is_one_word_to_all_who_compare_words(written: str, frame: str) -> None:
    text = frame.format(written)
    at = text.index(written)
    assert (at, at + len(written)) in word_spans(text)
    assert written in words(text)
    old, new = text, frame.format("gone")
    segments = mark(old, new)
    assert [part.text.strip() for part in segments if part.kind == "delete"] == [written]
    spans = attribute([[f"{SENTENCE} {new}"], [f"{SENTENCE} {text}"]])[0].spans
    assert written in [span.text.strip() for span in spans if span.version == 1]


@pytest.mark.parametrize("written", NUMBERS)
@pytest.mark.parametrize(
    "frame", ["{}", "of {} or", "[{}]", "天，{}天", "{}%", "${}", "{}:1", "about {}\nmen"]
)
def test_a_number_is_one_token_to_who_reads_quantities(written: str, frame: str) -> None:
    text = frame.format(written)
    assert written in [text[token.start : token.end] for token in tokenize(text)]


@pytest.mark.parametrize("written", LABELS)
def test_a_label_is_one_number_of_a_reference(written: str) -> None:
    assert path_of(written) == (written.replace(" ", ""),)
    assert parts(f"Article {written}") == ["article", written]
    assert not compare(f"See Article {written}.", f"Under Article {written}.")


@given(TEXTS)
def test_no_quantity_goes_beyond_a_word(text: str) -> None:
    borders = {border for span in word_spans(text) for border in span}
    for token in tokenize(text):
        assert not any(token.start < border < token.end for border in borders), text[token.start : token.end]


@given(TEXTS)
def test_words_and_quantities_hold_the_same_signs(text: str) -> None:
    read = "".join(text[token.start : token.end] for token in tokenize(text))
    assert "".join(read.split()) == "".join("".join(words(text)).split())


@pytest.mark.parametrize(
    "text",
    [
        "Stop firing. Withdraw at once! Will they? They will.",
        "Under Art. 5 it ends. J. Smith and U.S. Steel agree.",
        "See Annex I. The rest stays.",
        "It ends (“now.”) Then peace.",
        "It ends. and goes on",
        "停火。撤军。",
        "Sie gilt ab dem 1. Juli 2009. Dann endet sie.",
    ],
)
def test_sentences_end_at_the_same_places(text: str) -> None:
    tokens = tokenize(text)
    read = [text[each[0].start : each[-1].end] for each in stretches(text, tokens)]
    assert read == sentences(text)


@given(TEXTS.map(lambda text: text.replace("½", ". ")))
def test_no_quantity_is_read_across_the_end_of_a_sentence(text: str) -> None:
    ends = {end for end, _ in boundaries(text)}
    for stretch in stretches(text, tokenize(text)):
        assert not any(stretch[0].start < end < stretch[-1].end for end in ends)
