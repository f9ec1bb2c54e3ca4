"""Several levels in one table: territories within each other, and people in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from orgmodel.formats.importing.columns.index import is_nobody
from orgmodel.formats.importing.columns.level_columns import person_levels, territory_levels
from orgmodel.formats.importing.interpret.names_in_cell import names_in_cell
from orgmodel.formats.importing.interpret.people import is_vacant
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.reporting_lines import Lines
from orgmodel.formats.importing.read.table import folded

Path = tuple[str, ...]


def merged(reader: Reader, columns: Sequence[int]) -> list[list[str]]:
    """Return cells of columns from the widest to the finest, with merged cells filled down.

    A cell is blank because it was merged with the one above if no value of its column stands twice
    in a row, and nothing wider begins anew in its row. What is filled is told.
    """
    found = [[row[at] for at in columns] for row in reader.table.rows]
    blocks = [_in_blocks([cells[number] for cells in found]) for number in range(len(columns))]
    filled: dict[int, list[int]] = {}
    for at in range(1, len(found)):
        before, cells = found[at - 1], found[at]
        for number, cell in enumerate(cells):
            if cell and cell != before[number]:
                break
            own = any(cells[number + 1 :]) or any(reader.table.rows[at])
            if not cell and before[number] and blocks[number] and own:
                cells[number] = before[number]
                filled.setdefault(number, []).append(at)
    for number, rows in filled.items():
        _tell(reader, columns[number], rows, found[rows[0]][number])
    return found


def _in_blocks(values: Sequence[str]) -> bool:
    """Return whether a column has a value at the beginning of each block and blanks below."""
    written = [value for value in values if value]
    again = any(one == two for one, two in pairwise(written))
    return bool(values) and bool(values[0]) and len(written) < len(values) and not again


def _tell(reader: Reader, column: int, rows: Sequence[int], value: str) -> None:
    more = f" and {len(rows) - 1:,} more" if len(rows) > 1 else ""
    sentence = (
        f"{reader.table.columns[column]!r} is blank in row {reader.table.lines[rows[0]]}{more}; it "
        f"is read as {value[:60]!r} of the row above, as merged cells are."
    )
    reader.understood.note(sentence, reader.table.source(rows[0], column))


@dataclass(slots=True)
class Levels:
    """The territories of a table with several levels: where each row lies.

    Attributes:
        paths: Names from the widest to the finest, by row; empty where a row names none.
        ids: The ids of territories by path, folded.
        columns: The columns of the levels, in the same order.
    """

    columns: Sequence[int]
    paths: list[Path] = field(default_factory=list)
    names: list[list[str]] = field(default_factory=list)
    ids: dict[Path, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reader: Reader) -> "Levels":
        """Read the levels of a table; of one name in two areas there are two territories."""
        used = {*reader.columns.get("levels", ()), *reader.columns.get("name", ())}
        order = [reader.table.columns.index(c) for c in territory_levels(reader.table)]
        columns = [at for at in order if at in used]
        columns += [at for at in sorted(used) if at not in columns]
        names = merged(reader, columns)
        made = cls(columns, [tuple(cell for cell in row if cell) for row in names], names)
        every = dict.fromkeys(p[:n] for p in made.paths for n in range(1, len(p) + 1))
        called: dict[str, list[Path]] = {}
        for path in every:
            same = called.setdefault(folded(path[-1]), [])
            if not any(_same(path, other) for other in same):
                same.append(path)
        for path in every:
            made.ids[_key(path)] = _id(path, called[folded(path[-1])])
        for several in called.values():
            made.tell_again(reader, several)
        return made

    def tell_again(self, reader: Reader, paths: Sequence[Path]) -> None:
        """Tell that several territories have one name."""
        if len(paths) > 1:
            ids = ", ".join(repr(self.id_of(path)) for path in paths[:5])
            name = paths[0][-1][:60]
            sentence = f"{len(paths):,} territories are called {name!r}; their ids are {ids}."
            reader.understood.note(sentence, reader.table.source())

    def id_of(self, path: Path) -> str:
        """Return the id of the territory that lies at a path."""
        return self.ids[_key(path)]

    def steps(self, at: int) -> Iterator[tuple[str, str, int]]:
        """Yield for a row its territories from the widest: id, name and column."""
        path: Path = ()
        for cell, column in zip(self.names[at], self.columns, strict=True):
            if cell:
                path = (*path, cell)
                yield self.id_of(path), cell, column


def _key(path: Path) -> Path:
    return tuple(map(folded, path))


def _same(one: Path, two: Path) -> bool:
    return _key(one) == _key(two)


def _id(path: Path, same: Sequence[Path]) -> str:
    """Return the name of a territory, with those above it where others are called the same."""
    if len(same) == 1 or (len(path) == 1 and path in same):
        return path[-1]
    beside = [other for other in same if other[-2:-1] == path[-2:-1] and not _same(other, path)]
    return " / ".join(path) if beside else " ".join(path[-2:])


def draw_lines(readers: Sequence[Reader], lines: Lines) -> None:
    """Make everybody whom tables name in columns from director to rep, each once, in one line."""
    for reader in readers:
        if "line" in reader.firsts:
            _draw(reader, lines)


def _draw(reader: Reader, lines: Lines) -> None:
    used = set(reader.columns["line"])
    order = [reader.table.columns.index(c) for c in person_levels(reader.table)]
    columns = [at for at in order if at in used]
    columns = [*(at for at in sorted(used) if at not in columns), *columns]
    managers, sellers = merged(reader, columns[:-1]), columns[-1]
    above: dict[str, list[str]] = {}
    for at, cells in enumerate(managers):
        upper: list[str] = []
        for cell, column in zip([*cells, reader.table.rows[at][sellers]], columns, strict=True):
            people = _people(reader, at, cell, column, lines)
            for one in people:
                for manager in upper:
                    if manager not in above.setdefault(one, []) and manager != one:
                        above[one].append(manager)
            upper = people or upper
        if upper:
            reader.use(at)
    for one, managers_ in above.items():
        _report(one, managers_, reader, lines)


def _report(one: str, managers: Sequence[str], reader: Reader, lines: Lines) -> None:
    fields = lines.roster.named[one].fields
    if not managers or "reports_to" in fields:
        return
    fields["reports_to"] = managers[0]
    if managers[1:]:
        fields["dotted_to"] = list(managers[1:])
        others = ", ".join(map(repr, managers[1:]))
        sentence = (
            f"{one!r} stands below several: {managers[0]!r} is the manager, {others} by dotted "
            "line. State the manager if it is another one."
        )
        reader.understood.problem(sentence, lines.roster.named[one].source)


def _people(reader: Reader, at: int, cell: str, column: int, lines: Lines) -> list[str]:
    """Return the positions that a cell names; those whom no other table has are made."""
    found: list[str] = []
    known = lines.knows(cell) if cell else False
    for name in [cell] if known else names_in_cell(cell):
        if is_nobody(name) or is_vacant(name):
            continue
        if not lines.knows(name):
            lines.roster.make(name, reader.table.source(at, column))
            lines.forget()
        found += lines.ids_of(reader, at, name, column)
    return [id_ for id_ in found if id_ in lines.roster.named]


def covers_by_heading(reader: Reader, levels: Levels, at: int) -> Iterator[tuple[int, str]]:
    """Yield who covers a level as headings say, as ``Regional Manager`` has the ``Region``."""
    for person in person_levels(reader.table)[:-1]:
        for id_, _, column in levels.steps(at):
            if _alike(person, reader.table.columns[column]):
                yield reader.table.columns.index(person), id_


_ROOT = 6
_LEAST = 4


def _alike(person: str, territory: str) -> bool:
    starts = {word[:_ROOT] for word in folded(territory).split() if len(word) >= _LEAST}
    starts -= {"territ", "sales"}
    return any(w[:_ROOT] in starts for w in folded(person).split() if len(w) >= _LEAST)
