"""The typed values of provisions that are the same whatever words stand around them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from planctl import substance
from planctl.lineage.descent import Descent, ProvisionKey
from planctl.models import Plan, Version
from planctl.substance.references import SEVERAL, OwnPoints, Reference, find, keywords_of, label_of

_VALUE_KINDS = frozenset(
    (
        *("figure", "money", "percentage", "share", "ratio", "date", "duration", "frequency", "deadline"),
        *("qualifier", "party"),
    )
)

Key = tuple[str, str]
"""The kind of a value, and its canonical form."""


class Values:
    """The typed values of the provisions of one graph, each as it stands in a provision first.

    A reference is one if it names another text, or may. What points to the version's own points is none:
    its number changes with theirs.
    """

    def __init__(self, plan: Plan, graph: Descent) -> None:
        self._graph = graph
        self._names = substance.Parties({p.id: (p.name, *p.names) for p in plan.header.parties})
        self._read: dict[ProvisionKey, dict[Key, substance.Term]] = {}
        self._languages: dict[str, str | None] = {}
        self._own: dict[str, OwnPoints] = {}

    def of(self, unit: ProvisionKey) -> Mapping[Key, substance.Term]:
        """The values of a provision by kind and canonical form, in the order of the text."""
        if unit not in self._read:
            text, language = self._graph.provision(unit).text, self._language(unit.version)
            foreign = self._foreign(unit.version, find(text))
            terms: dict[Key, substance.Term] = {}
            for term in substance.read(text, self._names, language=language):
                is_value = term.kind in _VALUE_KINDS and not term.weak
                if is_value or (term.kind == "reference" and term.start in foreign):
                    terms.setdefault((term.kind, term.value), term)
            self._read[unit] = terms
        return self._read[unit]

    def _foreign(self, version: str, references: Collection[Reference]) -> Collection[int]:
        """Where references stand that name another text, or may."""
        return {each.start for each in references if self._is_foreign(version, each)}

    def _is_foreign(self, version: str, reference: Reference) -> bool:
        if reference.sort == "act":
            return True
        is_clear = reference.sort == "provision" and reference.belongs in {"elsewhere", "unsaid"}
        return is_clear and self._own_points(version).target(reference) != "own"

    def _own_points(self, version: str) -> OwnPoints:
        if version not in self._own:
            self._own[version] = _own_points(self._graph.by_id[version])
        return self._own[version]

    def _language(self, version: str) -> str | None:
        if version not in self._languages:
            texts = [provision.text for provision in self._graph.by_id[version].provisions]
            self._languages[version] = substance.language_of(texts)
        return self._languages[version]


def _own_points(version: Version) -> OwnPoints:
    """What a version calls its own points by."""
    labels = [
        label_of(version.number_of(p.number)) for p in version.points if p.number not in version.passages
    ]
    references = (each for provision in version.provisions for each in find(provision.text))
    return OwnPoints(keywords=keywords_of(labels, references, least=SEVERAL))
