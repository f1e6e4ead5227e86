"""Which version brought each stretch of a wording."""

from planctl.blame.attribution import Attribution, Span, attribute, attribute_all

__all__ = ["Attribution", "Span", "attribute", "attribute_all"]
