"""Hostile and broken documents: one message each, in bounded time and memory."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planctl.errors import MissingExtra, PlanctlError
from planctl.readers import read
from planctl.readers.word import parts
from tests.readers.making import DOCUMENT, W, only, paragraph, pdf, word, zipped


def bomb() -> bytes:
    """A Word file whose text unpacks to more than is allowed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(DOCUMENT, "w") as file:
        for _ in range(parts.PART_LIMIT // 2**20 + 1):
            file.write(b" " * 2**20)
    return out.getvalue()


def lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    data = bomb()
    size = (parts.PART_LIMIT // 2**20 + 1) * 2**20
    return data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


ENTITY = (
    f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>&x;</w:body></w:document>'
)
DEEP = f"<w:document {W}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", b"", "a.docx is empty"),
        ("a.docx", b"no zip", "a.docx is not a .docx file: it is no zip, or it is damaged"),
        (
            "a.docx",
            word(paragraph("1. A"))[:200],
            "a.docx is not a .docx file: it is no zip, or it is damaged",
        ),
        ("a.docx", pdf([]), "a.docx is not a Word file (.docx): it is a PDF"),
        ("a.docx", zipped({"x.xml": "<x/>"}), "a.docx is not a Word file (.docx)"),
        (
            "a.docx",
            zipped({DOCUMENT: f"<w:document {W}><w:body>"}),
            "the XML of its part word/document.xml is broken",
        ),
        ("a.docx", zipped({DOCUMENT: f"<w:document {W}/>"}), "a.docx is not a Word file: it has no text"),
        ("a.docx", zipped({DOCUMENT: ENTITY}), "its part word/document.xml has a DOCTYPE"),
        ("a.docx", zipped({DOCUMENT: ENTITY.encode("utf-16")}), "its part word/document.xml has a DOCTYPE"),
        ("a.docx", zipped({DOCUMENT: DEEP}), "is nested deeper than 400 elements"),
        ("a.docx", bomb, "unpacks to more than the limit of 32 MB"),
        ("a.docx", lying_bomb, "a.docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "a.docx is encrypted with a password, or is an old .doc file"),
        ("a.docx", word(""), "a.docx has no text"),
        ("a.odt", zipped({"x": "y"}), "a.odt is not a .odt file: it has no content.xml"),
        ("a.pdf", b"%PDF-1.4 and nothing else", "a.pdf is no PDF, or it is damaged or truncated"),
        ("a.pdf", pdf([]), "a.pdf has no text layer"),
        ("a.txt", b"\xe9t\xe9", "a.txt is not UTF-8, and does not say which encoding it has"),
        ("a.txt", b"1. A\x00", "a.txt is not a text file: it holds NUL bytes"),
        ("a.txt", pdf([]), "a.txt is not a text file: it is a .pdf file"),
        ("a.md", word(""), "a.md is not a text file: it is a .docx file"),
        ("a.md", b"> " * 3000 + b"1. A", "a.md is nested too deeply"),
        ("a.md", b"".join(b"  " * depth + b"- x\n" for depth in range(200)), "a.md is nested too deeply"),
        ("a.html", b"<script>alert(1)</script>", "a.html has no text"),
        (
            "a.html",
            b'<meta charset="utf-99"><p>\xe9',
            "a.html is not in the encoding that it declares (utf-99)",
        ),
        ("a.html", b"<div>" * 9000 + b"1. A", "is nested deeper than 200 elements"),
        ("a.wpd", b"x", "a.wpd: planctl does not read .wpd files"),
        ("", b"   \n", "standard input is empty"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_one_message(name: str, data: bytes | Callable[[], bytes], message: str) -> None:
    with pytest.raises(PlanctlError) as caught:
        read(data() if callable(data) else data, name)
    assert message in caught.value.what
    assert "\n" not in caught.value.what + caught.value.cure
    assert caught.value.cure


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(PlanctlError, match="does not exist"):
        read(tmp_path / "a.txt")
    with pytest.raises(PlanctlError, match="is no file"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("pypdfium2", "a.pdf", "pdf"), ("selectolax.lexbor", "a.html", "html")]
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra) as caught:
        read(b"%PDF <p>", name)
    assert f"peace-planctl[{extra}]" in caught.value.what


def test_macros_are_left_alone_and_said() -> None:
    data = word(paragraph("1. Ports open."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    draft = only(zipped({**files, "word/vbaProject.bin": b"x", "../../escape.txt": b"x"}), "a.docx")
    assert draft.warnings == ("The file holds macros; they were not run.",)


def test_pages_of_one_number_are_furniture() -> None:
    pages = [
        [
            (60.0, 100.0, 11.0, f"{page + 1}. {'Every' * page} port is open."),
            (300.0, 800.0, 9.0, str(page + 1)),
        ]
        for page in range(40)
    ]
    draft = only(pdf(*pages), "a.pdf")
    assert len(draft.points) == 40
    assert {left.why for left in draft.left_out} == {"page number"}
    assert not draft.warnings


def test_headers_of_pages_are_left_out_and_paragraphs_go_on() -> None:
    pages = [
        [(60.0, 40.0, 9.0, "DRAFT 3 - RESTRICTED"), (60.0, 90.0, 11.0, text), (60.0, 800.0, 9.0, foot)]
        for text, foot in (
            ("1. The parties open the ports and", "Page 1 of 2"),
            ("publish the tide tables.", "Page 2 of 2"),
        )
    ]
    draft = only(pdf(*pages), "a.pdf")
    assert [unit.text for unit in draft.units()] == [
        "The parties open the ports and publish the tide tables."
    ]
    assert sorted((left.text, left.times) for left in draft.left_out) == [
        ("DRAFT 3 - RESTRICTED", 2), ("Page 1 of 2", 1), ("Page 2 of 2", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_are_certain(encoding: str) -> None:
    assert only("1. Порти відкриті.\r\n".encode(encoding), "a.txt").points[0].text == "Порти відкриті."


def test_an_encoding_that_html_declares() -> None:
    data = '<meta charset="windows-1251"><p>1. Порти відкриті.'.encode("cp1251")
    assert only(data, "a.html").points[0].text == "Порти відкриті."
