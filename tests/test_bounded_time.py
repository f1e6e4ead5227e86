"""Ways that keep the work linear give the answers of the plain ways, and large inputs are read.

No clock is asked here (``bench/doubling.py`` does that): what grew with the square would take hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl import blame, diff
from planctl.alignment import align, sentence_leads
from planctl.blame import (
    assign,
    attribute_all,
    compounds,
    containment,
    divide,
    ghosts,
    phrase_index,
    share,
    stretches,
    word_origins,
)
from planctl.blame.containment import Containment
from planctl.blame.folding import Bit, fold
from planctl.blame.phrase_index import PhraseIndex
from planctl.blame.traced_words import Ghost, TracedWords, WordOrigin
from planctl.checks.ancestry import Ancestry
from planctl.lineage.descent import ProvisionKey, descent
from planctl.models import Plan
from planctl.redline import CommonRun, common, in_order, runs
from planctl.store.repository import _lined_up
from planctl.substance import compare
from planctl.text import content_word_count, join_short, matches, sentences, words
from planctl.workspace.folder import _in_order
from tests.invented import plan, plans, texts, version

FEW = st.lists(st.sampled_from("abcd"), max_size=12)
MANY = 20_000


LARGE = (
    *((containment, "_INDEXED_UNIT"), (ghosts, "_LARGE_UNIT")),
    *((compounds, "_LARGE_UNIT"), (phrase_index, "_CROWD")),
)
"""From which size on inputs are treated in another way."""


def places(text: Sequence[str]) -> dict[str, list[int]]:
    return {word: [k for k, other in enumerate(text) if other == word] for word in text}


@given(FEW, FEW)
def test_words_in_order_are_a_longest_common_subsequence(one: list[str], other: list[str]) -> None:
    found = in_order(one, places(other))
    assert all(one[i] == other[j] for i, j in found)
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(found))
    assert len(found) == sum(size for _, _, size in matches(one, other))


@given(FEW, st.lists(st.sampled_from("abcd"), min_size=20, max_size=40))
def test_a_short_text_in_a_long_one(short: list[str], long: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(runs, "_FEW_WORDS", 0)
        plain = common(short[:4], long)
        patched.setattr(runs, "_INDEXED_TEXT", 0)
        found = common(short[:4], long)
        assert [CommonRun(b, a, n) for a, b, n in common(long, short[:4])] == found
    assert sum(run.size for run in found) == sum(run.size for run in plain)
    for run in found:
        assert short[run.old : run.old + run.size] == long[run.new : run.new + run.size]


@given(FEW, FEW)
def test_a_row_of_words_is_found_where_it_stands(wanted: list[str], text: list[str]) -> None:
    for long in (0, 1000):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(containment, "_INDEXED_UNIT", long)
            had = containment._PlacedWords(text)
            at = had.place(wanted)
            stands = any(text[k : k + len(wanted)] == wanted for k in range(len(text)))
            assert (at >= 0) == (bool(wanted) and stands)
            assert at < 0 or text[at : at + len(wanted)] == wanted
            common_words = sum(size for _, _, size in matches(text, wanted))
            assert containment._PlacedWords(wanted).mostly_within(had) == (common_words > len(wanted) / 2)


PIECES = st.sampled_from(["ports ", "open ", "and ", ", ", "the ", "[", "] ", "gas: ", "not "])
UNITS = st.sampled_from([ProvisionKey("old", 0), ProvisionKey("mid", 0), ProvisionKey("new", 0)])
BACK = st.sampled_from([None, None, "new"])


@given(st.lists(st.tuples(PIECES, UNITS, BACK), max_size=14), st.lists(PIECES, max_size=12), st.lists(PIECES))
def test_folding_is_folding_step_by_step(
    drawn: list[tuple[str, ProvisionKey, str | None]], old: list[str], mid: list[str]
) -> None:
    """Texts are cut where words end, as attribution cuts them."""
    bits = [Bit(*bit) for bit in drawn]
    written = plan(
        version("old", "".join(old)),
        version("mid", "".join(mid), day=1, made_from=["old"]),
        version("new", "".join(bit.text for bit in bits), day=2, made_from=["mid"]),
    )
    known = Containment(descent(written, "new"))
    assert fold(bits, known) == list(step_by_step(bits, known))


def step_by_step(bits: Sequence[Bit], known: Containment) -> list[Bit]:
    found, k = list(bits), 0
    while k < len(found):
        joins = [join for join in joins_at(found, k) if known.has_in_a_row(*join[2][:2])]
        if joins:
            begin, end, bit = max(joins, key=lambda join: (known.age(join[2].origin), join[1] - join[0]))
            found[begin:end] = [bit]
            k = max(0, begin - 1)
        else:
            k += 1
    return found


def joins_at(bits: Sequence[Bit], k: int) -> Iterator[tuple[int, int, Bit]]:
    here, before, after = bits[k].text, bits[max(0, k - 1) : k], bits[k + 1 : k + 2]
    label = bool(before and after) and before[0].text.rstrip().endswith("[") and after[0].text.startswith(":")
    if {*"[]"} & {*here} or (content_word_count(words(here)) and not label):
        return
    for bit in before:
        yield k - 1, k + 1, bit._replace(text=bit.text + here)
    for bit in after:
        yield k, k + 2, bit._replace(text=here + bit.text)
    for left, right in zip(before, after, strict=False):
        if left[1:] == right[1:]:
            yield k - 1, k + 2, left._replace(text=left.text + here + right.text)


@given(plans())
def test_the_ways_for_large_inputs_give_the_same_blame(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    with pytest.MonkeyPatch.context() as patched:
        plain = assign(drawn, newest).points
        for module, name in LARGE:
            patched.setattr(module, name, 0)
        assert assign(drawn, newest).points == plain


@given(st.lists(texts, min_size=1, max_size=6), st.lists(texts, min_size=1, max_size=6))
def test_many_rivals_are_weighed_like_few(old: list[str], new: list[str]) -> None:
    plain = align(old, new)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sentence_leads, "_MANY_RIVALS", 0)
        assert align(old, new) == plain


@given(plans())
def test_each_share_of_a_history_is_the_share_of_that_version(drawn: Plan) -> None:
    newest = drawn.versions[-1].version
    graph = descent(drawn, newest)
    alone = [divide(drawn, assign(drawn, v.version, graph=graph.behind(v.version))) for v in graph.versions]
    assert list(share.share_history(drawn, newest)) == alone


def test_a_history_is_attributed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(*args: object, **more: object) -> object:
        asked.append(more)
        return attribute_all(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(stretches, "attribute_all", counted)
    chain = [version("v0", "It is so.")]
    chain += [
        version(
            f"v{k}", f"It is {k} so.", day=k, made_from=[{"version": f"v{k - 1}", "contested": k % 2 == 0}]
        )
        for k in range(1, 12)
    ]
    assert len(share.share_history(plan(*chain), "v11")) == len(chain)
    assert len(asked) == 2  # with contested descent and without


GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=3))


@given(GRAPHS)
def test_ancestry_is_what_a_walk_finds(parents: dict[str, list[str]]) -> None:
    found = Ancestry(parents)
    for name in parents:
        above = walked(name, parents)
        assert {other for other in "abcdefx" if found.descends(name, other)} == above
        circle = {other for other in above if other in parents and name in walked(other, parents)}
        assert found.circle(name) == circle


def walked(start: str, parents: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += parents.get(name, [])
    return found


@given(plans())
def test_versions_stand_in_the_order_of_their_dates_parents_first(drawn: Plan) -> None:
    ordered = _in_order(list(drawn.versions), "here")
    waiting = sorted(drawn.versions, key=lambda v: v.age)
    done: list[str] = []
    while waiting:
        ready = next(v for v in waiting if all(p.version in done for p in v.made_from))
        waiting.remove(ready)
        done.append(ready.version)
    assert [v.version for v in ordered] == done


LINES = st.lists(st.sampled_from([b"", b"a", b"b", b"c: d"]), max_size=20)


@given(LINES, LINES)
def test_lines_that_line_up_are_equal_and_as_many_as_can_be(before: list[bytes], now: list[bytes]) -> None:
    found = list(_lined_up(before, now))
    assert all(before[i] == now[j] for i, j in found)
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(found))
    plain = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    assert len(found) >= sum(block.size for block in plain)


def test_blank_lines_without_end_line_up() -> None:
    before = [b"version: v1", *[b""] * MANY, b"b"]
    now = [b"version: v2", *[b""] * MANY, b"c", b"d"]
    assert list(_lined_up(before, now)) == [(k, k) for k in range(1, MANY + 1)]


def test_a_text_of_initials_is_one_sentence() -> None:
    assert sentences("A. " * MANY) == [("A. " * MANY).strip()]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The shares are 50:50.", "The shares are 60:40.", True),
        ("The shares are 33:33:33.", "The shares are 40:30:30.", True),
        ("The shares are 50/50.", "The shares are 60/40.", True),
        ("Rows 1:2:3x are shut.", "Rows 1:2:4x are shut.", False),
        ("Rows 1:2:x3 are shut.", "Rows 1:3:x3 are shut.", False),
        ("Rows 1:2:3:4:5:6:7 are shut.", "Rows 1:2:3:4:5:6:8 are shut.", False),
        ("The shares are 50:50: both agree.", "The shares are 60:40: both agree.", True),
    ],
)
def test_ratios_are_read_as_a_whole(old: str, new: str, told: bool) -> None:
    assert any(found.kind == "ratio" for found in compare(old, new)) == told


@pytest.mark.parametrize("joint", [":", "/"])
def test_a_row_of_numbers_without_end_is_no_ratio(joint: str) -> None:
    row = joint.join(["1"] * MANY)
    assert not [found for found in compare(f"{row}x", f"{row}x in 5 days") if found.kind == "ratio"]


def test_many_points_dropped_and_added_know_whether_their_number_was_given_anew() -> None:
    old = version("old", *(f"Ports {k} stay open." for k in range(3)))
    new = version("new", *("Gas flows west." for _ in range(2)), made_from=["old"])
    found = diff.compare(old, new)
    dropped = {old.points[k].number for c in found.changes if c.kind.value == "dropped" for k in c.old}
    added = {new.points[k].number for c in found.changes if c.kind.value == "added" for k in c.new}
    assert found.given_anew == dropped & added == {"1", "2"}


def test_a_point_of_brackets_without_end_has_its_blame() -> None:
    count = MANY // 4
    written = plan(
        version("old", "[a][b]" * count), version("new", "[a/b] " * count, day=1, made_from=["old"])
    )
    (found,) = assign(written, "new").points
    text = "".join(stretch.text for stretch in found.provisions[0].stretches)
    assert text == ("[a/b] " * count).strip()
    assert {stretch.version for stretch in found.provisions[0].stretches} == {"old", "new"}


def test_many_points_joined_to_one_keep_their_words() -> None:
    parts = [f"w{k} x{k} y{k} z{k} shall stay." for k in range(1500)]
    written = plan(version("old", *parts), version("new", " ".join(parts), day=1, made_from=["old"]))
    found = blame.assign(written, "new").points[0]
    assert {stretch.version for stretch in found.provisions[0].stretches} == {"old"}
    (change,) = diff.compare(*written.versions).changes
    assert [part.counts["keep"] for part in change.parts] == [6 * len(parts)]
    assert not any(part.counts["delete"] or part.counts["insert"] for part in change.parts)


SAID = st.lists(st.sampled_from(["ports", "gas", "grain", "roads", "and"]), max_size=14)


@given(st.lists(SAID, max_size=5), SAID)
def test_a_gap_is_filled_run_by_run(said: list[list[str]], new: list[str]) -> None:
    kept = PhraseIndex(2)
    for version_, text in enumerate(said):
        own = tuple(WordOrigin(version_, 0, k) for k in range(len(text)))
        kept.add(TracedWords(tuple(text), own), version_, 1 << version_)
    sources = word_origins.Sources(len(said), (1 << len(said)) - 1, kept)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(word_origins, "_FEWEST_ANYWHERE", 2)
        found = word_origins.word_origins(tuple(new), sources)
        assert found.origins == filled_slowly(tuple(new), sources)


def filled_slowly(new: tuple[str, ...], sources: word_origins.Sources) -> list[WordOrigin | None]:
    tracing = word_origins.Tracing(new, [None] * len(new))
    todo = [(0, len(new))] if content_word_count(new) >= 2 else []
    while todo:
        begin, end = todo.pop()
        runs_ = sources.phrases.matches(new, begin, end, sources.ancestors)
        found = [run for run in runs_ if content_word_count(run.words) >= 2]
        if found:
            best = min(found, key=word_origins._longest_then_earliest)
            tracing.credit(best)
            todo += [(begin, best.at), (best.at + best.size, end)]
    return tracing.origins


@given(st.lists(SAID, max_size=6), SAID, st.booleans())
def test_what_was_dropped_is_found(said: list[list[str]], new: list[str], large: bool) -> None:
    whole = TracedWords(
        tuple(w for text in said for w in text), tuple(WordOrigin(0, 0, k) for k in range(99))
    )
    starts = [sum(map(len, said[:k])) for k in range(len(said) + 1)]
    dropped = [Ghost(whole, a, b) for a, b in pairwise(starts) if a < b]
    plain = PhraseIndex(1)
    for ghost in dropped:
        own = slice(ghost.begin, ghost.end)
        plain.add(TracedWords(whole.words[own], whole.origins[own]), 0, 1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ghosts, "_LARGE_UNIT", 0 if large else 1000)
        found = list(ghosts.DroppedWords(dropped, set(new)).matches(new, 0, len(new)))
    expected = plain.matches(new, 0, len(new), 1)
    assert [(r.at, r.size, r.origins) for r in found] == [(r.at, r.size, r.origins) for r in expected]


@given(st.lists(st.sampled_from(["", "a", "bb", "cccc"])))
def test_short_stretches_go_with_the_one_before(stretches: list[str]) -> None:
    expected: list[str] = []
    for stretch in filter(None, stretches):
        if expected and min(len(expected[-1]), len(stretch)) < 3:
            expected[-1] += f" {stretch}"
        else:
            expected.append(stretch)
    assert join_short(stretches, 3) == expected
