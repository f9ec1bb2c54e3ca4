"""Small changes of designs in YAML that leave every other line as it is."""

from orgmodel.formats.designs.editing.editable import CannotEditError, Editable

__all__ = ["CannotEditError", "Editable"]
