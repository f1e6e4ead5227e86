"""Drafts as they arrive: a file of any format -> a tree, without date, party or evidence."""

from planctl.readers.draft import Draft, LeftOut, Note, Section, Unit
from planctl.readers.opening import read

__all__ = ["Draft", "LeftOut", "Note", "Section", "Unit", "read"]
