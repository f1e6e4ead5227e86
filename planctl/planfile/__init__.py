"""Text <-> models. The only room that knows YAML; every error has a place, a code and a cure."""

from planctl.limits import SIZE_LIMIT
from planctl.planfile.broken import NESTING_LIMIT
from planctl.planfile.characters import without_refused
from planctl.planfile.findings import few, guess, quote
from planctl.planfile.formatting import formatted
from planctl.planfile.heading import load_heading
from planctl.planfile.inserting import with_entries
from planctl.planfile.reading import (
    HEADER_NAME,
    FileKind,
    PlanFile,
    load_header,
    load_version,
    read,
    sound_version,
)
from planctl.planfile.schema import schema
from planctl.planfile.writing import write, write_version

__all__ = [
    "HEADER_NAME",
    "NESTING_LIMIT",
    "SIZE_LIMIT",
    "FileKind",
    "PlanFile",
    "few",
    "formatted",
    "guess",
    "load_header",
    "load_heading",
    "load_version",
    "quote",
    "read",
    "schema",
    "sound_version",
    "with_entries",
    "without_refused",
    "write",
    "write_version",
]
