"""A plan as a git history: which commits and tags its versions become. Nothing is read or written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planctl.errors import Refused
from planctl.models import Evidence, Party, Plan, Point, Source, Version, unfit_name, unfit_names
from planctl.progress import step
from planctl.readable import days, plain, write_readable
from planctl.store import NewObject, Signature, check_ref, make_blob, make_commit, make_tag, make_tree
from planctl.text import sentences

HEADER_FILE = "plan.yaml"
READABLE_FILE = "plan.md"

DOMAIN = "parties.invalid"
"""Domain of the addresses that stand for parties. ``.invalid`` can belong to nobody (RFC 2606)."""

_NOON = dt.time(12, tzinfo=dt.UTC)


@dataclass(frozen=True)
class RecordedVersion:
    """A version as it is recorded: its files by name, and the ids of its commit and its tag."""

    version: str
    files: Mapping[str, bytes]
    parents: tuple[str, ...]
    commit: str
    tag: str


@dataclass(frozen=True)
class History:
    """A plan's versions as commits, parents before children.

    ``branch`` points at the version tabled last; others that no later one was made from are reached by tags.
    ``objects`` are those of each version, ``likes`` gives for a file the id of its parent's.
    """

    plan: str
    steps: tuple[RecordedVersion, ...]
    newest: str
    objects: Mapping[str, tuple[NewObject, ...]]
    likes: Mapping[str, str]

    @property
    def branch(self) -> str:
        """Full name of the branch."""
        return branch_of(self.plan)

    def refs(self) -> dict[str, str]:
        """What each ref shall name: the tags, then the branch."""
        tags = {tag_of(self.plan, step.version): step.tag for step in self.steps}
        return tags | {self.branch: next(s.commit for s in self.steps if s.version == self.newest)}


BRANCHES, FORMER_BRANCHES = "planctl", "plans"
"""What stands before a plan's name in that of its branch; git took the former one for the folder's."""


def branch_of(plan: str) -> str:
    """Full name of the branch that a plan is recorded on."""
    return f"refs/heads/{BRANCHES}/{plan}"


def former_branch_of(plan: str) -> str:
    """Full name of the branch that an earlier planctl recorded a plan on."""
    return f"refs/heads/{FORMER_BRANCHES}/{plan}"


def tag_of(plan: str, version: str) -> str:
    """Full name of the tag of a version."""
    return f"refs/tags/{plan}/{version}"


def make_history(plan: Plan, header: bytes, files: Mapping[str, bytes]) -> History:
    """The commits of a plan. ``header`` is ``plan.yaml``; ``files`` holds the version files by version id.

    The same bytes give the same ids on any machine. Raises Refused for a name that git or a system
    cannot hold.
    """
    steps: dict[str, RecordedVersion] = {}
    times: dict[str, int] = {}
    objects: dict[str, tuple[NewObject, ...]] = {}
    _check_names(plan)
    for done, version in enumerate(plan.versions):
        step("making commits", done, len(plan.versions))
        name = version.version
        times[name] = _time(version, times)
        content = _content(version, plan, header, files[name])
        steps[name], objects[name] = _step(version, plan, content, steps, times[name])
    likes = dict(_likes(plan, objects))
    return History(plan.name, tuple(steps.values()), plan.newest.version, objects, likes)


def _likes(plan: Plan, objects: Mapping[str, tuple[NewObject, ...]]) -> Iterator[tuple[str, str]]:
    for version in plan.versions:
        for parent in version.made_from[:1]:
            pairs = zip(objects[version.version], objects[parent.version], strict=True)
            yield from ((new.id, old.id) for new, old in pairs if new.kind == "blob" and new.id != old.id)


def _content(version: Version, plan: Plan, header: bytes, data: bytes) -> dict[str, bytes]:
    readable = write_readable(version, plan.header).encode("utf-8", "backslashreplace")
    return {f"{version.version}.yaml": data, HEADER_FILE: header, READABLE_FILE: readable}


def _check_names(plan: Plan) -> None:
    check_ref(branch_of(plan.name))
    if why := unfit_name(plan.name):
        raise Refused(f'a plan called "{plan.name}" cannot be recorded: {why}', "Rename its folder.")
    unfit = unfit_names(plan.by_id, HEADER_FILE.removesuffix(".yaml"))
    for name in plan.by_id:
        check_ref(tag_of(plan.name, name))
        if name in unfit:
            why = unfit[name]
            raise Refused(f'a version called "{name}" cannot be recorded: {why}', "Give it another id.")


def _time(version: Version, times: Mapping[str, int]) -> int:
    """Noon in UTC of the first day it may have been tabled, but after its parents, and not before 1970.

    git cannot hold earlier times, and orders commits by them; the day itself stands in ``Tabled``.
    """
    noon = dt.datetime.combine(version.date.earliest, _NOON).timestamp()
    parents = (times[parent.version] + 1 for parent in version.made_from)
    return max(int(noon), 0, *parents)


def _step(
    version: Version,
    plan: Plan,
    content: Mapping[str, bytes],
    steps: Mapping[str, RecordedVersion],
    when: int,
) -> tuple[RecordedVersion, tuple[NewObject, ...]]:
    blobs = {name: make_blob(data) for name, data in content.items()}
    tree = make_tree({name: blob.id for name, blob in blobs.items()})
    parents = tuple(dict.fromkeys(steps[parent.version].commit for parent in version.made_from))
    signature, message = _signature(version, plan.parties, when), _message(version, plan)
    commit = make_commit(tree.id, parents, signature, message)
    tag = make_tag(f"{plan.name}/{version.version}", commit.id, signature, message)
    step = RecordedVersion(version.version, content, parents, commit.id, tag.id)
    return step, (*blobs.values(), tree, commit, tag)


def _signature(version: Version, parties: Mapping[str, Party], when: int) -> Signature:
    names = [parties[party].name if party in parties else party for party in version.tabled_by]
    address = "+".join(version.tabled_by) or "unknown"
    return Signature(plain(", ".join(names)) or "Unknown", f"{address}@{DOMAIN}", when)


def _message(version: Version, plan: Plan) -> str:
    parts = [plain(f"{version.version}: {version.title}")]
    if version.note:
        parts.append("\n".join(map(plain, sentences(version.note))))
    trailers = (f"{key}: {plain(value)}".rstrip() for key, value in _trailers(version, plan))
    return "\n\n".join([*parts, "\n".join(trailers)])


def _trailers(version: Version, plan: Plan) -> Iterator[tuple[str, str]]:
    for party in version.tabled_by:
        name = plan.parties[party].name if party in plan.parties else party
        yield "Tabled-by", f"{name} <{party}@{DOMAIN}>"
    for party, points in _tabled_apart(version).items():
        name = plan.parties[party].name if party in plan.parties else party
        yield "Point-tabled-by", f"{name} <{party}@{DOMAIN}>: {', '.join(points)}"
    yield "Tabled", days(version.date)
    yield "Wording", version.wording
    yield "Evidence", _evidence(version)
    for source in version.sources:
        yield "Source", _cited(source, plan.sources)
    for parent in version.made_from:
        if parent.contested:
            yield "Contested-parent", parent.version


def _tabled_apart(version: Version) -> dict[str, list[str]]:
    """Points that name who tabled them, by party."""
    by_party: dict[str, list[str]] = {}
    for point in version.points:
        for party in point.tabled_by or ():
            by_party.setdefault(party, []).append(point.number)
    return by_party


def _evidence(version: Version) -> str:
    """What its points rest on: one word, or the number of points of each kind when they differ."""
    points = [point for point in version.points if point.number not in version.passages] or version.points
    of_its_own = [point for point in points if point.evidence or point.items]
    counts = Counter(_weakest(point, version) for point in of_its_own)
    if inheriting := len(points) - len(of_its_own):
        counts[version.evidence] += inheriting
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{counts[kind]} {kind}" for kind in Evidence if counts[kind])


def _weakest(point: Point, version: Version) -> Evidence:
    inherited = point.evidence or version.evidence
    if not point.items:
        return inherited
    kinds = [inherited] if point.text else []
    kinds += [item.evidence or inherited for item in point.items]
    return max(kinds, key=list(Evidence).index)


def _cited(name: str, sources: Mapping[str, Source]) -> str:
    if name not in sources:
        return name
    source = sources[name]
    day = days(source.date) if source.date else ""
    return ", ".join(part for part in (name, source.publisher, source.title, day, source.url) if part)
