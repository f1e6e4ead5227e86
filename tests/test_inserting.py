"""Entries added to a plan.yaml: what stood there stays as it was, to the last comment."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.errors import BadFile, Refused
from planctl.models import Party, Source
from planctl.planfile import load_header, with_entries

PARTY, OTHER = Party(id="eu", name="European Union"), Party(id="no", name="Norway: the kingdom, all of it")
SOURCE = Source(id="draft", publisher="not stated", title="draft, the 2nd.docx", note="It came by post.")
LISTS = {
    "block": "{key}:\n  - id: {id}\n    {name}: One  # the first\n  # an end\n",
    "at the edge": "{key}:\n- id: {id}\n  {name}: One\n",
    "deep": "{key}:\n      - id: {id}\n        {name}: >\n          One\n\n",
    "braces": "{key}:\n  - {{id: {id}, {name}: One}}\n",
    "brackets": "{key}: [{{id: {id}, {name}: One}}]  # in a row\n",
    "rows": "{key}: [\n  {{id: {id}, {name}: One}},\n  {{id: {id}-2, {name}: Two}}\n]\n",
    "comma": "{key}: [\n  {{id: {id}, {name}: One}},\n]\n",
    "empty": "{key}: []\n",
    "none": "",
}
COMMENTS = ("", "\n# What follows\n# is new.\n")


@pytest.mark.parametrize(("parties", "sources"), list(product(LISTS, LISTS)))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_entries_are_added_and_every_line_stays(parties: str, sources: str, end: str) -> None:
    text = (
        "# A plan\ntitle: Harbour\n"
        + LISTS[parties].format(key="parties", id="us", name="name")
        + COMMENTS[1]
        + LISTS[sources].format(key="sources", id="bbc", name="publisher")
        + "# The end\n"
    )
    before = load_header(text.encode(), "plan.yaml")
    data = text.replace("\n", end).encode()
    made = with_entries(data, "plan.yaml", {"parties": [PARTY, OTHER], "sources": [SOURCE]})
    after = load_header(made, "plan.yaml")
    assert after.parties == (*before.parties, PARTY, OTHER)
    assert after.sources == (*before.sources, SOURCE)
    left = iter(made.decode().split(end))
    kept = [line for line in text.split("\n") if line.strip() and "[" not in line and line.strip() != "]"]
    assert all(line in left for line in kept if not line.startswith("  {"))
    assert made.count(b"\r\n") in {0, made.count(b"\n")}


@given(st.text(max_size=40).map(str.strip), st.sampled_from(sorted(LISTS)))
def test_any_name_is_added_as_it_is_or_refused(name: str, layout: str) -> None:
    text = "title: T\n" + LISTS[layout].format(key="parties", id="us", name="name")
    try:
        made = with_entries(text.encode(), "plan.yaml", {"parties": [Party(id="x", name=name)]})
    except Refused:
        return
    assert load_header(made, "plan.yaml").parties[-1].name == name


def test_a_layout_in_which_nothing_can_be_added_is_refused_with_the_lines_to_add() -> None:
    text = "title: T\nparties: [{id: us, name: U}  # the last\n  ]\n"
    made = with_entries(text.encode(), "plan.yaml", {"parties": [PARTY]})
    assert load_header(made, "plan.yaml").parties[-1] == PARTY
    text = "{title: T, parties: [{id: us, name: U}]}\n"
    with pytest.raises(Refused) as refused:
        with_entries(text.encode(), "plan.yaml", {"sources": [SOURCE]})
    assert refused.value.cure.startswith("Add them yourself: sources: {id: draft, publisher: not stated, ")


def test_a_file_with_errors_is_left_alone() -> None:
    with pytest.raises(BadFile):
        with_entries(b"title: T\ntitle: U\n", "plan.yaml", {"parties": [PARTY]})
