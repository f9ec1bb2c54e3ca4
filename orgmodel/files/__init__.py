"""Files of every format, written whole or not at all."""

from orgmodel.files.whole import CannotWriteError, write_whole

__all__ = ["CannotWriteError", "write_whole"]
