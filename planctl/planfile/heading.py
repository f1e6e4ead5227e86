"""The title and the parties of a ``plan.yaml``, without reading its sources, events and claims.

They make up nine tenths of such a file, and ``planctl diff`` needs none of them: 10 ms of 220.
"""

from __future__ import annotations

import re

from planctl.limits import SIZE_LIMIT
from planctl.models import Header, PlanHeading
from planctl.planfile.reading import load_header, read

_LISTS = rb"(?m)^(?:sources|events|claims):[^\n]*(?:\n(?:[ \t#][^\n]*|-[ \t\r][^\n]*|\r?)(?=\n|\Z))*\n?"
"""A key at the left edge with all that is indented below it, or listed at the edge."""
_OPEN_VALUE = rb"(?m)[:-][ \t]+(?:\"(?:[^\"\\\n]|\\.)*|'(?:[^'\n]|'')*|[\[{][^\]}\n]*)$"
"""A value that may go on at the left edge of the next line, where it could look like a key."""


def load_heading(data: bytes, path: str) -> PlanHeading:
    """What a ``plan.yaml`` says but for its ``sources``, ``events`` and ``claims``.

    What is wrong in those is not noticed; anything else raises ``BadFile``, as for ``load_header``.
    """
    if len(data) <= SIZE_LIMIT and not re.search(_OPEN_VALUE, data):
        model = read(re.sub(_LISTS, b"", data), path, "plan").model
        if isinstance(model, Header):
            return _heading(model)
    return _heading(load_header(data, path))


def _heading(header: Header) -> PlanHeading:
    return PlanHeading.model_construct(**{name: getattr(header, name) for name in PlanHeading.model_fields})
