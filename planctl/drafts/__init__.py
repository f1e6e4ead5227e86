"""A draft as it arrived -> a text as planctl keeps it, and the plan files that it becomes."""

from planctl.drafts.naming import id_of
from planctl.drafts.understood import Understood, understand

__all__ = ["Understood", "id_of", "understand"]
