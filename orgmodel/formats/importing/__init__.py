"""Tables to designs: rosters, workbooks and exports, read and understood, with every place kept."""

from orgmodel.formats.importing.columns.detect import recognise
from orgmodel.formats.importing.columns.mapping_file import read_mapping
from orgmodel.formats.importing.import_tables import import_design
from orgmodel.formats.importing.interpret.interpret import understand
from orgmodel.formats.importing.interpret.result import Cells, Imported, Preset, Row, Understood
from orgmodel.formats.importing.read.mapping import IGNORE, KINDS, Mapping, TableMapping, Use
from orgmodel.formats.importing.read.table import Note, Number, Table
from orgmodel.formats.importing.read.tables import SUFFIXES, is_table, read_tables
from orgmodel.formats.importing.report.document import REPORTS
from orgmodel.formats.importing.report.mapping_text import mapping_text

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
    "mapping_text",
    "read_mapping",
    "read_tables",
    "recognise",
    "understand",
]
