"""The commonest words of English, by which it is recognised, and its numerals."""

from planctl.substance.languages.en.generated import MONTHS

__all__ = ["CARDINALS", "LETTERS", "MARKS", "MONTHS"]

MARKS = (
    "the of and to is are be been by for with from shall this that which its their not as at has have any "
    "all it between under who whose when after before until these those other each may must should a an in "
    "on or will non no if"
)
"""Words found in nearly every sentence."""
LETTERS = ""
"""Those that no language nearby has."""
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: n for n, word in enumerate(_ONES.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), 2)
}
