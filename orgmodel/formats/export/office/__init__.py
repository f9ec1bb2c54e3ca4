"""Organisations as workbooks of spreadsheets."""

from orgmodel.formats.export.office.workbook import to_xlsx

__all__ = ["to_xlsx"]
