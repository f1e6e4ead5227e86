"""The command ``planctl``, and ``python -m planctl``."""

import gc
import os
import sys

TYPE_CHECKING = False  # so that nothing is imported before Ctrl-C is heeded
if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_INTERRUPTED = 130
_RARELY = 1_000_000
"""New objects between two looks for garbage; ordinary commands make fewer and leave hardly any."""
_stopped: list[int] = []
"""The signals of Ctrl-C so far."""


def main() -> None:
    """Run the command line with a garbage collector that seldom runs, and not at the very end.

    ``validate plans/`` against importing the libraries (the baseline of ``bench/startup.py``; median of 30
    paired runs): 2.51 as Python does it, 2.45 without collections on the way, 1.84 without that at exit too.
    """
    try:
        _heed_interrupts()
        gc.set_threshold(_RARELY)
        from planctl.cli.app import main as run

        run()
    except KeyboardInterrupt:
        _stop()
    finally:
        if _stopped:
            _stop()
        gc.freeze()


def _heed_interrupts() -> None:
    """Remember Ctrl-C: libraries catch its exception, or turn it into one of theirs, while they load."""
    import signal

    sys.unraisablehook = _unraisable
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, _: object) -> None:
    _stopped.append(number)
    raise KeyboardInterrupt


def _unraisable(what: "UnraisableHookArgs") -> None:
    """Ctrl-C can fall into a place that Python lets nothing out of, such as the end of an object's life."""
    if issubclass(what.exc_type, KeyboardInterrupt):
        _stop()
    sys.__unraisablehook__(what)


def _stop() -> None:
    """End as a shell expects of what Ctrl-C stopped; another one, meanwhile, changes nothing."""
    import signal
    from contextlib import suppress

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # nobody is left to report to
        os.write(2, b"planctl: interrupted\n")
    os._exit(_INTERRUPTED)  # what was under way has been cleaned up; nothing else may be printed now


if __name__ == "__main__":
    main()
