"""Exports of programs for sales, staff and directories, recognised by what they hold."""

from orgmodel.formats.importing.presets.importing import PRESETS, import_any, is_importable
from orgmodel.formats.importing.presets.known import KnownExport, known_exports
from orgmodel.formats.importing.presets.manager_sheets import SheetMerge, merge_sheet

__all__ = [
    "PRESETS",
    "KnownExport",
    "SheetMerge",
    "import_any",
    "is_importable",
    "known_exports",
    "merge_sheet",
]
