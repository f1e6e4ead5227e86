"""``planctl import``: drafts as they arrive become versions of a plan."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.choices import listed, offered, only
from planctl.cli.messages import remark
from planctl.cli.options import PlanName, Plans
from planctl.cli.output import JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from planctl.drafts import Asked, File, FileStatements
    from planctl.models import Version
    from planctl.pages.imports import Importing
    from planctl.workspace import Folder


FORMATS = (*PROSE, JSON)


WORDS = ("verbatim", "translated", "restated", "reconstructed")
"""How faithful the words are."""
BASES = ("published", "reported", "inferred")
"""What the text rests on."""
IdList = list[str] | None


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Drafts, or folders of drafts: .docx, .odt, .pdf, .html, .md, .txt, .rtf or .doc.",
    ),
]
Parties = Annotated[IdList, typer.Option("--by", metavar="PARTY", help="Who tabled it; may be repeated.")]
Ids = Annotated[
    IdList,
    typer.Option(
        "--version", metavar="ID", help="Id of the version, one per file. Default: the file's name."
    ),
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="When it was tabled. Default: the date in the file's name."),
]
Dates = Annotated[
    str | None,
    typer.Option(
        "--dates", metavar="D1,D2,...", help="The dates of several files, in the order of the files."
    ),
]
Parents = Annotated[
    IdList,
    typer.Option(
        "--made-from",
        metavar="ID",
        help="The version it was made from, or none; may be repeated. Of several files, each further one"
        " is made from the one before.",
    ),
]
Siblings = Annotated[
    bool, typer.Option("--siblings", help="Of several files, none is made from the one before.")
]
Title = Annotated[str | None, typer.Option("--title", help="Title of the version. Default: the draft's own.")]
WordingKind = Annotated[
    str,
    typer.Option(
        "--wording",
        metavar="KIND",
        help=f"How faithful the words are: {listed(WORDS)}.",
        callback=only("--wording", WORDS),
        autocompletion=offered(WORDS),
    ),
]
Basis = Annotated[
    str,
    typer.Option(
        "--evidence",
        metavar="KIND",
        help=f"What the text rests on: {listed(BASES)}.",
        callback=only("--evidence", BASES),
        autocompletion=offered(BASES),
    ),
]
Tag = Annotated[
    str,
    typer.Option("--language", metavar="TAG", help="Language of the text: en, fr, uk. Default: recognised."),
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who published the file, for its source.")
]
Address = Annotated[str, typer.Option("--url", metavar="URL", help="Where it was published.")]
NewParties = Annotated[
    IdList,
    typer.Option(
        "--add-party", metavar="ID=NAME", help="A party the plan does not have yet; may be repeated."
    ),
]
New = Annotated[bool, typer.Option("--new", help="Begin the plan --plan NAME, beside those there are.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and stop.")]


def import_(
    files: Files,
    *,
    by: Parties = None,
    version: Ids = None,
    date: Date = None,
    dates: Dates = None,
    made_from: Parents = None,
    siblings: Siblings = False,
    title: Title = None,
    wording: WordingKind = WORDS[0],
    evidence: Basis = BASES[0],
    language: Tag = "",
    publisher: Publisher = "",
    url: Address = "",
    add_party: NewParties = None,
    plans: Plans = None,
    plan: PlanName = None,
    new: New = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Import drafts into a plan; each file becomes a version.

    Shows what was understood, and asks before it writes. Labels stay as printed; nothing is dropped silently.
    A file with tracked changes becomes two versions: one with all of them rejected, and one with all
    accepted, tabled by their authors. Each version is marked complete and cites the file, with its SHA-256,
    as its source.

    Where there is no plan yet, --plan NAME begins one: its title, and who tabled a draft and when, are asked
    for; with --yes what nobody says stays unknown.
    """
    from planctl.cli import new_plan
    from planctl.drafts import Asked
    from planctl.workspace.documents import read_files

    common = _common(wording, evidence)._replace(
        title=title or "", language=language, publisher=publisher, url=url
    )
    asked = Asked(by or [], version or [], _dates(date, dates), made_from, siblings, common)
    home = new_plan.home(plans, plan, new=new)
    read = read_files(files)
    ask = not yes and not dry_run and sys.stdin is not None and sys.stdin.isatty()
    folder, asked, parties = _into(home, read, asked, add_party or [], ask=ask)
    shown, contents = _prepare(folder, read, asked, parties)
    _show(shown, form, dry_run=dry_run)
    if not dry_run and _may_write(len(contents), yes=yes):
        _write(folder, contents, following=_next(shown.imports.versions))


