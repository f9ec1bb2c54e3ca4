"""Exports of programs for sales, staff and directories, recognised by what they hold."""

from orgmodel.formats.importing.presets.importing import PRESETS, import_any, is_importable
from orgmodel.formats.importing.presets.known import KnownExport, known_exports

__all__ = ["PRESETS", "KnownExport", "import_any", "is_importable", "known_exports"]
