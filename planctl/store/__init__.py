"""git as the store: files at a revision, commits, and objects and refs written whole or not at all.

Knows nothing of plans. Everything in a repository is foreign matter: nothing it configures is run, and what
a person typed never stands on a git command line.
"""

from planctl.store.commits import Commit
from planctl.store.configuring import Setup
from planctl.store.discovery import open_at
from planctl.store.new_objects import NewObject, Signature, make_blob, make_commit, make_tag, make_tree
from planctl.store.objects import TreeEntry
from planctl.store.ref_updates import RefUpdate, check_ref, keep, update_refs
from planctl.store.repository import GitRef, Repository

__all__ = [
    "Commit",
    "GitRef",
    "NewObject",
    "RefUpdate",
    "Repository",
    "Setup",
    "Signature",
    "TreeEntry",
    "check_ref",
    "keep",
    "make_blob",
    "make_commit",
    "make_tag",
    "make_tree",
    "open_at",
    "update_refs",
]
