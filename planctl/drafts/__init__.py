"""A draft as it arrived -> a text as planctl keeps it, and the plan files that it becomes."""

from planctl.drafts.asking import Asked, names_in, parties, say
from planctl.drafts.figures import Figures, figures
from planctl.drafts.importing import File, FileStatements, Imports, make
from planctl.drafts.naming import date_in, id_of
from planctl.drafts.understood import Understood, understand
from planctl.drafts.words import on_one_line

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
    "names_in",
    "on_one_line",
    "parties",
    "say",
    "understand",
]
