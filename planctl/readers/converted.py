"""Formats that LibreOffice reads for us (.rtf, .doc): it converts a copy to .docx, and that is read.

The file may be hostile, and LibreOffice is large. It runs without a window, with a profile of its own in
a folder that is gone afterwards: macros are off, links are not followed, every way to the network leads
nowhere, and the person's own profile is never opened. Time, memory and the size of what it writes are
bounded. Rich text with embedded objects, or with a part of its text in another file, is refused before.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from planctl import programs
from planctl.errors import PlanctlError
from planctl.progress import step
from planctl.readers import rich_text, word
from planctl.readers.paragraphs import FileContents

PATIENCE = 180.0
"""Seconds that one conversion may take; starting with a new profile takes some five of them."""
MEMORY = 2 * 1024**3
"""Bytes of data that LibreOffice may hold, where the system can keep it to that."""
WRITTEN = 64 * 1024 * 1024
"""Bytes of the largest file that it may write."""
_PLACES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_FILTERS = {".rtf": "Rich Text Format", ".doc": "MS Word 97"}
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_OPTIONS = (
    "--headless",
    "--invisible",
    "--norestore",
    "--nolockcheck",
    "--nodefault",
    "--nofirststartwizard",
    "--nologo",
)
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Java/VirtualMachine", "EnableJava", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
    (_PROXY, "ooInetFTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetFTPProxyPort", "9"),
)
"""Settings of the profile: nothing runs, no link is followed, the network is a port where nobody listens."""
_COUNTED = "Its automatic numbers are as LibreOffice counts them; compare them with a print."
_KEPT = ("SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMDATA")
"""What Windows needs of the environment to start anything at all."""


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of an .rtf or old .doc file, as ``word.read`` gives them.

    Raises PlanctlError for a hostile or damaged file, one that LibreOffice cannot convert in time, or when
    LibreOffice is not installed.
    """
    suffix = ".doc" if data.startswith(_COMPOUND_FILE) else ".rtf"
    if suffix == ".rtf":
        rich_text.check(data, name)
        data = rich_text.with_printed_numbers(rich_text.without_links(data))
    office = _office(name)
    step(f"converting {Path(name).name} with LibreOffice")
    with tempfile.TemporaryDirectory(prefix="planctl-", ignore_cleanup_errors=True) as folder:
        sources = word.read(_converted(office, Path(folder), data, name, suffix), name)
    for source in sources:
        if any(sign.isalnum() for paragraph in source.paragraphs for sign in paragraph.label):
            source.warnings.append(_COUNTED)
    return sources


def _office(name: str) -> str:
    """Where LibreOffice lies. Raises PlanctlError."""
    path = os.environ.get("PATH")
    found = next(filter(None, (programs.find(place, path) for place in _PLACES)), None)
    if found is None:
        raise PlanctlError(
            f"{name} needs LibreOffice, which is not installed or not on the PATH",
            "Install LibreOffice (Debian: apt install libreoffice-writer-nogui), or save the file as .docx.",
        )
    return found


def _converted(office: str, folder: Path, data: bytes, name: str, suffix: str) -> bytes:
    """The bytes of the .docx that LibreOffice makes of a file, in a folder of its own."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    source = folder / f"document{suffix}"
    source.write_bytes(data)
    options = [
        f"-env:UserInstallation={profile.as_uri()}",
        *_OPTIONS,
        f"--infilter={_FILTERS[suffix]}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    _run([office, *options], folder, name)
    made = folder / "document.docx"
    if not made.is_file():
        raise PlanctlError(
            f"{name} cannot be converted by LibreOffice: it is damaged, or has a password",
            "Open it in a word processor, and save it as .docx.",
        )
    with made.open("rb") as file:
        return file.read(WRITTEN)


def _profile() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{setting}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, setting, value in _SETTINGS
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {names}>{items}</oor:items>\n'


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the person's own: no display, no proxy, no session, no home."""
    kept = {key: value for key, value in os.environ.items() if key.upper() in _KEPT}
    home = str(folder)
    path = programs.safe_path(os.environ.get("PATH"))
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TMP", "TEMP"), home)
    return {**kept, **homes, "PATH": path, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _run(command: list[str], folder: Path, name: str) -> None:
    """Run LibreOffice to its end; it and all that it started are ended when its time is up, or ours is."""
    try:
        process = subprocess.Popen(  # noqa: S603  # the words are ours, and the file has a name of ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
    except OSError as error:
        raise PlanctlError(
            f"LibreOffice ({command[0]}) cannot be run: {error.strerror}", "Save the file as .docx."
        ) from None
    _hold(process)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        raise PlanctlError(
            f"{name}: LibreOffice took longer than {PATIENCE:.0f} seconds to convert it",
            "Divide it, or save it as .docx.",
        ) from None
    finally:
        _end(process)


def _hold(process: subprocess.Popen[bytes]) -> None:
    """Bound its memory and what it writes. Only Linux can do that to another process."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process.pid, resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
        resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started, which is a group of its own."""
    with suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
