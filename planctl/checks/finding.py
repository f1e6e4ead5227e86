"""All checks of a plan folder, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planctl.checks import evidence, names, numbering, own_points, references, words
from planctl.checks.scope import Scope
from planctl.errors import Problem
from planctl.planfile import PlanFile, few

_CHECKS: tuple[Callable[[Scope], Iterator[Problem]], ...] = (
    names.files_as_expected,
    names.files_named_for_versions,
    names.ids_once,
    names.names_fit_everywhere,
    numbering.numbers_once,
    numbering.labels_look_different,
    numbering.numbers_without_gap,
    numbering.terms_once,
    words.fields_filled,
    words.fields_on_one_line,
    words.brackets_close,
    words.languages_known,
    evidence.evidence_has_source,
    evidence.inferred_has_note,
    evidence.reconstructed_is_unpublished,
    evidence.points_have_words,
    evidence.claims_have_sources,
    evidence.sources_have_addresses,
    references.parties_and_sources_known,
    references.lists_name_once,
    references.sources_used,
    references.parents_known,
    references.no_circles,
    references.ancestry_stands,
    references.absences_stand,
    references.ancestry_said,
    references.claims_hold_together,
    references.events_stand,
    references.parties_in_parties,
    own_points.texts_refer_to_points,
)


def find(files: Iterable[PlanFile], where: str = "", name: str = "") -> tuple[Problem, ...]:
    """Every problem in the files of one plan folder, those of reading them included, in order of place.

    ``where`` names the folder in problems about the folder itself, ``name`` is the plan's. The files are
    those of ``planfile.read``; a file with errors takes part with what could be understood, and nothing is
    asked of what could not.
    Each check reports its first hundred problems; a last one then says that there are more.
    """
    scope = Scope(tuple(files), where, name)
    problems = [problem for file in scope.files for problem in file.problems]
    problems += (problem for check in _CHECKS for problem in few(check(scope)))
    return tuple(sorted(set(problems)))
