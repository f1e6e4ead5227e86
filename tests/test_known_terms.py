"""What a term is known by, who restated it, and what came before the text in which it first stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from planctl.blame import assign
from planctl.blame.terms import PROVISION, TracedTerm
from planctl.models import Plan
from planctl.text import words
from tests.base_plan import lay
from tests.conftest import Ran
from tests.invented import plan, version
from tests.test_terms import restated_plans

Run = Callable[..., Ran]
RESTATED: dict[str, Any] = {"wording": "restated"}
GUESSED: dict[str, Any] = {"wording": "reconstructed", "evidence": "inferred"}
REPORTED: dict[str, Any] = {"wording": "reconstructed", "evidence": "reported"}


def line(*texts: Any, kinds: Sequence[dict[str, Any]] = ()) -> Plan:
    """Versions v1, v2, ... of one point, each made from the one before it."""
    versions = []
    for k, text in enumerate(texts):
        point = {"number": "1", **(text if isinstance(text, dict) else {"text": text})}
        if k:
            point["made_from"] = [f"v{k}:1"]
        kind = kinds[k] if kinds else RESTATED
        made_from = [f"v{k}"] if k else []
        versions.append(version(f"v{k + 1}", point, day=k, made_from=made_from, **kind))
    return plan(*versions)


def terms(whole: Plan, unit: int = 0) -> list[TracedTerm]:
    """The terms of one provision of the newest version."""
    blame = assign(whole, whole.newest.version)
    return list([each for point in blame.points for each in point.provisions][unit].terms)


OLD = "Ships of the League wait in the bay for thirty days."


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        (OLD, OLD, OLD),
        (OLD, "Ships of the League wait at sea.", "Ships of the League wait"),
        (OLD, "Ships of the Guild rest.", ""),
        (OLD, "Option A, the bay: ships of the League wait there for thirty days.", ""),
        (OLD, OLD.upper(), OLD.upper()),
        (OLD, OLD.rstrip("."), OLD.rstrip(".")),
        (OLD, "Ships of the League wait", "Ships of the League wait"),
        ("Ships wait.", "Ships wait and pay.", "Ships wait"),
        ("", "Ships wait.", ""),
        ("船は港で待つ。", "船は港で待つ。", "船は港で待つ。"),
        ({"heading": "Fleet", "text": OLD}, {"heading": "Fleet", "text": "Boats rest."}, "Fleet"),
        ({"heading": "FLEET", "text": OLD}, {"heading": "Fleet", "text": "Boats rest."}, "Fleet"),
        ({"heading": "Ships", "text": OLD}, {"heading": "Fleet", "text": "Boats rest."}, ""),
        ({"heading": "Ships", "text": OLD}, {"heading": "Fleet", "text": OLD}, OLD),
        ({"text": OLD}, {"heading": "Fleet", "text": "Ships of the League rest."}, "Ships of the League"),
    ],
)  # fmt: skip
def test_a_provision_is_known_by_what_its_first_text_has_too(old: Any, new: Any, known: str) -> None:
    provision = terms(line(old, new))[0]
    assert provision.text == known
    assert provision.first[0].unit.version == "v1"


def test_a_merged_provision_is_known_by_the_words_of_any_of_its_first_texts() -> None:
    merged = {"number": "1", "text": "Ships of the League wait, and boats.", "made_from": ["v1:1", "v1:2"]}
    whole = plan(
        version("v1", "Boats of the Guild rest.", OLD, **RESTATED),
        version("v2", merged, day=1, made_from=["v1"], **RESTATED),
    )
    assert terms(whole)[0].text == "Ships of the League wait"


@given(restated_plans())
def test_nothing_that_a_provision_is_known_by_is_missing_in_its_first_text(whole: Plan) -> None:
    blame = assign(whole, whole.newest.version)
    for term in (t for point in blame.points for each in point.provisions for t in each.terms):
        if term.kind == PROVISION and term.text:
            shown = [each for each in map(str.casefold, words(term.text)) if each.isalnum()]
            texts = [blame.graph.provision(holder.unit).text for holder in term.first]
            begins = [[w for w in map(str.casefold, words(text)) if w.isalnum()] for text in texts]
            assert any(own[: len(shown)] == shown for own in begins)
        known = {each.unit.version for each in term.first} | {
            v.version for v in blame.graph.versions if not v.is_restated
        }
        assert not {*term.restated} & {each.unit.version for each in term.first}
        assert {*term.reconstructed} <= {v.version for v in blame.graph.versions} - known


@pytest.mark.parametrize(
    ("texts", "kinds", "restated"),
    [
        ("AA", (), ()),
        ("AB", (), ("v2",)),
        ("ABB", (), ("v2",)),
        ("ABC", (), ("v2", "v3")),
        ("ABA", (), ("v2",)),
        ("AAB", (RESTATED, GUESSED, RESTATED), ("v3",)),
        ("ABB", (RESTATED, GUESSED, RESTATED), ("v3",)),
        ("ABA", (RESTATED, REPORTED, RESTATED), ()),
        ("ABC", (RESTATED, REPORTED, RESTATED), ("v3",)),
    ],
)
def test_who_restated_a_provision(
    texts: str, kinds: Sequence[dict[str, Any]], restated: tuple[str, ...]
) -> None:
    sentences = {"A": OLD, "B": "Ships of the League wait at sea.", "C": "Ships of the League leave."}
    assert terms(line(*map(sentences.__getitem__, texts), kinds=kinds))[0].restated == restated


def test_brackets_are_no_other_words() -> None:
    assert terms(line(OLD, f"[{OLD}]"))[0].restated == ()


def test_what_only_contested_descent_leads_to_restated_nothing() -> None:
    new = "Ships of the League wait at sea."
    whole = plan(
        version("v1", OLD, **RESTATED),
        version("v2", new, day=1, made_from=["v1"], **RESTATED),
        version(
            "v3",
            {"number": "1", "text": new, "made_from": ["v1:1", "v2:1"]},
            day=2,
            made_from=["v1", {"version": "v2", "contested": True}],
            **RESTATED,
        ),
    )
    assert terms(whole)[0].restated == ("v3",)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("Ships wait as Article 5 of the Charter says.", ["Article 5 of the Charter"]),
        ("Ships wait as Resolution 242 says.", ["Resolution 242"]),
        ("Ships wait, modelled on Article 5.", ["Article 5"]),
        ("Ships wait as point 1 says.", []),
        ("Ships wait as paragraph 2 of this point says.", []),
        ("Ships wait, or Option A.", []),
    ],
)
def test_a_reference_to_another_text_is_a_value(new: str, found: list[str]) -> None:
    provision, *values = terms(line("Ships wait.", new))
    assert provision.restated == ("v2",)
    assert [(v.kind, v.text, v.first[0].unit.version) for v in values] == [
        ("reference", text, "v2") for text in found
    ]


def test_a_reference_to_an_own_article_is_none() -> None:
    old = {"number": "Article 1", "text": "Ships wait."}
    new = {"number": "Article 1", "text": "Ships wait as Article 2 says.", "made_from": ["v1:Article 1"]}
    whole = plan(
        version("v1", old, **RESTATED),
        version(
            "v2", new, {"number": "Article 2", "text": "Boats rest."}, day=1, made_from=["v1"], **RESTATED
        ),
    )
    assert len(terms(whole)) == 1


@pytest.mark.parametrize(
    ("kinds", "before"),
    [
        ((RESTATED, RESTATED, RESTATED), ()),
        ((RESTATED, GUESSED, RESTATED), ("v2",)),
        ((RESTATED, REPORTED, RESTATED), ("v2",)),
        ((GUESSED, RESTATED, RESTATED), ()),
        ((GUESSED, GUESSED, RESTATED), ("v2", "v1")),
    ],
)
def test_what_is_new_after_a_reconstruction_may_have_stood_there(
    kinds: Sequence[dict[str, Any]], before: tuple[str, ...]
) -> None:
    old = line("Ships wait.", "Ships wait.", "Ships wait.", kinds=kinds)
    new = {"number": "2", "text": "Boats of the Guild pay.", "made_from": []}
    last = version("v3", "Ships wait.", new, day=2, made_from=["v2"], **kinds[2])
    (provision,) = terms(plan(*old.versions[:2], last), 1)
    assert (provision.first[0].unit.version, provision.reconstructed) == ("v3", before)
    assert provision.unread == provision.through == ()


def test_a_row_without_words_of_its_own_has_its_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    folder = lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, text in ("v1", "Ships of the League wait."), ("v2", "Vessels rest in harbour."):
        made_from = "[]" if name == "v1" else "[v1:1]"
        said = (folder / f"{name}.yaml").read_text(encoding="utf-8").split("points:")[0]
        points = f"points:\n  - number: 1\n    text: {text}\n    made_from: {made_from}\n"
        (folder / f"{name}.yaml").write_text(said + points, encoding="utf-8")
    shown = run("blame", "v2:1").out
    assert "Vessels" not in shown
    assert "restated otherwise in v2" in " ".join(shown.split())
    (row,) = [each for each in shown.splitlines() if "v1:1, " in each]
    assert row.split()[0] == "1"
