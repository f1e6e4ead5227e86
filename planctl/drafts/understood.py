"""What planctl understood of a draft: its tree, its notes where they belong, and what could not be placed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from planctl.drafts.growing import grow
from planctl.drafts.words import clean, on_one_line
from planctl.models import Item, Tree
from planctl.readers import Draft, DraftNote, DraftUnit

_UNPLACED = "Its place in the file is not known."


class Understood(NamedTuple):
    """A draft as planctl keeps it.

    ``note`` is what belongs to the whole: notes that no unit calls. ``unplaced`` are texts whose place in the
    file is not known: they stand after its closing words. ``as_text`` are labels that could not be labels and
    stand in the text, ``again`` says where the numbers begin again, ``removed`` counts the characters that
    were taken away because no plan file may hold them.
    """

    draft: Draft
    title: str
    tree: Tree
    note: str
    unplaced: tuple[str, ...]
    as_text: tuple[str, ...]
    again: tuple[str, ...]
    removed: int


def understand(draft: Draft, parties: Mapping[str, str] | None = None) -> Understood:
    """The draft as a tree of points. ``parties`` are the ids of the authors of tracked changes, by name."""
    notes, rest = _placed_notes(draft)
    homeless = [text for each in draft.not_placed if (text := clean(each))]
    apart = [DraftUnit(text=text) for text in homeless]
    texts = {unit_id: " ".join(map(_note, of)) for unit_id, of in notes.items()}
    texts |= {id(unit): _UNPLACED for unit in apart}
    grown = grow(replace(draft, closing=(*draft.closing, *apart)), notes=texts, parties=parties or {})
    return Understood(
        draft,
        on_one_line(draft.title),
        _opened(grown.tree, draft.title),
        " ".join(map(_note, rest)),
        tuple(homeless),
        grown.as_text,
        tuple(dict.fromkeys(grown.again)),
        _removed(draft),
    )


def _opened(tree: Tree, title: str) -> Tree:
    """The tree of a version, which does not begin with its closing words."""
    if tree.preamble or tree.points or tree.sections:
        return tree
    return Tree(tree.closing or (Item(text=clean(title)),), (), (), ())


def _placed_notes(draft: Draft) -> tuple[dict[int, list[DraftNote]], list[DraftNote]]:
    """Notes by the ``id`` of the unit that calls them, and those that no unit is known to call."""
    homes: dict[tuple[str, ...], int] = {}
    for path, unit in draft.labelled():
        homes.setdefault(path, id(unit))
    placed: dict[int, list[DraftNote]] = {}
    rest = []
    for note in draft.notes:
        if note.at in homes:
            placed.setdefault(homes[note.at], []).append(note)
        else:
            rest.append(note)
    return placed, rest


def _note(note: DraftNote) -> str:
    """``Footnote 3: its words``, ``Comment by Jane Doe: her words``."""
    by = f" by {on_one_line(note.author)}" if note.author else ""
    mark = f" {on_one_line(note.mark)}" if note.mark and note.kind != "comment" else ""
    return f"{note.kind.capitalize()}{mark}{by}: {on_one_line(note.text)}"


def _removed(draft: Draft) -> int:
    return sum(len(text) - len(without_ends) for text, without_ends in _texts(draft))


def _texts(draft: Draft) -> Iterable[tuple[str, str]]:
    for unit in draft.units():
        for text in (unit.heading, unit.text):
            stripped = text.strip()
            yield stripped.replace("\r\n", "\n"), clean(text)
