"""``planctl schema``: the JSON Schema of plan files, for editors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class SchemaOf(StrEnum):
    """Which file of a plan folder."""

    version = "version"
    plan = "plan"


def schema(
    of: Annotated[SchemaOf, typer.Argument(help="A version file, or plan.yaml.")] = SchemaOf.version,
) -> None:
    """Print the JSON Schema of plan files, for editors that complete and check YAML."""
    import json

    from planctl import planfile
    from planctl.writers import console

    made = planfile.schema("plan" if of is SchemaOf.plan else "version")
    console.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n", pager=False)
