"""A language is one folder; the tables of units, currencies and months are those of CLDR and pint."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.substance_tables import files
from planctl.substance import compare, knows, language_of, languages, read, recognition
from planctl.substance.references import find
from planctl.substance.references.words import counted, keywords, measures, words

TOY = """
from planctl.substance.language import Grammar, Language, Numbers, Times, Units
from planctl.substance.language import phrases, units, words
from planctl.substance.languages.toy import common


class ToyNumbers(Numbers):
    cardinals = common.CARDINALS
    percents = phrases("percent: ofhundred")


class ToyUnits(Units):
    units = units("day: dagu, dagus")


class ToyGrammar(Grammar):
    function_words = words(common.MARKS)


LANGUAGE = Language(
    "toy",
    grammar=ToyGrammar(),
    numbers=ToyNumbers(),
    units=ToyUnits(),
    times=Times(),
)
"""
TOY_COMMON = """
MARKS = "za zo zi zapo"
LETTERS = ""
CARDINALS = {"mo": 1, "tu": 2, "san": 3}
MONTHS = ""
"""
TOY_REFERENCES = """
WORDS = {"provisions": "article: ziparto | zipartos", "ands": "zi", "of": "za", "closers": "kiru"}
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "toy"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "language.py").write_text(TOY)
    (folder / "common.py").write_text(TOY_COMMON)
    (folder / "references.py").write_text(TOY_REFERENCES)
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    cached = (
        *(languages.codes, recognition.language, recognition._marks, recognition._letters),
        *(recognition._heard, keywords, words, counted, measures, find),
    )
    for each in cached:
        each.cache_clear()
    yield
    for each in cached:
        each.cache_clear()
    for part in ("", ".common", ".language", ".references"):
        sys.modules.pop(f"planctl.substance.languages.toy{part}", None)


@pytest.mark.usefixtures("toy")
def test_a_new_language_is_one_folder() -> None:
    assert "toy" in languages.codes()
    rows = [
        row.summary
        for row in compare("Zo kiru zapo tu dagus za beru zi.", "Zo kiru zapo san dagus za beru zi.")
    ]
    assert rows == ["tu -> san dagus (+50 %)"]
    assert compare("Zo kiru za 20 ofhundred.", "Zo kiru za 20 %.") == ()
    assert [each.text for each in find("Zo kiru zipartos 3 zi 4.")] == ["zipartos 3 zi 4"]
    assert [each.text for each in find("Zo kiru zipartos 3 zi 4 dagus.")] == ["zipartos 3"]


def test_generated_tables_are_as_they_would_be_written() -> None:
    for path, text in files().items():
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The parties shall meet in May.", "en"),
        ("North grants a worldwide, non-exclusive, non-transferable right to fish.", "en"),
        ("Les parties se réunissent en mai.", "fr"),
        ("Der Rat tagt im Mai und im Juni.", "de"),
        ("El consejo se reúne en mayo.", "es"),
        ("Рада має 12 членів.", "uk"),
        ("Совет в городе имеет 12 членов.", "ru"),
        ("يجتمع المجلس في مايو.", "ar"),
        ("Il consiglio si riunisce nel mese di maggio e non oltre.", ""),
        ("如遇骚扰，请通过联系方式举报。", ""),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert recognition.of_texts(text).code == code


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Les parties doivent payer.", "Les parties peuvent payer.", ["doivent -> peuvent (weaker)"]),
        ("Le traité s'applique.", "Le traité ne s'applique pas.", ['+ "ne s\'applique"']),
        ("L'aide est totale.", "L'aide est partielle.", ["totale -> partielle"]),
        ("Il agit sans délai.", "Il agit par étapes.", ["sans délai -> par étapes"]),
        ("Le port ouvre, sauf en hiver.", "Le port ouvre.", ['- "sauf en hiver"']),
        ("Le loyer est de 1,5 million d'euros.", "Le loyer est de 1 500 000 euros.", []),
        ("La ligne ferme à minuit.", "La ligne ferme à midi.", ["minuit -> midi"]),
    ],
)
def test_french(old: str, new: str, told: list[str]) -> None:
    assert [row.summary for row in compare(old, new)] == told


FULL = "The council shall meet within 30 days of the signature, and the parties may appeal to it."
FRENCH = "Le conseil doit se réunir dans un délai de 30 jours et les parties peuvent saisir la cour."


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ([FULL] * 3, "en"),
        ([FRENCH] * 3, "fr"),
        ([*[FULL] * 6, FRENCH], "en"),  # one sentence of another language
        ([*[FULL] * 3, *[FRENCH] * 3], None),  # half and half
        (["North pays."], None),  # too short to tell
        ([], None),
        (["平和条約に署名する。"] * 9, None),
    ],
)
def test_a_version_has_one_language_or_none_is_sure(texts: list[str], code: str | None) -> None:
    assert language_of(texts) == code


def test_a_language_that_is_given_is_believed() -> None:
    """A bare list of names may look like any language."""
    old, new = (
        "Villa del Mar, Costa di Luna: non-exclusive use.",
        "Villa del Mar, Costa di Luna: exclusive use.",
    )
    assert [row.kind for row in compare(old, new, language="en")] == ["negation"]
    assert (
        compare(old, new, language="en-GB")
        == compare(old, new, language="EN")
        == compare(old, new, language="en")
    )
    assert compare("Il doit payer.", "Il peut payer.", language="en") == ()
    assert compare("They shall pay $5.", "They may pay $6.", language="xx")[0].kind == "money"
    assert [row.kind for row in compare("They shall pay.", "They may pay.", language="xx")] == []
    assert knows("Villa del Mar", language="en")
    assert not knows("They shall pay.", language="")
    assert [term.kind for term in read("Villa del Mar may pay.", language="en")] == ["obligation"]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_phrase_of_a_language_is_looked_for(code: str) -> None:
    """No word or pair of words is passed over with which a phrase begins."""
    own = recognition.language(code)
    tables = (
        own.times.prompt,
        own.denials.negations,
        own.denials.not_negations,
        own.duties.obligations,
        own.qualifiers.families,
    )
    for phrase in (phrase for table in tables for phrase in table.whole):
        head, second, *_ = [*phrase.split(), "."]
        assert own.begins_phrase(head, second)
        assert own.begins_phrase(head, "-")
    for word in (*own.denials.denied, *own.denials.privative, *own.duties.decisions):
        assert own.begins_phrase(word, "and")
    assert not own.begins_phrase("qxz", "-")
