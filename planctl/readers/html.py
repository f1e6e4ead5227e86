"""HTML: the document is walked as a browser builds it, with the numbers that lists print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.errors import MissingExtra, PlanctlError
from planctl.readers import numerals
from planctl.readers.draft import DraftNote, StrayText, Why
from planctl.readers.encoding import clean, decode
from planctl.readers.lines import split_lines
from planctl.readers.paragraphs import FileContents, Paragraph

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    {
        *(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "blockquote",
            "pre",
            "hr",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "address",
            "figure",
            "center",
        ),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form", "fieldset", "figcaption"),
        *("details", "summary"),
    }
)
_SILENT = frozenset(
    {
        *("script", "style", "head", "noscript", "template", "svg", "math", "object", "iframe"),
        *("select", "option", "map", "area", "colgroup"),
    }
)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?:margin|padding)-left\s*:\s*(-?[\d.]+)\s*(pt|px|em|cm|in|mm|%)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "cm": 28.3, "in": 72.0, "mm": 2.83, "": 0.75, "%": 0.0}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_STYLES = {
    "a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "lower-latin": "a",
    "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "none": "none",
}  # fmt: skip
_NOTE_MARK = re.compile(r"\d{1,3}\.?\s+")
_DEEPEST = 200
_LIST_INDENT = 30.0


def read(data: bytes, name: str) -> list[FileContents]:
    """The paragraphs of an HTML page. Raises PlanctlError; MissingExtra when selectolax is not installed."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtra(f"{name}: to read HTML, pip install 'peace-planctl[html]'") from None
    declared = _CHARSET.search(data[:4096])
    text = clean(decode(data, name, declared[1].decode("ascii") if declared else ""))
    body = LexborHTMLParser(text).body
    if body is None:
        raise PlanctlError(f"{name} has no text", "Give a file with text in it.")
    walk = _HtmlWalk(name)
    _raw(body, walk.raw)
    walk.node(body, _Context(), 0)
    walk.flush()
    raw = "".join(walk.raw)
    return [FileContents(walk.paragraphs, notes=walk.notes, left_out=walk.left_out, raw=raw)]


def _raw(body: LexborNode, out: list[str]) -> None:
    """All text that is shown, without regard to blocks. The calls of notes are no words."""
    pending = [body]
    while pending:
        child = pending.pop().child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                out.append(child.text(deep=False) or "")
            elif tag not in _SILENT and not tag.startswith(("-", "!")) and not _calls_note(child):
                pending.append(child)
            child = child.next


