"""``python -m planctl``."""

from planctl.cli.app import main

if __name__ == "__main__":
    main()
