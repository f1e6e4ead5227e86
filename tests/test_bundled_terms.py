"""The bundled plans: the same term in the same words, and nothing that no source has."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.models import Evidence, Header, Plan, Version, Wording
from planctl.planfile import load_header, load_version

PLANS = Path(__file__).parent.parent / "plans"
VERSIONS = {
    "ukraine-2025": ("v28", "e3", "v19", "v20"),
    "gaza-2025": ("us21", "us20", "hamas3", "ph1", "sharm", "r2803"),
}
SAME = [
    "v28:1 e3:1 v20:1",
    "v28:2._1 e3:2._1",
    "v28:5 e3:5 v20:3",
    "v28:10.a e3:10.a",
    "v28:10.b e3:10.b",
    "v28:10.c e3:10.c",
    "v28:11 e3:11",
    "v28:12.a e3:12.a v20:8.a",
    "v28:12.c e3:12.c v20:8.c",
    "v28:12.d e3:12.d v20:8.d",
    "v28:12.f e3:12.f v20:8.e",
    "v28:13.a e3:13.a",
    "v28:13.b e3:13.b",
    "v28:13.c e3:13.c",
    "v28:16 e3:16",
    "v28:18 e3:18 v20:11",
    "v28:19 e3:19",
    "v28:20._1 v20:13",
    "v28:20.a e3:20 v20:13.a",
    "v28:22 e3:22 v20:15",
    "v28:24.a e3:24.a v20:17.a",
    "v28:24.b e3:24.b v20:17.b",
    "v28:27 e3:27 v20:19",
    "v28:27._1 v20:19._1",
    "e3:25 v20:18",
    "us21:1 us20:1",
    "us21:3._1 us20:3._1",
    "us21:7._1 us20:7._1",
    "us21:7._2 us20:7._2",
    "us21:5._1 us20:5._1",
    "us21:5._2 us20:5._3",
    "us21:10._1 us20:10",
    "us21:11 us20:11",
    "us21:12 us20:12",
    "us21:16._1 us20:16._1",
    "us21:17 us20:17",
    "us21:21 us20:20 r2803:OP2.c",
    "us20:16._2 r2803:OP7.c",
    "us20:16._3 r2803:OP7.c._1",
    "us20:16._6 r2803:OP7.c._2",
]
"""Provisions that the sources do not tell apart; what outlets write differently is in their notes."""


def _plan(name: str) -> Plan:
    folder = PLANS / name
    header = load_header((folder / "plan.yaml").read_bytes(), "plan.yaml")
    versions = tuple(load_version((folder / f"{v}.yaml").read_bytes(), v) for v in VERSIONS[name])
    return Plan(name=name, header=header, versions=versions)


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {name: _plan(name) for name in VERSIONS}


@pytest.fixture(scope="module")
def versions(plans: dict[str, Plan]) -> dict[str, Version]:
    return {version.version: version for plan in plans.values() for version in plan.versions}


def _text(ref: str, versions: dict[str, Version]) -> str:
    version, _, label = ref.partition(":")
    (text,) = [p.text for p in versions[version].provisions if p.label == label]
    return text


@pytest.mark.parametrize("refs", SAME)
def test_the_same_term_has_the_same_words(refs: str, versions: dict[str, Version]) -> None:
    assert len({_text(ref, versions) for ref in refs.split()}) == 1


@pytest.mark.parametrize("name", VERSIONS)
def test_every_version_file_is_known_here(name: str) -> None:
    assert {path.stem for path in (PLANS / name).glob("*.yaml")} == {"plan", *VERSIONS[name]}


def test_one_plan_is_meant_where_none_is_named(plans: dict[str, Plan]) -> None:
    assert [name for name, plan in plans.items() if plan.header.default] == ["ukraine-2025"]


def test_an_absence_is_no_term(versions: dict[str, Version]) -> None:
    """That the amnesty and the payment are gone is said by ``left_out``, not by a text."""
    assert not [p.ref for p in versions["e3"].provisions if "amnesty" in p.text]
    assert not [p.ref for p in versions["v20"].provisions if "paid" in p.text or "no longer" in p.text]
    assert "v28:26" in {ref for entry in versions["e3"].left_out for ref in entry.refs}
    assert "v28:10.a" in {ref for entry in versions["v20"].left_out for ref in entry.refs}


def test_what_is_left_out_says_what_that_rests_on(versions: dict[str, Version]) -> None:
    for version in versions.values():
        for entry in version.left_out:
            assert entry.note, entry.refs
            assert bool(entry.sources) is (entry.evidence is not Evidence.inferred), entry.refs


def test_only_texts_known_point_by_point_are_complete(versions: dict[str, Version]) -> None:
    assert {name for name, version in versions.items() if version.complete} == {"v28"}
    assert {v.version for v in versions.values() if v.wording is Wording.reconstructed} == {"v19"}


def test_who_wrote_it_is_contested_where_claims_credit_others(
    plans: dict[str, Plan], versions: dict[str, Version]
) -> None:
    assert {name for name, version in versions.items() if version.origin} == {"v28", "us20"}
    for name in ("v28", "us20"):
        header = next(plan.header for plan in plans.values() if name in plan.by_id)
        credited = {
            _whole(party, header) for c in header.claims if _is_about(c.about, name) for party in c.credits
        }
        assert len(credited) > 1


def _whole(party: str, header: Header) -> str:
    return next((p.part_of for p in header.parties if p.id == party and p.part_of), party)


def _is_about(refs: tuple[str, ...], version: str) -> bool:
    return any(ref.partition(":")[0] == version for ref in refs)


def test_not_having_seen_a_text_contradicts_nothing(plans: dict[str, Plan]) -> None:
    claims = plans["ukraine-2025"].claims
    assert {name: claims[name].contradicts for name in ("C20", "C22", "C12c", "C41")} == {
        "C20": (),
        "C22": (),
        "C12c": (),
        "C41": (),
    }


@pytest.mark.parametrize("name", VERSIONS)
def test_a_contradiction_is_no_tension(name: str, plans: dict[str, Plan]) -> None:
    claims = plans[name].claims
    against = {frozenset((c.id, ref)) for c in claims.values() for ref in c.contradicts if ref in claims}
    tense = {frozenset((c.id, other)) for c in claims.values() for other in c.in_tension_with}
    assert against
    assert not against & tense


def test_edits_by_israel_are_claims_on_withdrawal_and_weapons(plans: dict[str, Plan]) -> None:
    """Netanyahu's own words credit more; what others report of his edits is on three points."""
    claims = plans["gaza-2025"].claims
    about = {ref for name in ("C10", "C11") for ref in claims[name].about}
    assert about == {"us20:3", "us20:13", "us20:16"}
    assert not [v.version for v in plans["gaza-2025"].versions if "eight" in v.tabled_by]


def test_a_reply_has_no_ancestor(versions: dict[str, Version]) -> None:
    assert versions["hamas3"].made_from == versions["sharm"].made_from == ()
    assert [p.label for p in versions["r2803"].provisions if p.unseen] == ["OP11"]


@pytest.mark.parametrize("name", VERSIONS)
def test_parties_have_parts_and_people(name: str, plans: dict[str, Plan]) -> None:
    """A state is no part of a group that it belongs to: what it signs is not what the group signed."""
    parties = plans[name].header.parties
    assert {p.part_of for p in parties if p.part_of} == {
        "ukraine-2025": {"us", "ua", "ru"},
        "gaza-2025": set(),
    }[name]
    assert [p.id for p in parties if p.people]


@pytest.mark.parametrize("name", VERSIONS)
def test_every_event_has_a_source(name: str, plans: dict[str, Plan]) -> None:
    assert not [event.id for event in plans[name].header.events if not event.sources]
