"""What a page is made of. Blocks hold text as the files have it; a page knows no width and no format.

Named tuples, not dataclasses: as immutable, and made in a third of the time, which every command would pay.
Annotations are not postponed here: Python would compile each field of the named tuples at start-up.
"""

from typing import Literal, NamedTuple, TypeAlias

from planctl.redline import Segment

Style = Literal["", "strong", "dim", "warn", "insert", "delete", "address"]


class Run(NamedTuple):
    """A stretch of text of one style.

    ``least``: a writer that is short of room may cut the text after so many characters; None: never. Where
    it does, it says ``whole``, what prints all of it; empty if all of it stands further down on the page.
    ``keeps`` are figures in the text that are then shown all the same. ``lined``: its line feeds are to be
    seen.
    """

    text: str
    style: Style = ""
    least: int | None = None
    whole: str = ""
    keeps: tuple[str, ...] = ()
    lined: bool = False


Words: TypeAlias = str | Run | tuple[str | Run, ...]
"""Text in a row: plain, or made of runs."""


class Lines(NamedTuple):
    """Words of which each begins a line of its own."""

    rows: tuple[Words, ...]


class Bar(NamedTuple):
    """Words removed and added, as figures and as a length; where no word changed, the signs that did."""

    removed: int
    added: int
    removed_signs: str = ""
    added_signs: str = ""

    @property
    def figures(self) -> tuple[str, str]:
        """``-15`` and ``+28``; empty for none."""
        return f"-{self.removed}" if self.removed else "", f"+{self.added}" if self.added else ""


Cell: TypeAlias = Words | Lines | Bar


class Title(NamedTuple):
    """What the page is about: the plan, the version or point in it, and a figure."""

    plan: str
    subject: str = ""
    about: str = ""
    figure: str = ""


class Trust(NamedTuple):
    """How far to trust what follows, a sentence or two each."""

    sentences: tuple[Words, ...]


class Heading(NamedTuple):
    """The heading of what follows."""

    text: str
    aside: str = ""


class Paragraph(NamedTuple):
    """Words of our own."""

    words: Words


class Figures(NamedTuple):
    """Entries in a row, broken only between them: ``2 unchanged``, ``3 edited``."""

    entries: tuple[str, ...]


class Listing(NamedTuple):
    """Labels in a row, broken only between them."""

    entries: tuple[str, ...]


class Entry(NamedTuple):
    """The head of one point or claim: its label, what is said of it at once, what it rests on.

    ``depth`` is 0 for the points of a text and 1 for entries below a heading. ``joined``: it belongs to
    the one before.
    """

    label: str
    words: Words
    aside: str = ""
    margin: tuple[Words, ...] = ()
    depth: int = 1
    joined: bool = False


class Column(NamedTuple):
    """A column: ``label`` names the row, ``figure`` and ``margin`` stand to the right."""

    title: str
    kind: Literal["label", "text", "figure", "margin", "address"] = "text"


class Table(NamedTuple):
    """Rows of cells. ``plain``: its columns can be read without their titles."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plain: bool = False


class Fact(NamedTuple):
    """A label and what goes with it: rows of cells, the last cell of a row being the longest."""

    label: str
    rows: tuple[tuple[str, ...], ...]


class Facts(NamedTuple):
    """Labels and what goes with them."""

    facts: tuple[Fact, ...]


class Strand(NamedTuple):
    """A redline of one provision; ``label`` where there are several beside each other."""

    label: str
    segments: tuple[Segment, ...]


class Redline(NamedTuple):
    """What became of a provision word by word. ``paired``: it has an old text and a new one."""

    label: str
    remark: str
    strands: tuple[Strand, ...]
    paired: bool = True

    @property
    def unmarked(self) -> bool:
        """Whether its texts stand under neither version: nothing says that the other has other words."""
        return not self.paired and all(s.kind == "keep" for strand in self.strands for s in strand.segments)


class Redlines(NamedTuple):
    """Redlines of provisions that belong together."""

    rows: tuple[Redline, ...]


class PairedRedlines(NamedTuple):
    """The same in two columns, one for each version, where there is room for two."""

    names: tuple[str, str]
    rows: tuple[Redline, ...]


class Remarks(NamedTuple):
    """What is to be known besides: evidence, notes, sources."""

    rows: tuple[Words, ...]


class Reasons(NamedTuple):
    """Why provisions are linked."""

    rows: tuple[Words, ...]


class Prose(NamedTuple):
    """A text as it was written, its line feeds included."""

    text: str
    depth: int = 0

    @property
    def run(self) -> Run:
        """The text as a run."""
        return Run(self.text, lined=True)


class Item(NamedTuple):
    """A labelled part of a text, with what is to be known of it; ``depth`` counts from 1."""

    label: str
    text: str
    depth: int
    remarks: tuple[Words, ...] = ()

    @property
    def run(self) -> Run:
        """The text as a run."""
        return Run(self.text, lined=True)


class Node(NamedTuple):
    """What is said of a version in a graph, line by line, each line a row of cells; ``below``: the rest."""

    name: str
    parents: tuple[str, ...]
    lines: tuple[tuple[Words, ...], ...]
    below: tuple[Words, ...] = ()


class Graph(NamedTuple):
    """Versions and what they were made from, the newest first.

    ``titles`` name the cells of each node, ``below`` what follows them; empty if nothing does.
    """

    titles: tuple[tuple[str, ...], ...]
    nodes: tuple[Node, ...]
    below: str = ""


class Legend(NamedTuple):
    """What the marks mean; ``redlines`` names the versions whose words the marks of a redline tell apart."""

    notes: tuple[Words, ...]
    redlines: tuple[str, str] | None = None


Block: TypeAlias = (
    Trust | Heading | Paragraph | Figures | Listing | Entry | Table | Facts | Redlines | PairedRedlines
    | Remarks | Reasons | Prose | Item | Graph | Legend
)  # fmt: skip


class Page(NamedTuple):
    """A title and blocks, in the order in which they are read."""

    title: Title
    blocks: tuple[Block, ...]


def bare(words: Words) -> str:
    """The text of words, whole."""
    return "".join(run.text for run in runs(words))


def runs(words: Words) -> tuple[Run, ...]:
    """Words as runs."""
    if isinstance(words, Run):
        return (words,)
    if isinstance(words, str):
        return (Run(words),)
    return tuple(run if isinstance(run, Run) else Run(run) for run in words)
