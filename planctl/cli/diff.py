"""``planctl diff``: what became of each point between two versions.

Annotations are not postponed here: typer would compile each of them more than once, 2 ms in all.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli import complete
from planctl.cli.choices import listed, offered, only, share
from planctl.cli.options import NoPager, PlanName, Plans
from planctl.cli.output import CSV, JSON, PROSE, TEXT, one_of, put

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.diff import Change, DiffAnswer
    from planctl.lineage import Lookup
    from planctl.models import PlanHeading, Version
    from planctl.workspace import Folder, NamedVersion, Workspace


FORMATS = (*PROSE, JSON, CSV)


KINDS = (
    *("unchanged", "edited", "merged", "split", "recast", "added", "dropped"),
    *("only-in", "unseen", "no-counterpart"),
    *("moved", "renumbered", "format-only", "copied"),
)
"""Kinds of change, and flags that any kind may carry: ``planctl.diff.KINDS``, spelled out for help."""
BASES = ("published", "reported", "inferred")
"""What a point rests on."""


Old = Annotated[
    str | None,
    typer.Argument(
        metavar="OLD",
        help="The old version: v28, v28@REVISION, or a file, such as old.docx; or both: v28..v20.",
        autocompletion=complete.versions,
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW",
        help="The new version; - is standard input. Default: the newest.",
        autocompletion=complete.versions,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="KIND",
        callback=only("--only", KINDS),
        autocompletion=offered(KINDS),
        help=f"Only changes of this kind: {listed(KINDS)}; may be repeated.",
    ),
]
Bases = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="KIND",
        callback=only("--evidence", BASES),
        autocompletion=offered(BASES),
        help=f"Only points with this evidence: {listed(BASES)}; may be repeated.",
    ),
]
Labels = Annotated[
    list[str] | None,
    typer.Option(
        "--point",
        metavar="LABEL",
        help="Only this point: 6, v28:6 or v19:4; may be repeated.",
        autocompletion=complete.points,
    ),
]
Threshold = Annotated[
    str | None,
    typer.Option("--threshold", metavar="0..1", help="Ignore computed links below this similarity."),
]
Semantic = Annotated[
    bool, typer.Option("--semantic", help="Also match points by meaning, across rewording and languages.")
]


Stat = Annotated[bool, typer.Option("--stat", help="One line per point: words removed and added.")]
SideBySide = Annotated[bool, typer.Option("--side-by-side", "-y", help="Show old and new in two columns.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show why each counterpart was chosen.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")]


def diff(
    old: Old = None,
    new: New = None,
    *,
    stat: Stat = False,
    only_kinds: Kinds = None,
    point: Labels = None,
    evidence: Bases = None,
    side_by_side: SideBySide = False,
    explain: Explain = False,
    threshold: Threshold = None,
    semantic: Semantic = False,
    exit_code: ExitCode = False,
    no_pager: NoPager = False,
    plans: Plans = None,
    plan: PlanName = None,
    form: Annotated[str, one_of(FORMATS)] = TEXT,
) -> None:
    """Show what became of each point of OLD in NEW.

    Without NEW, OLD is compared with the newest version. Without either, the newest version is compared
    with the one it was made from. Files may be plan files or drafts (.docx, .odt, .pdf, .html, .md, .txt,
    .rtf, .doc); a draft with tracked changes can be compared with itself: without them, and with them.
    """
    from planctl import diff as rules
    from planctl.cli.semantic import encoder
    from planctl.models import Evidence
    from planctl.pages import diff as pages
    from planctl.progress import step

    old, new = _range(old, new)
    earlier, later, remarks = _found(plans, old, new, plan)
    step("comparing")
    comparison = rules.compare(
        earlier.version,
        later.version,
        names=_names(earlier, later),
        threshold=share("--threshold", threshold),
        meaning=encoder(wanted=semantic),
        find=_lookup(earlier, later),
    )
    bases = [Evidence(basis) for basis in evidence or ()]
    wanted = rules.select(comparison, only=only_kinds or (), points=point or (), evidence=bases)
    # The sources, which take most of the time of a header, are shown everywhere but on a terminal.
    header = _header(earlier, later, whole=form != TEXT)
    shown = rules.DiffAnswer(comparison, header, *_shown_names(earlier, later), wanted, remarks)
    look = pages.DiffOptions(stat=stat, side_by_side=side_by_side, explain=explain, addresses=form != TEXT)
    put(form, lambda: pages.page(shown, look), lambda: _data(shown, form), pager=not no_pager)
    if exit_code and _any_change(wanted):
        raise typer.Exit(1)


def _found(
    plans: "Path | None", old: str | None, new: str | None, plan: str | None
) -> "tuple[NamedVersion, NamedVersion, tuple[str, ...]]":
    """Both sides, and what is to be known of those that are files of no plan."""
    from planctl.cli.source import open_workspace

    def workspace() -> "Workspace":
        return open_workspace(plans, plan, old, new)

    if any("." in name or name == "-" for name in (old, new) if name):
        from planctl.cli.drafts import pair

        if sides := pair(old, new, workspace, plan):
            return sides
    return *_sides(workspace(), old, new, plan), ()


def _range(old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """``v28..v20`` is v28 and v20, as in git; either may be left out, and a file of that name is a file."""
    from pathlib import Path

    if old is None or new is not None or ".." not in old or Path(old).exists():
        return old, new
    first, _, last = old.partition("..")
    return (first or None, last or None) if first else (last or None, None)


def _sides(
    workspace: "Workspace", old: str | None, new: str | None, plan: str | None
) -> "tuple[NamedVersion, NamedVersion]":
    """The two versions meant: what is left out is the newest version, and what that was made from."""
    if old is None:
        later = _newest(workspace, workspace.folder(plan))
        return _parent(workspace, later), later
    if new is not None:
        return _named_apart(*_as_one_file(*workspace.find_all([old, new], plan)))
    earlier = workspace.find(old, plan)
    folder = workspace.folders.get(earlier.folder.name)
    later = _newest(workspace, folder) if folder else earlier
    return (earlier if earlier.version != later.version else _parent(workspace, later)), later


def _as_one_file(earlier: "NamedVersion", later: "NamedVersion") -> "tuple[NamedVersion, NamedVersion]":
    """Two states of one file, which may have held another id in one of them."""
    files = {side.asked.partition("@")[0] for side in (earlier, later)}
    if len(files) == 1:
        renamed = {"version": later.version.version}
        earlier = earlier._replace(version=earlier.version.model_copy(update=renamed))
    return earlier, later


def _named_apart(earlier: "NamedVersion", later: "NamedVersion") -> "tuple[NamedVersion, NamedVersion]":
    from planctl.cli.across import apart, are_of_two_plans

    return (apart(earlier), apart(later)) if are_of_two_plans(earlier, later) else (earlier, later)


def _lookup(earlier: "NamedVersion", later: "NamedVersion") -> "Lookup | None":
    """The versions by which both sides are related; None for two loose files."""
    if earlier.folder.is_loose and later.folder.is_loose:
        return None
    versions = {side.version.version: side.version for side in (earlier, later)}
    folders = [side.folder for side in (later, earlier)]

    def find(name: str) -> "Version | None":
        held = (folder.find(name) for folder in folders)
        return versions.get(name) or next((version for version in held if version), None)

    return find


def _newest(workspace: "Workspace", folder: "Folder") -> "NamedVersion":
    return workspace.find(folder.newest.version, folder.name)


def _parent(workspace: "Workspace", version: "NamedVersion") -> "NamedVersion":
    from planctl.errors import BadReference

    made_from = version.version.made_from
    if not made_from:
        problem = f"{version.version.version} was made from no other version"
        raise BadReference(problem, "Name the two versions to compare: planctl diff OLD NEW.")
    first = next((parent for parent in made_from if not parent.contested), made_from[0])
    return workspace.find(first.version, version.folder.name)


def _header(earlier: "NamedVersion", later: "NamedVersion", *, whole: bool) -> "PlanHeading":
    """The plan's, without its sources unless the whole of it is wanted; two files of no plan have none."""
    from planctl.cli.across import heading_of
    from planctl.models import Header

    if earlier.version.is_loose and later.version.is_loose:
        return Header(title="Files compared")
    return heading_of(earlier, later, whole=whole)


