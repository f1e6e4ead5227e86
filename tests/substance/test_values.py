"""Values: what is read as an amount, what is none, and what is said when it changes."""

from __future__ import annotations

import pytest

from planctl.substance import compare


def said(old: str, new: str, names: tuple[str, ...] = ()) -> list[str]:
    return [row.summary for row in compare(old, new, names)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Each mill grinds 4 tonnes.", "Each mill grinds 400 kg.", ["4 tonnes -> 400 kg (-90 %)"]),
        ("The road is 40 km long.", "The road is 40 miles long.", ["40 km -> miles (+61 %)"]),
        ("The toll is 9 dollars.", "The toll is 9 euros.", ["9 dollars -> euros"]),
        ("The prize is $3-9 million.", "The prize is $3-12 million.", ["$3-9 million -> $3-12 million"]),
        ("The prize is $3-9 million.", "The prize is $3 million to $9 million.", []),
        ("The prize is $3-9,000.", "The prize is $3,000-9,000.", []),
        (
            "A herd of 12 000, of which some graze.",
            "A herd of 13 500, of which some graze.",
            ["12 000 -> 13 500 (+12 %)"],
        ),
        ("The term is 2½ years.", "The term is 3½ years.", ["2½ -> 3½ years (+40 %)"]),
        ("It needs 3/4 of the votes.", "It needs three quarters of the votes.", []),
        ("It keeps 90 mules.", "It keeps 90 camels.", ["90 mules -> 90 camels"]),
        ("It keeps 90 mules.", "It keeps 120 camels.", ["90 mules -> 120 camels"]),
        ("A share of 20 % goes east.", "A share of 25 % goes east.", ["20 -> 25 % (+5 percentage points)"]),
        ("It meets once a week.", "It meets twice a week.", ["once -> twice a week"]),
        ("Frost of -5 °C is normal.", "Frost of -9 °C is normal.", ["-5 -> -9 °C"]),
        ("It opens at 14:00 UTC+2.", "It opens at 12:00 UTC.", []),
        ("In the 2031-32 season it rains.", "In the 2032-33 season it rains.", ["2031-32 -> 2032-33"]),
        ("The mast is at 4° 10' E.", "The mast is at 4° 50' E.", ["4° 10' -> 50' E"]),
        # What one side adds does not stand for a part of the other.
        (
            "It leaves within six working days.",
            "It leaves within six days.",
            ["within six working days -> within six days"],
        ),
        # One amount for each of another time is no exchange.
        (
            "It grinds 4 tonnes of rye per week.",
            "It grinds 4,000 kg of rye per month.",
            ["4 tonnes of rye per week -> 4,000 kg of rye per month"],
        ),
        # Ages of people do not grow.
        (
            "Les enfants de moins de 9 ans restent.",
            "Les enfants de moins de 12 ans restent.",
            ["9 -> 12 ans"],
        ),
        ("Children under 9 years stay.", "Children under 12 years stay.", ["9 -> 12 years"]),
        ("It hears a child older than nine years.", "It hears a child of more than nine years of age.", []),
        ("Nets older than 9 years are burnt.", "Nets older than 12 years are burnt.", ["9 -> 12 years"]),
        # A sum behind "de" is no year.
        ("La multa es de 1.950 euros.", "La multa es de 1950 €.", []),
        ("Nets are kept for no longer than two years.", "Nets are kept for up to two years.", []),
        ("It may vote after two years.", "It may vote before two years.", ["after -> before two years"]),
        (
            "It runs from March to June 2031.",
            "It runs from March to May 2031.",
            ["from March to June 2031 -> from March to May 2031"],
        ),
        (
            "Nets are kept for no longer than two years.",
            "Nets are kept for at least two years.",
            ["no longer than -> at least"],
        ),
    ],
)
def test_changes(old: str, new: str, told: list[str]) -> None:
    assert said(old, new) == told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("This is edition 4 of the code.", "This is edition 5 of the code."),
        ("Write to 80 Mill Street, Ebba.", "Write to 92 Mill Street, Ebba."),
        ("See 12 U.S.C. 404 there.", "See 14 U.S.C. 505 there."),
        ("Read https://port.example/a/3/9 first.", "Read https://port.example/a/4/8 first."),
        ("A three-dimensional map is kept.", "A map is kept."),
        ("The chart is at scale 1:40,000.", "The chart is at scale 1:90,000."),
        ("Call 0700 555 111 now.", "Call 0700 555 222 now."),
        ("The hut stands in Sector 4 today.", "The hut stands in Sector 6 today."),
    ],
)
def test_what_is_no_quantity(old: str, new: str) -> None:
    assert [row for row in compare(old, new) if row.kind == "figure"] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Boats leave Ebba, Cora and Dun.", "Boats leave Ebba and Dun.", ['- "Cora"']),
        ("Boats leave Ebba and Cora.", "Boats leave Ebba and Dun.", ["Cora -> Dun"]),
        ("All boats leave at dawn.", "Boats leave at dawn.", ['- "All"']),
        ("Each boat leaves.", "Any boat leaves.", ["Each -> Any"]),
        ("The mayor and the priest sign.", "The mayor or the priest signs.", ["mayor and -> or the priest"]),
        ("Boats anchor north of it.", "Boats anchor south of it.", ["north -> south"]),
        (
            "They agree to open the lock.",
            "They agree to discuss opening the lock.",
            ["open -> discuss opening (weaker)"],
        ),
        ("The permit is transferable.", "The permit is non-transferable.", ['+ "non-transferable"']),
        ("Those taken shall have been heard.", "Those taken are heard.", []),
        ("No toll applies if ice forms.", "No toll applies.", []),
        ("A toll applies unless ice forms.", "A toll applies.", ['- "unless ice forms"']),
        ("NORTH AND SOUTH PAY.", "North and South pay.", []),
        ("They undertake to free the goats.", "They undertake that all goats will be freed.", []),
        ("They undertake to free the goats.", "They will free the goats.", ["undertake to -> will (weaker)"]),
        ("The pact enters into force in June.", "The pact shall enter into force in June.", []),
        (
            "The pact shall enter into force in June.",
            "The pact may enter into force in June.",
            ["shall -> may (weaker)"],
        ),
        ("The mayor pays.", "The mayor shall pay.", ['+ "shall pay"']),
        ("Boys are not allowed to fish.", "Boys may not fish.", []),
        ("The 1980 Ebba Pact and the mill stay.", "The 1980 and 1996 Ebba Pacts and the mill stay.", []),
        ("It rests on Articles 3, 4 and 5.", "It rests on Article 3, 4 or 5.", []),
        ("It says when they leave.", "It says whether they will leave.", []),
        (
            "They shall be chosen to sail.",
            "They shall be empowered to sail.",
            ["shall -> be empowered to (weaker)"],
        ),
        ("The mills meet.", "The mills in group No 98 meet.", []),
        ("It asks the mills of Ebba.", "It asks the mills included in the list of Ebba.", []),
        ("The Board meets.", "The Board for Public Wells meets.", []),
        ("The wells are open.", "The public wells are open.", ['+ "public"']),
        (
            "It pays, including out-of-hours work.",
            "It pays.",
            ['- "including out-of-hours work"'],
        ),
        (
            "It meets under no circumstances more than 9 days later.",
            "It meets no more than 9 days later.",
            [],
        ),
        ("They need wool for the cloth.", "They need wool for the cloth and placed at the door.", []),
        ("Boys are not allowed to fish.", "Boys are allowed to fish.", ['- "not allowed"']),
    ],
)
def test_small_words(old: str, new: str, told: list[str]) -> None:
    assert said(old, new, ("North", "South")) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[Boats leave at dawn.]", "Boats leave at dawn.", ['no longer bracketed: "[Boats leave at dawn.]"']),
        (
            "[The council leads all forces there.] It meets.",
            "The security council leads all forces there. It meets.",
            ['no longer bracketed: "[The council leads all forces there.]"'],
        ),
        (
            "It grows [in calm air].",
            "It grows [well in calm air].",
            ["[in calm air] -> [well in calm air] (edited in brackets)"],
        ),
        ("It meets in [ ] again.", "It meets in Ebba again.", ["[ ] -> Ebba (filled)"]),
        ("It is ［open］ now.", "It is [open] now.", []),
        (
            "Boats anchor [near the pier][near the mill].",
            "Boats anchor [near the mill] or [quite near the pier].",
            ["[near the pier] -> [quite near the pier] (edited in brackets)"],
        ),
        (
            "Boats anchor [near the pier][near the mill].",
            "Boats anchor [quite near the mill] or [quite near the pier].",
            [
                "[near the mill] -> [quite near the mill] (edited in brackets)",
                "[near the pier] -> [quite near the pier] (edited in brackets)",
            ],
        ),
        (
            "Boats anchor [near the pier][near the mill].",
            "Boats anchor near the mill [or quite near the pier].",
            [
                "[near the pier] -> [or quite near the pier] (edited in brackets)",
                'no longer bracketed: "[near the mill]"',
            ],
        ),
        (
            "Boats anchor [near the pier][near the mill].",
            "Boats anchor [near the mill].",
            ['- "[near the pier]"'],
        ),
        (
            "[The reeve keeps the seal.]",
            "[Whoever is oldest keeps the key.]",
            ["[The reeve keeps the seal.] -> [Whoever is oldest keeps the key.] (edited in brackets)"],
        ),
        (
            "Boats [anchor and unload].",
            "Boats [anchor] and [unload].",
            [
                "[anchor and unload] -> [anchor] (edited in brackets)",
                "[anchor and unload] -> [unload] (edited in brackets)",
            ],
        ),
        (
            "[Wool is sold by boat.] Tolls are free. [Salt is sold by boat.]",
            "[Salt is sold by cart.] Tolls are free. [Wool is sold by cart.]",
            [
                "[Salt is sold by boat.] -> [Salt is sold by cart.] (edited in brackets)",
                "[Wool is sold by boat.] -> [Wool is sold by cart.] (edited in brackets)",
            ],
        ),
    ],
)
def test_brackets(old: str, new: str, told: list[str]) -> None:
    assert said(old, new) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("They keep international law.", "They keep international law, national and military law included.",
         ['+ "national and military law included"']),
        ("All is free.", "All, the law of the sea included, is free.", ['+ "the law of the sea included"']),
        ("Prisoners go home.", "Civilians included, prisoners go home.", ['+ "Civilians included"']),
        ("They free all.", "They free all, and civilians included.", ['+ "civilians included"']),
        ("They free all.", "They free all (women and non-combatants included).",
         ['+ "women and non-combatants included"']),
        ("Ils libèrent tous.", "Ils libèrent tous, les blessés et les malades inclus.",
         ['+ "les blessés et les malades inclus"']),
        # where the noun begins is not certain
        ("They free all prisoners.", "They free all prisoners civilians included.", []),
        ("They free all.", "They free all, who are home with families included.", []),
        # a condition is quoted to its end
        ("Boats go.", "Boats go except for the one of us or of you that is at sea.",
         ['+ "except for the one of us or of you that is at sea"']),
    ],
)  # fmt: skip
def test_no_qualifier_is_cut_within_a_noun_phrase(old: str, new: str, told: list[str]) -> None:
    assert said(old, new) == told
    assert all(row.new is None or row.new in new for row in compare(old, new))
