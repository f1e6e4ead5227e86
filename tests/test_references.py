"""References: what is read as one, what it names, and how two texts differ in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.substance import compare as compare_substance
from planctl.substance import read
from planctl.substance.references import (
    GONE,
    STALE,
    OwnLabel,
    OwnPoints,
    compare,
    find,
    keywords_of,
    label_of,
    spans,
)


def named(text: str) -> list[str]:
    """Each reference with all that it names: ``article 5/1/b``."""
    return [f"{each.keyword} {', '.join('/'.join(path) for path in each.paths)}" for each in find(text)]


def whole(text: str) -> list[str]:
    return [each.text for each in find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Article 5(1)(b)(iii) applies.", ["article 5/1/b/iii"]),
        ("Art. 5 (1) and para. 3", ["article 5/1", "paragraph 3"]),
        ("Articles 33 through 35 apply", ["article 33, 34, 35"]),
        ("points 3 to 5", ["point 3, 4, 5"]),
        ("points 3-5 and 9", ["point 3, 4, 5, 9"]),
        ("Points 3, 4 and 7 apply", ["point 3, 4, 7"]),
        ("Article 4 or 6 applies", ["article 4, 6"]),
        ("rule 3 and/or 5 governs", ["rule 3, 5"]),
        ("Article 3 to Article 5 apply", ["article 3, 4, 5"]),
        ("point 7 and point 9", ["point 7", "point 9"]),
        ("Sections 4(1) and (2) apply", ["section 4/1, 4/2"]),
        ("Section 4(1)(a) and (b) apply", ["section 4/1/a, 4/1/b"]),
        ("subsection (1)(a) or (2)", ["subsection 1/a, 2"]),
        ("items 10.b and 10(c)", ["item 10/b, 10/c"]),
        ("item b of point 4", ["point 4/b"]),
        ("Article 91, of such texts", ["article 91"]),
        ("point (a) of the first subparagraph", ["point a"]),
        ("Decisions (EU) 2015/443 (18) and 2015/444 (19)", ["decision 2015/443, 2015/444"]),
        ("Article 22(3) and (4) concerning boats", ["article 22/3, 22/4"]),
        ("Articles 3 and 1 000 guards stay", ["article 3"]),
        ("Articles 3, 4 and 12 000 crowns", ["article 3, 4"]),
        ("points 4 and 20 carts leave", ["point 4"]),
        ("Article 5, 3 months later", ["article 5"]),
        ("Article 5 or 30 days", ["article 5"]),
        ("Articles 3 to 5 and 60 per cent of it", ["article 3, 4, 5"]),
        ("Articles 3 and 12 August 2031", ["article 3"]),
        ("Articles 3 and 4 always apply", ["article 3, 4"]),
        ("Articles 3 and 4's scope", ["article 3, 4"]),
        ("Articles 3 and 4 per year", ["article 3, 4"]),
        ("les articles 3 et 1 000 gardes", ["article 3"]),
        ("les articles 3 et 4 pour la paix", ["article 3, 4"]),
        ("los artículos 3 y 30 días", ["article 3"]),
        ("Die Artikel 3 und 4 gelten", ["article 3, 4"]),
        ("пункти 4 і 20 днів", ["point 4"]),
        ("paragraph 2 of Article 5", ["article 5/2"]),
        ("Article 5, paragraph 2(b)", ["article 5/2/b"]),
        ("points 1 and 2 of Annex IV", ["annex iv/1, iv/2"]),
        ("§ 3 and §§ 4-6", ["section 3", "section 4, 5, 6"]),
        ("Article 4 bis, Article 9ter", ["article 4bis", "article 9ter"]),
        ("Article 121-3", ["article 121-3"]),
        ("Annexes II and V", ["annex ii, v"]),
        ("paragraph OP3", ["paragraph op3"]),
        ("l'article 12 bis et le point 3", ["article 12bis", "point 3"]),
        ("le paragraphe 2 de l'article 5", ["article 5/2"]),
        ("l'alinéa b) du point 10", ["point 10/b"]),
        ("les articles 3 à 5 et 9", ["article 3, 4, 5, 9"]),
        ("Artikel 5 Absatz 2 Buchstabe b", ["article 5/2/b"]),
        ("Artikel 3 bis 5", ["article 3, 4, 5"]),
        ("el apartado 2 del artículo 5", ["article 5/2"]),
        ("пункт 2 статьи 5", ["article 5/2"]),
        ("пункту 2 статті 5", ["article 5/2"]),
        ("المادة 5", ["article 5"]),
        ("l’artículo 5 et l’alinéa b) du point 10 ", ["article 5", "point 10/b"]),
        ("points 3–5, § 7", ["point 3, 4, 5", "section 7"]),
    ],
)
def test_what_a_reference_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Regulation (EU) 2016/679",
        "Regulation (EC) No 1/2003",
        "Directive 95/46/EC",
        "Act No. 12 of 1998",
        "Law 5,234",
        "loi n° 78-17",
        "Pub. L. 104-191",
        "45 CFR 164.512(a)",
        "17 U.S.C. 101",
        "S.I. 2012/1917",
        "UNSCR 242",
        "resolution 2202 (2015)",
        "resolutions 242 (1967) and 338 (1973)",
        "S/RES/2202",
        "Class 3",
        "version 2.1",
        "footnote 7",
        "pages 12-14",
        "Article 5 of the North Atlantic Treaty",
        "Section 230 of the Act",
        "Article 6 GDPR",
        "Article 5 of Regulation (EU) 2016/679",
        "Article 5 of Implementing Regulation (EU) 2016/100",
        "Article 55 septdecies",
        "3717 Quay Street",
        "12, rue du Port",
        "Hafenstraße 12",
        "https://port.example/v/1/4/text",
    ],
)
def test_the_whole_name_is_kept(text: str) -> None:
    assert whole(f"As stated, {text}") == [text]
    assert not [term for term in read(f"As stated, {text}") if term.kind != "reference"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("point 3 and 4 observers come", ["point 3"]),
        ("Under Article 5, 300 schools open", ["Article 5"]),
        ("Under Articles 3 and 4, 300 schools open", ["Articles 3 and 4"]),
        ("Article 5, 3 judges and 4 clerks", ["Article 5"]),
        ("in part 30 ships, by law 5 judges, in case 5 fail", []),
        ("In part I agree; they track 5 vessels", []),
        ("There are no 5 ships; at this point. 5 ships", []),
        ("p 5 and par 5", []),
        ("The parties 600 times refused; he annexes 5 towns, schedules 3 talks and rules 7 lands", []),
        ("Article 5th, Article 5%, Articles3", []),
        ("Section 5. Duties of the pilot", ["Section 5"]),
    ],
)
def test_what_is_no_reference(text: str, names: list[str]) -> None:
    assert whole(text) == names


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("point 3 of this Agreement", "here"),
        ("point 3 above", "here"),
        ("l'article 3 du présent accord", "here"),
        ("пункт 3 настоящего соглашения", "here"),
        ("paragraph 3 of this Article", "home"),
        ("point 3 of the armistice", "elsewhere"),
        ("Article 3 thereof", "elsewhere"),
        ("Annex I to the Pact of Sola", "elsewhere"),
        ("l'article 3 de la loi", "elsewhere"),
        ("Article III, Section 2 of the Constitution", "elsewhere"),
        ("under the Charter, Article 51 applies", "unclear"),
        ("see GDPR Article 6", "unclear"),
        ("point 3 of the plan", "unclear"),
        ("under this Treaty, Article 51 applies", "unsaid"),
        ("point 3 applies", "unsaid"),
    ],
)
def test_where_a_reference_belongs(text: str, belongs: str) -> None:
    assert {each.belongs for each in find(text)} == {belongs}


def summaries(old: str, new: str) -> list[str]:
    return [each.summary for each in compare_substance(old, new) if each.kind == "reference"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Art. 14 (2) applies", "Article 14(2) applies", []),
        ("point 3 or 5 applies", "point 3 or 6 applies", ["point 3 or 5 -> 3 or 6"]),
        ("Articles 5 and 6 apply", "Article 5 applies", ["Articles 5 and 6 -> Article 5"]),
        ("points 3, 4 and 5 apply", "points 3 to 5 apply", []),
        ("points 3 and 4 apply", "point 3 and point 4 apply", []),
        ("It follows from Article 5.", "It follows from the map.", ["- Article 5"]),
        ("Item b of point 4 lapses", "Item c of point 4 lapses", ["Item b of point 4 -> c of point 4"]),
        ("Article 5 of the Act", "Article 5 of the Code", ["Article 5 of the Act -> 5 of the Code"]),
        ("Article 3 governs the pilots", "Section 3 governs the pilots", ["Article 3 -> Section 3"]),
        ("Under Article 5 ships stop. Under Article 5 pilots leave.",
         "Under Article 5 ships stop. Under Article 6 pilots leave.", ["Article 5 -> 6"]),
        ("resolution 242 holds", "resolution 242 (1967) holds", []),
        ("points 3, 4 and 5 apply", "points 3 and 4 and point 5 apply", []),
        ("Articles 1 to 5 apply", "Articles 1 to 3, 4 and 5 apply", []),
        ("Article 4(1)(a), (b) and (c) apply", "Article 4(1)(a) to (c) apply", []),
        ("Article 5(1) and (2) apply", "Paragraphs 1 and 2 of Article 5 apply", []),
        ("Articles 3(1) and 4 apply", "Article 3(1) and Article 4 apply", []),
        ("Sections 4 and 5 of the Act", "Section 4 of the Act and Section 5 of the Act", []),
        ("resolutions 242, 338 and 1397 hold", "resolutions 242 and 338 and resolution 1397 hold", []),
        ("Regulations (EU) 2031/12 and (EU) 2032/7 hold",
         "Regulation (EU) 2031/12 and Regulation (EU) 2032/7 hold", []),
        ("les articles 3, 4 et 5 s'appliquent", "les articles 3 à 5 s'appliquent", []),
        ("статьи 3, 4 и 5 применяются", "статьи 3 до 5 применяются", []),
    ],
)  # fmt: skip
def test_how_two_texts_differ(old: str, new: str, expected: list[str]) -> None:
    assert summaries(old, new) == expected
    assert len(summaries(new, old)) == len(expected)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ships stop under point 3. Pilots leave under point 5.",
         "Ships stop under point 5. Pilots leave under point 3."),
        ("Ships stop under point 3 and pilots leave under point 5.",
         "Ships stop under point 5 and pilots leave under point 3."),
        ("See point 3 on fees and point 5 on dates.", "See point 5 on fees and point 3 on dates."),
        ("Les navires partent selon le point 3 ; les pilotes restent selon le point 5.",
         "Les navires partent selon le point 5 ; les pilotes restent selon le point 3."),
    ],
)  # fmt: skip
def test_references_that_changed_places_are_two_rows(old: str, new: str) -> None:
    assert summaries(old, new) == ["point 3 -> 5 (exchanged)", "point 5 -> 3 (exchanged)"]
    assert summaries(new, old) == ["point 5 -> 3 (exchanged)", "point 3 -> 5 (exchanged)"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Points 3 and 5 apply.", "Points 5 and 3 apply."),
        ("Point 3 and point 5 apply.", "Point 5 and point 3 apply."),
        ("Point 3 applies. Point 5 applies.", "Point 5 applies. Point 3 applies."),
        ("See point 3 on fees and point 5 on dates.", "See point 5 on dates and point 3 on fees."),
        ("Ships stop under point 3. Pilots leave under point 5.",
         "Pilots leave under point 5. Ships stop under point 3."),
        ("Subject to Article 5, Article 3 applies.", "Subject to Article 3, Article 5 applies."),
    ],
)  # fmt: skip
def test_another_order_is_no_exchange(old: str, new: str) -> None:
    assert summaries(old, new) == []


def test_references_that_follow_a_renumbering_are_not_exchanged() -> None:
    old, new = own({"3": "a", "5": "b"}), own({"3": "b", "5": "a"})
    texts = (
        "Ships stop under point 3. Pilots leave under point 5.",
        "Ships stop under point 5. Pilots leave under point 3.",
    )
    assert compare(*texts, (old, new)) == ()


def own(labels: dict[str, str], *, is_whole: bool = False) -> OwnPoints:
    known = {label_of(*label.split("|")): name for label, name in labels.items()}
    return OwnPoints(known, frozenset(("point",)), {k: k.path[-1] for k in known}, whole=is_whole)


def told(text: str, old: OwnPoints, new: OwnPoints) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.change, each.now) for each in compare(text, text, (old, new))]


def test_a_reference_that_stayed_says_where_its_target_is_now() -> None:
    old, new = own({"1": "a", "2": "b"}), own({"1": "x", "2": "a", "3": "b"})
    assert told("Work under point 2 is exempt.", old, new) == [(STALE, ("3",))]
    assert told("Work under points 1 and 2 is exempt.", old, new) == [
        ("no longer the same points", ("2", "3"))
    ]
    assert told("Work under point 2 of the armistice is exempt.", old, new) == []
    assert told("Work under the Charter, point 2, is exempt.", old, new) == []


def test_only_the_members_of_a_list_that_are_stale_are_named() -> None:
    old, new = own({"1": "a", "2": "b", "3": "c"}), own({"1": "a", "2": "x", "3": "c"})
    assert told("See points 1, 2 and 3.", old, new) == [(f"2 {STALE}", ())]


def test_a_list_whose_points_changed_places_among_each_other_is_the_same() -> None:
    assert told("See points 1 and 2.", own({"1": "a", "2": "b"}), own({"1": "b", "2": "a"})) == []


def test_each_of_two_references_that_changed_places_is_stale() -> None:
    old, new = own({"1": "a", "2": "b"}), own({"1": "b", "2": "a"})
    text = "Work under point 1 is exempt; ships named in point 2 pay."
    assert told(text, old, new) == [(STALE, ("2",)), (STALE, ("1",))]
    swapped = text.replace("point 1", "point x").replace("point 2", "point 1").replace("point x", "point 2")
    assert compare(text, swapped, (old, new)) == ()


def test_a_point_that_is_not_sure_is_never_called_stale() -> None:
    assert told("See point 2.", own({"2": ""}), own({"2": "b"})) == []
    assert told("See point 2.", own({"2": "b"}), own({"2": ""})) == []
    assert told("See point 2.", own({"2": "b"}), own({"1": "a"})) == []


def test_a_point_that_the_new_text_lacks_is_gone() -> None:
    old, new = own({"1": "a", "2": "b"}, is_whole=True), own({"1": "a"}, is_whole=True)
    assert told("See point 2.", old, new) == [(GONE, ())]
    assert told("See point 3.", old, new) == []


def test_items_are_followed() -> None:
    old = own({"1": "p", "1|a": "a", "1|b": "b"}, is_whole=True)
    new = own({"1": "p", "1|a": "b"}, is_whole=True)
    assert told("See point 1(a).", old, new) == [(STALE, ())]
    assert told("See item b of point 1.", old, new) == [(GONE, ("a",))]
    assert compare("See point 1(b).", "See point 1(a).", (old, new)) == ()


@pytest.mark.parametrize(
    ("labels", "texts", "expected"),
    [
        (["Article 1", "Article 2"], ["point 1"], {"article"}),
        (["1", "2"], [], {"point"}),
        (["1", "2"], ["Section 1, Section 2, Section 9"], {"point", "section"}),
        (["1", "2"], ["Article 51, Article 2"], {"point", "article"}),
        (["1", "2"], ["Article 51 and Article 49; paragraph 1"], {"point", "paragraph"}),
        (["1", "2"], ["Article 1; paragraph 2"], {"point"}),
        (["1", "2"], ["Article 1 of the Treaty; paragraph 2"], {"point", "paragraph"}),
    ],
)
def test_what_a_text_calls_its_own_points(labels: list[str], texts: list[str], expected: set[str]) -> None:
    found = [each for text in texts for each in find(text)]
    assert keywords_of([label_of(label) for label in labels], found) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (("5",), OwnLabel("", ("5",))),
        (("Article 5",), OwnLabel("article", ("5",))),
        (("§ 5",), OwnLabel("section", ("5",))),
        (("4 bis",), OwnLabel("", ("4bis",))),
        (("OP3",), OwnLabel("", ("op3",))),
        (("2.1",), OwnLabel("", ("2", "1"))),
        (("10", "b"), OwnLabel("", ("10", "b"))),
        (("10", "(b)"), OwnLabel("", ("10", "b"))),
        (("1", "1.1"), OwnLabel("", ("1", "1"))),
        (("Annex A", "ii"), OwnLabel("annex", ("a", "ii"))),
        (("odd label",), OwnLabel("", ("odd label",))),
    ],
)
def test_labels_are_paths(label: Sequence[str], expected: OwnLabel) -> None:
    assert label_of(*label) == expected


PARTS = (
    *(
        "Article",
        "Articles",
        "point",
        "points",
        "Section",
        "§",
        "item",
        "paragraph",
        "resolution",
        "Law",
        "No.",
        "Act",
    ),
    *(
        "5",
        "12",
        "2016/679",
        "5,234",
        "(a)",
        "(1)",
        "VII",
        "bis",
        "b)",
        "1998",
        "3-5",
        "99999999999",
        "²",
        "٣",
    ),
    *(
        ",",
        "and",
        "or",
        "to",
        "of",
        "the",
        "this",
        "Treaty",
        "l'",
        "d'",
        "de",
        "la",
        "(EU)",
        "of this Agreement",
    ),
    *("Quay", "Street", "U.S.C.", "статьи", "المادة", "http://a.b/1", "\n", "\u2029", ".", "İ", "e\u0301"),
)
PROSE = st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join) | st.text(max_size=60)
NAMES = st.dictionaries(st.sampled_from(("1", "2", "3", "5", "12")), st.sampled_from("abc"), max_size=4)


@given(PROSE)
def test_every_reference_stands_in_the_text(text: str) -> None:
    found = find(text)
    assert all(text[each.start : each.end] == each.text.strip() != "" for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for each in found:
        assert each.members
        for member in each.members:
            assert each.start <= member.start < member.end <= each.end
            assert member.paths
            assert all(all(path) for path in member.paths)
    assert spans(text) == tuple((each.start, each.end) for each in found)


@given(PROSE, PROSE, NAMES, NAMES)
def test_swapped_sides_mirror_the_rows(
    old: str, new: str, here: dict[str, str], there: dict[str, str]
) -> None:
    forth = [(each.old, each.new, each.change) for each in compare(old, new, (here, there))]
    back = [(each.new, each.old, each.change) for each in compare(new, old, (there, here))]
    assert sorted(map(repr, forth)) == sorted(map(repr, back))
    assert compare(old, old, (here, here)) == ()


@pytest.mark.parametrize("mark", [",", "'", "\u2019"])
def test_a_grouped_number_behind_a_keyword_is_a_quantity(mark: str) -> None:
    assert whole(f"Within the zone 1{mark}000 guards are stored.") == []
    assert whole(f"Articles 3 and 1{mark}000 guards") == ["Articles 3"]
    assert whole("Within zone 1's borders") == ["zone 1"]


@pytest.mark.parametrize("text", ["Annex 600 the", "Article 5 The parties", "Section 2. Duties", "§ 5 - the"])
def test_a_line_break_makes_no_label_of_a_reference_that_opens_the_text(text: str) -> None:
    whole, wrapped = find(text), find(text.replace(" ", "\n"))
    assert [each.sort for each in whole] == [each.sort for each in wrapped]
