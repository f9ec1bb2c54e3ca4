"""Who reports to whom: managers given as ids, addresses, names, both, or positions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from orgmodel.formats.importing.columns.index import Found, is_nobody
from orgmodel.formats.importing.columns.paths import TOP, above
from orgmodel.formats.importing.interpret.names_in_cell import names_in_cell
from orgmodel.formats.importing.interpret.people import is_vacant
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.roster import Box, Roster
from orgmodel.formats.importing.read.table import folded
from orgmodel.model import Source
from orgmodel.text import did_you_mean

_MANAGERS = ("manager", "manager_email", "manager_name")
_OTHERS = {"dotted": "dotted_to", "coordinator": "coordinated_by", "deputy": "deputy"}
_ASKED = 20
"""Unknown names whose nearest is looked for; a search through all names takes its time."""
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d\d")
_OFFERED = 5_000
_NO_SLIP = 5
"""Times that a name comes again before it is taken for somebody who has no row."""


def _cells(box: Box) -> Iterator[tuple[int, str]]:
    """Yield the cells that name the manager of a box, each with its column."""
    for name in _MANAGERS:
        for column in box.reader.columns.get(name, ()):
            if cell := box.reader.table.rows[box.at][column]:
                yield column, cell
    if (path := box.reader.cell(box.at, "path")) and (up := above(path)):
        yield box.reader.firsts["path"], up


def _is_name(cell: str) -> bool:
    """Return whether a cell is words, as names are, and no number."""
    return len(cell.split()) > 1 and not any(map(str.isdigit, cell))


class Lines:
    """Draws the lines between the boxes of a roster."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.asked = 0
        self.found: dict[tuple[tuple[str, ...], str], Found] = {}
        self.orders: dict[tuple[int, int], tuple[str, ...]] = {}
        self.tops: dict[tuple[int, int], bool] = {}

    def draw(self) -> None:
        """Fill who manages, coordinates and stands in for each box."""
        self._make_tops()
        for box in self.roster.boxes:
            self._manager(box)
            for name in _OTHERS.keys() & box.reader.firsts.keys():
                self._other(box, name)

    def _make_tops(self) -> None:
        """Make boxes for managers whom a whole column names and no row describes."""
        readers = {id(box.reader): box.reader for box in self.roster.boxes}
        for reader in readers.values():
            for name in _MANAGERS:
                self.complete(reader, name)

    def complete(self, reader: Reader, field: str) -> None:
        """Make boxes for people whom a whole column names and no row describes.

        Lists of a team often leave out its managers, and lists of customers come without people.
        Those are told from slips: no cell of the column names anybody, and there is nobody at all
        or each is named twice or more on average; or the same one is named again and again.
        """
        column = reader.firsts.get(field)
        if column is None:
            return
        often, firsts = self._named_in(reader, column)
        named = [c for c in often if not is_nobody(c) and not is_vacant(c)]
        named = [cell for cell in named if not self.roster.left.find(cell).numbers]
        known = {cell for cell in named if self._is_known(reader, cell, column)}
        slips = bool(self.roster.boxes) and len(named) * 2 > often.total()
        if slips or known:
            named = [c for c in named if c not in known and often[c] >= _NO_SLIP and _is_name(c)]
        for cell in named:
            place = reader.table.source(firsts[cell], column)
            self.roster.make(cell, place)
            times = f"{often[cell]:,} times" if often[cell] > 1 else "once"
            sentence = (
                f"{cell[:60]!r}, whom {reader.table.columns[column]!r} names {times}, has no row; "
                "a position is made."
            )
            self.roster.understood.note(sentence, place)
        self.forget()

    def knows(self, cell: str) -> bool:
        """Return whether a cell names somebody here, or somebody who has left."""
        return bool(self.roster.index.find(cell).numbers or self.roster.left.find(cell).numbers)

    def forget(self) -> None:
        """Forget who was not found, as somebody was made since."""
        self.orders.clear()
        self.found.clear()

    def _named_in(self, reader: Reader, column: int) -> tuple[Counter[str], dict[str, int]]:
        """Return the names in a column, how often each, and in which row each stands first."""
        often: Counter[str] = Counter()
        firsts: dict[str, int] = {}
        parted: dict[str, list[str]] = {}
        for at, row in enumerate(reader.table.rows):
            cell = row[column]
            if cell and cell not in parted:
                known = self._is_known(reader, cell, column)
                parted[cell] = [cell] if known else names_in_cell(cell)
                self._tell_parted(reader, at, column, parted[cell])
            for name in parted.get(cell, ()):
                often[name] += 1
                firsts.setdefault(name, at)
        return often, firsts

    def _tell_parted(self, reader: Reader, at: int, column: int, names: Sequence[str]) -> None:
        if names != [reader.table.rows[at][column]] and len(names) > 1:
            sentence = (
                f"{reader.table.rows[at][column][:60]!r} in {reader.table.columns[column]!r} names "
                f"{len(names)} people: {', '.join(map(repr, names))}."
            )
            self.roster.understood.note(sentence, reader.table.source(at, column))

    def _manager(self, box: Box) -> None:
        """Take the manager of the first column that names one; tell others that differ."""
        found: dict[str, list[str]] = {}
        cells = list(_cells(box))
        known = [(c, cell) for c, cell in cells if self._is_known(box.reader, cell, c)]
        for column, cell in known or cells:
            ids = self.ids_of(box.reader, box.at, cell, column, box)
            if box.row.id in ids and not self._says_nobody(box.reader, column):
                ids = self._without_itself(box, column, ids)
            if ids:
                found[box.reader.table.columns[column]] = ids
        if not found:
            return
        first, *others = found.values()
        box.row.fields["reports_to"] = first[0]
        if first[1:]:
            box.row.fields["dotted_to"] = first[1:]
            self._several(box, next(iter(found)), first)
        if different := sorted({ids[0] for ids in others} - {first[0]}):
            sentence = (
                f"The columns {', '.join(map(repr, found))} name different managers of "
                f"{box.row.id!r}: {', '.join(map(repr, [first[0], *different]))}. "
                f"The first is taken."
            )
            self.roster.understood.problem(sentence, box.row.source)

    def _says_nobody(self, reader: Reader, column: int) -> bool:
        """Return whether a column says in any row that there is nobody above.

        Where none does, who is above himself is at the top; where one does, it is a mistake that
        stays for the rules to find.
        """
        known = self.tops.get((id(reader), column))
        if known is None:
            known = any(is_nobody(row[column]) for row in reader.table.rows)
            self.tops[id(reader), column] = known
        return known

    def _without_itself(self, box: Box, column: int, ids: Sequence[str]) -> list[str]:
        sentence = (
            f"{box.reader.table.columns[column]!r} names {box.row.id!r} itself; it is read as "
            "nobody."
        )
        self.roster.understood.note(sentence, box.reader.table.source(box.at, column))
        return [id_ for id_ in ids if id_ != box.row.id]

    def _several(self, box: Box, column: str, ids: Sequence[str]) -> None:
        others = ", ".join(map(repr, ids[1:]))
        sentence = f"{column!r} names several: {ids[0]!r} is the manager, {others} by dotted line."
        self.roster.understood.note(sentence, box.row.source)

    def _is_known(self, reader: Reader, cell: str, column: int) -> bool:
        return bool(self._found(cell, self._order(reader, column)).numbers)

    def _found(self, cell: str, order: tuple[str, ...]) -> Found:
        """Return what a cell refers to; a manager is named by many."""
        known = self.found.get((order, cell))
        if known is None:
            known = self.found[order, cell] = self.roster.index.find(cell, order)
        return known

    def _other(self, box: Box, name: str) -> None:
        column = box.reader.firsts[name]
        cell = box.reader.table.rows[box.at][column]
        ids = self.ids_of(box.reader, box.at, cell, column, box) if cell else []
        field = _OTHERS[name]
        if name == "dotted" and ids:
            box.row.fields[field] = [*box.row.fields.get(field, ()), *ids]
        elif ids:
            box.row.fields[field] = ids[0]

    def ids_of(
        self, reader: Reader, at: int, cell: str, column: int, own: Box | None = None
    ) -> list[str]:
        """Return the ids of the boxes that a cell of any table names.

        Unknown ones stay as they are written, so that checking the design finds them; ambiguous
        ones are left out. Both are told.
        """
        order = self._order(reader, column)
        parts = [cell] if self._found(cell, order).numbers else names_in_cell(cell)
        ids = (self._id(reader, at, part, column, order, own) for part in parts if part)
        return [id_ for id_ in ids if id_]

    def _order(self, reader: Reader, column: int) -> tuple[str, ...]:
        """Return by what a column names people: decided once for all its cells."""
        known = (id(reader), column)
        if known not in self.orders:
            words = folded(reader.table.columns[column]).split()
            liked = [sort for sort in ("position", "email", "title", "name") if sort in words]
            by_post = "post" in words or "position" in words
            preferred = ["position", *liked] if by_post else [*liked, "id", "key", "email", "name"]
            values = reader.table.values(column)
            if column == reader.firsts.get("path"):
                values, preferred = [], ["key"]
            self.orders[known] = self.roster.index.order_for(values, preferred)
        return self.orders[known]

    def _id(  # noqa: PLR0913, PLR0917 - a cell, its place, and how to read it
        self,
        reader: Reader,
        at: int,
        cell: str,
        column: int,
        order: tuple[str, ...],
        own: Box | None,
    ) -> str | None:
        found = self._found(cell, order)
        if len(found.numbers) == 1:
            return self.roster.row_of(found.numbers[0]).id
        if found.numbers:
            self._ambiguous(reader, at, cell, column, found, own)
            return None
        top = cell == TOP and column == reader.firsts.get("path")
        if top or is_nobody(cell) or is_vacant(cell):
            return None
        if gone := self.roster.left.find(cell).numbers:
            self._left(reader, at, cell, column, self.roster.leavers[gone[0]])
            return None
        self._unknown(reader, at, cell, column)
        return cell

    def _ambiguous(  # noqa: PLR0913, PLR0917 - as above
        self, reader: Reader, at: int, cell: str, column: int, found: Found, own: Box | None
    ) -> None:
        rows = [self.roster.row_of(number) for number in found.numbers[:5]]
        several = " or ".join(f"{row.id!r} ({row.source})" for row in rows)
        sentence = (
            f"{cell[:60]!r} in {reader.table.columns[column]!r} may be {several}; this is left "
            "open. Write the id."
        )
        self.roster.understood.problem(sentence, reader.table.source(at, column))
        if own is not None:
            written = f"{reader.table.columns[column]}: {cell}"
            before = own.row.fields.get("note")
            own.row.fields["note"] = f"{before}; {written}" if before else written

    def _left(self, reader: Reader, at: int, cell: str, column: int, where: Source) -> None:
        sentence = (
            f"{cell[:60]!r}, whom {reader.table.columns[column]!r} names, is not there any more "
            f"({where}); this is left open."
        )
        self.roster.understood.problem(sentence, reader.table.source(at, column))

    def _unknown(self, reader: Reader, at: int, cell: str, column: int) -> None:
        hint = "."
        if self.asked < _ASKED:
            self.asked += 1
            names = list(self.roster.index.names())
            hint = did_you_mean(cell, names) if len(names) <= _OFFERED else hint
        if _SHORTENED.fullmatch(cell):
            hint = ": a spreadsheet has shortened a number. Export the column again, as text."
        sentence = f"There is no {cell[:60]!r}, which {reader.table.columns[column]!r} names{hint}"
        self.roster.understood.problem(sentence, reader.table.source(at, column))
