"""What a plan folder means: names that lead nowhere, evidence that is missing, versions in a circle."""

from planctl.checks.finding import find

__all__ = ["find"]
