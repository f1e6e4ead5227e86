"""Drafts and what a person says of them -> versions, and the parties and sources that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from planctl.drafts.naming import id_of
from planctl.drafts.understood import Understood, understand
from planctl.errors import PlanctlError
from planctl.models import Evidence, Header, Imported, Parent, Party, Source, Version, When, Wording
from planctl.readers import Draft

NOT_STATED = "not stated"
"""The publisher of a source of which nobody has said who published it."""


class File(NamedTuple):
    """A file that was read: its name without folder, the SHA-256 of its bytes, its drafts."""

    name: str
    sha256: str
    drafts: tuple[Draft, ...]


class FileStatements(NamedTuple):
    """What a person says of a file. ``made_from`` is None where nobody said it.

    ``ids`` are those of its versions, one for each draft in it.
    """

    ids: tuple[str, ...]
    date: When
    tabled_by: tuple[str, ...]
    made_from: tuple[str, ...] | None
    wording: Wording = Wording.verbatim
    evidence: Evidence = Evidence.published
    title: str = ""
    language: str = ""
    publisher: str = ""
    url: str = ""


class Imports(NamedTuple):
    """Versions to be written, what was understood of each draft, and entries that ``plan.yaml`` lacks."""

    versions: tuple[Version, ...]
    understood: tuple[Understood, ...]
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]


def make(
    files: Sequence[tuple[File, FileStatements]], header: Header, parties: Sequence[Party] = ()
) -> Imports:
    """The versions of some files. ``parties`` are new ones that somebody asked for.

    A file with tracked changes gives two versions, the second made from the first and tabled by the authors
    of the changes, who become parties unless they are. Raises PlanctlError for a file without any number.
    """
    authors = dict.fromkeys(author for file, _ in files for draft in file.drafts for author in draft.authors)
    known, new = _authors(authors, (*header.parties, *parties))
    versions: list[Version] = []
    read: list[Understood] = []
    sources: list[Source] = []
    for file, statements in files:
        _has_points(file)
        taken = {source.id for source in (*header.sources, *sources)}
        source = _source(file, statements, id_of(file.name, taken, "file"))
        sources.append(source)
        before: str | None = None
        for draft, name in zip(file.drafts, statements.ids, strict=True):
            understood = understand(draft, known if before else {})
            who = tuple(dict.fromkeys(known[author] for author in draft.authors))
            stated = statements._replace(tabled_by=who if before and who else statements.tabled_by)
            stated = stated._replace(made_from=(before,)) if before else stated
            versions.append(_version(understood, stated, file, source.id, name))
            read.append(understood)
            before = name
    return Imports(tuple(versions), tuple(read), (*parties, *new), tuple(sources))


def _has_points(file: File) -> None:
    if not any(any(True for _ in draft.labelled()) for draft in file.drafts):
        raise PlanctlError(
            f"{file.name} has no numbered point",
            "planctl diff compares it as it is; number its points to keep it in a plan.",
        )


def _authors(authors: Iterable[str], parties: Iterable[Party]) -> tuple[Mapping[str, str], tuple[Party, ...]]:
    """Ids of authors by name, and the parties that had to be made for them."""
    names = {
        name.casefold(): party.id
        for party in parties
        for name in (party.id, party.name, *party.names, *party.people)
    }
    taken = set(names.values())
    known: dict[str, str] = {}
    new = []
    for author in authors:
        name = " ".join(author.split())
        if name.casefold() in names:
            known[author] = names[name.casefold()]
            continue
        party = Party(id=id_of(name, taken, "author"), name=name)
        taken.add(party.id)
        names[name.casefold()] = known[author] = party.id
        new.append(party)
    return known, tuple(new)


def _source(file: File, statements: FileStatements, name: str) -> Source:
    return Source(
        id=name,
        publisher=statements.publisher or NOT_STATED,
        title=file.name,
        url=statements.url,
        note="" if statements.publisher else "A file; who published it was not said when it was imported.",
    )


def _version(read: Understood, statements: FileStatements, file: File, source: str, name: str) -> Version:
    tree = read.tree
    state = f"All tracked changes in {file.name} are {read.draft.state}." if read.draft.state else ""
    if read.draft.state == "rejected":
        state += " Its own date is not known: it is that of the file."
    version = Version(
        version=name,
        title=statements.title or read.title or file.name,
        date=statements.date,
        language=statements.language,
        complete=True,
        imported_from=Imported(file=file.name, sha256=file.sha256),
        tabled_by=statements.tabled_by,
        wording=statements.wording,
        evidence=statements.evidence,
        sources=(source,),
        note=" ".join(filter(None, [state, read.note])),
        preamble=tree.preamble,
        points=tree.points,
        sections=tree.sections,
        closing=tree.closing,
    )
    if statements.made_from is None:
        return version
    return version.model_copy(
        update={"made_from": tuple(Parent(version=each) for each in statements.made_from)}
    )
