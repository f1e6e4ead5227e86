"""What a text is made of: its normal form, its words, numbers and labels, its sentences."""

from planctl.text.common import common_size, matches
from planctl.text.equal import group_equal, pair_equal
from planctl.text.markdown import without_links
from planctl.text.normal import normalise, plain_word
from planctl.text.sentences import boundaries, clauses, join_short, sentences
from planctl.text.stems import stem
from planctl.text.tokens import (
    content_word_count,
    is_content_word,
    is_word,
    parts,
    posix_token,
    word_count,
    word_spans,
    words,
)

__all__ = [
    "boundaries",
    "clauses",
    "common_size",
    "content_word_count",
    "group_equal",
    "is_content_word",
    "is_word",
    "join_short",
    "matches",
    "normalise",
    "pair_equal",
    "parts",
    "plain_word",
    "posix_token",
    "sentences",
    "stem",
    "without_links",
    "word_count",
    "word_spans",
    "words",
]
