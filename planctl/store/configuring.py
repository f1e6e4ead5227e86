"""The person's own git set-up: a few settings and attribute lines, added and taken away again."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planctl import disk, limits
from planctl.store.bounds import check_own
from planctl.store.process import Git
from planctl.store.repository import Repository

_PLAIN, _SHORTER = "Attributes of git are a plain text file.", "Take out what git has no need of."
_BEGIN, _END = "# planctl git-config: begin", "# planctl git-config: end"
_NEW, _JOINED = " (made this file)", " (ended the line before)"
_OUR_BLOCK = re.compile(
    rf"^{re.escape(_BEGIN)}(?P<how>[^\n]*)\n.*?^{re.escape(_END)}\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Setup:
    """A place where git is configured: a repository's own files, or the person's (``repository`` is None)."""

    repository: Repository | None

    @property
    def _git(self) -> Git:
        return self.repository.git if self.repository else Git(Path.home(), {})

    @property
    def _scope(self) -> str:
        return "--local" if self.repository else "--global"

    @property
    def _bounds(self) -> Path | None:
        """The folder that nothing is written outside of; the person's own files may lie anywhere."""
        return self.repository.common_dir if self.repository else None

    @property
    def attributes(self) -> Path:
        """The file that holds attributes here: ``info/attributes``, or the one for all repositories."""
        if self.repository:
            return self.repository.common_dir / "info" / "attributes"
        set_to = self._git.run(["config", "--global", "--type=path", "core.attributesFile"], fine=(0, 1)).out
        if set_to.strip():
            return Path(os.fsdecode(set_to.strip()))
        home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return Path(home) / "git" / "attributes"

    def get(self, key: str) -> str | None:
        """The value of a setting here, None when it is not set."""
        answer = self._git.run(["config", self._scope, "--get", key], fine=(0, 1))
        return answer.out.decode("utf-8", "surrogateescape").removesuffix("\n") if not answer.code else None

    def enable(self, settings: Mapping[str, str], attributes: Sequence[str]) -> None:
        """Add settings, and attribute lines between marks. What stands there already stays as it is.

        Raises Refused, before anything is written, when a link in a repository leads out of it.
        """
        self._check()
        path = self.attributes
        before = _without_block(self._text())
        how = _NEW if before is None else _JOINED if before and not before.endswith("\n") else ""
        lines = "".join(f"{line}\n" for line in (_BEGIN + how, *attributes, _END))
        disk.put(path, _bytes((before or "") + ("\n" if how == _JOINED else "") + lines), self._bounds)
        # Last, because they say whether all is there: lines without them do nothing.
        for key, value in settings.items():
            self._git.run(["config", self._scope, key, value])

    def disable(self, keys: Sequence[str]) -> None:
        """Take away what ``enable`` added, and nothing else. Raises Refused as it does."""
        self._check()
        for key in keys:
            if self.get(key) is not None:
                self._git.run(["config", self._scope, "--unset-all", key])
        text = self._text()
        rest = _without_block(text)
        if rest is None and text is not None:
            disk.take_away(self.attributes, self._bounds)
        elif rest is not None and rest != text:
            disk.put(self.attributes, _bytes(rest), self._bounds)

    def _check(self) -> None:
        """Every file that git or we shall write is one that may be written."""
        if self.repository:
            check_own(self.repository)
            disk.place(self.repository.common_dir / "config", self._bounds)
        disk.place(self.attributes, self._bounds)

    def _text(self) -> str | None:
        try:
            data = limits.read(disk.place(self.attributes, self._bounds), plain=_PLAIN, large=_SHORTER)
        except FileNotFoundError:
            return None
        return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _without_block(text: str | None) -> str | None:
    """The file as it was before its marked lines; None when there was no file."""
    match = _OUR_BLOCK.search(text) if text is not None else None
    if text is None or match is None:
        return text
    before, after = text[: match.start()], text[match.end() :]
    if match["how"] == _JOINED and before.endswith("\n"):
        before = before[:-1]
        after = f"\n{after}" if after else ""
    rest = before + after
    return None if match["how"] == _NEW and not rest else rest
