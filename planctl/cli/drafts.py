"""Files of no plan among the versions that a command compares. Not a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.workspace import Folder, NamedVersion, Workspace
    from planctl.workspace.documents import Document

_STATES = 2
"""A file with tracked changes is there twice: without them and with them."""


def pair(
    old: str | None, new: str | None, workspace: Callable[[], Workspace], plan: str | None
) -> tuple[NamedVersion, NamedVersion, tuple[str, ...]] | None:
    """Both sides of a comparison and what is to be known of the files, if one is a file of no plan.

    Plans are looked for only if the other side is not such a file. Raises BadReference for a single file
    without tracked changes.
    """
    from planctl.errors import BadReference
    from planctl.workspace.documents import STDIN, is_document

    if old is None or not any(map(is_document, filter(None, (old, new)))):
        return None
    if old == new == STDIN:
        raise BadReference(
            "standard input can be only one of the two texts", "Name a file or a version as the other."
        )
    if new is None:
        return _states(old)
    (earlier, first), (later, second) = (_side(name, workspace, plan) for name in (old, new))
    if first and second and earlier.asked == later.asked:
        first, second = (
            each._replace(found=each.found._replace(asked=each.path)) for each in (first, second)
        )
        earlier, later = first.found, second.found
    return earlier, later, _remarks([first, second])


def _side(
    name: str, workspace: Callable[[], Workspace], plan: str | None
) -> tuple[NamedVersion, Document | None]:
    """A version of a plan, or a file; its tracked changes count as accepted."""
    from planctl.workspace.documents import is_document, open_document

    if is_document(name):
        document = open_document(name)[-1]
        return document.found, document
    return workspace().find(name, plan), None


def _states(name: str) -> tuple[NamedVersion, NamedVersion, tuple[str, ...]]:
    from planctl.errors import BadReference
    from planctl.workspace.documents import open_document

    documents = open_document(name)
    if len(documents) < _STATES:
        raise BadReference(
            f"{name} has no tracked changes to compare", "Name the other text, too: planctl diff OLD NEW."
        )
    return documents[0].found, documents[1].found, _remarks(documents)


def said_of(folder: Folder) -> tuple[str, ...]:
    """What is to be known of a file of no plan; nothing of a plan folder."""
    understood = getattr(folder, "understood", None)
    if understood is None:
        return ()
    from planctl.pages.draft_phrases import details, unknown

    return unknown([folder.where]), *details(understood)


def _remarks(documents: list[Document | None] | tuple[Document, ...]) -> tuple[str, ...]:
    from planctl.pages.draft_phrases import remarks, unknown

    known = [document for document in documents if document is not None]
    texts = [text for each in known for text in remarks(each.found.asked, each.understood)]
    return (unknown([each.path for each in known]), *dict.fromkeys(texts))
