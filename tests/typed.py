"""Versions and headers as delegates could have typed them: any text a plan file may hold."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from planctl.models import (
    Claim,
    Evidence,
    Header,
    Item,
    Parent,
    Party,
    Point,
    Source,
    Status,
    Version,
    When,
    Wording,
)

# What a delegate can have typed: any character that a plan file may hold.
_TYPED = st.characters(
    exclude_categories=("Cc", "Cs"),
    exclude_characters="\u2028\u2029\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_TRICKY = st.sampled_from(
    [
        "[US: shall]",
        "a: b",
        "#1",
        "- x",
        "'",
        '"',
        ">",
        "|",
        "*a",
        "&a",
        "!a",
        "%",
        "@",
        "`",
        "~",
        "NO",
        "\\n",
        ", ",
        "? ",
        "---",
    ]
)
texts = (
    st.lists(st.text(_TYPED, max_size=12) | _TRICKY | st.sampled_from(["\n", " ", "\t", ". "]), max_size=8)
    .map("".join)
    .map(str.strip)
)
labels = st.text(_TYPED, min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,8}", fullmatch=True)
id_lists = st.lists(ids, max_size=3).map(tuple)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
whens = st.tuples(days, days).map(lambda pair: When(earliest=min(pair), latest=max(pair))) | days.map(
    lambda day: When(earliest=day, latest=day)
)
refs = st.tuples(ids, labels).map(":".join)
units = {
    "text": texts,
    "evidence": st.none() | st.sampled_from(Evidence),
    "sources": st.none() | id_lists,
    "note": texts,
    "made_from": st.none() | st.lists(refs | texts, max_size=2).map(tuple),
    "not_from": st.lists(refs, max_size=2).map(tuple),
}
items = st.builds(Item, label=labels, **units)
points = st.builds(
    Point,
    number=labels,
    heading=texts,
    status=st.none() | st.sampled_from(Status),
    items=st.lists(items, max_size=2).map(tuple),
    **units,
)
parents = st.builds(Parent, version=ids, contested=st.booleans(), sources=id_lists, note=texts)
versions = st.builds(
    Version,
    version=ids,
    title=texts,
    date=whens,
    tabled_by=id_lists,
    made_from=st.lists(parents, max_size=2).map(tuple),
    wording=st.sampled_from(Wording),
    evidence=st.sampled_from(Evidence),
    sources=id_lists,
    note=texts,
    points=st.lists(points, min_size=1, max_size=3).map(tuple),
)
headers = st.builds(
    Header,
    title=texts,
    note=texts,
    parties=st.lists(
        st.builds(Party, id=ids, name=texts, names=st.lists(texts, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
    sources=st.lists(
        st.builds(
            Source,
            id=ids,
            publisher=texts,
            title=texts,
            date=st.none() | whens,
            url=texts,
            tied_to=st.none() | ids,
            note=texts,
        ),
        max_size=2,
    ).map(tuple),
    claims=st.lists(
        st.builds(
            Claim,
            id=ids,
            date=whens,
            by=texts,
            party=st.none() | ids,
            says=texts,
            about=st.lists(refs, max_size=2).map(tuple),
            credits=id_lists,
            contradicts=st.lists(refs, max_size=2).map(tuple),
            sources=id_lists,
            note=texts,
        ),
        max_size=2,
    ).map(tuple),
)
