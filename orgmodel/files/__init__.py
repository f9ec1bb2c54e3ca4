"""Files of every format, written whole or not at all."""

from orgmodel.files.several import write_all
from orgmodel.files.whole import CannotWriteError, write_whole

__all__ = ["CannotWriteError", "write_all", "write_whole"]
