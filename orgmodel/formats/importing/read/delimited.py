"""Text files of cells: commas, semicolons, tabs or bars between them."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from orgmodel.formats.importing.read.decoding import decode
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.grid import Grid
from orgmodel.formats.importing.read.lengths import refuse_lines
from orgmodel.formats.importing.read.limits import MAX_CELL, MAX_CELLS
from orgmodel.formats.importing.read.table import Note
from orgmodel.model import Source

SEPARATORS = ",;\t|"
_SAMPLE = 200
"""Records that tell the separator."""
_NULLS = frozenset({"NULL", "\\N"})
"""What databases write for nothing."""
_LONGEST_RECORD = 500
"""Lines of one record beyond which a quote was surely never closed."""


def read_delimited(data: bytes, file: str, name: str, encoding: str | None = None) -> Grid:
    """Read a text file of cells.

    Args:
        data: Its bytes.
        file: What places and errors call it.
        name: What mappings call it.
        encoding: The encoding as the user states it; None is to find out.

    Raises:
        DesignError: If it is not text, or a cell or the file is beyond a limit.
    """
    refuse_lines(data, file)
    text, guess = decode(data, file, encoding)
    notes = [Note(guess, Source(file))] if guess else []
    # str.splitlines would also break at separators of paragraphs, which cells may hold
    lines, first = StringIO(text, newline="").readlines(), 1
    separator = None
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == len("sep=;"):
        separator, first = lines[0].strip()[-1], 2
    while first <= len(lines) and lines[first - 1].startswith("#") and _comment(lines, first):
        sentence = f"This line, {lines[first - 1].strip()[:60]!r}, is not used: it is a comment."
        notes.append(Note(sentence, Source(file, first)))
        first += 1
    body = lines[first - 1 :]
    separator = separator or _separator(body)
    rows = list(_rows(csv.reader(body, delimiter=separator), first, file))
    return Grid(name, file, rows, None, notes)


def _comment(lines: Sequence[str], number: int) -> bool:
    """Return whether a line that begins with ``#`` stands above the headings, and is not them."""
    line, behind = lines[number - 1], lines[number : number + _SAMPLE]
    if line.startswith(("# ", "##")) and "," not in line.partition(":")[0]:
        return any(not each.startswith("#") for each in behind)
    return any(each.startswith("#") for each in behind[:1])


def _rows(
    reader: Iterator[list[str]], first: int, file: str
) -> Iterator[tuple[int, Sequence[str]]]:
    cells, line = 0, first
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise _broken(error, reader, first, file) from None
        if row is None:
            return
        behind: int = first + reader.line_num  # type: ignore[attr-defined]  # the stubs call it an iterator
        if behind - line > _LONGEST_RECORD:
            sentence = "A quotation mark opens here and is closed nowhere near. Close or delete it."
            raise unusable(file, sentence, line)
        cells += len(row)
        if cells > MAX_CELLS:
            raise unusable(file, f"There are more than {MAX_CELLS:,} cells, the limit.", line)
        # tuples of text are nothing that the collector of garbage would have to follow
        yield line, tuple(["" if (bare := cell.strip()) in _NULLS else bare for cell in row])
        line = behind


def _broken(error: csv.Error, reader: Iterator[list[str]], first: int, file: str) -> Exception:
    line: int = first + reader.line_num - 1  # type: ignore[attr-defined]  # as above
    if "field limit" in str(error) or "field larger" in str(error):
        sentence = f"A cell has more than {MAX_CELL:,} characters, the limit. Shorten it."
        return unusable(file, sentence, line)
    return unusable(file, f"This is not a row of a table: {error}.", line)


def _separator(lines: Sequence[str]) -> str:
    """Return the separator by which most rows are equally wide, and as wide as can be."""
    scores = {separator: _score(lines, separator) for separator in SEPARATORS}
    return max(scores, key=lambda separator: scores[separator])


def _score(lines: Sequence[str], separator: str) -> tuple[bool, float, int]:
    try:
        reader = csv.reader(lines, delimiter=separator)
        widths = [len(row) for row in islice(reader, _SAMPLE) if any(map(str.strip, row))]
    except csv.Error:
        return False, 0.0, 0
    if not widths:
        return False, 0.0, 0
    width, often = Counter(widths).most_common(1)[0]
    return width > 1, round(often / len(widths), 1), width
