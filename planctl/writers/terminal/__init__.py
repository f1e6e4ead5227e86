"""A page as lines for a terminal or a pipe: wrapped, in columns, cut where there is no room."""

from planctl.writers.terminal.blocks import lines

__all__ = ["lines"]
