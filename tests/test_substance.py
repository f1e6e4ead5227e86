"""Substance: laws on any text, then tables of what is and what is not a difference, then the labelled set."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.substance import HELD_OUT, PAIRS, TUNED, UNSEEN, judge, read_claims, read_pairs, score, verdict
from planctl.substance import BREAK, Difference, bracketing, compare, read

PARTIES = {
    "north": ("Northland",),
    "south": ("Southland", "the South"),
    "us": ("United States", "US"),
    "union": ("Union", "EU"),
}
FRAGMENTS = """
the parties shall should may will not no rules out without 600,000 600 000 six hundred thousand people troops
$100 billion €5m 50% half one third 50:50 33 % each within 100 days of signature as soon as possible once the
agreement is signed 1 May 2026 2026-05-01 in 2027 Article 5 point 7 G8 START I 28-point Northland Southland
US Union by on and , . ; ( ) [ ] in peacetime at once full permanently all some at least up to capped at 10b
4.10 1.2.3 ½ Annex B resolution 2202 (2015) neither nor ninety (90) km 30 working days
only except unless if without consent is not subject to inspection inspected entitled decides that agrees
annually under the age of 18 unarmed non-use need nothing in this treaty provided
both sides each party other or build use as soon as the port opens when violation of any serious binding
"""
PROSE = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=40).map(" ".join)
ANY = st.one_of(PROSE, st.text(max_size=60))


def swapped(difference: Difference) -> tuple[object, ...]:
    return (difference.kind, difference.new, difference.old, difference.new_at, difference.old_at)


def plain(difference: Difference) -> tuple[object, ...]:
    return (difference.kind, difference.old, difference.new, difference.old_at, difference.new_at)


@given(ANY)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare(text, text, PARTIES) == ()


@given(ANY, ANY)
@example("Half of the levy is paid.", "30% of the levy is paid.")
@example("The port opens within 100 days.", "The port opens by 1 May 2027.")
@example("The mine gets 300 guards, the dam 50.", "The mine gets 50 guards, the dam 300.")
def test_swapping_the_sides_swaps_old_and_new(old: str, new: str) -> None:
    there, back = compare(old, new, PARTIES), compare(new, old, PARTIES)
    assert Counter(map(plain, there)) == Counter(map(swapped, back))


@given(st.lists(ANY, min_size=2, max_size=4))
def test_no_term_goes_on_beyond_a_break(texts: list[str]) -> None:
    assert not [term for term in read(BREAK.join(texts), PARTIES) if BREAK in term.text.strip()]


NUMBERS = st.dictionaries(st.sampled_from("1237"), st.sampled_from("abc"), max_size=4)
CITED = ("point", "points", "1", "2", "3", "7", "and", ",", "of", "this", "plan", "(a)")
POINTS = st.lists(st.sampled_from(CITED), max_size=12).map(" ".join)


@given(POINTS, POINTS, NUMBERS, NUMBERS)
def test_swapping_the_sides_swaps_references(
    old: str, new: str, here: dict[str, str], there: dict[str, str]
) -> None:
    forth = compare(old, new, points=(here, there))
    back = compare(new, old, points=(there, here))
    assert Counter(map(plain, forth)) == Counter(map(swapped, back))
    assert compare(old, old, points=(here, here)) == ()


@given(ANY)
def test_places_are_exact(text: str) -> None:
    for term in read(text, PARTIES):
        assert term.text == text[term.start : term.end] != ""
    for difference in compare(text, "", PARTIES):
        assert difference.old_at is not None
        assert text[slice(*difference.old_at)] == difference.old


@given(ANY, ANY)
def test_every_difference_can_be_said_in_one_line(old: str, new: str) -> None:
    for difference in compare(old, new, PARTIES):
        assert difference.old is not None or difference.new is not None
        assert difference.summary
        assert "\n" not in difference.summary


@given(PROSE, st.integers(0, 2**80))
@example("Annex 30 100", 0)
@example("It has 1 000 000 guards.", 1 << 12)
@example("Article 4 bis 5; article L. 123-4 of the code", 1 << 13)
def test_wrapping_makes_no_difference(text: str, ends: int) -> None:
    """``ends`` has a bit for each place at which a line may end."""
    here = "".join("\n" if sign == " " and ends >> k & 1 else sign for k, sign in enumerate(text))
    for wrapped in (text.replace(" ", "\n"), here):
        assert compare(text, wrapped, PARTIES) == ()


@given(PROSE, PROSE)
def test_what_both_sides_share_word_for_word_is_not_told(one: str, other: str) -> None:
    """Joined by semicolons: a full stop after *no* makes it *number*."""
    kinds = {d.kind for d in compare(f"{one}; {other}", f"{other}; {one}", ())}
    assert not kinds & {"money", "party"}


def said(old: str, new: str) -> list[str]:
    return [difference.summary for difference in compare(old, new, PARTIES)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The forces are capped at 600,000 people.",
            "The forces are capped at 800,000 people in peacetime.",
            ["600,000 -> 800,000 people (+33 %)", '+ "in peacetime"'],
        ),
        (
            "The army has 60 000 soldiers and 1 200 guns.",
            "The army has 60 500 soldiers and 1 500 guns.",
            ["60 000 -> 60 500 soldiers (+under 1 %)", "1 200 -> 1 500 guns (+25 %)"],
        ),
        (
            "Elections are held within 100 days.",
            "Elections are held as early as possible once the agreement is signed.",
            ["within 100 days -> as early as possible once the agreement is signed"],
        ),
        ("Northland shall pay.", "Northland should pay.", ["shall -> should (weaker)"]),
        ("Northland may pay.", "Northland must pay.", ["may -> must (stronger)"]),
        ("A guarantee is given.", "A guarantee like Article 5 is given.", ["+ Article 5"]),
        ("The fund holds $100 billion.", "The fund is closed.", ["- $100 billion"]),
        ("Each owner gets 50%.", "Each owner gets 33%.", ["50% -> 33% (-17 percentage points)"]),
        ("The Union hosts jets.", "Northland hosts jets.", ["Union -> Northland"]),
        (
            "An attack by Northland on Southland ends it.",
            "An attack by Southland on Northland ends it.",
            [
                "An attack by Northland on Southland -> An attack by Southland on Northland (roles swapped)",
            ],
        ),
        (
            "Both parties shall not arm groups on the other's land.",
            "Northland shall not arm groups on Southland's land.",
            ["Both parties -> Northland"],
        ),
        (
            "Northland shall withdraw its troops. Northland pays.",
            "Each side shall withdraw its troops. Northland pays.",
            ["Northland -> Each side"],
        ),
        ("The parties shall meet.", "Both sides shall meet.", []),
        (
            "The parties shall meet.",
            "Northland and Southland shall meet.",
            ["+ Northland", "+ Southland"],
        ),
        ("The port opens.", "The port opens by 1 May 2027.", ["+ by 1 May 2027"]),
        (
            "The port opens within 9 days of signature.",
            "The port opens as soon as the situation allows.",
            ["within 9 days of signature -> as soon as the situation allows"],
        ),
        (
            "It meets within 48 hours of any serious violation by Northland.",
            "It meets within 72 hours of any serious violation by Northland.",
            ["within 48 -> 72 hours of any serious violation (+50 %)"],
        ),
        (
            "It meets within 48 hours of any serious or repeated violation.",
            "It meets within 72 hours of any serious or repeated violation.",
            ["within 48 -> 72 hours (+50 %)"],
        ),
        ("The port opens when asked.", "The port opens as soon as the situation allows.", []),
        ("It opens as soon as no mines are left.", "It opens.", ['- "no mines"']),
        ("Pledges are legally binding.", "Pledges are morally binding.", ["legally -> morally binding"]),
        ("Trade is free.", "Trade is not free.", ['+ "not free"']),
        ("Proof is admissible.", "Proof is inadmissible.", ['+ "inadmissible"']),
        ("It keeps 30 guards.", "It keeps 30 guards or more.", ['+ "or more"']),
        ("No State may own a base.", "States may not own a base.", []),
        ("The port will open.", "The port opens.", []),
        ("The port shall open.", "The port opens.", ['- "shall open"']),
        ("Should they fail, it ends.", "It ends if they fail.", []),
        ("If they should fail, it ends.", "It ends if they fail.", []),
        ("It meets and, should they fail, it ends.", "It meets and it ends if they fail.", []),
        ("It meets and should talks fail it ends.", "It meets and it ends if talks fail.", []),
        ("It shall go and shall pay.", "It shall go and should pay.", ["shall -> should (weaker)"]),
        (
            "It shall (a) go and (b) must pay.",
            "It shall (a) go and (b) should pay.",
            ["must -> should (weaker)"],
        ),
        ("It shall go and should pay.", "It shall go and shall pay.", ["should -> shall (stronger)"]),
        ("If they fail, Northland should pay.", "If they fail, Northland pays.", ['- "should pay"']),
        ("Ships may enter.", "Ships shall be entitled to enter.", []),
        ("Ships shall enter.", "Ships shall be entitled to enter.", ["shall -> be entitled to (weaker)"]),
        (
            "Ships should be permitted to enter.",
            "Ships shall be permitted to enter.",
            ['- "should be permitted"'],
        ),
        ("The Union shall endeavour to help.", "The Union endeavours to help.", []),
        ("The Union shall help.", "The Union shall endeavour to help.", ["shall -> endeavour to (weaker)"]),
        ("They commit themselves not to attack.", "They undertake not to attack.", []),
        (
            "They undertake not to attack.",
            "They agree not to attack.",
            ["undertake -> agree not to (weaker)"],
        ),
        ("Northland agrees to open the port.", "Northland agrees to the opening of the port.", []),
        (
            "Northland shall open the port.",
            "Northland agrees to the opening of the port.",
            ["shall -> agrees to (weaker)"],
        ),
        ("The body decides to extend it.", "The body decides that it shall be extended.", []),
        (
            "The body decides to extend it.",
            "The body decides that it should be extended.",
            ['+ "should be extended"'],
        ),
        ("The body shall extend it.", "The body decides to extend it.", ['- "shall extend"']),
        ("The lease runs for 25 years.", "The lease runs for [ ] years.", ["25 -> [ ] years"]),
        ("The levy is [ ] per cent.", "The levy is 5 per cent.", ["[ ] -> 5 per cent"]),
        (
            "It ends within 9 days of signature.",
            "It ends within [ ] days of signature.",
            ["within 9 -> [ ] days of signature"],
        ),
        ("It ends in [ ] days.", "It ends in [ ] weeks.", ["in [ ] days -> weeks"]),
        ("It meets.", "It meets [ ] [today].", ['+ "[ ]"', '+ "[today]"']),
        ("All go.", "All, civilians included, go.", ['+ "civilians included"']),
        ("It sits; the chair may freely appeal to it.", "It sits.", ['- "may freely appeal"']),
        ("It sits and agrees that ships go.", "It sits and ships go.", ['- "agrees that"']),
        ("Those who are entitled to vote meet.", "Those entitled to vote meet.", []),
        (
            "Those entitled to vote meet.",
            "Those required to vote meet.",
            ["entitled -> required to (stronger)"],
        ),
        (
            "The body demands that they go.",
            "The body urges that they go.",
            ["demands that -> urges (weaker)"],
        ),
        ("Disputes that may arise are settled.", "Disputes arising are settled.", []),
        ("Lakeland may refuse entry.", "Lakeland shall refuse entry.", ["may -> shall (stronger)"]),
        ("Guards shall not leave.", "Guards need not leave.", ['+ "need not leave"', '- "not leave"']),
        ("Nothing in this treaty affects trade.", "This treaty does not affect trade.", []),
        ("Nothing in this treaty shall prejudice trade.", "This treaty shall not prejudice trade.", []),
        ("The observers are unarmed.", "The observers are not armed.", []),
        ("The observers are armed.", "The observers are not armed.", ['+ "not armed"']),
        ("It shall cease to apply.", "It shall no longer apply.", []),
        (
            "Northland shall not build dams. It shall open the gates.",
            "Northland shall build dams. It shall not open the gates.",
            ['- "not build"', '+ "not open"'],
        ),
        (
            "Northland shall not join the Union and shall hold elections.",
            "Northland may join the Union and shall not hold elections.",
            ['- "not join"', '+ "not hold"'],
        ),
        (
            "No troops enter the zone and police enter the zone.",
            "Troops enter the zone and no police enter the zone.",
            ['- "No troops"', '+ "no police"'],
        ),
        ("It shall not tax trade, hold land or build.", "It shall not hold land, build or tax trade.", []),
        ("No party shall attack the other.", "The parties shall not attack each other.", []),
        ("Troops may enter only with consent.", "Troops may not enter without consent.", []),
        ("Troops may not enter without consent.", "Troops may not enter.", ['- "without consent"']),
        ("Arms are used only in defence.", "Arms are not used except in defence.", []),
        (
            "Arms are used only in defence.",
            "Arms are used except in defence.",
            ['- "only"', '+ "except in defence"'],
        ),
        ("It ends unless it is renewed.", "It ends if it is not renewed.", []),
        ("It ends unless it is renewed.", "It ends if it is renewed.", ["unless -> if"]),
        ("It opens provided that mines are cleared.", "It opens if mines are cleared.", []),
        ("It opens only if mines are cleared.", "It opens if mines are cleared.", ["only if -> if"]),
        (
            "They may enter the port only if the mayor agrees.",
            "They may only enter the port if the mayor agrees.",
            [],
        ),
        (
            "They may enter the port only if the mayor agrees.",
            "They may not enter the port unless the mayor agrees.",
            [],
        ),
        (
            "They may enter the port if the mayor agrees.",
            "They may only enter the port if the mayor agrees.",
            ['+ "only"'],
        ),
        (
            "They may enter the port only if the mayor agrees.",
            "Only they may enter the port if the mayor agrees.",
            ['+ "Only"', "only if -> if"],
        ),
        ("Goods are subject to inspection.", "Goods are inspected.", []),
        ("Goods are subject to inspection.", "Goods pass freely.", ['- "subject to inspection"']),
        ("A complete ban applies.", "A total ban applies.", []),
        ("A partial ban applies.", "A total ban applies.", ["partial -> total"]),
        ("A total of 50 jets is kept.", "50 jets are kept.", []),
        ("The body reports annually.", "The body reports every twelve months.", []),
        ("The body reports annually.", "The body reports monthly.", ["annually -> monthly"]),
        ("Entry is free of charge.", "Entry is at no cost.", []),
        ("Entry is free of charge.", "Entry is open.", ['- "free of charge"']),
        ("Trade is duty-free.", "There are no duties on trade.", []),
        ("The force shall be no larger than 90 men.", "The force shall not exceed 90 men.", []),
        (
            "The force shall not be larger than 90 men.",
            "The force has 90 men.",
            ['- "not be larger than"'],
        ),
        ("The treaty has not yet been ratified.", "The treaty has yet to be ratified.", []),
        ("Those who intend to leave pay.", "Those with the intention to leave pay.", []),
        ("Those under the age of 18 go home.", "Those under eighteen years of age go home.", []),
        ("Those under the age of 18 go home.", "Those under the age of 16 go home.", ["18 -> 16"]),
        (
            "It meets within a week of the establishment of the zone.",
            "It meets within a week after the zone is established.",
            [],
        ),
    ],
)
def test_what_is_said(old: str, new: str, expected: list[str]) -> None:
    assert said(old, new) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 28-point plan",
        "the G8 and the G-7",
        "START I and Minsk II",
        "F-16 and MiG-29 jets",
        "the rule of 4 bis",
        "10b and 12a",
    ],
)
def test_names_with_numbers_are_no_figures(text: str) -> None:
    assert [term.kind for term in read(text) if term.kind != "reference"] == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("600 000 troops", "figure", "count 600000"),
        ("six hundred thousand troops", "figure", "count 600000"),
        ("1.5 million people", "figure", "count 1500000"),
        ("ninety (90) people", "figure", "count 90"),
        ("30 km", "figure", "length 30000"),
        ("$100bn", "money", "money USD 100000000000"),
        ("US$5m", "money", "money USD 5000000"),
        ("100 billion US dollars", "money", "money USD 100000000000"),
        ("half a million euros", "money", "money EUR 500000"),
        ("EUR 20 000", "money", "money EUR 20000"),
        ("33 % each", "percentage", "share 33/100"),
        ("two-thirds", "share", "share 2/3"),
        ("½ of it", "share", "share 1/2"),
        ("50:50", "ratio", "1:1"),
        ("33:33:33", "ratio", "1:1:1"),
        ("1 May 2026", "date", "2026-05-01"),
        ("May 1st, 2026", "date", "2026-05-01"),
        ("2026-05-01", "date", "2026-05-01"),
        ("01.05.2026", "date", "2026-05-01"),
        ("in May 2026", "date", "2026-05"),
        ("mid-2026", "date", "mid 2026"),
        ("this ninth day of July 2026", "date", "2026-07-09"),
        ("the twenty-first of July", "date", "any-07-21"),
        ("12 to", "figure", "count 12"),
        ("late in 2026", "date", "late 2026"),
        ("two dozen people", "figure", "count 24"),
        ("the middle of 2026", "date", "mid 2026"),
        ("the spring of 2026", "date", "spring 2026"),
        ("the first half of 2026", "date", "first half 2026"),
        ("until 30 Sept. 2031", "date", "2031-09-30"),
        ("at 0600 hours", "date", "06:00"),
        ("at 06:00", "date", "06:00"),
        ("6 p.m.", "date", "18:00"),
        ("12:30 am", "date", "00:30"),
        ("1200 hours", "duration", "hours 1200"),
        ("60:40", "ratio", "3/2:1"),
        ("ten years", "duration", "months 120"),
        ("a 30-day truce", "duration", "hours 720"),
        ("within 100 days of signature", "deadline", "within hours 2400 after signature"),
        ("upon entry into force", "deadline", "after force"),
        ("Article 5", "reference", "article 5"),
        ("resolution 2202 (2015)", "reference", "resolution 2202"),
        ("resolution 2202 of 2015", "reference", "resolution 2202"),
        ("Chapter VII", "reference", "chapter vii"),
    ],
)
def test_values(text: str, kind: str, value: str) -> None:
    assert [(term.kind, term.value) for term in read(text)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 12 to 8 per cent", ["share 3/25..2/25"]),
        ("between 5 and 10 km", ["length 5000..10000"]),
        ("two or three weeks", ["hours 336", "hours 504"]),
        ("on 9 and 10 March", ["any-03-09", "any-03-10"]),
        ("on 1-3 May 2027", ["2027-05-01..2027-05-03"]),
        ("in sec. 9 and para. 3", ["section 9", "paragraph 3"]),
    ],
)
def test_two_numbers_share_what_follows(text: str, values: list[str]) -> None:
    assert [term.value for term in read(text)] == values


def test_every_form_of_a_name_is_the_same_party() -> None:
    text = "Northland's and Northlandian troops leave the U.S., the United States and the US."
    assert [term.value for term in read(text, PARTIES)] == ["north", "north", "us", "us", "us"]


def test_a_language_of_data_gives_numbers_only() -> None:
    old = "Die Streitkräfte werden auf 600.000 Soldaten begrenzt, der Vertrag will kein Ende; 50 % für 5 €."
    new = old.replace("600.000", "800.000").replace("kein", "ein")
    assert said(old, new) == ["600.000 -> 800.000 Soldaten (+33 %)"]
    assert said(old, old.replace("5 €", "6 €").replace("50", "60")) == [
        "5 -> 6 € (+20 %)",
        "50 -> 60 % (+10 percentage points)",
    ]
    assert said("Перемир'я з 10 травня.", "Перемир'я з 20 травня.") == ["10 травня -> 20 травня"]
    assert {term.kind for term in read(old)} == {"figure", "percentage", "money"}


def test_a_bare_list_is_read_in_the_language_of_the_other_text() -> None:
    old = "Northland keeps three brigades, eighty tanks and twenty helicopters."
    new = "Northland keeps: (a) three brigades; (b) ninety tanks; (c) twenty helicopters; (d) no more."
    assert said(old, new)[0] == "eighty -> ninety tanks (+12 %)"


def test_editorial_marks_and_labels_are_no_figures() -> None:
    assert read("1. The port[1] opens. (2) The road opens.") == ()


def test_huge_numbers_and_deep_brackets_are_survived() -> None:
    assert read("9" * 100_000) == ()
    assert len(read("1 and " * 20_000)) == 20_000
    assert compare("[" * 50_000, "]" * 50_000) == ()


_FEW = st.lists(st.sampled_from("abc"), max_size=12).map(" ".join)


@given(_FEW, _FEW)
def test_a_passage_is_found_where_its_words_stand_in_a_row(words: str, text: str) -> None:
    assert bracketing.WordRow(text).has(words) == (f" {words} " in f" {text} ")


def test_looking_passages_up_grows_with_their_number_only() -> None:
    """Places compared for each passage of a text full of brackets, counted."""
    for size in (500, 5_000):
        row = bracketing.WordRow(" ".join(f"the w{k}" for k in range(size)))
        assert sum(len(row.starts(["the", f"w{k}"])) for k in range(size)) == size
        assert not any(row.starts(["the", f"x{k}"]) for k in range(size))
        assert len(row.starts(["the"])) == bracketing._MOST_PLACES


def test_odd_names_are_found_and_never_break_the_reading() -> None:
    names = ["«Europe»", "Côte d'Ivoire", "O'Neill", "eeeee", "E3", "U.S.A.", " US "]
    text = "«Europe», Côte\n d'Ivoire, O'Neill's E.3., the U.S.A. and U.S. law, not US_ or x«Europe». eeeee"
    found = [term.text for term in read(text, names) if term.kind == "party"]
    assert found == ["«Europe»", "Côte\n d'Ivoire", "O'Neill", "E.3.", "U.S.A.", "U.S.", "eeeee"]


def test_reading_is_lazy_about_number_words() -> None:
    code = "import sys, planctl.substance as s; s.compare('two', '$5'); print('text_to_num' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_labelled_pairs_keep_their_bars() -> None:
    judged = [judge(pair) for pair in read_pairs(PAIRS)]
    for part in (TUNED, HELD_OUT):
        result = score([one for one in judged if one.pair.part == part])
        assert result.harmless >= 100
        assert result.expected >= 100
        assert result.recall >= 0.99
        assert result.false_alarms <= 0.03


def test_claims_keep_their_bars() -> None:
    verdicts = [verdict(claim) for claim in read_claims()]
    assert sum(len(each.missed) for each in verdicts) <= 0.08 * sum(len(each.claim.must) for each in verdicts)
    assert [row for each in verdicts for row in each.untrue] == []


def test_what_is_said_not_to_be_seen_is_not_seen() -> None:
    judged = [judge(pair) for pair in read_pairs(PAIRS) if pair.part == UNSEEN]
    assert judged
    assert [one.pair.section for one in judged if one.pair.kinds <= one.found] == []


def test_what_only_one_side_has_is_known_without_its_sign() -> None:
    rows = compare("The fund pays $5 million in peacetime.", "The fund pays.")
    assert [row.words for row in rows] == ["$5 million", '"in peacetime"']
    assert [row.summary for row in rows] == ["- $5 million", '- "in peacetime"']


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The lines stay until a complete staged halt is agreed.", "a complete"),
        ("The lines stay until the conditions are met for a complete staged halt.", "for a complete"),
    ],
)
def test_an_adjective_is_no_event_that_ends_a_deadline(text: str, whole: str) -> None:
    assert not [term.text for term in read(text) if term.kind == "deadline" and term.text.endswith(whole)]


def test_a_verb_is_an_event_that_ends_a_deadline() -> None:
    text = "The lines stay until the sides complete the withdrawal."
    assert [term.text for term in read(text) if term.kind == "deadline"] != []
