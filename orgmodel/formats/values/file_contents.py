"""File contents: the bytes of files, up to a limit."""

import os
import stat
from gzip import GzipFile
from pathlib import Path
from typing import BinaryIO

from orgmodel.model import DesignError, Problem, Source

MAX_BYTES = 64 * 2**20
"""Size of a design with all its files; 100,000 customers are about 20 MB."""
_PIECE = 2**20


def contents_of(file: str, most: int = MAX_BYTES) -> bytes:
    """Read a file; the size is looked at before anything is read.

    Args:
        file: The path, also its name in problems.
        most: Bytes that it may have.

    Raises:
        DesignError: If it cannot be read or is larger.
    """
    try:
        with Path(file).open("rb") as stream:
            size = os.fstat(stream.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > most:
                raise too_large(file)
            data = read_at_most(stream, most + 1)
    except FileNotFoundError:
        raise unusable(file or "''", "There is no such file.") from None
    except IsADirectoryError:
        raise unusable(file, "This is a folder. Name a file in it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise unusable(file, f"The file cannot be read: {reason}.") from error
    if len(data) > most:
        raise too_large(file)
    return data


def read_at_most(stream: BinaryIO | GzipFile, most: int) -> bytes:
    """Read a stream to its end, or up to a number of bytes, piece by piece.

    A read of many bytes reserves as much memory before it looks at how many there are.
    """
    pieces: list[bytes] = []
    while most > 0 and (piece := stream.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def unusable(file: str, sentence: str) -> DesignError:
    """Return the error for a file that cannot be used."""
    return DesignError([Problem(sentence, Source(file))])


def too_large(file: str) -> DesignError:
    """Return the error for a file that is larger than a design may be."""
    sentence = f"The file is larger than {MAX_BYTES >> 20} MB, the limit for one design."
    return unusable(file, sentence)
