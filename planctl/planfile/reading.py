"""Bytes -> a plan file: what it says, where each part stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planctl.errors import BadFile, FilePlace, Problem
from planctl.models import Header, Version
from planctl.planfile.characters import decode, odd_characters, too_large, without_controls
from planctl.planfile.fields import Location, fields_of, place, problem
from planctl.planfile.findings import FEW, few
from planctl.planfile.tree import Entries, Keys, Tree, grow, key_at, value_at

HEADER_NAME = "plan.yaml"
"""The one file of a plan folder that is no version."""

_Model = TypeVar("_Model", Version, Header)
FileKind: TypeAlias = Literal["plan", "version"]
_LARGE = 400_000
"""Bytes of a file, counted as its tree is, that may hold errors by the thousand."""


class PlanFile(NamedTuple):
    """One file of a plan folder, read.

    ``model`` is what the file says, or None where anything in it is an error. ``draft`` is, even then, as
    much as could be understood, without the points or other entries that could not: enough to look for
    further problems, never to be shown as the plan.
    """

    path: str
    kind: FileKind
    model: Version | Header | None
    draft: Version | Header | None
    problems: tuple[Problem, ...]
    tree: Tree | None
    kept: Mapping[str, Sequence[int]] = MappingProxyType({})
    """For the lists of ``draft`` that lost entries: where each entry stands in the file."""

    def place(self, *location: int | str) -> FilePlace:
        """Where the value at a location of ``draft`` begins: ``place("points", 3, "items", 0, "text")``.

        Where there is no such value, the nearest one around it.
        """
        return place(
            self.path, value_at(self.tree, self._in_file(location)) if self.tree is not None else None
        )

    def key_place(self, *location: int | str) -> FilePlace:
        """Where the key of a location stands."""
        return place(self.path, key_at(self.tree, self._in_file(location)))

    def _in_file(self, location: tuple[int | str, ...]) -> tuple[int | str, ...]:
        match location:
            case (str(key), int(entry), *rest) if key in self.kept:
                return (key, self.kept[key][entry], *rest)
        return location

    def ids(self, key: str) -> frozenset[str]:
        """Ids of the entries of a list (``parties``), also of entries that are otherwise wrong."""
        listed = self.tree.get(key) if isinstance(self.tree, Keys) else None
        entries = listed if isinstance(listed, Entries) else ()
        return frozenset(str(entry["id"]) for entry in entries if isinstance(entry, Keys) and "id" in entry)


def read(data: bytes, path: str, kind: FileKind | None = None) -> PlanFile:
    """Read the bytes of a file; ``path`` only names it in problems. Never raises for what is in the bytes.

    ``kind`` defaults to ``plan`` for a file named ``plan.yaml``, else ``version``.
    """
    kind = kind or ("plan" if PurePosixPath(path.replace("\\", "/")).name == HEADER_NAME else "version")
    unread = too_large(data, path) or decode(data, path)
    if isinstance(unread, Problem):
        return PlanFile(path, kind, None, None, (unread,), None)
    problems = list(few(odd_characters(unread, path)))
    tree, faults, size = grow(without_controls(unread) if problems else unread, path)
    problems += few(faults)
    if not isinstance(tree, Keys):
        if not any(fault.severity == "error" for fault in faults):
            problems.append(_no_keys(tree, path))
        return PlanFile(path, kind, None, None, tuple(sorted(problems)), tree)
    root = Header if kind == "plan" else Version
    understood = (_flooded(tree, root) if size > _LARGE else None) or _understand(tree, root)
    problems += few(problem(error, root, tree, path) for error in understood.errors)
    model = None if any(each.severity == "error" for each in problems) else understood.draft
    return PlanFile(path, kind, model, understood.draft, tuple(sorted(problems)), tree, understood.kept)


def load_version(data: bytes, path: str) -> Version:
    """The version a file holds. Raises ``BadFile`` with every problem found in it."""
    return sound_version(read(data, path, "version"))


def sound_version(file: PlanFile) -> Version:
    """The version that a file was read as. Raises ``BadFile`` with every problem found in it."""
    return _sound(file, Version)


def load_header(data: bytes, path: str) -> Header:
    """What a ``plan.yaml`` says. Raises ``BadFile`` with every problem found in it."""
    return _sound(read(data, path, "plan"), Header)


def _sound(file: PlanFile, model: type[_Model]) -> _Model:
    if not isinstance(file.model, model):
        raise BadFile([problem for problem in file.problems if problem.severity == "error"])
    return file.model


def _no_keys(tree: Tree | None, path: str) -> Problem:
    if not tree:
        return Problem(
            FilePlace(path), "PLC006", "the file is empty", "planctl init creates one to start from."
        )
    what = "a list" if isinstance(tree, Entries) else "bare text"
    cure = "Begin with the first key, such as title: or version:, at the left edge."
    return Problem(FilePlace(path, 1, 1), "PLC005", f"the file is {what} and has no keys", cure)


class _Understood(NamedTuple):
    draft: Version | Header | None
    kept: Mapping[str, Sequence[int]]
    errors: Sequence[ErrorDetails] = ()


def _flooded(tree: Keys, root: type[Version | Header]) -> _Understood | None:
    """The first errors of a large file that has more than are reported; None when it has not.

    Pydantic finds all of them before it reports one, and each takes two kilobytes.
    """
    from pydantic import TypeAdapter

    errors: list[ErrorDetails] = []
    fields = fields_of(root)
    for key, entries in tree.items():
        kind = get_args(fields[key].annotation) if key in fields else ()
        if not kind or not isinstance(entries, Entries):
            continue
        judge = TypeAdapter(kind[0])
        for k, entry in enumerate(entries):
            errors += _errors(judge.validate_python, entry, (key, k))
            if len(errors) > FEW:
                return _Understood(None, {}, errors)
    unknown = [key for key in tree if key not in fields]
    if len(unknown) <= FEW:
        return None
    some = dict.fromkeys(unknown[: FEW + 1], "")
    return _Understood(None, {}, _errors(root.model_validate, some))


def _errors(judge: Callable[[Any], object], value: object, location: Location = ()) -> list[ErrorDetails]:
    try:
        judge(value)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for detail in errors:
            detail["loc"] = (*location, *detail["loc"])
        return errors
    return []


def _understand(tree: Keys, root: type[Version | Header]) -> _Understood:
    try:
        return _Understood(root.model_validate(tree), {})
    except ValidationError as error:
        errors = error.errors(include_url=False)
    pruned, kept = _prune(tree, errors)
    try:
        return _Understood(root.model_validate(pruned), kept, errors)
    except ValidationError:
        return _Understood(None, {}, errors)


def _prune(tree: Keys, errors: Sequence[ErrorDetails]) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """The tree without its unknown keys and wrong entries, and for each list the indices of those kept.

    Entries of other lists are left as they are, so that no draft comes of them: without a source that
    could not be read, every point would seem to lack one.
    """
    wrong_keys: set[int | str] = set()
    wrong_entries: dict[str, set[int]] = {}
    for error in errors:
        match error["loc"]:
            case (str(key), int(entry), *_) if isinstance(tree[key][entry], Keys) or key == "points":
                wrong_entries.setdefault(key, set()).add(entry)
            case (key,) if error["type"] == "extra_forbidden":
                wrong_keys.add(key)
    pruned = {key: value for key, value in tree.items() if key not in wrong_keys}
    kept = {}
    for key, wrong in wrong_entries.items():
        kept[key] = [k for k in range(len(tree[key])) if k not in wrong]
        pruned[key] = [tree[key][k] for k in kept[key]]
    return pruned, kept
