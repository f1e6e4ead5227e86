"""``planctl blame --format json``: every stretch, both readings of contested descent, claims and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planctl.blame.points import PointBlame, ProvisionBlame
from planctl.blame.shown import Recorded, Shown
from planctl.blame.stretches import Stretch
from planctl.blame.terms import Holder, Term
from planctl.exports.json_claims import as_json as claim_json
from planctl.exports.json_parts import sources, written
from planctl.exports.json_share import as_json as share_json
from planctl.lineage.tracing import Step

SCHEMA = "planctl/blame/1"
_DIGITS = 4


def blame(shown: Shown, *, trust: Sequence[str]) -> str:
    """One JSON object and a line feed, the same for the same blame. ``trust`` opens the screen."""
    whole = {
        "schema": SCHEMA,
        "plan": shown.header.title,
        "version": shown.blame.version.version,
        "state": shown.state or None,
        "unit": shown.unit,
        "trust": list(trust),
        "versions": [_version(shown, v.version) for v in shown.blame.graph.versions],
        "points": [_point(shown, point) for point in shown.blame.points],
        "claims": [[claim_json(t) for t in dispute.testimonies] for dispute in shown.disputes],
        "share": share_json(shown.share),
        "cited": sources(shown.header, _named(shown)),
    }
    return written(whole)


def _named(shown: Shown) -> Iterator[str]:
    """The sources of provisions, of those their words come from, and of claims."""
    for blamed in (provision for point in shown.blame.points for provision in point.provisions):
        yield from blamed.provision.sources
        for stretch in blamed.stretches:
            yield from shown.blame.graph.provision(stretch.origin).sources
    for dispute in shown.disputes:
        yield from (source for testimony in dispute.testimonies for source in testimony.claim.sources)


def _version(shown: Shown, version: str) -> dict[str, Any]:
    described = shown.blame.graph.by_id[version]
    return {
        "version": version,
        "title": described.title,
        "earliest": described.date.earliest.isoformat(),
        "latest": described.date.latest.isoformat(),
        "tabled_by": list(described.tabled_by),
        "wording": described.wording.value,
        "made_from": [
            {"version": edge.parent, "contested": edge.contested, "declared": edge.declared}
            for edge in shown.blame.graph.parents(version)
        ],
    }


def _point(shown: Shown, point: PointBlame) -> dict[str, Any]:
    recorded = shown.recorded.get(point.point.number)
    return {
        "number": point.point.number,
        "heading": point.point.heading,
        "evidence": shown.blame.version.point_evidence[point.point.number].value,
        "introduced": [{"point": str(ref), "contested": ref in point.doubtful} for ref in point.introduced],
        "edited": list(point.edited),
        "last": point.last,
        "otherwise_last": point.otherwise_last,
        "line": [
            {
                "child": str(step.child),
                "parent": str(step.parent),
                "similarity": round(step.similarity, _DIGITS),
                "stated": step.stated,
                "contested": step.contested,
                "by_words": step.by_words,
            }
            for step in point.line
        ],
        "recorded": _recorded(recorded) if recorded else None,
        "provisions": [_provision(shown, provision) for provision in point.provisions],
    }


def _provision(shown: Shown, blamed: ProvisionBlame) -> dict[str, Any]:
    return {
        "label": blamed.provision.label,
        "evidence": blamed.provision.evidence.value,
        "sources": list(blamed.provision.sources),
        "introduced": [shown.blame.graph.provision(unit).ref for unit in blamed.introduced],
        "edited": list(blamed.edited),
        "last": blamed.last,
        "otherwise_last": blamed.otherwise_last,
        "terms": [_term(shown, term) for term in blamed.terms] if shown.blame.is_restated else None,
        "stretches": [_stretch(shown, blamed, stretch) for stretch in blamed.stretches],
        "steps": [_step(shown, step) for step in blamed.lineage.steps],
    }


def _term(shown: Shown, term: Term) -> dict[str, Any]:
    graph = shown.blame.graph
    return {
        "kind": term.kind,
        "text": term.text,
        "first": [_holder(shown, holder) for holder in term.first],
        "otherwise": _holder(shown, term.otherwise) if term.otherwise else None,
        "contested": term.is_contested,
        "restated": list(term.restated),
        "through": [graph.provision(unit).ref for unit in term.through],
        "unread": [graph.provision(unit).ref for unit in term.unread],
        "reconstructed": list(term.reconstructed),
        "last": term.last,
    }


def _holder(shown: Shown, holder: Holder) -> dict[str, Any]:
    provision = shown.blame.graph.provision(holder.unit)
    return {
        "version": holder.unit.version,
        "provision": provision.ref,
        "parties": list(holder.parties),
        "evidence": provision.evidence.value,
        "origin_contested": list(holder.contest.claims) if holder.contest else None,
    }


def _stretch(shown: Shown, blamed: ProvisionBlame, stretch: Stretch) -> dict[str, Any]:
    """A stretch of words. Restated ones are the keeper's: no party wrote them or left them out."""
    is_theirs = not shown.blame.is_restated
    origin = shown.blame.graph.provision(stretch.origin)
    return {
        "text": stretch.text,
        "version": stretch.version,
        "parties": list(stretch.parties) if is_theirs else None,
        "origin": origin.ref,
        "origin_evidence": origin.evidence.value,
        "origin_is_ancestor": stretch.origin in blamed.lineage.units,
        "last": stretch.last,
        "dropped": list(stretch.dropped) if is_theirs else None,
        "contested": stretch.contested,
        "otherwise": stretch.otherwise,
        "via": list(stretch.via),
        "origin_contested": bool(shown.plan.by_id[stretch.version].origin) if is_theirs else None,
        "disputed_by": list(shown.disputed(stretch)) if is_theirs else None,
    }


def _step(shown: Shown, step: Step) -> dict[str, Any]:
    graph = shown.blame.graph
    return {
        "child": graph.provision(step.child).ref,
        "parent": graph.provision(step.parent).ref,
        "similarity": round(step.link.similarity, _DIGITS),
        "stated": step.link.stated,
        "contested": step.contested,
    }


def _recorded(commit: Recorded) -> dict[str, Any]:
    return {
        "path": commit.path,
        "first_line": commit.first_line,
        "last_line": commit.last_line,
        "commit": commit.commit,
        "author": commit.author,
        "when": commit.when.isoformat() if commit.when else None,
        "subject": commit.subject,
    }