def _names(earlier: "NamedVersion", later: "NamedVersion") -> dict[str, tuple[str, ...]]:
    parties = (*earlier.folder.heading.parties, *later.folder.heading.parties)
    return {party.id: (party.name, *party.names) for party in parties}


def _shown_names(earlier: "NamedVersion", later: "NamedVersion") -> tuple[str, str]:
    """Version ids; the names as typed where ids would not distinguish the sides, or hide a revision."""
    ids = earlier.version.version, later.version.version
    if ids[0] == ids[1]:
        return earlier.asked, later.asked
    old, new = (
        side.asked if "@" in side.asked or side.version.is_loose else id_
        for side, id_ in zip((earlier, later), ids, strict=True)
    )
    return old, new


def _any_change(changes: "tuple[Change, ...]") -> bool:
    return any(not change.is_silent for change in changes)


def _data(shown: "DiffAnswer", form: str) -> str:
    from planctl.exports import csv_tables, json_diff
    from planctl.page import bare
    from planctl.pages import diff as pages
    from planctl.pages import diff_phrases as say

    trust = [bare(words) for words in say.trust(shown)]
    if form == CSV:
        return csv_tables.diff(shown, pages.in_substance(shown), trust)
    return json_diff.diff(shown, trust=trust, surviving=say.survival(shown), showing=say.showing(shown))
