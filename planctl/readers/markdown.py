"""Markdown: lists keep the numbers that are typed, which a renderer would count anew.

Link references are no rule here, for ``[US: x]: y`` is text; nor is code by indent, for items are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from planctl.errors import PlanctlError
from planctl.readers.draft import DraftNote, StrayText
from planctl.readers.encoding import clean, decode
from planctl.readers.lines import Line, group
from planctl.readers.paragraphs import FileContents, Paragraph

_COLUMN = 6.0
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:\s*")
_CALL = re.compile(r"\[\^([^\]\s]{1,40})\]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEEPEST = 100
"""Quotes, lists and items inside each other; the parser passes over what is deeper."""
_SHORT_LINE = 45
"""Characters below which a line is taken to have ended by itself; Markdown is wrapped at 70 and more."""


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of a Markdown file. Raises PlanctlError for an encoding that is not certain."""
    text = clean(decode(data, name))
    left_out = []
    front = _FRONT_MATTER.match(text)
    if front:
        left_out.append(StrayText(" ".join(front[1].split()), "front matter"))
        text = "\n" * front[0].count("\n") + text[front.end() :]
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable(["code", "reference"])
    walk = _MarkdownWalk(text.split("\n"))
    tokens = parser.parse(text)
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 2:
        raise PlanctlError(
            f"{name} is nested too deeply", f"Write it with fewer than {_DEEPEST // 2} levels."
        )
    walk.tokens(tokens)
    return [FileContents(walk.paragraphs, notes=walk.notes, left_out=left_out + walk.left_out)]


class _MarkdownWalk:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.paragraphs: list[Paragraph] = []
        self.notes: list[DraftNote] = []
        self.left_out: list[StrayText] = []
        self.items: list[tuple[str, int, float]] = []
        """Label, depth and indent of list items that have no paragraph yet."""
        self.lists: list[bool] = []
        self.heading: int | None = None
        self.cell: tuple[int, int, int] | None = None
        self.tables = 0

    def tokens(self, tokens: list[Token]) -> None:
        """Take in every token."""
        for token in tokens:
            kind = token.type
            if kind in {"ordered_list_open", "bullet_list_open"}:
                self.lists.append(kind.startswith("ordered"))
            elif kind in {"ordered_list_close", "bullet_list_close"}:
                self.lists.pop()
            elif kind == "list_item_open":
                self._item(token)
            elif kind == "list_item_close":
                self._empty_items()
            elif kind in {"heading_open", "heading_close"}:
                self.heading = int(token.tag[1:]) if kind == "heading_open" else None
            else:
                self._content(kind, token)

    def _content(self, kind: str, token: Token) -> None:
        if kind == "inline":
            self._lines("".join(_words(token.children or [])), token)
        elif kind in {"fence", "code_block"}:
            self._lines(token.content, token)
        elif kind == "html_block":
            self._lines(re.sub(r"<[^>]*>", " ", _COMMENT.sub(self._hide, token.content)), token)
        else:
            self._table(kind)

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self.tables += 1
            self.cell = (self.tables, -1, -1)
        elif kind == "table_close":
            self.cell = None
        elif kind == "tr_open" and self.cell:
            self.cell = (self.tables, self.cell[1] + 1, -1)
        elif kind in {"td_open", "th_open"} and self.cell:
            self.cell = (self.tables, self.cell[1], self.cell[2] + 1)

    def _item(self, token: Token) -> None:
        self._empty_items()
        line = token.map[0] if token.map else 0
        label = f"{token.info}{token.markup}" if self.lists and self.lists[-1] else ""
        self.items.append((label, sum(self.lists) - 1, self._indent(line)))

    def _empty_items(self) -> None:
        """Items that hold no paragraph of their own before the next item begins."""
        for label, depth, indent in self.items:
            if label:
                self.paragraphs.append(Paragraph("", label, depth, "list", indent))
        self.items.clear()

    def _indent(self, line: int) -> float:
        text = (
            self.lines[line].lstrip("> ") if self.lines[line].lstrip().startswith(">") else self.lines[line]
        )
        return (len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip())) * _COLUMN

    def _hide(self, match: re.Match[str]) -> str:
        words = match[0][4:-3].strip()
        if words:
            self.left_out.append(StrayText(" ".join(words.split()), "hidden text"))
        return " "

    def _lines(self, text: str, token: Token) -> None:
        note = _FOOTNOTE.match(text.lstrip())
        if note:
            self.notes.append(DraftNote(" ".join(text.lstrip()[note.end() :].split()), "footnote", note[1]))
            return
        text = _CALL.sub("", text)
        start = token.map[0] if token.map else 0
        lines = [
            Line(line.strip(), self._indent(min(start + place, len(self.lines) - 1)), len(line) < _SHORT_LINE)
            for place, line in enumerate(text.split("\n"))
            if line.strip()
        ]
        if not lines:
            return
        for place, paragraph in enumerate(group(lines, wrapped=True)):
            self._add(paragraph, first=not place)

    def _add(self, paragraph: Paragraph, *, first: bool) -> None:
        paragraph.heading, paragraph.cell = self.heading, self.cell
        if first and self.items:
            label, depth, indent = self.items.pop()
            self._empty_items()
            if label:
                paragraph.label, paragraph.level, paragraph.list_id = label, depth, "list"
            paragraph.indent = indent
        self.paragraphs.append(paragraph)


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                yield "\n"
            case "html_inline":
                yield "\n" if token.content.lower().startswith("<br") else ""
            case "image":
                yield from _words(token.children or [])
            case _:
                yield token.content
