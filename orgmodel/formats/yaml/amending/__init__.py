"""Small changes of designs in YAML that leave every other line as it is."""

from orgmodel.formats.yaml.amending.editable import CannotEditError, Editable

__all__ = ["CannotEditError", "Editable"]
