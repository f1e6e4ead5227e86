"""Terms and where they first stood, in the words of every output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.blame.contests import Contest
from planctl.blame.points import PointBlame, ProvisionBlame
from planctl.blame.shown import BlameAnswer
from planctl.blame.terms import PROVISION, Holder, TracedTerm
from planctl.models import Wording
from planctl.page import StyledRun
from planctl.pages.blame_phrases import label, listed
from planctl.pages.phrases import date, not_read, parties

_TERM = 60
"""Characters of a term that are enough to know it by."""
UNREAD = "not read"
"""Said of what is there, and was not read for the plan: whose it is is not known."""
_NAMED_CLAIMS = 6
"""Claims that a row names; the rest is counted, and planctl claims has all."""


def text(point: PointBlame, provision: ProvisionBlame, term: TracedTerm) -> StyledRun:
    """The term: a heading, a value, or the words by which a provision is known, which may be cut.

    Where its first text has none of its words, its label must do.
    """
    words = term.text or ("the provision" if provision.provision.text else "no words")
    more = " ..." if _is_beginning(point, provision, term) else ""
    return StyledRun(words + more, "warn" if term.is_contested else "", _TERM)


def _is_beginning(point: PointBlame, provision: ProvisionBlame, term: TracedTerm) -> bool:
    """Whether the words of a term are only those with which the provision begins."""
    whole, of_point = provision.provision.text, provision.provision.item is None
    is_known_otherwise = term.kind != PROVISION or (of_point and term.text == point.point.heading)
    return bool(term.text) and term.text != whole and not is_known_otherwise


def needs_label(provision: ProvisionBlame) -> bool:
    """Whether nothing but its label says which provision is meant."""
    return bool(provision.provision.text) and not all(term.text for term in provision.terms)


def whose(shown: BlameAnswer, term: TracedTerm) -> str:
    """The parties in whose text it first stood."""
    named = dict.fromkeys(party for holder in term.first for party in holder.parties)
    return parties(named, shown.header)


def stood(shown: BlameAnswer, term: TracedTerm) -> list[str]:
    """Where it first stood, and what is to be said of that."""
    first = term.first[0].unit.version
    refs = ", ".join(_place(shown, holder) for holder in term.first)
    contests = [holder.contest for holder in term.first if holder.contest]
    remarks = [f"{refs}, {date(shown.plan.by_id[first].date)}"]
    remarks += [contested(contests)] if contests else []
    if term.otherwise:
        whose_otherwise = parties(term.otherwise.parties, shown.header)
        remarks.append(f"or {whose_otherwise} ({_place(shown, term.otherwise)}): descent contested")
    remarks += [f"restated otherwise in {listed(term.restated)}"] if term.restated else []
    return [*remarks, *_gaps(shown, term)]


def _place(shown: BlameAnswer, holder: Holder) -> str:
    version = shown.blame.graph.by_id[holder.unit.version]
    ours = " as reconstructed" if version.wording is Wording.reconstructed else ""
    return label(shown, holder.unit) + ours


def contested(contests: Sequence[Contest]) -> str:
    """``origin contested: C7, C16``."""
    claims = list(dict.fromkeys(id_ for each in contests for id_ in each.claims))
    rest = len(claims) - _NAMED_CLAIMS
    more = f" and {rest} more" if rest > 0 else ""
    return f"origin contested: {', '.join(claims[:_NAMED_CLAIMS])}{more}" if claims else "origin contested"


def _gaps(shown: BlameAnswer, term: TracedTerm) -> Iterator[str]:
    """What the line does not show: what lies beyond a reconstruction, and what was not read for the plan."""
    if term.through:
        refs = listed(label(shown, unit) for unit in term.through)
        yield f"not traced through {refs}, which {'is' if len(term.through) == 1 else 'are'} reconstructed"
    unread = [label(shown, unit) for unit in term.unread if unit not in term.through]
    if unread:
        yield f"{listed(unread)}, which came before, {not_read(unread)}"
    named = {unit.version for unit in (*term.through, *term.unread)}
    ours = [version for version in term.reconstructed if version not in named]
    if ours:
        are = "is a reconstruction" if len(ours) == 1 else "are reconstructions"
        yield f"{listed(ours)}, which came before, {are}"


def first_in(shown: BlameAnswer, point: PointBlame) -> str:
    """``v28:6, v28:7``: where the provisions of a point first stood."""
    terms = (term for provision in point.provisions for term in provision.terms if term.kind == PROVISION)
    return ", ".join(dict.fromkeys(_point(shown, h) for term in terms for h in term.first)) or "-"


def _point(shown: BlameAnswer, holder: Holder) -> str:
    provision = shown.blame.graph.provision(holder.unit)
    return f"{provision.version}:{provision.point}"


def values_from(point: PointBlame) -> str:
    """``e3, v20``: versions in which values of a point first stood."""
    terms = (term for provision in point.provisions for term in provision.terms if term.kind != PROVISION)
    return ", ".join(dict.fromkeys(h.unit.version for term in terms for h in term.first)) or "-"


def origin(point: PointBlame) -> str:
    """``contested`` where the origin of any term of a point is; ``not read`` where no term is known."""
    terms = [term for provision in point.provisions for term in provision.terms]
    if not terms:
        return UNREAD
    return "contested" if any(term.is_contested for term in terms) else ""
