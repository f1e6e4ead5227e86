"""What is behind a value: a quantity of some dimension, or a range of it, that can be compared."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

AmountRange = tuple[Fraction, Fraction]
_GROWS = frozenset(
    ("count", "length", "area", "mass", "volume", "power", "energy", "speed", "digital", "money")
)
_MEASURED = frozenset(("length", "area", "mass", "volume", "power", "energy", "speed"))
_DEFINED = Fraction(1, 100_000)
_TIMES = frozenset(("hours", "months"))
_SHARES = frozenset(("share",))
_HUNDRED = 100


class Amount(NamedTuple):
    """Both ends in the base unit of the ``dimension``, in the order of the text; equal for a single amount.

    ``unit`` parts what cannot be converted into each other: a currency, working days. ``also`` is the other
    reading of digits that can be read in two ways: 1.500 in English.
    """

    dimension: str
    low: Fraction
    high: Fraction
    unit: str = ""
    also: AmountRange | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is one amount and no range."""
        return self.low == self.high

    @property
    def value(self) -> str:
        """Its canonical form."""
        ends = written(self.low) if self.is_plain else f"{written(self.low)}..{written(self.high)}"
        return " ".join(filter(None, (self.dimension, self.unit, ends)))


def plain(dimension: str, size: Fraction, unit: str = "", also: Fraction | None = None) -> Amount:
    """One amount."""
    return Amount(dimension, size, size, unit, None if also is None else (also, also))


def written(value: Fraction) -> str:
    """``3``, ``1/3``."""
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def same(left: Amount, right: Amount) -> bool:
    """Whether two amounts are equal in one of their readings."""
    if left.dimension != right.dimension or left.unit != right.unit:
        return False
    if left.low == right.low and left.high == right.high:
        return True
    if (left.also or right.also) and any(here in _readings(right) for here in _readings(left)):
        return True
    return left.dimension in _MEASURED and _close(left.low, right.low) and _close(left.high, right.high)


def _readings(amount: Amount) -> tuple[AmountRange, ...]:
    first = (amount.low, amount.high)
    return (first, amount.also) if amount.also else (first,)


def _close(left: Fraction, right: Fraction) -> bool:
    """Whether two sizes differ by no more than definitions of a unit do: 640 acres are a square mile."""
    return abs(left - right) <= _DEFINED * max(abs(left), abs(right))


def growth(old: Amount | None, new: Amount | None) -> str:
    """``+33 %`` between plain amounts that can be divided, percentage points between shares; else empty."""
    if old is None or new is None or not (old.is_plain and new.is_plain) or old.also or new.also:
        return ""
    if (old.dimension, old.unit) != (new.dimension, new.unit) or old.low == new.low:
        return ""
    if min(old.low, new.low) < 0:
        return ""
    if old.dimension in _SHARES:
        return _points((new.low - old.low) * _HUNDRED)
    if old.dimension not in _GROWS | _TIMES or not old.low:
        return ""
    return _percent((new.low - old.low) / old.low * _HUNDRED)


def _percent(percent: Fraction) -> str:
    exact = f"{abs(round(percent)):,}" if abs(percent) >= 1 else "under 1"
    return f"{'+' if percent > 0 else '-'}{exact} %"


def _points(points: Fraction) -> str:
    size = abs(points)
    exact = written(size) if size.denominator == 1 else f"{float(size):.1f}"
    if exact == "0.0":
        return ""
    return f"{'+' if points > 0 else '-'}{exact} percentage point{'' if exact == '1' else 's'}"
