"""What a person asked for on the command line -> what is said of each file. Every gap is one clear error."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from planctl.drafts.importing import File, FileStatements
from planctl.drafts.naming import date_in, id_of
from planctl.errors import BadReference, UnknownName
from planctl.models import ID_PATTERN, LONGEST_ID, Party, When, unfit_name

_NONE = "none"
"""Said instead of a version: the text was made from no other."""
_BEFORE = "before"
"""What the id of a file's text without its tracked changes ends in."""


class Asked(NamedTuple):
    """Options as they were typed. ``common`` is what all files share.

    ``may_be_unknown``: who tabled a text, and when, may be left unsaid.
    """

    by: Sequence[str]
    ids: Sequence[str]
    dates: Sequence[str]
    made_from: Sequence[str] | None
    siblings: bool
    common: FileStatements
    may_be_unknown: bool = False


def parties(asked: Iterable[str], known: Container[str]) -> tuple[Party, ...]:
    """New parties written as ``ID=NAME``. Raises BadReference."""
    new = []
    for text in asked:
        name, sign, full = text.partition("=")
        if not sign or not full.strip():
            raise BadReference(f'"{text}" is not a party', 'Write --add-party eu="European Union".')
        if name in known:
            raise BadReference(f'the plan has a party "{name}" already', "Leave --add-party out.")
        new.append(Party(id=_checked(name, "party"), name=" ".join(full.split())))
    return tuple(new)


def say(
    files: Sequence[File], asked: Asked, taken: Sequence[str], known: Sequence[str]
) -> list[tuple[File, FileStatements]]:
    """Each file with what is said of it, the earliest first where their names say when they were tabled.

    ``taken`` are the versions that the plan has, ``known`` its parties. Raises BadReference or UnknownName.
    """
    who = _tabled_by(asked, known)
    dated = _dated(files, asked)
    ids = _ids([file for file, _ in dated], asked.ids, taken)
    first = None if asked.made_from is None else _ancestors(asked.made_from, taken)
    pairs = []
    above = first
    for (file, when), names in zip(dated, ids, strict=True):
        pairs.append((file, asked.common._replace(ids=names, date=when, tabled_by=who, made_from=above)))
        above = first if asked.siblings else (names[-1],)
    return pairs


def names_in(typed: Iterable[str]) -> list[str]:
    """Names that were typed one by one or with commas between them."""
    return [name.strip() for each in typed for name in each.split(",") if name.strip()]


def _tabled_by(asked: Asked, known: Sequence[str]) -> tuple[str, ...]:
    names = names_in(asked.by)
    if not names and not asked.may_be_unknown:
        raise BadReference("nobody has said who tabled it", f"Add --by PARTY: {_some(known)}.")
    for name in names:
        if name not in known:
            cure = f'Parties: {_some(known)}. A new one: --add-party {name}="Its full name".'
            raise UnknownName("party", name, "the plan", known, cure)
    return tuple(dict.fromkeys(names))


def _some(known: Sequence[str]) -> str:
    return ", ".join(known) or "none yet"


def _dated(files: Sequence[File], asked: Asked) -> list[tuple[File, When]]:
    """Files with their dates, in the order given; those of file names, if all have one, in order of time."""
    dates = asked.dates
    if dates and len(dates) != len(files):
        what = f"{len(dates)} date{'s' * (len(dates) > 1)} for {len(files)} file{'s' * (len(files) > 1)}"
        raise BadReference(what, "Give one date per file, in their order: --dates 2025-11-20,2025-11-23.")
    if dates:
        return [(file, _when(date)) for file, date in zip(files, dates, strict=True)]
    pairs = [(file, _when_named(file, asked)) for file in files]
    if not all(when.is_known for _, when in pairs):
        return pairs
    return sorted(pairs, key=lambda pair: (pair[1].earliest, pair[1].latest))


def _when_named(file: File, asked: Asked) -> When:
    named = date_in(file.name)
    if not named and not asked.may_be_unknown:
        raise BadReference(
            f"nobody has said when {file.name} was tabled, and its name has no date",
            "Add --date 2025-11-20; for several files --dates, one for each.",
        )
    return _when(named)


def _when(text: str) -> When:
    if not text:
        return When.unknown()
    try:
        if "/" in text:
            earliest, latest = text.split("/")
            return When.model_validate({"earliest": earliest, "latest": latest})
        return When.model_validate(text)
    except ValueError:
        cure = "Write 2025-11-20, 2025-11, 2025, or 2025-11-20/2025-11-23 for some day between."
        raise BadReference(f'"{text}" is not a date', cure) from None


def _ids(files: Sequence[File], asked: Sequence[str], taken: Iterable[str]) -> list[tuple[str, ...]]:
    """Ids of the versions of each file, one for each of its drafts."""
    if asked and len(asked) not in {len(files), sum(len(file.drafts) for file in files)}:
        what = f"{len(asked)} --version for {len(files)} file{'s' * (len(files) > 1)}"
        raise BadReference(what, "Give one per file, or none: the names of the files are used then.")
    used = {*taken, "plan"}
    waiting = iter(asked)
    ids: list[tuple[str, ...]] = []
    for file in files:
        if asked and len(asked) > len(files):
            names = tuple(next(waiting) for _ in file.drafts)
        else:
            last = next(waiting, "") or id_of(file.name, used)
            names = (last,) if len(file.drafts) == 1 else (f"{last}-{_BEFORE}", last)
        for name in names:
            _free(_checked(name, "version"), used)
        ids.append(names)
    return ids


def _free(name: str, used: set[str]) -> None:
    if name in used:
        raise BadReference(f"there is a version {name} already", "Give --version another id.")
    used.add(name)


def _checked(name: str, kind: str) -> str:
    if not re.fullmatch(ID_PATTERN, name) or len(name) > LONGEST_ID:
        raise BadReference(
            f'"{name[:LONGEST_ID]}" cannot be the id of a {kind}',
            f"An id has letters, digits and _ . + - (at most {LONGEST_ID}), a letter or digit first.",
        )
    if kind == "version" and (why := unfit_name(name)):
        raise BadReference(f'"{name}" cannot be the id of a version: {why}', "Choose another id.")
    return name


def _ancestors(asked: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    names = names_in(asked)
    if names == [_NONE] and _NONE not in known:
        return ()
    for name in names:
        if name not in known:
            raise UnknownName("version", name, "the plan", known, f"Versions: {_some(known)}.")
    return tuple(dict.fromkeys(names))
