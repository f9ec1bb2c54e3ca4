"""Columns that say where a row stands by a path: ``1.2.3``, ``/1/2/``, ``Board > Sales``."""

import re
from collections.abc import Iterable
from functools import lru_cache

Path = tuple[str, ...]
"""The steps from the top to a row; the top of all has none where paths begin below it."""

TOP = "/"
"""The path of the top, which need not have a row."""
_SEPARATED = re.compile(r"\s*(?:>+|\u203a|\u2192|\\|/|\|)\s*")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?")
_BINARY = re.compile(r"0[xX](?:[0-9A-Fa-f]{2})+")
_LONGEST = 400
"""Characters of a path."""
_FEW = 3
_MOST = 0.9
"""The part of the rows whose path must begin with that of another row."""


@lru_cache(maxsize=1 << 14)
def path_of(cell: str) -> Path:
    """Return the steps of a path, none if a cell is empty."""
    if _BINARY.fullmatch(cell):
        return _decoded(bytes.fromhex(cell[2:]))
    if _NUMBERED.fullmatch(cell):
        return tuple(part for part in cell.split(".") if part)
    return tuple(part for part in _SEPARATED.split(cell.strip()) if part)


def above(cell: str) -> str | None:
    """Return what the path of the row above is written as here, or None at the top."""
    steps = path_of(cell)
    return written(steps[:-1]) if steps else None


def written(steps: Path) -> str:
    """Return a path in the one form by which rows are found."""
    return f"/{'/'.join(steps)}"


def is_path(cells: Iterable[str], rows: int) -> bool:
    """Return whether cells are paths of rows of their own, nearly all below that of another row.

    Args:
        cells: The filled cells of a column.
        rows: How many rows there are; one of them may have no path, and is the top.
    """
    filled = list(cells)
    if any(len(cell) > _LONGEST for cell in filled):
        return False
    paths = {path_of(cell) for cell in filled}
    if len(paths) < _FEW or len(paths) != len(filled) or len(filled) < rows - 1:
        return False
    if max(map(len, paths)) < 2:  # noqa: PLR2004 - a path of one step leads nowhere
        return False
    below = [path for path in paths if len(path) > 1 or (path and () in paths)]
    hits = sum(path[:-1] in paths for path in below)
    tops = len(paths) - len(below)
    one_top = tops == 1 or len(filled) == rows - 1
    return bool(below) and one_top and hits >= _MOST * len(below)


_PATTERNS = (
    # of SQL Server's hierarchyid as [MS-SSCLRT] lays it out: what it begins with, the bits of the
    # number with the fixed ones in place, and the least number
    ("01", "vvt", 0),
    ("100", "vvt", 4),
    ("101", "vvvt", 8),
    ("110", "vv0v1vvvt", 16),
    ("1110", "vvv0vvv0v1vvvt", 80),
)


def _decoded(data: bytes) -> Path:
    """Return the steps of a hierarchyid of SQL Server, as far as they are understood."""
    bits = "".join(f"{byte:08b}" for byte in data)
    steps: list[str] = []
    while "1" in bits:
        found = next((p for p in _PATTERNS if bits.startswith(p[0])), None)
        if found is None:
            break
        start, layout, least = found
        body = bits[len(start) : len(start) + len(layout)]
        pairs = list(zip(layout, body, strict=False))
        if any(sign in "01" and sign != bit for sign, bit in pairs):
            break
        value = "".join(bit for sign, bit in pairs if sign == "v")
        steps.append(str(least + int(value or "0", 2)))
        bits = bits[len(start) + len(layout) :]
    return tuple(steps)
