"""Files of every format, written whole or not at all."""

from orgmodel.files.edits import Edit, Spot, edited
from orgmodel.files.formulas import FORMULA, guarded, unguarded
from orgmodel.files.several import write_all
from orgmodel.files.whole import CannotWriteError, write_whole

__all__ = [
    "FORMULA",
    "CannotWriteError",
    "Edit",
    "Spot",
    "edited",
    "guarded",
    "unguarded",
    "write_all",
    "write_whole",
]
