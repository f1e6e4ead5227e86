"""Markdown makes links of addresses and names that stand in plain text; taken apart, they stay text."""

from __future__ import annotations

import re

_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
# A backslash is gone when GitHub looks for addresses, for people to notify and for names of pictures: only
# something between the signs keeps them apart.
_AFTER_A_BACKSLASH = re.compile(r"@(?!\s)|:(?=(?:[\w+-]*[a-z][\w+-]*|[+-]1|100|1234):)", re.ASCII)
_NOTHING = "<!-- -->"


def without_links(text: str) -> str:
    """The text, otherwise Markdown already, with addresses and names that nothing makes a link of."""
    if ":" not in text and "@" not in text and "www." not in text.lower():
        return text
    return _AFTER_A_BACKSLASH.sub(rf"\\\g<0>{_NOTHING}", _LINK.sub(r"\\\g<0>", text))
