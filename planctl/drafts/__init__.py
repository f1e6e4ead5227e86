"""A draft as it arrived -> a text as planctl keeps it, and the plan files that it becomes."""

from planctl.drafts.asking import Asked, parties, say
from planctl.drafts.figures import Figures, figures
from planctl.drafts.importing import File, FileStatements, Imports, make
from planctl.drafts.naming import date_in, id_of
from planctl.drafts.understood import Understood, understand

__all__ = [
    "Asked",
    "Figures",
    "File",
    "FileStatements",
    "Imports",
    "Understood",
    "date_in",
    "figures",
    "id_of",
    "make",
    "parties",
    "say",
    "understand",
]
