"""An HTML document as a browser shows it."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "footer",
        "h1",
        "h2",
        "h3",
        "p",
        "a",
    ),
    *(
        "div",
        "span",
        "b",
        "i",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ),
    *("ins", "del"),
}


class Read(HTMLParser):
    """The text that a browser shows, the elements it makes, and what they point to."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self._silent = False
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs
        self._silent = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._silent = False

    def handle_data(self, data: str) -> None:
        self.parts += [] if self._silent else [data]
