"""Drafts as they arrive: a file of any format -> a tree, without date, party or evidence."""

from planctl.readers.draft import Draft, DraftNote, DraftSection, DraftUnit, StrayText
from planctl.readers.opening import DRAFT_SIZE_LIMIT, SUFFIXES, load, read

__all__ = [
    "DRAFT_SIZE_LIMIT",
    "SUFFIXES",
    "Draft",
    "DraftNote",
    "DraftSection",
    "DraftUnit",
    "StrayText",
    "load",
    "read",
]
