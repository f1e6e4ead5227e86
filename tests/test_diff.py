"""Laws of a comparison, and what becomes of small plans, one row a rule."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planctl.alignment import Link, Reasons, doubtful
from planctl.diff import WANTED_KINDS, Change, Comparison, DiffAnswer, Kind, compare, select
from planctl.diff.grouping import SharedWords, components, joined
from planctl.diff.order_kept import pairs_out_of_order
from planctl.diff.shared_words import Side, kept_runs
from planctl.diff.weak_links import weak_links
from planctl.errors import UnknownName
from planctl.lineage import Pairing
from planctl.models import Evidence, Header, Plan, Version
from planctl.pages.diff_phrases import redlines
from planctl.text import word_count
from planctl.writers.lines import text_of
from tests.invented import plans, version
from tests.written import markdown_diff as markdown
from tests.written import screen as terminal
from tests.written import stat

MIRRORED = {
    Kind.added: {Kind.dropped, Kind.only},
    Kind.dropped: {Kind.added, Kind.only},
    Kind.only: {Kind.added, Kind.dropped},
    Kind.merged: {Kind.split},
    Kind.split: {Kind.merged},
}


@st.composite
def sides(draw: st.DrawFn) -> tuple[Version, Version]:
    """Two versions of one plan, in either order."""
    plan: Plan = draw(plans())
    old, new = draw(st.permutations(plan.versions))[:2]
    return old, new


@given(sides())
def test_nothing_lost(pair: tuple[Version, Version]) -> None:
    comparison = compare(*pair)
    for side, version_ in enumerate(pair):
        points = [k for change in comparison.changes for k in (change.old, change.new)[side]]
        assert sorted(points) == list(range(len(version_.points)))
        provisions = [k for part in comparison.parts for k in (part.old, part.new)[side]]
        assert sorted(provisions) == list(range(len(version_.provisions)))


@given(sides())
def test_every_part_is_told_with_its_points(pair: tuple[Version, Version]) -> None:
    comparison = compare(*pair)
    for change in comparison.changes:
        told = {k for part in change.parts for k in part.old}
        own = {comparison.old.points[k].number for k in change.old}
        assert {k for k, p in enumerate(pair[0].provisions) if p.point in own} <= told
        for number, part in enumerate(change.parts):
            elsewhere = [c for c in comparison.changes if c is not change and part in c.parts]
            assert bool(elsewhere) == (number in change.crossing)


@given(plans())
def test_peace(plan: Plan) -> None:
    for one in plan.versions:
        comparison = compare(one, one)
        assert comparison.is_quiet
        assert {change.kind for change in comparison.changes} == {Kind.unchanged}
        assert not any(change.differences for change in comparison.changes)
        assert comparison.summary.surviving == 1


def _shape(change: Change) -> tuple[Any, ...]:
    return change.old, change.new, change.moved, change.renumbered, change.format_only


@given(plans(), st.data())
def test_mirror(plan: Plan, data: st.DataObject) -> None:
    old, new = data.draw(st.permutations(plan.versions))[:2]
    find = data.draw(st.sampled_from((None, plan.by_id.get)))
    there, back = compare(old, new, find=find), compare(new, old, find=find)
    mirrored = {(c.new, c.old, *_shape(c)[2:]): c.kind for c in there.changes}
    assert mirrored.keys() == {_shape(change) for change in back.changes}
    for change in back.changes:
        kind = mirrored[_shape(change)]
        assert change.kind in MIRRORED.get(kind, {kind})
    sure = [{c.kind for c in one.changes} & {Kind.added, Kind.dropped, Kind.only} for one in (there, back)]
    assert all(kinds_ == {Kind.only} or Kind.only not in kinds_ for kinds_ in sure)


@given(sides())
def test_stated_links_win(pair: tuple[Version, Version]) -> None:
    comparison = compare(*pair)
    stated = [link for part in comparison.parts for link in part.links if link.stated]
    for link in stated:
        old, new = pair[0].provisions[link.old].point, pair[1].provisions[link.new].point
        (change,) = select(comparison, points=[f"{pair[0].version}:{old}"])
        assert new in {pair[1].points[k].number for k in change.new}


@given(sides())
def test_both_texts_back(pair: tuple[Version, Version]) -> None:
    for part in compare(*pair).parts:
        for other, indices, provisions in (("insert", part.old, pair[0]), ("delete", part.new, pair[1])):
            text = "".join(s.text for s in part.redline.segments if s.kind != other)
            assert (
                Counter(text.split("\n")) == Counter(provisions.provisions[k].text for k in indices)
                or not indices
            )


@given(sides())
def test_unchanged_means_equal_words(pair: tuple[Version, Version]) -> None:
    for change in compare(*pair).changes:
        words = [
            " ".join(
                p.text for k in places for p in one.provisions if p.point == one.points[k].number
            ).split()
            for one, places in zip(pair, (change.old, change.new), strict=True)
        ]
        if change.kind is Kind.unchanged:
            assert words[0] == words[1]
        if change.format_only:
            assert change.kind is Kind.unchanged


@given(sides())
def test_the_summary_counts_every_point(pair: tuple[Version, Version]) -> None:
    comparison = compare(*pair)
    figures = comparison.summary
    assert sum(figures.kinds.values()) == len(comparison.changes)
    assert figures.points == (len(pair[0].points), len(pair[1].points))
    assert 0 <= figures.kept_words <= figures.old_words
    assert figures.old_words == sum(word_count(provision.text) for provision in pair[0].provisions)


def test_words_are_counted_as_a_reader_would() -> None:
    comparison = compare(version("a", "Sola, a port (the largest): it opens."), version("b", "Sola, a port."))
    assert (comparison.summary.old_words, comparison.summary.kept_words) == (7, 3)


SOVEREIGN = "The coastal republic is confirmed as a sovereign country."
ARMY = "The army of the republic is capped at 600,000 people."
JETS = "The northern neighbour hosts twelve fighter aircraft."
POLLS = "Elections to the assembly are held within 100 days."
FUND = "A development fund for technology, data centres and harbours is set up."
PIPES = "The gas pipelines and the storage tanks are restored by a joint company."
GRAIN = "Grain moves freely across the inland sea under agreements still to be made."


def typed(comparison: Comparison) -> list[str]:
    """Summaries of all differences but the changed words."""
    return [d.summary for change in comparison.changes for d in change.differences if d.kind != "wording"]


def kinds(comparison: Comparison) -> list[str]:
    """``2 > 3 edited moved``, one a change."""
    told = []
    for change in comparison.changes:
        old = ",".join(comparison.old.points[k].number for k in change.old)
        new = ",".join(comparison.new.points[k].number for k in change.new)
        flags = [name for name in ("moved", "renumbered", "format_only") if getattr(change, name)]
        told.append(" ".join([f"{old}>{new}", change.kind.value, *flags]))
    return told


def point(number: str, *texts: str, **more: Any) -> dict[str, Any]:
    """A point with lead text and lettered items."""
    items = [{"label": letter, "text": text} for letter, text in zip("abcdefgh", texts[1:], strict=False)]
    return {"number": number, "text": texts[0], "items": items, **more}


ROWS: dict[str, tuple[list[Any], list[Any], list[str]]] = {
    "nothing happens": ([SOVEREIGN, ARMY], [SOVEREIGN, ARMY], ["1>1 unchanged", "2>2 unchanged"]),
    "a figure changes": ([ARMY], [ARMY.replace("600", "800")], ["1>1 edited"]),
    "a point is dropped and the rest shift": (
        [SOVEREIGN, ARMY, JETS],
        [ARMY, JETS],
        ["1> dropped", "2>1 unchanged renumbered", "3>2 unchanged renumbered"],
    ),
    "a point is added in front": (
        [ARMY, JETS],
        [SOVEREIGN, ARMY, JETS],
        [">1 added", "1>2 unchanged renumbered", "2>3 unchanged renumbered"],
    ),
    "one point moves against the others": (
        [SOVEREIGN, ARMY, JETS, POLLS],
        [POLLS, SOVEREIGN, ARMY, JETS],
        [
            "1>2 unchanged renumbered",
            "2>3 unchanged renumbered",
            "3>4 unchanged renumbered",
            "4>1 unchanged moved renumbered",
        ],
    ),
    "moved and edited": (
        [SOVEREIGN, ARMY, JETS, POLLS],
        [POLLS.replace("100", "200"), SOVEREIGN, ARMY, JETS],
        [
            "1>2 unchanged renumbered",
            "2>3 unchanged renumbered",
            "3>4 unchanged renumbered",
            "4>1 edited moved renumbered",
        ],
    ),
    "two points become one": ([FUND, PIPES], [f"{FUND} {PIPES}"], ["1,2>1 merged"]),
    "one point becomes two": (
        [f"{FUND} {PIPES}", JETS],
        [FUND, PIPES, JETS],
        ["1>1,2 split", "2>3 unchanged renumbered"],
    ),
    "wrapping, quotes, dashes and accents are format": (
        ["The \u201cgrey zone\u201d \u2013 a cafe\u0301 \u2013 stays\nopen to  all comers."],
        ["The 'grey zone' - a caf\u00e9 - stays open to all comers.".replace("'", '"')],
        ["1>1 unchanged format_only"],
    ),
    "letters' case is no format": ([SOVEREIGN], [SOVEREIGN.upper()], ["1>1 edited"]),
    "items told apart": (
        [point("1", "Guarantee:", ARMY, JETS), POLLS],
        [point("1", "Guarantee:", JETS), POLLS],
        ["1>1 edited", "2>2 unchanged"],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_kinds(name: str) -> None:
    old, new, expected = ROWS[name]
    numbered = [
        [{**one, "number": str(k)} if isinstance(one, dict) else one for k, one in enumerate(side, 1)]
        for side in (old, new)
    ]
    assert kinds(compare(version("a", *numbered[0]), version("b", *numbered[1], day=1))) == expected


def test_what_became_of_each_item() -> None:
    old = version("a", point("10", "Guarantee of the great power:", ARMY, JETS, POLLS))
    new = version("b", point("5", "Guarantee of the great power:", POLLS, JETS), day=1)
    (change,) = compare(old, new).changes
    told = {
        (tuple(old.provisions[k].label for k in p.old), tuple(new.provisions[k].label for k in p.new)): p.kind
        for p in change.parts
    }
    assert told == {
        (("10",), ("5",)): Kind.unchanged,
        (("10.a",), ()): Kind.dropped,
        (("10.b",), ("5.b",)): Kind.unchanged,
        (("10.c",), ("5.a",)): Kind.unchanged,
    }
    assert change.kind is Kind.edited


def test_items_that_trade_places_are_told() -> None:
    old = version("a", point("1", SOVEREIGN, ARMY, JETS, POLLS))
    new = version("b", point("1", SOVEREIGN, POLLS, ARMY, JETS), day=1)
    (change,) = compare(old, new).changes
    assert change.kind is Kind.edited
    assert [old.provisions[k].label for n in change.reordered for k in change.parts[n].old] == ["1.c"]


def test_an_item_that_goes_elsewhere_does_not_weld_two_points_together() -> None:
    old = version("a", point("1", SOVEREIGN, ARMY, JETS, POLLS), point("2", FUND, PIPES, GRAIN))
    new = version("b", point("1", SOVEREIGN, ARMY, JETS), point("2", FUND, PIPES, GRAIN, POLLS), day=1)
    comparison = compare(old, new)
    assert kinds(comparison) == ["1>1 edited", "2>2 edited"]
    crossing = [change.parts[k] for change in comparison.changes for k in change.crossing]
    assert [old.provisions[k].label for part in crossing for k in part.old] == ["1.c", "1.c"]
    assert [new.provisions[k].label for part in crossing for k in part.new] == ["2.c", "2.c"]


GAS = "Gas delivered through the Jorund pipeline is priced by a yearly formula. Transit fees go to Maristan."
GRID = "Gas delivered through the Jorund pipeline is priced by a yearly formula. Transit ends."


def test_a_point_modelled_on_another_is_told_with_it() -> None:
    old, new = version("a", GAS, FUND), version("b", GAS, FUND, GRID, day=1)
    for one, other in ((old, new), (new, old)):
        comparison = compare(one, other)
        assert len(comparison.changes) == 3
        (near,) = [link for change in comparison.changes for link in change.near]
        assert {near.old, near.new} == {0, 2}
        told = text_of(
            terminal(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 80)
        )
        assert told.count("b:3 is closest to a:1, which has 89 % of its words") == 1


def test_nothing_is_near_what_is_said_to_have_no_ancestor() -> None:
    lonely = {"number": "3", "text": GRID, "made_from": []}
    comparison = compare(version("a", GAS, FUND), version("b", GAS, FUND, lonely, day=1))
    assert not any(change.near for change in comparison.changes)


def test_a_slight_link_welds_nothing_together_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    old = version("a", f"{SOVEREIGN} Elders meet.", FUND)
    new = version("b", SOVEREIGN, f"{FUND} Elders meet.", day=1)
    links = (Link(0, 0, 0.9, False, None), Link(0, 1, 0.6, False, None), Link(1, 1, 0.9, False, None))
    monkeypatch.setattr("planctl.lineage.pair", lambda *_, **__: Pairing("a", "b", links))
    comparison = compare(old, new)
    assert kinds(comparison) == ["1>1 edited", "2>2 edited"]
    assert [(part.old, part.new) for part in comparison.parts] == [((0,), (0,)), ((1,), (1,))]
    assert [change.loose for change in comparison.changes] == [links[1:2], links[1:2]]
    told = text_of(terminal(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 80))
    assert told.count("partly similar: 1 -> 2 .60 computed") == 2


def test_a_full_stop_alone_is_no_common_sentence() -> None:
    old = version("a", "制裁は解除される。", "港は開く。", "ダムは修理される。")
    new = version("b", "制裁をやめる。", "鉄道を作る。", "ダムを直す。", day=1)
    assert not any(change.loose for change in compare(old, new, threshold=0.05).changes)


def test_another_heading_is_an_edit_and_another_status_is_none() -> None:
    old = version("a", point("1", ARMY, heading="Army", status="agreed"))
    new = version("b", point("1", ARMY, heading="Forces", status="open"), day=1)
    comparison = compare(old, new)
    (change,) = comparison.changes
    assert change.kind is Kind.edited
    assert change.heading == ("Army", "Forces")
    assert change.status == ("agreed", "open")
    assert not comparison.is_quiet
    (change,) = compare(old, version("b", point("1", ARMY, heading="Army", status="open"), day=1)).changes
    assert change.kind is Kind.unchanged


def test_evidence_is_the_weaker_of_both_sides() -> None:
    old = version("a", point("1", SOVEREIGN, ARMY))
    items = [{"label": "a", "text": ARMY, "evidence": "inferred"}]
    new = version("b", {"number": "1", "text": SOVEREIGN, "items": items}, day=1)
    (change,) = compare(old, new).changes
    assert (change.evidence_old, change.evidence_new) == (Evidence.published, Evidence.inferred)
    assert change.evidence is Evidence.inferred


@pytest.mark.parametrize(
    ("note", "disagree"),
    [
        ("Reports disagree. One has no cap.", True),
        ("Outlets differ: most have jets; one has troops.", True),
        ("The two sources for this conflict.", True),
        ("Relief for those who suffered from the conflict.", False),
        ("Reported by one outlet and contested: an earlier form called for an audit.", False),
        ("", False),
    ],
)
def test_a_note_says_that_reports_disagree(note: str, disagree: bool) -> None:
    change = compare(
        version("a", point("1", ARMY)), version("b", point("1", ARMY, note=note), day=1)
    ).changes[0]
    assert change.disagreement is disagree


def test_a_stated_counterpart_beats_the_words() -> None:
    old = version("a", ARMY, JETS)
    new = version("b", point("1", ARMY, made_from=("a:2",)), day=1, made_from=("a",))
    assert kinds(compare(old, new)) == ["1> dropped", "2>1 edited renumbered"]


def test_a_threshold_of_one_leaves_equal_points_alone() -> None:
    old, new = version("a", ARMY, JETS), version("b", ARMY.replace("600", "800"), JETS, day=1)
    assert kinds(compare(old, new, threshold=1.0)) == ["1> dropped", ">1 added", "2>2 unchanged"]


CEASEFIRE = "The parties cease fire along the whole front."
DAM = "The dam at Sola is run by engineers, says point {}."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("2", "1 anyhow", [], id="the same point under another number"),
        pytest.param("2", "2 anyhow", ["point 2 (no longer the same point)"], id="another under the same"),
        pytest.param("2", "3 anyhow", ["point 2 -> 3"], id="another point"),
        pytest.param("1", "1 anyhow", ["point 1 (no longer the same point)"], id="dropped, its number given"),
        pytest.param("2 of the armistice", "2 of the armistice anyhow", [], id="a point of another text"),
        pytest.param("2(b)", "1(b) anyhow", [], id="a part of the same point"),
        pytest.param("9", "9 anyhow", [], id="no point of either"),
    ],
)
def test_references_count_by_the_point_that_they_name(old: str, new: str, expected: list[str]) -> None:
    before = version("a", CEASEFIRE, ARMY, DAM.format(old), POLLS)
    after = version("b", ARMY, DAM.format(new), POLLS, day=1)
    comparison = compare(before, after)
    assert kinds(comparison)[:3] == ["1> dropped", "2>1 unchanged renumbered", "3>2 edited renumbered"]
    assert typed(comparison) == expected


def test_points_that_became_one_are_named_once() -> None:
    before = version("a", FUND, PIPES, "It runs as points 1 and 2 say.", POLLS)
    after = version("b", f"{FUND} {PIPES}", "It runs as point 1 says.", POLLS, day=1)
    assert typed(compare(before, after)) == []


def test_no_figure_takes_its_unit_from_the_point_that_follows() -> None:
    first = "The number of inspectors at the northern crossing may rise to 30"
    second = "Days of rest fall on the feasts of either church of the island"
    old, new = (
        version("v1", point("1", first), point("2", second)),
        version("v2", point("1", f"{first}. {second}")),
    )
    comparison = compare(old, new)
    assert kinds(comparison) == ["1,2>1 merged"]
    assert not comparison.changes[0].parts[0].differences


def test_a_bracket_over_two_points_is_told_as_it_is_written() -> None:
    old = version(
        "v1", point("1", "The port [is closed to warships"), point("2", "and open to grain ships] at once")
    )
    new = version("v2", point("1", "The port is closed to warships and open to grain ships at once"))
    told = [d.old for part in compare(old, new).changes[0].parts for d in part.differences]
    assert told == ["[is closed to warships\nand open to grain ships]"]


def test_two_states_of_one_version() -> None:
    old, new = version("a", ARMY), version("a", ARMY.replace("600", "800"))
    assert kinds(compare(old, new)) == ["1>1 edited"]


def test_an_equal_link_is_not_doubtful() -> None:
    comparison = compare(version("a", ARMY), version("b", ARMY, day=1))
    assert not any(change.doubtful for change in comparison.changes)


@pytest.mark.parametrize(
    ("similarity", "stated", "gap", "linked", "is_doubtful"),
    [
        (0.95, False, 0.5, set(), False),
        (0.60, False, 0.5, set(), True),
        (0.60, True, 0.0, set(), False),
        (0.95, False, 0.05, set(), True),
        (1.00, False, 0.0, set(), False),
        (0.95, False, -0.1, {(7, 1)}, False),
        (0.95, False, -0.1, {(0, 8)}, False),
        (0.95, False, -0.1, {(7, 8)}, True),
    ],
)
def test_doubt(
    similarity: float, stated: bool, gap: float, linked: set[tuple[int, int]], is_doubtful: bool
) -> None:
    why = Reasons(0.5, 0.5, 0.5, (), runner_up_old=7, runner_up_new=8, gap=gap)
    assert doubtful(Link(0, 1, similarity, stated, why), linked) is is_doubtful


class TestSelection:
    old = version("a", SOVEREIGN, ARMY, JETS)
    new = version("b", SOVEREIGN, ARMY.replace("600", "800"), POLLS, day=1)
    comparison = compare(old, new)

    @pytest.mark.parametrize(
        ("wish", "expected"),
        [
            ({}, ["1>1", "2>2", "3>", ">3"]),
            ({"only": ["edited"]}, ["2>2"]),
            ({"only": ["added", "dropped"]}, ["3>", ">3"]),
            ({"only": ["moved"]}, []),
            ({"points": ["3"]}, ["3>", ">3"]),
            ({"points": ["a:3"]}, ["3>"]),
            ({"points": ["b:3", "point-1"]}, ["1>1", ">3"]),
            ({"evidence": [Evidence.inferred]}, []),
            ({"evidence": [Evidence.published], "only": ["edited"]}, ["2>2"]),
        ],
    )
    def test_wishes(self, wish: dict[str, Any], expected: list[str]) -> None:
        found = select(self.comparison, **wish)
        shown = self.comparison._replace(changes=found)
        assert [told.split()[0] for told in kinds(shown)] == expected

    @pytest.mark.parametrize("label", ["9", "a:9", "c:1", ":", "a:", ""])
    def test_no_such_point(self, label: str) -> None:
        with pytest.raises(UnknownName):
            select(self.comparison, points=[label])

    def test_every_kind_can_be_asked_for(self) -> None:
        named = {kind.value.replace(" ", "-") for kind in Kind}
        assert set(WANTED_KINDS) == named | {"moved", "renumbered", "format-only", "copied"}


class TestOrder:
    @staticmethod
    def _runs(pairs: dict[tuple[int, int], int]) -> set[tuple[int, int]]:
        """The pairs outside any heaviest run, by trying all runs."""
        rising = [
            run
            for size in range(len(pairs) + 1)
            for run in combinations(sorted(pairs), size)
            if all(a[1] <= b[1] for a, b in pairwise(run))
        ]

        def worth(run: tuple[tuple[int, int], ...]) -> tuple[int, int]:
            return len(run), sum(pairs[pair] for pair in run)

        best = max(map(worth, rising))
        stayed = set(pairs)
        for run in rising:
            if worth(run) == best:
                stayed &= set(run)
        return set(pairs) - stayed

    @given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(0, 3), max_size=8))
    def test_against_trying_all_runs(self, pairs: dict[tuple[int, int], int]) -> None:
        assert pairs_out_of_order(pairs, set(pairs)) == self._runs(pairs)

    @given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.integers(0, 9)))
    def test_the_same_from_both_sides(self, pairs: dict[tuple[int, int], int]) -> None:
        turned = {(n, o): weight for (o, n), weight in pairs.items()}
        assert {(n, o) for o, n in pairs_out_of_order(turned, set(turned))} == pairs_out_of_order(
            pairs, set(pairs)
        )

    def test_neighbours_of_equal_weight_both_moved(self) -> None:
        pairs = {(0, 0): 5, (1, 2): 5, (2, 1): 5, (3, 3): 5}
        assert pairs_out_of_order(pairs, set(pairs)) == {(1, 2), (2, 1)}

    def test_merged_points_bend_to_the_order_of_the_others(self) -> None:
        pairs = {(0, 2): 9, (1, 0): 9, (2, 1): 9, (3, 2): 9}
        assert pairs_out_of_order(pairs, {(1, 0), (2, 1)}) == {(0, 2)}


class TestGrouping:
    @given(st.integers(0, 6), st.integers(0, 6), st.data())
    def test_components_hold_every_unit_once(self, old: int, new: int, data: st.DataObject) -> None:
        assume(old and new)
        units = st.tuples(st.integers(0, old - 1), st.integers(0, new - 1))
        pairs = data.draw(st.lists(units))
        groups = components(old, new, pairs)
        assert sorted(k for group in groups for k in group[0]) == list(range(old))
        assert sorted(k for group in groups for k in group[1]) == list(range(new))
        assert all(any(a in g[0] and b in g[1] for g in groups) for a, b in pairs)

    def test_a_small_link_between_two_heavy_ones_only_crosses(self) -> None:
        flows = {(0, 0): SharedWords(30, 1.0), (1, 1): SharedWords(30, 1.0), (0, 1): SharedWords(6, 1.0)}
        assert joined(flows) == {(0, 0), (1, 1)}

    def test_a_stated_link_joins_however_small(self) -> None:
        flows = {
            (0, 0): SharedWords(30, 1.0),
            (1, 1): SharedWords(30, 1.0),
            (0, 1): SharedWords(0, 0.1, stated=True),
        }
        assert joined(flows) == {(0, 0), (0, 1), (1, 1)}

    def test_the_only_link_of_a_point_joins_however_small(self) -> None:
        flows = {(0, 0): SharedWords(30, 1.0), (1, 0): SharedWords(1, 0.5)}
        assert joined(flows) == {(0, 0), (1, 0)}

    def test_a_true_split_is_one(self) -> None:
        flows = {(0, 0): SharedWords(60, 2.0), (0, 1): SharedWords(20, 1.0)}
        assert joined(flows) == {(0, 0), (0, 1)}


def test_two_plans_without_counterparts_may_still_say_the_same() -> None:
    """A reader must not quote that all was dropped where all may have been reworded."""
    old = ["Soldiers go home.", "Grain is shipped freely.", "Both courts accept the border.", "Talks go on."]
    new = ["Troops are withdrawn.", "No duty on wheat exports.", "The frontier stays.", "A ceasefire begins."]

    def told(*new_texts: str, preamble: str = "") -> str:
        later = version("b", *new_texts, day=1, preamble=[{"text": preamble}] if preamble else ())
        comparison = compare(version("a", *old), later)
        shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
        return " ".join(text_of(terminal(shown, 80)).split())

    assert "! 4 of 4 points of a and 4 of 4 points of b have no counterpart by their words." in told(*new)
    with_preamble = told(*new, preamble="The parties met in a small town by the lake.")
    assert "! 4 of 4 points of a and 4 of 4 points of b have" in with_preamble
    assert "--semantic" in told(*new[:3], old[3])
    assert "--semantic" not in told(*new[:2], *old[2:])
    assert "--semantic" not in told(*old)
    assert "--semantic" not in told(*new[:2])


def test_stat_names_the_signs_that_changed_where_no_word_did() -> None:
    """What came into brackets is open again, though every word stands."""
    old = version("a", "The strait is open to all.", "Prisoners go home, all of them.", "Talks go on.")
    new = version("b", "[The strait is open] to all.", "Prisoners go home; all.\x1b of them.", "Talks go on.")
    comparison = compare(old, new)
    told = text_of(stat(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 80))
    assert "1 -> 1  edited" in told
    assert "signs: + [ ]" in told
    assert "signs: - , + ; . <U+001B>" in told
    assert told.count("signs:") == 2


def test_words_of_another_language_have_a_row_too() -> None:
    """Of Ukrainian only values are read: the ban that went is shown in its words."""
    old = "Полянія не має права ввести війська на цю територію без згоди сторін."
    comparison = compare(version("a", old), version("b", old.replace("не має", "має"), day=1))
    shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
    for told in (text_of(terminal(shown, 80)), markdown(shown)):
        said = " ".join(told.replace(">", "").split())
        assert "Substance is read in English and French. In 1 changed text only figures" in said
        assert 'wording: - "не"' in said
        assert "no difference" not in said


def test_every_edited_provision_has_a_row() -> None:
    old = ["The ferry leaves at dawn from the pier.", "Guards of 30 men stand at the gate."]
    new = ["The ferry leaves at dusk from the pier.", "Guards of 40 men stand at the gate."]
    comparison = compare(version("a", *old), version("b", *new, day=1))
    assert [[d.kind for d in change.differences] for change in comparison.changes] == [
        ["wording"],
        ["figure"],
    ]
    long = "a report on the harvest, the roads, the mills and the wells of both valleys"
    (change,) = compare(
        version("a", "The mayor hears the council."),
        version("b", f"The mayor hears the council and {long}.", day=1),
    ).changes
    assert [d.summary for d in change.differences if d.kind == "wording"] == ["16 words added"]


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("The ferry leaves at dawn.", "The ferry leaves by dawn.", '"at" -> "by"'),
        (
            "The ferry is moored at the pier.",
            "The ferry was sunk near the pier.",
            '"is moored at" -> "was sunk near"',
        ),
        (
            "The ferry leaves early the pier.",
            "The ferry leaves the pier by the town.",
            '"early" -> "by the town"',
        ),
        (
            "The ferry leaves the pier.",
            "The ferry leaves early the pier of a town.",
            '+ "early ... of a town"',
        ),
        (
            "The ferry from the port on the river leaves the pier.",
            "The ferry and leaves the pier.",
            '- "from the port on the river"',
        ),
    ],
)
def test_function_words_alone_are_no_part_of_a_row_that_has_others(old: str, new: str, row: str) -> None:
    (change,) = compare(version("a", old), version("b", new, day=1)).changes
    assert row in [d.summary for d in change.differences if d.kind == "wording"]


def test_the_same_words_on_both_sides_are_no_row() -> None:
    old = "A full pact binds Arland, Benn and Corland."
    new = "A full and unconditional pact binds Arland and Benn."
    found = compare(version("a", old), version("b", new, day=1), names={"c": ["Corland"]})
    (change,) = found.changes
    assert [d.summary for d in change.differences] == ['+ "unconditional"', "- Corland"]


def test_words_that_only_moved_are_in_no_row_of_rewording() -> None:
    old = "The quay and Karim form a joint working group of the mayor."
    new = "The quay, a ferry and a third side form a joint task force of the mayor with Karim."
    first, second = version("a", old, wording="restated"), version("b", new, day=1, wording="restated")
    (change,) = compare(first, second).changes
    assert [d.summary for d in change.differences if d.kind == "wording"] == [
        '"working group" -> "a ferry ... a third side ... task force"'
    ]


def test_what_may_stand_elsewhere_is_not_told_as_simply_dropped() -> None:
    stays = "The people who fled to Benn may return"
    returns = f"{stays}, and the Government receives them at the crossings of Ulo and Karim."
    land = "Land occupied in the absence of its owners is given back after a hearing before a village court."
    old = version("a", returns, land)
    comparison = compare(old, version("b", f"{stays}, and l{land[1:]}", day=1))
    told = text_of(terminal(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 100))
    assert "1       dropped, but see 1: The people who fled" in told
    assert "a:1 is closest to b:1, which has " in told
    back = compare(comparison.new, old)
    told = text_of(terminal(DiffAnswer(back, Header(title="Talks"), "b", "a", back.changes), 100))
    assert "-> 1    added, but see 1: The people who fled" in told


def test_a_split_is_shown_by_its_new_points() -> None:
    old = version(
        "a", "The convention of 120 delegates meets in Zafar. One third are women. It submits a draft."
    )
    new = version(
        "b",
        "The convention of 120 delegates meets in Zafar.",
        "One third are women. It submits drafts.",
        day=1,
    )
    comparison = compare(old, new)
    shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes)
    told = text_of(terminal(shown, 80))
    assert "    1: The convention of 120 delegates meets in Zafar.\n    2: One third are women" in told
    assert "1: The convention of 120 delegates meets in Zafar.<br>2: One third are" in markdown(shown)


@given(sides())
def test_a_redline_cut_by_new_provisions_is_the_redline(pair: tuple[Version, Version]) -> None:
    comparison = compare(*pair)
    for part in comparison.parts:
        lines = redlines(comparison, part)
        if part.copies or not part.old:
            continue
        news = ["".join(s.text for s in segments if s.kind != "delete") for _, segments in lines]
        assert "\n".join(news) == part.redline.new
        olds = "".join(s.text for _, segments in lines for s in segments if s.kind == "delete")
        assert olds == "".join(s.text for s in part.redline.segments if s.kind == "delete")


def test_opening_words_that_went_are_told_in_their_own_words() -> None:
    items = [{"label": "a", "text": "The guard joins the navy."}, {"label": "b", "text": "The fleet stays."}]
    opening = "All foreign troops leave within 30 days and shall not return:"
    old = version("a", {"number": "1", "text": opening, "items": items})
    comparison = compare(old, version("b", {"number": "1", "items": items}, day=1))
    told = text_of(terminal(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 100))
    assert "opening words dropped: All foreign troops leave within 30 days and shall not return" in told


def test_twins_that_went_are_told_apart() -> None:
    corridor = "A humanitarian corridor is opened from {} to Kesh on 5 March and stays open for a week."
    old = version("a", "Talks go on.", corridor.format("Milla"), corridor.format("Sant"))
    comparison = compare(old, version("b", "Talks go on.", corridor.format("Sant"), day=1))
    told = text_of(terminal(DiffAnswer(comparison, Header(title="Talks"), "a", "b", comparison.changes), 60))
    row = " ".join(told.split("SUBSTANCE")[1].split("POINTS")[0].split())
    assert "opened from Milla ... (5 March, a week)" in row


def test_a_sentence_that_changed_places_within_its_point_survives() -> None:
    first, second = "The port of Zafar reopens on 1 July.", "Customs officers are appointed jointly by both."
    old, new = version("a", f"{first} {second}"), version("b", f"{second} {first} No.", day=1)
    for sides_ in ((old, new), (new, old)):
        figures = compare(*sides_).summary
        assert (figures.kept_words, figures.old_words) in {(15, 15), (15, 16)}
    gone = compare(old, version("b", "Nobody knows.", day=1)).summary
    assert (gone.kept_words, gone.old_words) == (0, 15)


class TestCopied:
    strait = "The strait is open to all ships, and tolls are not levied."
    longer = strait.replace("ships", "ships at all times")
    talks = "Talks go on in the capital until the summer."

    def told(self, old: list[str], new: list[str], **wishes: Any) -> tuple[Comparison, str]:
        comparison = compare(version("a", *old), version("b", *new, day=1))
        shown = DiffAnswer(comparison, Header(title="Talks"), "a", "b", select(comparison, **wishes))
        return comparison, text_of(terminal(shown, 80))

    def test_a_text_that_stands_twice_was_copied_and_not_split(self) -> None:
        comparison, told = self.told([self.strait, self.talks], [self.strait, self.talks, self.longer])
        copied, kept = comparison.changes
        assert (copied.kind, copied.copied, kept.copied) == (Kind.split, True, False)
        assert [d.summary for d in copied.differences] == ['+ "at all times"']
        assert "1 copied (1 -> 2)" in told
        assert "1 -> 1, 3  copied" in told
        assert "    1: The strait is open to all ships, and tolls are not levied.\n" in told
        assert "    3: The strait is open to all ships {+at all times+}, and" in told
        assert "split" not in told

    def test_a_point_with_items_was_copied_if_most_of_it_was(self) -> None:
        """Two words over the items are too few to tell that they were copied too."""
        items = [{"label": "a", "text": self.strait}, {"label": "b", "text": self.talks}]
        whole = {"number": "1", "text": "It is agreed:", "items": items}
        apart = [whole | {"number": "1", "items": items[:1]}, whole | {"number": "2", "items": items[1:]}]
        for points, expected in (([whole, whole | {"number": "2"}], True), (apart, False)):
            comparison = compare(version("a", whole), version("b", *points, day=1))
            assert [(change.kind, change.copied) for change in comparison.changes] == [(Kind.split, expected)]

    def test_doubles_become_one(self) -> None:
        comparison, told = self.told([self.strait, self.talks, self.longer], [self.strait, self.talks])
        assert comparison.changes[0].copied
        assert comparison.summary.copied == 1
        assert "1 duplicates merged (2 -> 1)" in told
        assert "3: The strait is open to all ships [-at all times-], and" in told

    def test_what_was_divided_or_joined_was_not_copied(self) -> None:
        whole, halves = f"{self.strait} {self.talks}", [self.strait, self.talks]
        for old, new in ((([whole], halves)), (halves, [whole]), (halves, halves)):
            comparison, told = self.told(old, new)
            assert not any(change.copied for change in comparison.changes)
            assert "copied" not in told
            assert "doubles" not in told

    def test_copies_can_be_asked_for(self) -> None:
        _, told = self.told(
            [self.strait, self.talks], [self.strait, f"{self.talks} Really."], only=["copied"]
        )
        assert "No point matches" in told
        _, told = self.told([self.strait], [self.strait, self.longer], only=["copied"])
        assert "1 -> 1, 2  copied" in told


class TestSlight:
    ward = "Hospitals in {} receive vaccines and supplies, and ambulances pass all checkpoints unsearched."
    sola, pelm = ward.format("Sola"), ward.format("Pelm")
    closing = "The joint council monitors this point and reports to the parties every month."
    herders = f"Herders graze their flocks on the pastures. {closing}"

    @staticmethod
    def told(old: list[str], new: list[str], *similarities: float, stated: bool = False) -> set[Any]:
        """The weak ones among links between all old units and all new ones, in order."""
        pairs = [(i, j) for i in range(len(old)) for j in range(len(new))]
        links = [Link(*pair, s, stated, None) for pair, s in zip(pairs, similarities, strict=True) if s]
        sides = Side.of(version("a", *old)), Side.of(version("b", *new, day=1))
        found = weak_links(links, sides, kept_runs(links, sides))
        mirrored = sorted(Link(k.new, k.old, k.similarity, stated, None) for k in links)
        back = weak_links(mirrored, sides[::-1], kept_runs(mirrored, sides[::-1]))
        assert found == {(i, j) for j, i in back}
        return found

    @pytest.mark.parametrize(
        ("new", "found"),
        [
            pytest.param(f"{pelm} This holds at all times.", {(0, 0)}, id="a twin dropped"),
            pytest.param(pelm.replace("pass", "freely pass"), {(0, 0)}, id="and the other edited"),
            pytest.param(ward.format("Sola and Pelm"), set(), id="twins merged"),
            pytest.param(ward.format("Corrin"), set(), id="both gone"),
        ],
    )
    def test_a_twin_that_brings_nothing_of_its_own(self, new: str, found: set[Any]) -> None:
        assert self.told([self.sola, self.pelm], [new], 0.7, 0.9) == found

    def test_a_name_tells_twins_apart_and_a_figure_does_not(self) -> None:
        """A figure may become what a dropped brother had; a name is who the point is about."""
        aid = "The hospital of {} receives {} tonnes of medical supplies a week."
        old = [aid.format(*said) for said in (("Milla", 12), ("Sant", 8))]
        assert self.told(old, [aid.format("Sant", 12)], 0.9, 0.7) == {(0, 0)}
        assert self.told(old, [aid.format("Sant and Milla", 12)], 0.9, 0.7) == set()
        assert self.told(old, [aid.format("Milla", 8)], 0.7, 0.9) == {(1, 0)}

    def test_a_copy_is_none_for_nothing_contradicts_it(self) -> None:
        copy = self.sola.replace("receive", "receive at all times")
        assert not self.told([self.sola], [self.sola, copy], 1.0, 0.7)

    def test_who_keeps_most_has_the_better_claim(self) -> None:
        assert self.told([self.sola, self.pelm], [self.sola.replace("all", "both")], 0.7, 0.9) == {(1, 0)}

    def test_what_a_person_stated_is_never_slight(self) -> None:
        assert not self.told([self.sola, self.pelm], [self.pelm], 0.7, 0.9, stated=True)

    def test_a_sentence_that_others_have_too_makes_no_counterpart(self) -> None:
        old = [f"Drones may not fly near Karvane. {self.closing}", self.herders]
        new = [f"The ceasefire begins at noon. {self.closing}", self.herders]
        assert self.told(old, new, 0.9, 0, 0, 1.0) == {(0, 0)}
        assert self.told(old, new[:1], 0.9, 0) == {(0, 0)}
        assert self.told(old[:1], new, 0.9, 0) == {(0, 0)}
        assert not self.told(old[:1], new[:1], 0.9)

    def test_what_meaning_found_needs_no_words_in_common(self) -> None:
        why = Reasons(0.5, 0.5, 0.5, (), runner_up_old=None, runner_up_new=None, gap=0.5, meaning=0.8)
        old = version("a", f"Drones may not fly near Karvane. {self.closing}", self.herders)
        new = version("b", f"Unmanned aircraft keep away. {self.closing}", self.herders, day=1)
        sides = Side.of(old), Side.of(new)
        for reasons, expected in ((None, {(0, 0)}), (why, set())):
            links = [Link(0, 0, 0.9, False, reasons)]
            assert weak_links(links, sides, kept_runs(links, sides)) == expected

    def test_nor_does_it_hide_one(self) -> None:
        old = [f"Drones may not fly near Karvane. {self.closing}", self.herders]
        new = [f"Flights of drones around Karvane are forbidden. {self.closing}", self.herders]
        assert not self.told(old, new, 0.9, 0, 0, 1.0)
        assert not self.told(
            [self.closing, self.herders], [f"{self.closing} Sola.", self.herders], 0.9, 0, 0, 1
        )

    def test_a_dropped_twin_is_told_with_what_still_stands(self, monkeypatch: pytest.MonkeyPatch) -> None:
        links = (Link(0, 0, 0.7, False, None), Link(1, 0, 0.9, False, None))
        monkeypatch.setattr("planctl.lineage.pair", lambda *_, **__: Pairing("a", "b", links))
        comparison = compare(version("a", self.sola, self.pelm), version("b", f"{self.pelm} Now.", day=1))
        assert kinds(comparison) == ["1> dropped", "2>1 edited renumbered"]
        assert [change.loose for change in comparison.changes] == [links[:1], links[:1]]


def test_what_moved_to_new_opening_words_is_not_called_dropped() -> None:
    """ "may end" stands above the items now; "within 30 days" is gone from both."""
    clause = "fails to mend the dyke within 30 days; or"
    old = version("a", f"Either valley may end the pact if the other (a) {clause} (b) closes the lock.")
    raw = {
        "number": "1",
        "text": "Either valley may end the pact at once:",
        "items": [
            {"label": "a", "text": "if the other fails to mend the dyke; or"},
            {"label": "b", "text": "if the other closes the lock."},
        ],
    }
    new = version("b", raw, day=1)
    for pair in ((old, new), (new, old)):
        rows = [row.summary for change in compare(*pair).changes for row in change.differences]
        assert not any("may end" in row for row in rows), rows


def test_language_is_judged_by_the_whole_version() -> None:
    """A point of foreign names is no foreign text; a quotation does not make two languages of a draft."""
    rest = ["The council shall meet within ten days of the vote, and the members may appeal to it."] * 4
    names = "Casa del Sol, Porto di Luna: {} lease."
    quote = "Le conseil doit payer {} couronnes à la ville, dans un délai de trente jours et sans appel."
    old = version("a", names.format("non-renewable"), quote.format("40"), *rest)
    new = version("b", names.format("renewable"), quote.format("50"), *rest, day=1)
    comparison = compare(old, new)
    assert all(part.known for part in comparison.parts)
    kinds = [row.kind for row in comparison.changes[0].differences]
    assert kinds[0] == "negation"
    assert next(row.summary for row in comparison.changes[1].differences).startswith("40 -> 50")
    halves = version("c", quote.format("40"), rest[0]), version("d", quote.format("50"), rest[0], day=1)
    assert all(part.known for part in compare(*halves).parts)


def test_what_differs_by_format_counts_as_surviving() -> None:
    old = version(
        "a",
        "The members\u2019 staff keeps the co\u2010ordinated \u201creserve\u201d \u2013 600 000 \u2013 "
        "in the state\u2019s bank.",
    )
    new = version(
        "b",
        "The members' staff keeps the co-ordinated \"reserve\" - 600\u00a0000 - in the state's bank.",
        day=1,
    )
    assert compare(old, new).summary.surviving == 1
    vault = version("c", new.points[0].text.replace("bank", "vault"), day=2)
    comparison = compare(old, vault)
    assert (comparison.summary.old_words, comparison.summary.kept_words) == (12, 11)
    assert [row.summary for row in comparison.changes[0].differences] == ['"bank" -> "vault"']


def test_one_article_of_some_treaty_is_no_point_of_the_plan() -> None:
    """Points with bare numbers are not called Article 3 because a text is modelled on some Article 3."""
    old = version(
        "a", "A ferry is built.", "Wells are dug in every village.", "Grain is stored for winter.",
        "The valley gives a pledge modelled on Article 3.",
    )  # fmt: skip
    kept = [point.text for point in old.points[1:]]
    new = version("b", *kept[:2], "A mill is built there too.", kept[2], day=1)
    rows = [row.summary for change in compare(old, new).changes for row in change.differences]
    assert not any("Article" in row for row in rows), rows
    more = [
        version(v.version, *(p.text for p in v.points), "Article 2 binds all.", day=k)
        for k, v in enumerate((old, new))
    ]
    found = [
        row for change in compare(*more).changes for row in change.differences if row.kind == "reference"
    ]
    assert found


def test_a_bracket_that_went_with_its_words_is_not_called_cleared() -> None:
    old = version("a", "[Boats of both valleys may cross the lake.]", "Fish is sold in Ebba.")
    new = version(
        "b",
        "Boats of both valleys may cross the lake by day [if the ice is gone].",
        "Fish is sold in Ebba.",
        day=1,
    )
    shown = DiffAnswer(comparison := compare(old, new), Header(title="Talks"), "a", "b", comparison.changes)
    row = " ".join(text_of(terminal(shown, 100)).split("SUBSTANCE")[1].split("POINTS")[0].split())
    assert "no longer bracketed" in row
    gone = version(
        "c",
        {"number": "1", "text": "Tolls [of 3 crowns] fall due [at noon].", "made_from": ["a:1"]},
        "Fish is sold in Ebba.",
        day=1,
        made_from=["a"],
    )
    shown = DiffAnswer(comparison := compare(old, gone), Header(title="Talks"), "a", "c", comparison.changes)
    row = " ".join(text_of(terminal(shown, 100)).split("SUBSTANCE")[1].split("POINTS")[0].split())
    assert "no longer bracketed" not in row
    assert '- "[Boats of both valleys may cross the lake.]"' in row
