"""A language is one folder; the tables of units, currencies and months are those of CLDR and pint."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.substance_tables import files
from planctl.substance import compare, languages

TOY = """
from planctl.substance.language import Grammar, Language, Numbers, Times, Units, phrases, units, words


class ToyNumbers(Numbers):
    cardinals = {"mo": 1, "tu": 2, "san": 3}
    percents = phrases("percent: ofhundred")


class ToyUnits(Units):
    units = units("day: dagu, dagus")


class ToyGrammar(Grammar):
    marks = words("za zo zi zapo")
    function_words = marks


LANGUAGE = Language("toy", grammar=ToyGrammar(), numbers=ToyNumbers(), units=ToyUnits(), times=Times())
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "toy"
    folder.mkdir()
    (folder / "__init__.py").write_text(TOY)
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    cached = (languages._codes, languages.language, languages._marks, languages._letters, languages._heard)
    for each in cached:
        each.cache_clear()
    yield
    for each in cached:
        each.cache_clear()
    sys.modules.pop("planctl.substance.languages.toy", None)


@pytest.mark.usefixtures("toy")
def test_a_new_language_is_one_folder() -> None:
    assert "toy" in languages.codes()
    rows = [
        row.summary
        for row in compare("Zo kiru zapo tu dagus za beru zi.", "Zo kiru zapo san dagus za beru zi.")
    ]
    assert rows == ["tu -> san dagus (+50 %)"]
    assert compare("Zo kiru za 20 ofhundred.", "Zo kiru za 20 %.") == ()


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
    assert languages.of_texts(text).code == code


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
