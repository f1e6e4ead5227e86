"""Years, for references: ``resolution 2202 (2015)``."""

from planctl.substance.values.dates import year_at

__all__ = ["year_at"]
