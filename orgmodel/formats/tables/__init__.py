"""Tables to designs: rosters, workbooks and exports, read and understood, with every place kept."""

from orgmodel.formats.tables.importing import import_design
from orgmodel.formats.tables.mapping import IGNORE, KINDS, Mapping, TableMapping, Use
from orgmodel.formats.tables.mapping_file import read_mapping
from orgmodel.formats.tables.reading import SUFFIXES, is_table, read_tables
from orgmodel.formats.tables.recognising import recognise
from orgmodel.formats.tables.report import REPORTS
from orgmodel.formats.tables.table import Note, Number, Table
from orgmodel.formats.tables.understanding import understand
from orgmodel.formats.tables.understood import Cells, Imported, Preset, Row, Understood

__all__ = [
    "IGNORE",
    "KINDS",
    "REPORTS",
    "SUFFIXES",
    "Cells",
    "Imported",
    "Mapping",
    "Note",
    "Number",
    "Preset",
    "Row",
    "Table",
    "TableMapping",
    "Understood",
    "Use",
    "import_design",
    "is_table",
    "read_mapping",
    "read_tables",
    "recognise",
    "understand",
]
