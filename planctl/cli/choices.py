"""Options that take one of several words, refused in our words for any other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Given = TypeVar("Given", str, list[str], list[str] | None)


def listed(words: Sequence[str]) -> str:
    """``text, json or github``."""
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def offered(words: Sequence[str]) -> Callable[[str], list[str]]:
    """Those of the words that begin as what was typed, for completion."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


def only(option: str, words: Sequence[str], takes: str = "It takes") -> Callable[[Given], Given]:
    """A check for an option or argument: raises BadReference for what is none of the words."""

    def check(given: Given) -> Given:
        for word in [given] if isinstance(given, str) else given or []:
            if word not in words:
                raise _refusal(option, word, words, takes)
        return given

    return check


def _refusal(option: str, word: str, words: Sequence[str], takes: str) -> Exception:
    from difflib import get_close_matches

    from planctl.errors import BadReference

    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    guess = f"; did you mean {near[0]}?" if near else ""
    return BadReference(f'{option} cannot be "{word}"{guess}', f"{takes} {listed(words)}.")


def share(option: str, given: str | None) -> float | None:
    """A number from 0 to 1 as it was typed. Raises BadReference for anything else."""
    from planctl.errors import BadReference

    if given is None:
        return None
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise BadReference(f'{option} cannot be "{given}"', "It takes a number from 0 to 1, such as 0.8.")
    return number
