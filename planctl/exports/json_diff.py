"""``planctl diff --format json``: the comparison under the schema that ``docs/json.md`` describes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.alignment import Link
from planctl.diff import Absence, Change, Comparison, DiffAnswer, Fates, Part, Substitution, doubts
from planctl.exports.json_parts import evidence, sources, version, written
from planctl.models import Version
from planctl.redline import Segment
from planctl.substance import Difference

SCHEMA = "planctl/diff/1"
_DIGITS = 4


def diff(shown: DiffAnswer, *, trust: Sequence[str], surviving: str, showing: str) -> str:
    """One JSON object and a line feed. The same comparison gives the same bytes.

    ``trust``, ``surviving`` and ``showing`` are its sentences as the screen has them.
    """
    whole = {
        "schema": SCHEMA,
        "plan": shown.header.title,
        "old": {"name": shown.old, **version(shown.comparison.old)},
        "new": {"name": shown.new, **version(shown.comparison.new)},
        "trust": list(trust),
        "encoder": shown.comparison.encoder or None,
        "summary": {**_summary(shown), "surviving_note": surviving, "showing": showing or None},
        "substitutions": [_substitution(shown.comparison, each) for each in shown.comparison.substitutions],
        "changes": [_change(shown.comparison, change) for change in shown.changes],
        "cited": sources(shown.header, _named(shown)),
    }
    return written(whole)


def _summary(shown: DiffAnswer) -> dict[str, Any]:
    figures = shown.comparison.summary
    return {
        "points": {"old": figures.points[0], "new": figures.points[1]},
        "kinds": {kind.value: number for kind, number in figures.kinds.items()},
        "outside_points": figures.outside_points,
        "moved": figures.moved,
        "renumbered": figures.renumbered,
        "format_only": figures.format_only,
        "copied": figures.copied,
        "old_words": None if figures.fates else figures.old_words,
        "kept_words": None if figures.fates else figures.kept_words,
        "surviving": None if figures.fates else round(figures.surviving, _DIGITS),
        "terms": _terms(figures.fates) if figures.fates else None,
        "changes": len(shown.comparison.changes),
        "shown": len(shown.changes),
    }


def _change(comparison: Comparison, change: Change) -> dict[str, Any]:
    old, new = comparison.old, comparison.new
    return {
        "kind": change.kind.value,
        "partly": change.partly and change.partly.value,
        "old": [old.points[k].number for k in change.old],
        "new": [new.points[k].number for k in change.new],
        "moved": change.moved,
        "section": change.section and {"old": change.section.old, "new": change.section.new},
        "renumbered": change.renumbered,
        "format_only": change.format_only,
        "copied": change.copied,
        "evidence": evidence(change.evidence, old, new),
        "evidence_old": evidence(change.evidence_old, old),
        "evidence_new": evidence(change.evidence_new, new),
        "reports_disagree": change.disagreement,
        "absence": change.absence and _absence(change.absence),
        "terms": _terms(change.fates) if comparison.is_restated else None,
        "heading": _sides(change.heading),
        "status": _sides(change.status),
        "notes": [{"about": n.ref, "text": n.text, "sources": list(n.sources)} for n in change.notes],
        "loose": [_link(comparison, change, link) for link in change.loose],
        "near": [_link(comparison, change, link) for link in change.near],
        "parts": [_part(comparison, change, number) for number in range(len(change.parts))],
    }


def _absence(absence: Absence) -> dict[str, Any]:
    return {
        "basis": absence.basis.value,
        "version": absence.version,
        "only_in": absence.holder or None,
        "named": list(absence.named),
        "evidence": absence.evidence.value if absence.evidence else None,
        "sources": list(absence.sources),
        "note": absence.left_out.note if absence.left_out else "",
    }


def _terms(fates: Fates) -> dict[str, int]:
    return {
        "unreported": fates.without_change,
        "inferred": fates.by_inference,
        "unknown": fates.unknown,
        "provisions": fates.of,
    }


def _named(shown: DiffAnswer) -> list[str]:
    """The sources that versions and provisions name."""
    versions = [version for _, version in shown.sides]
    named = [source for each in versions for source in each.sources]
    named += [source for each in versions for left_out in each.left_out for source in left_out.sources]
    return named + [source for each in versions for p in each.provisions for source in p.sources]


def _substitution(comparison: Comparison, each: Substitution) -> dict[str, Any]:
    parts = [comparison.parts[k] for k in each.parts]
    return {
        "old": each.old,
        "new": each.new,
        "places": each.places,
        "of": each.of,
        "parts": [
            {
                "old": [comparison.old.provisions[k].label for k in part.old],
                "new": [comparison.new.provisions[k].label for k in part.new],
            }
            for part in parts
        ],
    }


def _sides(pair: tuple[str, str] | None) -> dict[str, str] | None:
    return {"old": pair[0], "new": pair[1]} if pair else None


def _part(comparison: Comparison, change: Change, number: int) -> dict[str, Any]:
    part: Part = change.parts[number]
    old, new = comparison.old.provisions, comparison.new.provisions
    return {
        "kind": part.kind.value,
        "old": [_provision(comparison.old, k) for k in part.old],
        "new": [_provision(comparison.new, k) for k in part.new],
        "absence": part.absence and _absence(part.absence),
        "moved": number in change.reordered,
        "crosses": number in change.crossing,
        "links": [_link(comparison, change, link) for link in part.links],
        "redline": _redline(part.redline.segments),
        "copies": [
            {"old": old[k.old].label, "new": new[k.new].label, "redline": _redline(k.segments)}
            for k in part.copies
        ],
        "known": part.known,
        "substance": [_difference(difference) for difference in part.differences],
        "stale": [
            {"text": stale.new.text, "change": stale.change, "now": list(stale.now)}
            for stale in part.stale
            if stale.new
        ],
    }


def _redline(segments: Sequence[Segment]) -> list[list[str]]:
    return [[segment.kind, segment.text] for segment in segments]


def _provision(of: Version, place: int) -> dict[str, Any]:
    provision = of.provisions[place]
    return {
        "label": provision.label,
        "evidence": evidence(provision.evidence, of),
        "sources": list(provision.sources),
    }


def _link(comparison: Comparison, change: Change, link: Link) -> dict[str, Any]:
    old, new = comparison.old.provisions, comparison.new.provisions
    described: dict[str, Any] = {
        "old": old[link.old].label,
        "new": new[link.new].label,
        "similarity": round(link.similarity, _DIGITS),
        "stated": link.stated,
        "through": link.via or None,
        "doubtful": (link.old, link.new) in change.doubtful,
        "doubts": [doubt.value for doubt in doubts(change, link)],
    }
    why = link.why
    if why is None:
        return {**described, "why": None}
    rivals = (why.runner_up_old, old), (why.runner_up_new, new)
    named = [None if k is None else provisions[k].label for k, provisions in rivals]
    reasons = {
        "kept_old": round(why.kept_old, _DIGITS),
        "kept_new": round(why.kept_new, _DIGITS),
        "likeness": round(why.likeness, _DIGITS),
        "rare": list(why.rare),
        "runner_up_old": named[0],
        "runner_up_new": named[1],
        "gap": round(why.gap, _DIGITS),
        "meaning": None if why.meaning is None else round(why.meaning, _DIGITS),
    }
    return {**described, "why": reasons}


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "old": difference.old,
        "new": difference.new,
        "change": difference.change,
        "absent": difference.absent,
        "summary": difference.summary,
    }
