"""Bracketed units of a redline as wholes, where both the brackets and the words in them changed.

``{+[+}Norway [-and-]{+,]+}`` cannot be read; ``[-Norway and-]{+[Norway,]+}`` can. Brackets round words that
stayed as they are, and units too long to be read twice, are marked sign by sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.redline import Segment

_READ_TWICE = 160
"""Characters of a unit on both sides together that can still be read twice."""
_Span = tuple[int, int]


def whole_units(segments: Sequence[Segment]) -> list[Segment]:
    """The same redline; keep and delete are still the old text, keep and insert the new one."""
    if not any(segment.kind != "keep" and _has_bracket(segment.text) for segment in segments):
        return list(segments)
    kinds = "".join(segment.kind[0] * len(segment.text) for segment in segments)
    text = "".join(segment.text for segment in segments)
    spans = _joined(sorted(span for side in ("i", "d") for span in _units(text, kinds, side)))
    return list(_marked(segments, text, kinds, spans)) if spans else list(segments)


def _has_bracket(text: str) -> bool:
    return "[" in text or "]" in text


def _units(text: str, kinds: str, side: str) -> Iterator[_Span]:
    """Units of one side of which a bracket is that side's alone, and whose words changed."""
    opened: list[int] = []
    for k, sign in enumerate(text):
        if kinds[k] not in {"k", side}:
            continue
        if sign == "[":
            opened.append(k)
        elif sign == "]" and opened:
            start, end = opened.pop(), k + 1
            is_changed = side in {kinds[start], kinds[k]} and _differs(text, kinds, start + 1, k)
            if is_changed and end - start <= _READ_TWICE:
                yield start, end


def _differs(text: str, kinds: str, start: int, end: int) -> bool:
    """Whether anything but blanks and brackets changed between two places."""
    return any(kinds[k] != "k" and not (text[k].isspace() or text[k] in "[]") for k in range(start, end))


def _joined(spans: Sequence[_Span]) -> list[_Span]:
    """Spans that overlap or touch, as one."""
    joined: list[_Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _marked(segments: Sequence[Segment], text: str, kinds: str, spans: Sequence[_Span]) -> Iterator[Segment]:
    """The segments outside the spans as they are, and each span as what it was and what it is."""
    at = 0
    for start, end in spans:
        yield from _between(segments, at, start)
        old = "".join(text[k] for k in range(start, end) if kinds[k] != "i")
        new = "".join(text[k] for k in range(start, end) if kinds[k] != "d")
        yield from (segment for segment in (Segment("delete", old), Segment("insert", new)) if segment.text)
        at = end
    yield from _between(segments, at, len(text))


def _between(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    at = 0
    for segment in segments:
        part = segment.text[max(0, start - at) : max(0, end - at)]
        at += len(segment.text)
        if part:
            yield Segment(segment.kind, part)
