"""The tree while it is built: units and sections that can still grow."""

from __future__ import annotations

from dataclasses import dataclass, field

from planctl.readers.draft import DraftSection, DraftUnit
from planctl.readers.labels import LabelReading
from planctl.readers.paragraphs import Paragraph


@dataclass(slots=True, eq=False)
class Node:
    """A unit that can grow; the root and each section hold theirs in a node without paragraph."""

    label: LabelReading | None = None
    heading: str = ""
    text: str = ""
    children: list[Node] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    source: Paragraph | None = None
    last: dict[str, Node] = field(default_factory=dict)
    """The last child of each label style."""

    def add(self, child: Node) -> None:
        """Append a child, and remember it as the last of its style."""
        self.children.append(child)
        if child.label:
            self.last[child.label.style] = child

    @property
    def ending(self) -> str:
        """The last words in it: its own, or those of its last paragraph."""
        if self.children:
            return self.children[-1].ending
        return self.text or self.heading


@dataclass(slots=True, eq=False)
class SectionNode:
    """A section that can grow."""

    label: str = ""
    heading: str = ""
    kind: str = ""
    """Its keyword, or how its heading was recognised; sections of one kind stand side by side."""
    level: int | None = None
    preamble: list[Node] = field(default_factory=list)
    points: Node = field(default_factory=Node)
    sections: list[SectionNode] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)


def unit(node: Node) -> DraftUnit:
    """The finished unit."""
    return DraftUnit(
        label=node.label.printed.strip() if node.label else "",
        heading=node.heading,
        text=node.text,
        items=tuple(unit(child) for child in node.children),
        authors=tuple(dict.fromkeys(node.authors)),
        cell=node.source.cell if node.source is not None else None,
    )


def units(nodes: list[Node]) -> tuple[DraftUnit, ...]:
    """Finished units."""
    return tuple(unit(node) for node in nodes)


def section(node: SectionNode) -> DraftSection:
    """The finished section."""
    return DraftSection(
        label=node.label,
        heading=node.heading,
        preamble=units(node.preamble),
        points=units(node.points.children),
        sections=tuple(section(child) for child in node.sections),
        authors=tuple(dict.fromkeys(node.authors)),
    )
