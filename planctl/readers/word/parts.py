"""The parts of an office file: a zip that may be hostile, and XML that may be too.

Sizes are read from the zip's directory before anything is unpacked, and counted again while unpacking. A part
with a document type is refused, so no entity is ever looked up; nothing is fetched and nothing is run.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from planctl.errors import PlanctlError
from planctl.limits import megabytes

PART_LIMIT = 32 * 1024 * 1024
"""Bytes of the largest part that is unpacked; a text of 1,000 pages has some ten megabytes."""
PARTS_LIMIT = 10_000
"""Names in the zip's directory."""
DEPTH_LIMIT = 400
"""Elements inside each other."""
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"


class Parts:
    """The parts of an office file by name, unpacked when asked for, within ``PART_LIMIT`` each and in all."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self.name = name
        self._left = PART_LIMIT * 2
        if data.startswith(_COMPOUND_FILE):
            raise PlanctlError(
                f"{name} is encrypted with a password, or is an old .doc file",
                f"Open it in a word processor, and save it as {kind} without a password.",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise PlanctlError(
                f"{name} is not a {kind} file: it is no zip, or it is damaged", "Save it again."
            ) from None
        if len(infos) > PARTS_LIMIT:
            raise PlanctlError(
                f"{name} has more than {PARTS_LIMIT:,} parts and was not read", "Save it again."
            )
        self.sizes = {info.filename: info for info in infos}

    def __contains__(self, part: str) -> bool:
        return part in self.sizes

    def bytes_of(self, part: str) -> bytes:
        """The bytes of a part. Raises PlanctlError for one that is too large or damaged."""
        info = self.sizes[part]
        if info.flag_bits & 1:
            raise PlanctlError(f"{self.name} is encrypted with a password", "Save it without a password.")
        limit = min(PART_LIMIT, self._left)
        if info.file_size > limit:
            self._too_large(part)
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise PlanctlError(f"{self.name}: its part {part} is damaged", "Save it again.") from None
        if len(data) > limit:
            self._too_large(part)
        self._left -= len(data)
        return data

    def xml(self, part: str) -> ET.Element:
        """A part as XML. Raises PlanctlError when it is not well formed or has a document type."""
        builder = _PartBuilder(f"{self.name}: its part {part}")
        parser = ET.XMLParser(target=builder)  # noqa: S314 - see the builder
        try:
            parser.feed(self.bytes_of(part))
            root = parser.close()
        except (ET.ParseError, ValueError, LookupError) as error:
            raise PlanctlError(
                f"{self.name} is damaged: the XML of its part {part} is broken ({str(error)[:60]})",
                "Save it again.",
            ) from None
        assert isinstance(root, ET.Element)  # noqa: S101 - what the builder gives
        return root

    def _too_large(self, part: str) -> None:
        raise PlanctlError(
            f"{self.name}: its part {part} unpacks to more than the limit of {megabytes(PART_LIMIT)}",
            "Divide it, or save it again without pictures.",
        )


class _PartBuilder(ET.TreeBuilder):
    def __init__(self, what: str) -> None:
        super().__init__()
        self._what, self._depth = what, 0

    def doctype(self, *_: object) -> None:
        """Refuse a document type: office files have none, and entities are declared in one."""
        raise PlanctlError(f"{self._what} has a DOCTYPE, which is not allowed and unsafe", "Save it again.")

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """Begin an element, not too deep."""
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise PlanctlError(f"{self._what} is nested deeper than {DEPTH_LIMIT} elements", "Save it again.")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)
