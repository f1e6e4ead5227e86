"""What texts say of their own points: a reference names a point that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planctl.checks.numbering import explains
from planctl.checks.scope import Scope, VersionFile
from planctl.errors import Problem
from planctl.models import Location, Wording
from planctl.planfile import quote
from planctl.substance.references import SEVERAL, OwnLabel, OwnPoints, Reference, find, keywords_of, label_of

_CURE = (
    "Correct the number, or say in the version's note that the text has it so, for example: "
    "point 9 does not exist."
)


def texts_refer_to_points(scope: Scope) -> Iterator[Problem]:
    """A text that names one of the version's own points names one that it has, unless the note speaks of it.

    The numbers of a reconstruction are its editor's, those in its texts may not be.
    """
    for read in scope.versions:
        if read.whole and read.version.wording is not Wording.reconstructed:
            yield from _unknown(read)


def _unknown(read: VersionFile) -> Iterator[Problem]:
    references = [(piece, each) for piece in read.pieces for each in find(piece.written.text)]
    if not references:
        return
    points = _point_labels(read)
    keywords = keywords_of(list(points), (each for _, each in references), least=SEVERAL)
    own_points = OwnPoints({**_section_labels(read), **points}, keywords, whole=True)
    for piece, each in references:
        if missing := _missing(read, own_points.at(read.version.number_of(piece.unit.point)), each):
            yield _problem(read, piece.location, each, missing)


def _section_labels(read: VersionFile) -> Mapping[OwnLabel, str]:
    return {label_of(section.label): section.label for _, section in read.sections if section.label}


def _point_labels(read: VersionFile) -> Mapping[OwnLabel, str]:
    """What texts may call each point and item: a point by its number, whatever section it stands in."""
    labels: dict[OwnLabel, str] = {}
    for piece in read.pieces:
        if piece.unit.point not in read.version.passages:
            number = read.version.number_of(piece.unit.point)
            labels[label_of(number, piece.unit.item)] = number
    return labels


def _missing(read: VersionFile, own_points: OwnPoints, reference: Reference) -> list[str]:
    """What a reference surely names and the version has not: of a range only its ends are looked for."""
    if own_points.target(reference) != "own":
        return []
    ends = dict.fromkeys(path for member in reference.members for path in (member.paths[0], member.paths[-1]))
    places = ((path, own_points.place(reference, path)) for path in ends)
    absent = [path for path, place in places if place and not place.exists]
    return [".".join(path) for path in absent if not explains(read.version.note, path[0], path[0])]


def _problem(read: VersionFile, location: Location, reference: Reference, missing: list[str]) -> Problem:
    shown = " ".join(reference.text.split())
    what = "" if len(reference.paths) == 1 else f": not {', '.join(missing)}"
    message = f"the text refers to {quote(shown)}, which {read.version.version} does not have{what}"
    return Problem(read.file.place(*location, "text"), "PLC048", message, _CURE)
