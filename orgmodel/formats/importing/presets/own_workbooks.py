"""Workbooks that this program wrote: answers for reading, or a manager's sheet to merge."""

from collections.abc import Sequence

from orgmodel.formats.export.office.manager_sheet import SHOWN
from orgmodel.formats.export.office.sheets import SIGNS
from orgmodel.formats.importing import Mapping, Table, Understood
from orgmodel.formats.importing.read.errors import unusable

_FOR_READING = (
    "This workbook was written by 'orgmodel export' for reading: it holds answers such as who "
    "covers whom, in words, and leaves out contacts, plans and rules as data. Import the design "
    "file instead, export a folder of tables (orgmodel export DESIGN -o FOLDER), which is read "
    "back as the same design, or merge edits with 'export --for POSITION' and 'import --into'."
)
_TO_MERGE = (
    "This sheet was exported for a position and holds a part of a design. Merge it with "
    "'orgmodel import --into DESIGN SHEET'."
)


class OwnWorkbook:
    """A workbook of this program, which is refused with what to do instead."""

    name = "orgmodel"
    looked_for = "the sheets of an exported design"

    def fits(self, tables: Sequence[Table]) -> bool:
        """Return whether any sheet has the headings of an exported one."""
        return any(_why(table) for table in tables)

    def mapping(self, tables: Sequence[Table], given: Mapping) -> Mapping:
        """Refuse the workbook.

        Raises:
            DesignError: Always, with what to do instead.
        """
        del given
        table = next(table for table in tables if _why(table))
        raise unusable(table.file, _why(table) or _FOR_READING)

    def understand(self, tables: Sequence[Table], mapping: Mapping) -> Understood:
        """Return nothing; such a workbook is refused before."""
        del tables, mapping
        return Understood()


def _why(table: Table) -> str | None:
    """Return why a sheet is refused, or None if it is another one."""
    signs = SIGNS.get(table.name)
    if signs and _in_order(signs, table.columns):
        return _FOR_READING
    shown = SHOWN.get(table.name)
    return _TO_MERGE if table.sheet and shown and tuple(table.columns) == tuple(shown) else None


def _in_order(signs: Sequence[str], columns: Sequence[str]) -> bool:
    """Return whether headings stand side by side in their order."""
    start = columns.index(signs[0]) if signs[0] in columns else len(columns)
    return tuple(columns[start : start + len(signs)]) == tuple(signs)
