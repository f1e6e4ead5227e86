"""Points that have a heading and no words of their own: the heading alone says which is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.alignment import Link
from planctl.models import HEADING, Provision, Version
from planctl.text import is_content_word, normalise, stem, words


def strayed(links: Iterable[Link], old: Version, new: Version) -> Iterator[Link]:
    """Computed links of bare headings to what only shares a word or so with them.

    A counterpart has more than half of the shorter heading's content words in its own heading; one without
    a heading has the words of the bare one side by side.
    """
    headings = [{point.number: point.heading for point in version.points} for version in (old, new)]
    for link in links:
        pair = old.provisions[link.old], new.provisions[link.new]
        if not link.stated and any(map(_is_bare, pair)):
            names = [_name(each, known) for each, known in zip(pair, headings, strict=True)]
            has_heading = [
                _is_bare(u) or bool(known[u.point]) for u, known in zip(pair, headings, strict=True)
            ]
            if not (_are_alike(*names) if all(has_heading) else _is_within(*names)):
                yield link


def _is_bare(provision: Provision) -> bool:
    return provision.item is None and (not provision.text or provision.point.endswith(f"/{HEADING}"))


def _name(provision: Provision, headings: dict[str, str]) -> str:
    """The heading of a point or section, for a point without one its words."""
    if _is_bare(provision) and provision.text:
        return provision.text
    return headings[provision.point] or provision.text or provision.label


def _are_alike(old: str, new: str) -> bool:
    olds, news = _content(old), _content(new)
    if not olds or not news:
        return normalise(old).casefold() == normalise(new).casefold()
    return 2 * len(olds & news) > min(len(olds), len(news))


def _is_within(old: str, new: str) -> bool:
    """Whether the words of the shorter name stand in the longer one, side by side and in order."""
    short, long = sorted((" ".join(words(normalise(name).casefold())) for name in (old, new)), key=len)
    return f" {short} " in f" {long} "


def _content(text: str) -> set[str]:
    listed = words(normalise(text).casefold())
    return {stem(word) for word in listed if is_content_word(word)} or set(listed)
