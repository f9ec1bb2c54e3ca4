"""Text before it is read: is what its bytes would become within the limits?"""

from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.limits import MAX_LINE, MAX_LINES, MAX_VALUES


def refuse_lines(data: bytes, file: str) -> None:
    """Raise an error if a text file has too many lines, or one that is far too long.

    Raises:
        DesignError: Naming the limit.
    """
    if max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        raise unusable(file, f"There are more than {MAX_LINES:,} lines, the limit.")
    for start in range(0, len(data) - MAX_LINE + 1, MAX_LINE):
        end = start + MAX_LINE
        if data.find(b"\n", start, end) < 0 and data.find(b"\r", start, end) < 0:
            line = data.count(b"\n", 0, start) + 1
            raise unusable(file, f"A line is longer than {MAX_LINE >> 20} MB, the limit.", line)


def refuse_values(data: bytes, file: str) -> None:
    """Raise an error if JSON has too many values; each takes a hundred times its bytes.

    Raises:
        DesignError: Naming the limit.
    """
    if sum(map(data.count, (b",", b"{", b"["))) > MAX_VALUES:
        raise unusable(file, f"There are more than {MAX_VALUES:,} values, the limit.")
