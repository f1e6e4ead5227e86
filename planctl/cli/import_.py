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
    from planctl.drafts import Asked
    from planctl.pages.imports import Importing
    from planctl.workspace import Folder


FORMATS = (*PROSE, JSON)


WORDS = ("verbatim", "translated", "restated", "reconstructed")
"""How faithful the words are."""
BASES = ("published", "reported", "inferred")
"""What the text rests on."""
Names = list[str] | None


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Drafts, or folders of drafts: .docx, .odt, .pdf, .html, .md, .txt, .rtf or .doc.",
    ),
]
Parties = Annotated[Names, typer.Option("--by", metavar="PARTY", help="Who tabled it; may be repeated.")]
Ids = Annotated[
    Names,
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
    typer.Option("--dates", metavar="D1,D2,...", help="The dates of several files, in their order."),
]
Parents = Annotated[
    Names,
    typer.Option(
        "--made-from",
        metavar="ID",
        help="The version it was made from, or none; may be repeated. Of several files, each further one"
        " is made from the one before.",
    ),
]
Siblings = Annotated[
    bool, typer.Option("--siblings", help="Several files: none is made from the one before.")
]
Title = Annotated[
    str | None, typer.Option("--title", help="Title of the version. Default: what the draft says.")
]
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
    str, typer.Option("--language", metavar="TAG", help="Its language: en, fr, uk. Default: recognised.")
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who published the file, for its source.")
]
Address = Annotated[str, typer.Option("--url", metavar="URL", help="Where it was published.")]
NewParties = Annotated[
    Names,
    typer.Option(
        "--add-party", metavar="ID=NAME", help="A party the plan does not have yet; may be repeated."
    ),
]
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
    yes: Yes = False,
    dry_run: DryRun = False,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Read drafts as they arrive into a plan: each file becomes a version.

    Shows what was understood, and asks before it writes. Labels stay as printed; nothing is dropped silently.
    A file with tracked changes becomes two versions, all rejected and all accepted, the second tabled by
    their authors. The version is complete and has the file as its source, with its SHA-256.
    """
    from planctl.drafts import Asked, Said
    from planctl.models import Evidence, When, Wording

    common = Said(
        ids=(),
        date=When.unknown(),
        tabled_by=(),
        made_from=None,
        wording=Wording(wording),
        evidence=Evidence(evidence),
        title=title or "",
        language=language,
        publisher=publisher,
        url=url,
    )
    asked = Asked(by or [], version or [], _dates(date, dates), made_from, siblings, common)
    folder = _folder(plans, plan)
    shown, contents = _prepare(folder, files, asked, add_party or [])
    _show(shown, form, dry_run=dry_run)
    if not dry_run and _may_write(len(contents), yes=yes):
        from planctl.workspace import addition

        addition.put(folder, contents)
        remark(f"wrote {len(contents)} files; see planctl show {shown.imports.versions[-1].version}")


def _dates(date: str | None, dates: str | None) -> list[str]:
    """The dates given, in the order of the files. Raises Refused for both a date and dates."""
    from planctl.errors import Refused

    if date and dates:
        raise Refused(
            "--date and --dates say the same thing twice", "Give --date for one file, --dates for several."
        )
    return [each.strip() for each in (date or dates or "").split(",") if each.strip()]


def _folder(plans: Path | None, plan: str | None) -> Folder:
    from planctl.cli.source import open_workspace
    from planctl.errors import BadReference, Refused

    workspace = open_workspace(plans)
    if workspace.bundled:
        raise Refused("there is no plan here to import into", "Create one: planctl init NAME.")
    if plan is None and len(workspace.folders) > 1:
        raise BadReference(
            f"{workspace.where} holds several plans: {', '.join(workspace.folders)}",
            "Choose the one to import into: --plan NAME.",
        )
    return workspace.folder(plan)


def _prepare(
    folder: Folder, paths: Sequence[Path], asked: Asked, add_party: Sequence[str]
) -> tuple[Importing, dict[str, bytes]]:
    """Everything but the writing, and what is to be written. Raises PlanctlError with nothing changed."""
    from planctl import drafts
    from planctl.pages.imports import Importing
    from planctl.workspace import addition
    from planctl.workspace.documents import read_files

    known = [party.id for party in folder.header.parties]
    new = drafts.parties(add_party, known)
    files = drafts.say(read_files(paths), asked, folder.ids, [*known, *(party.id for party in new)])
    imports = drafts.make(files, folder.header, new)
    contents = addition.new_files(folder, imports.versions, imports.parties, imports.sources)
    found = addition.sound(folder, contents)
    paths_new = {folder.place(name): name not in folder.files for name in contents}
    return Importing(folder.name, folder.heading, imports, paths_new, found), contents


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
