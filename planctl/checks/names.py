"""Ids and file names: each once, each the same as the file's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from planctl.checks.scope import Scope, Where, stem
from planctl.errors import FilePlace, Problem
from planctl.models import is_device, unfit_name, unfit_names
from planctl.planfile import HEADER_NAME, quote


def files_as_expected(scope: Scope) -> Iterator[Problem]:
    """A plan folder has one ``plan.yaml``, at least one version, and only files that end in ``.yaml``."""
    if scope.header_file is None:
        cure = f"Add {HEADER_NAME} with a title, parties and sources; planctl init shows one."
        yield Problem(FilePlace(scope.where), "PLC036", f"the folder has no {HEADER_NAME}", cure)
    elif all(file.kind == "plan" for file in scope.files):
        message = "the plan has no version yet"
        yield Problem(scope.header_file.place(), "PLC039", message, "Add one, named for its id.")
    for file in scope.files:
        if file.path.endswith(".yml"):
            message = "other commands ignore this file: its name does not end in .yaml"
            yield Problem(FilePlace(file.path), "PLC038", message, f"Rename it {stem(file.path)}.yaml.")


def files_named_for_versions(scope: Scope) -> Iterator[Problem]:
    """``v28.yaml`` holds the version v28."""
    for read in scope.versions:
        name, file = read.version.version, stem(read.file.path)
        if name != file:
            message = f"the file is named {quote(file)} but holds the version {quote(name)}"
            cure = f"Rename it {name}.yaml, or correct the id."
            yield Problem(read.file.place("version"), "PLC022", message, cure)


def ids_once(scope: Scope) -> Iterator[Problem]:
    """No two parties, sources, claims or versions share an id, nor a claim and a version."""
    seen: dict[str, Where] = {}
    for read in scope.versions:
        yield from _twice(read.version.version, "version", partial(read.file.place, "version"), seen)
    if scope.header and scope.header_file:
        place, header = scope.header_file.place, scope.header
        for i, claim in enumerate(header.claims):
            yield from _twice(claim.id, "claim or version", partial(place, "claims", i, "id"), seen)
        for i, event in enumerate(header.events):
            yield from _twice(event.id, "event, claim or version", partial(place, "events", i, "id"), seen)
        for kind, noun in (("parties", "party"), ("sources", "source")):
            seen = {}
            for i, entry in enumerate(getattr(header, kind)):
                yield from _twice(entry.id, noun, partial(place, kind, i, "id"), seen)


def names_fit_everywhere(scope: Scope) -> Iterator[Problem]:
    """Every system can hold the files and tags named for the plan and its versions, beside each other."""
    where, cure = FilePlace(scope.where), "Rename the folder."
    if why := unfit_name(scope.name):
        yield Problem(where, "PLC046", f"no plan can be called {quote(scope.name)}: {why}", cure)
    if is_device(scope.name):
        yield Problem(where, "PLC056", _device(scope.name), cure)
    unfit = unfit_names((read.version.version for read in scope.versions), stem(HEADER_NAME))
    for read in scope.versions:
        name, where, cure = read.version.version, read.file.place("version"), "Give it another id."
        if name in unfit:
            yield Problem(where, "PLC046", f"no version can be called {quote(name)}: {unfit[name]}", cure)
        if is_device(name):
            yield Problem(where, "PLC056", _device(name), cure)


def _device(name: str) -> str:
    return f"Windows keeps the name {quote(name)} for a device: the record cannot be checked out there"


def _twice(name: str, noun: str, where: Where, seen: dict[str, Where]) -> Iterator[Problem]:
    if name in seen:
        message = f"the id {quote(name)} already names another {noun}, at {seen[name]()}"
        yield Problem(where(), "PLC023", message, "Give one of the two another id.")
    else:
        seen[name] = where
