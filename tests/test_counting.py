"""The last number of a list of references: one of the list, a count of what follows, or nobody can say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.substance import compare as compare_substance
from planctl.substance.references import compare, find, spans

PROVISIONS = {
    "en": ("Articles {} and {} {}", "the harbour"),
    "fr": ("les articles {} et {} {}", "le port"),
    "es": ("los artículos {} y {} {}", "el puerto"),
    "de": ("die Artikel {} und {} {}", "den Hafen"),
    "ru": ("статьи {} и {} {}", "порт"),
    "uk": ("статті {} і {} {}", "порт"),
    "ar": ("المواد {} و {} {}", "الميناء"),
}


def numbers(text: str) -> tuple[list[str], list[str]]:
    """What the first reference of a text names for sure, and what it may name."""
    found = next(each for each in find(text) if each.sort == "provision")
    doubtful = [path for member in found.doubtful for path in member.paths]
    return ["/".join(path) for path in found.paths], ["/".join(path) for path in doubtful]


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        # the number counts what follows
        ("Selon les articles 3 et 12 gardes restent.", ["3"], []),
        ("Selon les articles 3 ou 12 gardes partent.", ["3"], []),
        ("Selon les articles 3 et/ou 12 gardes restent.", ["3"], []),
        ("Les articles 3 à 5 et 12 gardes", ["3", "4", "5"], []),
        ("Les articles 3, 7 et 12 gardes", ["3", "7"], []),
        ("Les articles 3 et 12 à 15 gardes", ["3"], []),
        ("Les articles 3 et 12 000 gardes", ["3"], []),
        ("Les articles 3 et 12\u202f000 gardes", ["3"], []),
        ("Les articles 3 et 12 navires de garde", ["3"], []),
        ("Le paragraphe 2 des articles 5 et 12 gardes", ["5/2"], []),
        ("Les points 3 et 12 gardes", ["3"], []),
        ("L'article 3 et 12 à 15 gardes", ["3"], []),
        ("Los artículos 3 y 12 guardias quedan.", ["3"], []),
        ("Los artículos 3 o 12 barcos quedan.", ["3"], []),
        ("Articles 3 & 12 guards", ["3"], []),
        ("points 3 and 12-15 days", ["3"], []),
        ("point 3 and 12 to 15 guards", ["3"], []),
        ("Articles 3 and 12 men", ["3"], []),
        ("Die Artikel 3 und 30 Tage", ["3"], []),
        ("статьи 3 и 30 дней", ["3"], []),
        ("статті 3 і 30 днів", ["3"], []),
        ("Articles 3 and 12 guards are gone.", ["3"], []),
        ("It stays; the Articles 3, 7 and 12 guards go.", ["3", "7"], []),
        ("The annex lists under Articles 3 and 12 guards.", ["3"], []),
        ("Under Articles 3 and 12 days are added.", ["3"], []),
        ("Selon les articles 3, 4 et 5 navires s'en vont.", ["3", "4"], []),
        ("Según los artículos 3, 4 y 5 barcos paran.", ["3", "4"], []),
        # it is one of the list
        ("Les articles 3 et 12 restent en vigueur.", ["3", "12"], []),
        ("Les articles 3 et 12 s'appliquent.", ["3", "12"], []),
        ("Les articles 3 et 12, cités plus haut,", ["3", "12"], []),
        ("Selon les articles 3 à 5.", ["3", "4", "5"], []),
        ("Los artículos 3 y 12 rigen los puertos.", ["3", "12"], []),
        ("Die Artikel 3 und 12 regeln den Hafen.", ["3", "12"], []),
        ("Die Artikel 3 und 12 DHV", ["3", "12"], []),
        ("Статьи 3 и 12 применяются.", ["3", "12"], []),
        ("Статті 3 і 12 залишаються чинними.", ["3", "12"], []),
        ("Articles 3 and 12 govern pilots.", ["3", "12"], []),
        ("Articles 3 and 12 always apply.", ["3", "12"], []),
        ("Article 3 or 12 governs the pilots.", ["3", "12"], []),
        # it may be either
        ("Les articles 3 et 12 cités au port", ["3"], ["12"]),
        ("Les articles 3 ou 12 bateaux", ["3"], ["12"]),
        ("Les articles 3, 7 et 12 relevants", ["3", "7"], ["12"]),
        ("Les articles 3 et 12 à 15 cités", ["3"], ["12", "13", "14", "15"]),
        ("Le paragraphe 2 des articles 5 et 12 cités", ["5/2"], ["12/2"]),
        ("Los artículos 3 y 12 citados", ["3"], ["12"]),
        ("Die Artikel 3 und 12 Wachen", ["3"], ["12"]),
        ("Die Artikel 3 und 12 bewaffnete Wachen", ["3"], ["12"]),
        ("статьи 3 и 12 солдат", ["3"], ["12"]),
        ("статті 3 і 12 вояків", ["3"], ["12"]),
        ("المواد 3 و 12 حارسا", ["3"], ["12"]),
        ("Articles 3 and 12 armed guards", ["3"], ["12"]),
        ("Articles 3 and 4 Member States", ["3"], ["4"]),
        ("Article 3 or 12 guards", ["3"], ["12"]),
        # the noun may begin the main clause
        ("Under Articles 3, 4 and 5 ships stop.", ["3", "4"], ["5"]),
        ("Under Articles 3 and 5 ships stop at the pier.", ["3"], ["5"]),
        ("Subject to\nthe points 3 and 5 people may appeal.", ["3"], ["5"]),
        ("If it breaks Articles 3 to 5 and 7 ships stop.", ["3", "4", "5"], ["7"]),
        ("Under Articles 3, 4 and 5 States act.", ["3", "4"], ["5"]),
        ("dass nach den Artikeln 3, 4 und 5 Soldaten bleiben", ["3", "4"], ["5"]),
        ("согласно статьям 3, 4 и 5 людей принимают", ["3", "4"], ["5"]),
        ("згідно зі статтями 3, 4 і 5 людей приймають", ["3", "4"], ["5"]),
    ],
)
def test_the_last_number_of_a_list(text: str, sure: list[str], doubtful: list[str]) -> None:
    assert numbers(text) == (sure, doubtful)


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("Selon les articles 3 et 12 gardes restent.", "Selon les articles 3 et 14 gardes restent.",
         ["12 -> 14 gardes (+17 %)"]),
        ("Les articles 3 et 12 cités restent.", "Les articles 3 et 14 cités restent.", []),
        ("Les articles 3 et 12 cités restent.", "Les articles 4 et 12 cités restent.", ["articles 3 -> 4"]),
        ("Les articles 3 et 12 cités restent.", "Les articles 3 et 12 restent.", []),
        ("Les articles 3 et 12 cités restent.", "Les articles 3, 12 et 14 restent.", []),
        ("Les articles 3 et 12 cités restent.", "Les articles 3 restent ; l'article 12 reste.", []),
        ("Die Artikel 3 und 12 Wachen bleiben.", "Die Artikel 3 und 14 Wachen bleiben.", []),
        ("Under Articles 3, 4 and 5 ships stop.", "Under Articles 3, 4 and 6 ships stop.", []),
        ("Under Articles 3, 4 and 5 ships stop.", "Under Articles 3, 4 and 5, ships stop.", []),
        ("Статьи 3 и 12 солдат остаются.", "Статьи 3 и 14 солдат остаются.", []),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_in_no_row(old: str, new: str, rows: list[str]) -> None:
    assert [each.summary for each in compare_substance(old, new)] == rows
    assert len(compare_substance(new, old)) == len(rows)


@given(
    st.sampled_from(sorted(PROVISIONS)),
    st.tuples(st.integers(1, 9), st.integers(10, 99), st.integers(10, 99)),
    st.text(st.characters(categories=["L"]), min_size=1, max_size=8),
)
def test_whatever_follows_a_doubtful_number_is_neither_added_nor_dropped(
    code: str, found: tuple[int, int, int], word: str
) -> None:
    frame, end = PROVISIONS[code]
    first, old, new = found
    before, after = (f"{frame.format(first, number, word)} {end}." for number in (old, new))
    references = [next(iter(find(text)), None) for text in (before, after)]
    if all(each and each.doubtful for each in references):
        assert compare(before, after) == ()
        for text, number in zip((before, after), (old, new), strict=True):
            at = text.index(f" {number} ") + 1
            assert any(start <= at < stop for start, stop in spans(text))
