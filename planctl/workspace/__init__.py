"""Folders, names and revisions -> plans and versions.

A name finds a version in this order: a path to a file, be it a plan file or a draft,
``version@git-revision-or-date``, a version id, each possibly behind ``plan/``. Everything is read once, as
bytes, and kept; what was parsed is what ``planctl record`` stores.
"""

from planctl.workspace.finding import bundled, open_plans
from planctl.workspace.folder import HEADER_FILE, Folder, NoPlans, at_revision, open_folder, read_file
from planctl.workspace.names import Located, NamedVersion, Workspace

__all__ = [
    "HEADER_FILE",
    "Folder",
    "Located",
    "NamedVersion",
    "NoPlans",
    "Workspace",
    "at_revision",
    "bundled",
    "open_folder",
    "open_plans",
    "read_file",
]