def _common(wording: str, evidence: str) -> FileStatements:
    """What is said of all files alike."""
    from planctl.drafts import FileStatements
    from planctl.models import Evidence, When, Wording

    return FileStatements(
        ids=(),
        date=When.unknown(),
        tabled_by=(),
        made_from=None,
        wording=Wording(wording),
        evidence=Evidence(evidence),
    )


def _write(folder: Folder, contents: dict[str, bytes], *, following: str) -> None:
    from planctl.workspace import addition

    addition.put(folder, contents)
    remark(f"wrote {len(contents)} files; see planctl {following}")


def _next(versions: Sequence[Version]) -> str:
    """What to look at: the first two of several versions compared, or the one that was written."""
    names = [version.version for version in versions]
    return f"diff {names[0]} {names[-1]}" if len(names) > 1 else f"show {names[0]}"


def _dates(date: str | None, dates: str | None) -> list[str]:
    """The dates given, in the order of the files. Raises Refused for both a date and dates."""
    from planctl.errors import Refused

    if date and dates:
        raise Refused(
            "--date and --dates cannot be used together", "Give --date for one file, --dates for several."
        )
    return [each.strip() for each in (date or dates or "").split(",") if each.strip()]


def _into(
    home: Folder | Path, files: Sequence[File], asked: Asked, add_party: list[str], *, ask: bool
) -> tuple[Folder, Asked, list[str]]:
    """The plan folder, and what was asked for; for a new one completed by what a person says of it.

    In a new plan whoever is said to have tabled a draft is a party, named as typed.
    """
    if not isinstance(home, Path):
        return home, asked, add_party
    from planctl.cli import new_plan
    from planctl.drafts import names_in
    from planctl.workspace import creation

    title = new_plan.title_of(files, home.name)
    if ask:
        title, asked = new_plan.ask(files, title, asked)
    added = {each.partition("=")[0] for each in add_party}
    named = [f"{name}={name}" for name in dict.fromkeys(names_in(asked.by)) if name not in added]
    return creation.begin(home, title), asked._replace(may_be_unknown=True), [*add_party, *named]


def _prepare(
    folder: Folder, files: Sequence[File], asked: Asked, add_party: Sequence[str]
) -> tuple[Importing, dict[str, bytes]]:
    """Everything but the writing, and what is to be written. Raises PlanctlError with nothing changed."""
    from planctl import drafts
    from planctl.pages.imports import Importing
    from planctl.workspace import addition

    known = [party.id for party in folder.header.parties]
    new = drafts.parties(add_party, known)
    statements = drafts.say(files, asked, folder.ids, [*known, *(party.id for party in new)])
    imports = drafts.make(statements, folder.header, new)
    contents = addition.new_files(folder, imports.versions, imports.parties, imports.sources)
    problems = addition.sound(folder, contents)
    there = addition.there(folder)
    paths_new = {folder.place(name): name not in there for name in contents}
    return Importing(folder.name, folder.heading, imports, paths_new, problems), contents


def _show(shown: Importing, form: str, *, dry_run: bool) -> None:
    """Before anything is written: nothing is if its table cannot be shown."""
    from planctl.pages import imports as pages

    def data() -> str:
        from planctl.exports.json_import import imports

        return imports(shown.plan, shown.imports, shown.files, shown.problems, dry_run=dry_run)

    put(form, lambda: pages.page(shown), data, pager=False)


def _may_write(number: int, *, yes: bool) -> bool:
    from planctl.errors import Refused

    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            "nothing was written: import asks first, and standard input is not a terminal",
            "Add --yes to write, or --dry-run only to look.",
        )
    typer.echo(f"Write these {number} files? [y/N] ", nl=False, err=True)
    if sys.stdin.readline().strip().lower() in {"y", "yes"}:
        return True
    remark("nothing was written")
    return False
