"""Markdown as GitHub reads it: the elements and the words of a page."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options


class Shown(HTMLParser):
    """What a page shows: its elements, and its text without them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.words: list[str] = []
        extensions = ["table", "autolink", "strikethrough", "tasklist"]
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        self.feed(cmarkgfm.markdown_to_html_with_extensions(page, options=options, extensions=extensions))
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.elements[tag] += 1

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join("".join(self.words).split())


LIVE = ("a", "img", "code", "pre", "script", "input", "sup", "section", "hr", "ol", "h4", "h5", "h6", "div")
