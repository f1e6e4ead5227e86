"""Invented drafts: trees as readers give them, with labels that repeat, are too long or are no labels."""

from __future__ import annotations

from hypothesis import strategies as st

from planctl.readers import Draft, DraftNote, DraftSection, DraftUnit

_LABELS = (
    "1.",
    "2.",
    "1.1",
    "1.1.",
    "(a)",
    "a)",
    "a.b",
    "§ 2a",
    "4 bis",
    "4bis",
    "_1",
    "preamble",
    "x" * 41,
    "",
)
_TEXTS = (
    "The parties keep the channel open.",
    "The following:",
    "One line.\nAnother, with 600,000 people: see # 3.",
    "A page\x0cbreak, a bell\x07, \u202ea turn\u202c.",
    "[EU: thirty] [US: sixty] days",
    "'quoted', - dashed; {braced}",
    "",
)
labels = st.sampled_from(_LABELS)
texts = st.sampled_from(_TEXTS)
headings = st.sampled_from(("", "", "Scope", "Of ships:"))
authors = st.lists(st.sampled_from(("Jane Doe", "Raúl")), max_size=2, unique=True).map(tuple)


def units(depth: int) -> st.SearchStrategy[tuple[DraftUnit, ...]]:
    """Up to three units with items down to a depth."""
    below: st.SearchStrategy[tuple[DraftUnit, ...]] = st.just(())
    for _ in range(depth):
        below = st.lists(
            st.builds(DraftUnit, label=labels, heading=headings, text=texts, items=below, authors=authors),
            max_size=3,
        ).map(tuple)
    return below


def _sections(depth: int) -> st.SearchStrategy[tuple[DraftSection, ...]]:
    below: st.SearchStrategy[tuple[DraftSection, ...]] = st.just(())
    for _ in range(depth):
        names = st.sampled_from(("", "Part I", "Annex", "Annex A/1", "Title\nof two lines", "x" * 50))
        below = st.lists(
            st.builds(
                DraftSection,
                label=names,
                heading=headings,
                preamble=units(1),
                points=units(1),
                sections=below,
                authors=authors,
            ),
            max_size=2,
        ).map(tuple)
    return below


notes = st.builds(
    DraftNote,
    text=st.just("See the map."),
    kind=st.sampled_from(("footnote", "comment")),
    mark=st.sampled_from(("", "3")),
    author=st.sampled_from(("", "Jane Doe")),
    at=st.sampled_from(((), ("1.",), ("1.", "(a)"), ("9.",))),
)
drafts = st.builds(
    Draft,
    name=st.just("draft.txt"),
    title=st.sampled_from(("", "The plan", "The\nplan")),
    preamble=units(1),
    points=units(2),
    sections=_sections(2),
    closing=units(1),
    notes=st.lists(notes, max_size=3).map(tuple),
    not_placed=st.lists(st.sampled_from(("In a box", "")), max_size=2).map(tuple),
).filter(
    lambda draft: bool(draft.title or any(unit.label or unit.text or unit.heading for unit in draft.units()))
)
