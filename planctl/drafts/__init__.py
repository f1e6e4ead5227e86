"""A draft as it arrived -> a text as planctl keeps it, and the plan files that it becomes."""

from planctl.drafts.understood import Understood, understand

__all__ = ["Understood", "understand"]
