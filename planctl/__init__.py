"""planctl: git for negotiated texts."""

__version__ = "0.1.0"
