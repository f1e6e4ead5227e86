"""``planctl schema``: the JSON Schema of plan files, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.choices import offered, only

FILES = ("version", "plan")
"""Files of a plan folder."""


def schema(
    of: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Which file: version (the default) or plan.",
            callback=only("FILE", FILES),
            autocompletion=offered(FILES),
        ),
    ] = "version",
) -> None:
    """Print the JSON Schema of plan files, for editors that complete and check YAML."""
    import json

    from planctl import planfile
    from planctl.writers import console

    made = planfile.schema("plan" if of == "plan" else "version")
    console.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n", pager=False)