@dataclass(slots=True)
class _Context:
    """What the elements round a text say about it."""

    indent: float = 0.0
    heading: int | None = None
    level: int = -1
    cell: tuple[int, int, int] | None = None
    pre: bool = False
    numbered: bool = False
    """Whether a number stands before the first of the texts, so that the others begin right of it."""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class _HtmlWalk:
    name: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: list[StrayText] = field(default_factory=list)
    notes: list[DraftNote] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    context: _Context = field(default_factory=_Context)
    label: str = ""
    label_level: int = 0
    list_id: str = ""
    tables: int = 0
    open_tables: list[_Table] = field(default_factory=list)

    def node(self, node: LexborNode, context: _Context, depth: int) -> None:
        """Walk an element."""
        if depth > _DEEPEST:
            raise PlanctlError(
                f"{self.name} is nested deeper than {_DEEPEST} elements", "Save the page again."
            )
        counter = _Counter(node) if node.tag in {"ol", "ul"} else None
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text(deep=False) or "", context)
            elif tag == "br":
                self.buffer.append("\n")
            elif tag in _SILENT or tag.startswith(("-", "!")) or self._is_aside(child):
                pass
            elif tag in _BLOCKS:
                self._block(child, context, counter, depth)
            else:
                self.node(child, context, depth + 1)
            child = child.next

    def _is_aside(self, child: LexborNode) -> bool:
        """Take in what stands beside the text: notes, hidden words, headers and footers of pages."""
        if _is_furniture(child):
            self._leave_out(child, "page header or footer")
        elif _is_note(child):
            self._note(child)
        elif _HIDDEN.search(child.attributes.get("style") or "") or "hidden" in child.attributes:
            self._leave_out(child, "hidden text")
        else:
            return _calls_note(child)
        return True

    def _text(self, text: str, context: _Context) -> None:
        self.context = context
        self.buffer.append(text if context.pre else re.sub(r"[ \t\n\f]+", " ", text))

    def _leave_out(self, node: LexborNode, why: Why) -> None:
        words = " ".join((node.text(deep=True) or "").split())
        if words:
            self.left_out.append(StrayText(words, why))

    def _note(self, node: LexborNode) -> None:
        words = " ".join((node.text(deep=True) or "").split())
        mark = _NOTE_MARK.match(words)
        self.notes.append(
            DraftNote(words[mark.end() :] if mark else words, "footnote", mark[0].strip(" .") if mark else "")
        )

    def _block(self, node: LexborNode, context: _Context, counter: _Counter | None, depth: int) -> None:
        self.flush()
        tag = node.tag or ""
        inner = _Context(
            context.indent + _margin(node),
            context.heading,
            context.level,
            context.cell,
            context.pre or tag == "pre",
            context.numbered,
        )
        if tag[0] == "h" and tag[1:].isdigit():
            inner.heading = int(tag[1:])
        elif tag in {"ol", "ul"}:
            inner.level, inner.indent = context.level + 1, inner.indent + _LIST_INDENT
        elif tag == "li" and counter is not None:
            self._item(counter.label(node), context)
            inner.numbered = bool(self.label)
        elif tag in {"table", "tr", "td", "th"}:
            inner.cell = self._cell(tag, context)
        self.node(node, inner, depth + 1)
        self.flush()
        if tag == "table":
            self.open_tables.pop()
        if tag == "li" and self.label:
            self._add(Paragraph(""))

    def _item(self, label: str, context: _Context) -> None:
        self.label, self.label_level, self.list_id = label, context.level, "list"

    def _cell(self, tag: str, context: _Context) -> tuple[int, int, int] | None:
        if tag == "table":
            self.tables += 1
            self.open_tables.append(_Table(self.tables))
            return context.cell
        if not self.open_tables:
            return context.cell
        table = self.open_tables[-1]
        if tag == "tr":
            table.row, table.column = table.row + 1, -1
            return context.cell
        table.column += 1
        return (table.number, table.row, table.column)

    def flush(self) -> None:
        """End the paragraph that is open."""
        text = "".join(self.buffer).replace("\u00a0", " ")
        self.buffer.clear()
        lines = [line.strip() for line in text.split("\n")]
        if any(lines):
            self._add(Paragraph("\n".join(line for line in lines if line)))

    def _add(self, paragraph: Paragraph) -> None:
        context = self.context
        paragraph.indent, paragraph.heading, paragraph.cell = context.indent, context.heading, context.cell
        if context.numbered and not self.label:
            paragraph.indent = context.indent + _LIST_INDENT / 2
        if self.label:
            paragraph.label, paragraph.level, paragraph.list_id = self.label, self.label_level, self.list_id
            self.label = ""
        for each in split_lines(paragraph):
            each.text = " ".join(each.text.split())
            self.paragraphs.append(each)


def _is_furniture(node: LexborNode) -> bool:
    """Whether a word processor wrote the header or footer of its pages here."""
    return node.tag == "div" and node.attributes.get("title") in {"header", "footer"}


def _is_note(node: LexborNode) -> bool:
    attributes = node.attributes
    own_id = attributes.get("id") or ""
    return (attributes.get("role") or "") in {"doc-footnote", "doc-endnote"} or (
        node.tag in {"div", "li"} and re.fullmatch(r"(?:sd(?:foot|end)note|fn)\d+", own_id) is not None
    )


def _calls_note(node: LexborNode) -> bool:
    attributes = node.attributes
    kind = attributes.get("class") or ""
    return attributes.get("role") == "doc-noteref" or kind.startswith(
        ("sdfootnoteanc", "sdendnoteanc", "footnote-ref")
    )


def _margin(node: LexborNode) -> float:
    match = _LENGTH.search(node.attributes.get("style") or "")
    if not match:
        return 0.0
    try:
        return float(match[1]) * _POINTS[(match[2] or "").lower()]
    except ValueError:
        return 0.0


class _Counter:
    """The numbers that a list prints."""

    def __init__(self, node: LexborNode) -> None:
        self.ordered = node.tag == "ol"
        style = _LIST_STYLE.search(node.attributes.get("style") or "")
        kind = style[1].lower() if style else node.attributes.get("type") or "1"
        self.style = _STYLES.get(kind, "1")
        self.next = _whole(node.attributes.get("start"), 1)
        self.step = 1
        if "reversed" in node.attributes:
            self.step = -1
            self.next = _whole(node.attributes.get("start"), sum(1 for _ in _items(node)))

    def label(self, item: LexborNode) -> str:
        """The number printed before an item; empty for a bullet."""
        if not self.ordered or _LIST_STYLE_NONE.search(item.attributes.get("style") or ""):
            return ""
        value = _whole(item.attributes.get("value"), self.next)
        self.next = value + self.step
        match self.style:
            case "a" | "A":
                sign = numerals.letters(value)
            case "i" | "I":
                sign = numerals.roman(value)
            case "none":
                return ""
            case _:
                sign = str(value)
        return (sign.upper() if self.style in "AI" else sign) + "."


_LIST_STYLE_NONE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)


def _items(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag == "li"]


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default
