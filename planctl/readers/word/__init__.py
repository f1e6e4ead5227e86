"""Word files (.docx): automatic numbers as Word prints them, tracked changes; standard library only."""

from planctl.readers.word.reading import read

__all__ = ["read"]
