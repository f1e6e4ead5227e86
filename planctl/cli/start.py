"""What must be settled before pydantic is first imported."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_FINDER = "pydantic.plugin._loader"
_LATER = ("secrets",)
"""Modules that pydantic imports and planctl has no use for: 5 ms of 240, most of it OpenSSL's."""


class _Later(ModuleType):
    """Stands in for a module until something in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _NoPlugins(_Later):
    """Stands in for pydantic's search for plug-ins; gives way to the real module for anything else."""

    def get_plugins(self) -> tuple[()]:
        """No plug-in of another package."""
        return ()


def import_less() -> None:
    """Let no other package's pydantic plug-in look into plan files, and do not go looking for one.

    ``PYDANTIC_DISABLE_PLUGINS`` is pydantic's own switch. Its finder still imports ``importlib.metadata``
    (and with it e-mail, zip files and sockets), a quarter of what importing typer and pydantic takes; so
    the finder is not loaded at all. A pydantic that finds plug-ins in another place is not disturbed.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_FINDER, _NoPlugins(_FINDER))
    for name in _LATER:
        sys.modules.setdefault(name, _Later(name))
