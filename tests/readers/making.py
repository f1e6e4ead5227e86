"""Documents made for the tests: Word files by their XML, PDF by its operators, and random trees."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

from planctl.readers import Draft, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str, numbering: str = "", styles: str = "", **more: str) -> bytes:
    """A Word file whose body, numbering and styles are given as XML."""
    parts: dict[str, str | bytes] = {DOCUMENT: f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    if numbering:
        parts[NUMBERING] = f"<w:numbering {W}>{numbering}</w:numbering>"
    if styles:
        parts[STYLES] = f"<w:styles {W}>{styles}</w:styles>"
    for name, text in more.items():
        parts[f"word/{name}.xml"] = text
    return zipped(parts)


def paragraph(text: str, *, num: int | None = None, level: int = 0, style: str = "") -> str:
    """A paragraph, in a list if ``num`` is given."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def levels(*patterns: tuple[str, str], start: int = 1) -> str:
    """The levels of an abstract list: format and pattern of each."""
    return "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(patterns)
    )


def one_list(*patterns: tuple[str, str], start: int = 1) -> str:
    """An abstract list and the list 1 that counts in it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels(*patterns, start=start)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def pdf(*pages: Sequence[tuple[float, float, float, str]]) -> bytes:
    """A PDF: for each page, lines as left, distance from the top, size, text (Latin-1)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        content = b"".join(
            f"BT /F1 {size} Tf {left} {842 - top} Td (".encode()
            + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("latin-1")
            + b") Tj ET\n"
            for left, top, size, text in lines
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        number = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % number
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, data in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, data)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


@dataclass(frozen=True)
class Tree:
    """A point or item: its text and the items below it; labels follow from the place."""

    text: str
    items: tuple[Tree, ...] = ()


words = st.lists(
    st.sampled_from(
        [
            "harbour",
            "tides",
            "pilots",
            "shall",
            "keep",
            "the",
            "old",
            "channel",
            "open",
            "each",
            "spring",
            "before",
            "frost",
        ]
    ),
    min_size=3,
    max_size=9,
).map(lambda each: (" ".join(each) + ".").capitalize())
"""A sentence."""


def trees(depth: int = 3) -> st.SearchStrategy[tuple[Tree, ...]]:
    """One to five points with items down to a depth."""
    items: st.SearchStrategy[tuple[Tree, ...]] = st.just(())
    for _ in range(depth - 1):
        items = st.lists(st.builds(Tree, words, items), max_size=3).map(tuple)
    return st.lists(st.builds(Tree, words, items), min_size=1, max_size=5).map(tuple)


def label(place: int, depth: int) -> str:
    """What the levels print: 1., (a), (i)."""
    return (f"{place + 1}.", f"({'abcde'[place]})", f"({('i', 'ii', 'iii', 'iv', 'v')[place]})")[depth]


def flat(tree: Sequence[Tree], depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """Depth, label and text of each unit, in order."""
    for place, each in enumerate(tree):
        yield depth, label(place, depth), each.text
        yield from flat(each.items, depth + 1)


def paths(tree: Sequence[Tree], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Path and text of each unit, in order."""
    for place, each in enumerate(tree):
        path = (*above, label(place, len(above)))
        yield path, each.text
        yield from paths(each.items, path)


def only(data: bytes, name: str) -> Draft:
    """The one draft in a file."""
    (draft,) = read(data, name)
    return draft


def labelled(draft: Draft) -> list[tuple[tuple[str, ...], str]]:
    """Path and words of every labelled unit."""
    return [
        (path, " ".join(part for part in (unit.heading, unit.text) if part))
        for path, unit in draft.labelled()
    ]


def labels_of(draft: Draft) -> list[str]:
    """The labels alone."""
    return [unit.label for _, unit in draft.labelled()]
