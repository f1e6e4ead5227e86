"""Rich text and old Word files: refused without LibreOffice, read as printed with it, and never trusted."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from planctl import programs
from planctl.errors import PlanctlError
from planctl.readers import converted, read, rich_text
from tests.readers.making import labelled, only

OFFICE = next(filter(None, (programs.find(name, os.environ.get("PATH")) for name in converted._PLACES)), None)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def rtf(*paragraphs: str, head: str = "") -> bytes:
    """A rich text file of paragraphs."""
    body = "".join(f"\\pard\\plain {each}\\par\n" for each in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}{head}\n{body}}}".encode()


def number(printed: str, text: str) -> str:
    """A paragraph of list 1, and the number that was printed beside it."""
    return f"{{\\listtext\\pard\\plain {printed}\\tab}}\\ls1\\ilvl0\\fi-360\\li720 {text}"


LIST = (
    r"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}"
    r"{\levelnumbers\'01;}\fi-360\li720}\listid7}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
)
LINES = ("Harbour plan", "1. The port opens.", "2. The guards keep:", "(a) the lamp;", "(b) the quay.")
LINKS = ("INCLUDEPICTURE", "DDEAUTO", "IMPORT", "LINK")


@needs_office
def test_typed_numbers() -> None:
    draft = only(rtf(*LINES), "a.rtf")
    assert draft.title == "Harbour plan"
    assert labelled(draft) == [
        (("1.",), "The port opens."),
        (("2.",), "The guards keep:"),
        (("2.", "(a)"), "the lamp;"),
        (("2.", "(b)"), "the quay."),
    ]
    assert not draft.warnings


@needs_office
def test_automatic_numbers_are_those_that_were_printed() -> None:
    """They are 3, 5 and 6 in the print; who counts the list has 1, 2 and 3."""
    printed = [number(f"{place}.", f"Port {place} opens at noon.") for place in (3, 5, 6)]
    draft = only(rtf("Ports of the coast", *printed, head=LIST), "a.rtf")
    assert [path for path, _ in labelled(draft)] == [("3.",), ("5.",), ("6.",)]
    assert not draft.warnings


@needs_office
def test_automatic_numbers_of_which_no_print_is_left_are_said_to_be_counted() -> None:
    bare = [number("", text).replace("{\\listtext\\pard\\plain \\tab}", "") for text in ("One.", "Two.")]
    draft = only(rtf("Ports", *bare, head=LIST), "a.rtf")
    assert [path for path, _ in labelled(draft)] == [("1.",), ("2.",)]
    assert draft.warnings == (
        "Its automatic numbers are as LibreOffice counts them; compare them with a print.",
    )


@needs_office
def test_a_file_elsewhere_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password")
    field = '{{\\field{{\\*\\fldinst{{{} "{}" \\\\d}}}}{{\\fldrslt old}}}}'
    linked = [f"{place}. {field.format(name, secret)} Open." for place, name in enumerate(LINKS, start=1)]
    draft = only(rtf("Harbour plan", *linked), "a.rtf")
    assert labelled(draft) == [((f"{place}.",), "old Open.") for place in range(1, len(LINKS) + 1)]


@needs_office
def test_the_words_of_other_alphabets() -> None:
    words = "".join(f"\\u{ord(sign)}?" for sign in "Порти відкриті.")
    assert only(rtf("Harbour plan", f"1. {words}"), "a.rtf").points[0].text == "Порти відкриті."


@needs_office
def test_a_damaged_old_word_file() -> None:
    with pytest.raises(PlanctlError) as caught:
        read(DOC + b"x" * 5000, "a.doc")
    assert caught.value.what == "a.doc cannot be converted by LibreOffice: it is damaged, or has a password"


@needs_office
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    only(rtf(*LINES), "a.rtf")
    assert not list(home.iterdir())
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("name", ["a.rtf", "a.doc"])
def test_without_libreoffice(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converted, "_PLACES", ("soffice", "libreoffice"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlanctlError) as caught:
        read(rtf(*LINES) if name == "a.rtf" else DOC, name)
    assert caught.value.what == f"{name} needs LibreOffice, which is not installed or not on the PATH"
    assert caught.value.cure == (
        "Install LibreOffice (Debian: apt install libreoffice-writer-nogui), or save the file as .docx."
    )


OBJECT = rtf("1. Open.", r"{\object\objemb{\*\objdata 0105}{\result x}}")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.rtf", b"", "a.rtf is empty"),
        ("a.rtf", b"1. Open.", "a.rtf is not a .rtf file: it does not begin as one"),
        ("a.rtf", b"{\\rtfx 1. Open.}", "a.rtf is not a .rtf file: it does not begin as one"),
        ("a.rtf", b"PK\x03\x04 Open", "a.rtf is not a .rtf file: it is a .docx file"),
        ("a.rtf", DOC, "a.rtf is not a .rtf file: it is a .doc file"),
        ("a.doc", rtf(*LINES), "a.doc is not a .doc file: it is a .rtf file"),
        ("a.txt", rtf(*LINES), "a.txt is not a text file: it is a .rtf file"),
        ("a.rtf", rtf(*LINES)[:-2], "a.rtf is truncated: its text has no end"),
        ("a.rtf", b"{\\rtf1 \\bin999999 x}", "a.rtf is truncated: its text has no end"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 5000 + b"}" * 5001, "a.rtf is nested deeper than 1,000 groups"),
        ("a.rtf", OBJECT, "a.rtf holds embedded objects, which planctl does not open"),
        (
            "a.rtf",
            rtf(r'{\field{\*\fldinst { INCLUDETEXT "/etc/passwd"}}{\fldrslt x}}'),
            "a.rtf has a part of its text in another file, which planctl does not open",
        ),
        (
            "a.rtf",
            rtf(r"{\subdocument3}"),
            "a.rtf has a part of its text in another file, which planctl does not open",
        ),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_what_is_refused_before_libreoffice_is_looked_for(
    name: str, data: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "_PLACES", ("soffice",))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlanctlError) as caught:
        read(data, name)
    assert caught.value.what == message
    assert caught.value.cure


def test_rich_text_from_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(converted, "_PLACES", ("soffice",))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlanctlError, match="standard input needs LibreOffice"):
        read(rtf(*LINES))


def _office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program in place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(converted, "_PLACES", ("soffice",))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")
def test_a_conversion_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _office(tmp_path, f"(sleep 2; touch '{tmp_path}/late') & sleep 60", monkeypatch)
    monkeypatch.setattr(converted, "PATIENCE", 0.5)
    with pytest.raises(PlanctlError, match="LibreOffice took longer than"):
        read(rtf(*LINES), "a.rtf")
    time.sleep(2.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")
def test_how_libreoffice_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen"
    script = f"{{ pwd; env; for each; do echo \"$each\"; done; cat profile/user/*; }} > '{seen}'"
    _office(tmp_path, script, monkeypatch)
    for name in ("DISPLAY", "http_proxy", "DBUS_SESSION_BUS_ADDRESS", "LD_PRELOAD_X"):
        monkeypatch.setenv(name, "theirs")
    with pytest.raises(PlanctlError, match="cannot be converted by LibreOffice"):
        read(rtf(*LINES), "--version.rtf")
    lines = seen.read_text().splitlines()
    folder = lines[0]
    assert f"HOME={folder}" in lines
    assert "theirs" not in seen.read_text()
    assert f"-env:UserInstallation={Path(folder).as_uri()}/profile" in lines
    assert f"{folder}/document.rtf" in lines
    assert "--headless" in lines
    assert "--infilter=Rich Text Format" in lines
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true</value>' in seen.read_text()
    assert not Path(folder).exists()


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("1.", True),
        ("\\'b7", False),
        ("\\u8226 \\'95", False),
        ("\\f2 o", False),
        ("Article 2", True),
        ("\\u1072\\'e0)", True),
        ("2\\u176\\'b0", True),
        ("{\\b\\f1 7}.", True),
        ("", False),
        ("\\'a7", False),
    ],
)
def test_which_printed_numbers_are_typed_out(printed: str, kept: bool) -> None:
    data = rtf(number(printed, "Open."), head=LIST)
    out = rich_text.with_printed_numbers(data)
    assert len(out) == len(data)
    assert (b"\\listtext" not in out) == kept
    assert (b"\\ls1" not in out) == kept
    assert b"\\pard\\plain Open" not in out


@pytest.mark.parametrize("mark", ["\\deleted", "\\revised"])
def test_numbers_beside_tracked_changes_are_not_typed_out(mark: str) -> None:
    data = rtf(number("4.", "Open."), f"{{{mark} Closed.}}")
    assert rich_text.with_printed_numbers(data) == data


def test_words_that_look_like_commands_stay() -> None:
    data = rtf(number("4.", r"Open \\ls1 and \{ \\listtext."))
    assert rb"\\ls1 and \{ \\listtext." in rich_text.with_printed_numbers(data)
