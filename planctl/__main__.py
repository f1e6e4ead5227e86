"""The command ``planctl``, and ``python -m planctl``."""

import gc
import os
import signal
from contextlib import suppress

_INTERRUPTED = 130
_RARELY = 1_000_000
"""New objects between two looks for garbage; ordinary commands make fewer and leave hardly any."""


def main() -> None:
    """Run the command line with a garbage collector that seldom runs, and not at the very end.

    ``validate plans/`` against importing the libraries (``bench/startup.py``): 2.12 as Python does it, 1.84
    without the collection at exit, 1.71 without those on the way as well.
    """
    try:
        gc.set_threshold(_RARELY)
        from planctl.cli.app import main as run

        try:
            run()
        finally:
            gc.freeze()
    except KeyboardInterrupt:
        _stop()


def _stop() -> None:
    """End as a shell expects of what Ctrl-C stopped; another one, meanwhile, changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.write(2, b"planctl: interrupted\n")
    os._exit(_INTERRUPTED)  # what was under way has been cleaned up; nothing else may speak now


if __name__ == "__main__":
    main()
