"""Text <-> models. The only room that knows YAML; every error has a place, a code and a cure."""

from planctl.planfile.characters import SIZE_LIMIT
from planctl.planfile.reading import PlanFile, load_header, load_version, read

__all__ = ["SIZE_LIMIT", "PlanFile", "load_header", "load_version", "read"]
