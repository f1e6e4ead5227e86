"""Word files (.docx), read with the standard library: automatic numbers as Word prints them, tracked changes."""

from planctl.readers.word.reading import read

__all__ = ["read"]
