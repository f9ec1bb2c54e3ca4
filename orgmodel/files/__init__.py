"""Files of every format, written whole or not at all."""

from orgmodel.files.edits import Edit, Spot, edited
from orgmodel.files.several import write_all
from orgmodel.files.whole import CannotWriteError, write_whole

__all__ = [
    "CannotWriteError",
    "Edit",
    "Spot",
    "edited",
    "write_all",
    "write_whole",
]
