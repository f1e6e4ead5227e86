"""Which words of a text were kept, deleted and inserted on the way to another text.

The word sequences, apart from format, are compared by their longest common subsequence (bit-parallel, long
ones by rapidfuzz). White space takes no part in that: aligning blanks with blanks tears phrases apart. It is
put back when the segments are cut, so that both texts can be read from the segments to the last space.
"""

from planctl.redline.carrying import carried
from planctl.redline.formatting import is_format, surviving
from planctl.redline.marking import Redline, Segment, kept, mark, mark_units
from planctl.redline.runs import CommonRun, common, in_order, overlaps

__all__ = [
    "CommonRun",
    "Redline",
    "Segment",
    "carried",
    "common",
    "in_order",
    "is_format",
    "kept",
    "mark",
    "mark_units",
    "overlaps",
    "surviving",
]
