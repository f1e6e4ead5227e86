"""Laws: what pandoc or LibreOffice writes of a random tree is read back as that tree."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from planctl import programs
from planctl.readers import Draft, DraftUnit
from tests.readers.making import only
from tests.readers.making import words as sentences
from tests.readers.test_converted import OFFICE, needs_office

PANDOC = programs.find("pandoc", os.environ.get("PATH"))
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
few = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
fewest = settings(few, max_examples=1)
"""Each example runs a program: what fails is shown as it is, not made smaller first."""
Shown = tuple[tuple[str, str, "Shown"], ...]
"""Units as they are read: label, words, and the units below."""


@dataclass(frozen=True)
class Item:
    """An item of a list: its words, perhaps a second paragraph, perhaps a list below it."""

    text: str
    second: str
    below: List | None


@dataclass(frozen=True)
class List:
    """A list: how pandoc calls its numbers, and where they begin."""

    style: str
    sign: str
    start: int
    items: tuple[Item, ...]


_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi")
_STYLES = ("Decimal", "LowerAlpha", "LowerRoman", "UpperAlpha", "UpperRoman")
_SIGNS = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})"}


def lists(depth: int, above: tuple[str, ...] = ()) -> st.SearchStrategy[List]:
    """A list with others in it, down to a depth, none of the kind of one it stands in."""

    def of(style: str) -> st.SearchStrategy[List]:
        below = st.none() | lists(depth - 1, (*above, style)) if depth > 1 else st.none()
        items = st.lists(st.builds(Item, sentences, st.just("") | sentences, below), min_size=2, max_size=4)
        start = st.sampled_from((1, 1, 3) if style == "Decimal" else (1,))
        return st.builds(List, st.just(style), st.sampled_from(list(_SIGNS)), start, items.map(tuple))

    return st.sampled_from([style for style in _STYLES if style not in above]).flatmap(of)


HEADINGS = sentences.map(lambda text: text.rstrip("."))
ONE = lists(3).map(lambda each: (("", each),))
SECTIONS = st.lists(st.tuples(HEADINGS, lists(3)), min_size=2, max_size=3).map(tuple)
Text = tuple[tuple[str, List], ...]
"""Headings, and the list below each; a text without sections has one list and no heading."""


def printed(each: List, place: int) -> str:
    """The number of an item."""
    number = each.start + place
    letter = chr(ord("a") + number - 1)
    sign = {"D": str(number), "A": letter, "R": _ROMAN[number] if number < len(_ROMAN) else ""}
    sign_of = sign[each.style.removeprefix("Lower").removeprefix("Upper")[0]]
    return _SIGNS[each.sign].format(sign_of.upper() if each.style.startswith("Upper") else sign_of)


def browsed(each: List, place: int) -> str:
    """The same as HTML can say it: a browser sets a full stop behind all numbers."""
    return printed(each, place).strip("().") + "."


def wanted(each: List, label: str = "printed") -> Shown:
    """What is to be read of a list."""
    number = browsed if label == "browsed" else printed
    return tuple(
        (
            number(each, place),
            item.text,
            (
                *([("", item.second, ())] if item.second else []),
                *(wanted(item.below, label) if item.below else ()),
            ),
        )
        for place, item in enumerate(each.items)
    )


def shown(units: Sequence[DraftUnit]) -> Shown:
    """What was read of units."""
    return tuple(
        (unit.label, " ".join(filter(None, (unit.heading, unit.text))), shown(unit.items)) for unit in units
    )


def sections(draft: Draft) -> tuple[tuple[str, Shown], ...]:
    """Headings, and the units below each."""
    found = [(each.heading, shown((*each.preamble, *each.points))) for each in draft.sections]
    before = shown((*draft.preamble, *draft.points))
    return (("", before), *found) if before else tuple(found)


def native(text: Text) -> str:
    """A text as pandoc writes its own trees."""
    return f"[{','.join(part for heading, each in text for part in _parts(heading, each))}]"


def _parts(heading: str, each: List) -> Iterator[str]:
    if heading:
        yield f'Header 1 ("",[],[]) {_inline(heading)}'
    yield _list(each)


def _list(each: List) -> str:
    items = ",".join(f"[{','.join(_item(item))}]" for item in each.items)
    return f"OrderedList ({each.start},{each.style},{each.sign}) [{items}]"


def _item(item: Item) -> Iterator[str]:
    yield from (f"Para {_inline(text)}" for text in (item.text, item.second) if text)
    if item.below:
        yield _list(item.below)


def _inline(text: str) -> str:
    return "[" + ",Space,".join(f'Str "{word}"' for word in text.split()) + "]"


def pandoc(text: Text, form: str) -> bytes:
    """The bytes of a document that pandoc writes."""
    command = [str(PANDOC), "-f", "native", "-t", form, "-o", "-"]
    return subprocess.run(command, input=native(text).encode(), capture_output=True, check=True).stdout


@needs_pandoc
@pytest.mark.parametrize(
    ("form", "name", "label"),
    [("docx", "a.docx", "printed"), ("html", "a.html", "browsed"), ("markdown", "a.md", "printed")],
)
@given(text=ONE | SECTIONS)
@few
def test_what_pandoc_writes(form: str, name: str, label: str, text: Text) -> None:
    draft = only(pandoc(text, form), name)
    assert sections(draft) == tuple((heading, wanted(each, label)) for heading, each in text)
    assert not draft.warnings


@needs_office
@needs_pandoc
@pytest.mark.parametrize("form", ["odt", "docx", "rtf"])
@given(text=ONE | SECTIONS)
@fewest
def test_what_libreoffice_makes_of_it(form: str, text: Text) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.docx"
        source.write_bytes(pandoc(text, "docx"))
        out = Path(folder) / "out"
        profile = (Path(folder) / "profile").as_uri()
        command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", str(out), str(source)], capture_output=True, check=True)
        draft = only((out / f"a.{form}").read_bytes(), f"a.{form}")
    assert sections(draft) == tuple((heading, wanted(each)) for heading, each in text)
