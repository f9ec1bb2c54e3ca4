"""Organisations as workbooks of spreadsheets."""

from orgmodel.formats.export.office.manager_sheet import to_manager_sheet
from orgmodel.formats.export.office.workbook import to_xlsx

__all__ = ["to_manager_sheet", "to_xlsx"]
