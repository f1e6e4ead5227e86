"""The command ``planctl``, and ``python -m planctl``."""

import gc

_RARELY = 1_000_000
"""New objects between two looks for garbage; ordinary commands make fewer and leave hardly any."""


def main() -> None:
    """Run the command line with a garbage collector that seldom runs, and not at the very end.

    ``validate plans/`` against importing the libraries (``bench/startup.py``): 2.12 as Python does it, 1.84
    without the collection at exit, 1.71 without those on the way as well.
    """
    gc.set_threshold(_RARELY)
    from planctl.cli.app import main as run

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
