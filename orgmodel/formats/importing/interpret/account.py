"""What arrived in a design, beside what its files hold."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from orgmodel.formats.importing.columns.columns import used
from orgmodel.formats.importing.columns.index import is_nobody
from orgmodel.formats.importing.columns.managers import MANAGERS
from orgmodel.formats.importing.columns.numbers import decimal_sign, value_of, written
from orgmodel.formats.importing.interpret.people import is_vacant
from orgmodel.formats.importing.interpret.result import Account, Reading, TableCount, Tally
from orgmodel.formats.importing.interpret.territory_rules import RULED
from orgmodel.formats.importing.read.mapping import ATTRIBUTE, Mapping
from orgmodel.formats.importing.read.table import Note
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.model import Assignment, Customer, Org, Person, Position, Territory

AMOUNTS = ("revenue", "profit", "potential")
"""Fields of customers whose sums are compared."""
_OF_COLUMNS = re.compile(r"Column .* is not used: ", re.DOTALL)
_PLACES = re.compile(r"\S*:\d+\S*|\([^)]*\)")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\S*\d\S*")
_FEW = 5
"""Reasons that are kept apart by the values that they quote."""
_SHOWN = 100
"""Characters of a reason."""
_UNSTATED = "no reason is stated"
_NAMES = ("name", "first_name", "last_name")
_KEYS = ("id", "email", "name", "position", "key")
_GROUNDS = RULED


def account_of(
    org: Org, readings: Sequence[Reading], notes: Iterable[Note], mapping: Mapping
) -> Account:
    """Return what became of the rows of tables, and what arrived of what they hold.

    Args:
        org: The design.
        readings: The tables, each with the rows that were used.
        notes: What was said of rows in reading them.
        mapping: How numbers are written, where the user states it.
    """
    reasons = _reasons(notes)
    tables = [_count(reading, reasons) for reading in readings]
    by_kind: dict[str, list[Reading]] = {}
    for reading in readings:
        by_kind.setdefault(reading.mapping.kind or "", []).append(reading)
    tallies = [
        *_people(org, by_kind.get("people", [])),
        *_territories(org, by_kind.get("territories", [])),
        *_customers(org, by_kind.get("customers", []), mapping),
    ]
    return Account(tables, [tally for tally in tallies if tally.held or tally.arrived])


_Place = tuple[str, str | None, int | None]


def _reasons(notes: Iterable[Note]) -> dict[_Place, str]:
    """Return the first thing that is said of each row."""
    found: dict[_Place, str] = {}
    for note in notes:
        if note.source is not None and not _OF_COLUMNS.match(note.sentence):
            place = (note.source.file, note.source.sheet, note.source.line)
            found.setdefault(place, note.sentence)
    return found


def _count(reading: Reading, reasons: dict[_Place, str]) -> TableCount:
    table, left = reading.table, Counter[str]()
    if len(reading.used) < len(table.rows):
        for at, line in enumerate(table.lines):
            if at not in reading.used:
                left[_reason(reasons.get((table.file, table.sheet, line)))] += 1
    if len(left) > _FEW:
        merged = Counter[str]()
        for why, number in left.items():
            merged[" ".join(_QUOTED.sub("…", why).split())] += number
        left = merged
    kind = reading.mapping.kind or ""
    return TableCount(table.name, kind, len(table.rows), len(reading.used), dict(left))


def _reason(sentence: str | None) -> str:
    """Return a reason without places, which differ from row to row."""
    if sentence is None:
        return _UNSTATED
    bare = sentence.removeprefix("This row is not used: ").removesuffix("It is left out.")
    bare = " ".join(_PLACES.sub("…", bare).split()).rstrip(". ")
    return bare[:_SHOWN] or sentence[:_SHOWN]


def unstated(count: TableCount) -> int:
    """Return how many rows of a table were left out without a reason."""
    return count.left_out.get(_UNSTATED, 0)


class _Cells:
    """The cells of a reading by field."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.columns = used(reading.mapping.columns, reading.table)

    def of(self, at: int, fields: Iterable[str]) -> Iterator[str]:
        """Yield the filled cells of some fields in a row."""
        row = self.reading.table.rows[at]
        for field in fields:
            for column in self.columns.get(field, ()):
                if row[column]:
                    yield row[column]

    def count(self, rows: Iterable[int], fields: Iterable[str], fits: Callable[[str], bool]) -> int:
        """Return how many of some rows have a cell of some fields that fits."""
        columns = [column for field in fields for column in self.columns.get(field, ())]
        table, number = self.reading.table.rows, 0
        for at in rows:
            row = table[at]
            for column in columns:
                if (cell := row[column]) and fits(cell):
                    number += 1
                    break
        return number

    def any(self, fields: Iterable[str]) -> bool:
        """Return whether a column is used for one of some fields."""
        return any(field in self.columns for field in fields)


@lru_cache(maxsize=1 << 16)
def is_somebody(cell: str) -> bool:
    """Return whether a cell names somebody, and says neither nobody nor a vacancy."""
    return not is_nobody(cell) and not is_vacant(cell)


def _is_holder(cell: str) -> bool:
    """Return whether a cell stands for somebody, also for one whose name is not disclosed."""
    return is_somebody(cell) or means(cell, "undisclosed") is not None


def _people(org: Org, readings: Sequence[Reading]) -> Iterator[Tally]:
    if not readings:
        return
    posts = org.all(Position)
    named = lines = vacant = 0
    seen: set[str] = set()
    for reading in readings:
        cells = _Cells(reading)
        names = _NAMES if cells.any(_NAMES) else ("id", "email")
        # a second table may only add to those whom the first one names
        rows = [at for at in reading.used if not seen or seen.isdisjoint(cells.of(at, _KEYS))]
        named += cells.count(rows, names, _is_holder)
        vacant += cells.count(rows, _NAMES, is_vacant)
        lines += _lines(cells, rows)
        if len(readings) > 1:
            seen.update(key for at in rows for key in cells.of(at, _KEYS))
    holders = {str(post.held_by) for post in posts if post.held_by is not None}
    others = sum(person.id not in holders for person in org.all(Person))
    yield Tally("people", sum(post.held_by is not None for post in posts) + others, named)
    yield Tally("lines", sum(post.reports_to is not None for post in posts), lines)
    yield Tally("vacancies", sum(post.vacant for post in posts), vacant)


def _lines(cells: _Cells, rows: Iterable[int]) -> int:
    """Return how many rows name a manager who is not the row's own."""
    fields = [name for name in MANAGERS if name in cells.columns]
    if not fields:
        return 0
    keys = [column for field in _KEYS for column in cells.columns.get(field, ())]
    above = [column for field in fields for column in cells.columns[field]]
    number = 0
    for at in rows:
        row = cells.reading.table.rows[at]
        for column in above:
            if (
                (cell := row[column])
                and all(cell != row[key] for key in keys)
                and is_somebody(cell)
            ):
                number += 1
                break
    return number


def _territories(org: Org, readings: Sequence[Reading]) -> Iterator[Tally]:
    if not readings:
        return
    ruled: set[str] = set()
    for reading in readings:
        cells = _Cells(reading)
        fields = [f for f in cells.columns if f in _GROUNDS or f.startswith(ATTRIBUTE)]
        for at in reading.used if fields else ():
            if any(cells.of(at, fields)):
                ruled.add(next(cells.of(at, ("id", "name")), ""))
    arrived = sum(area.where is not None for area in org.all(Territory))
    yield Tally("territories with rules", arrived, len(ruled))


def _customers(org: Org, readings: Sequence[Reading], mapping: Mapping) -> Iterator[Tally]:
    if not readings:
        return
    customers = org.all(Customer)
    assigned = {str(each.customer) for each in org.all(Assignment)}
    owned = sum(bool(each.managed_by) or each.id in assigned for each in customers)
    held: set[str] = set()
    for reading in readings:
        cells = _Cells(reading)
        for at in reading.used if "managed_by" in cells.columns else ():
            if any(map(is_somebody, cells.of(at, ("managed_by",)))):
                held.add(next(cells.of(at, ("id", "name")), ""))
    yield Tally("customers with an owner", owned, len(held))
    for field in AMOUNTS:
        sums = [getattr(each, field) for each in customers]
        arrived = sum((n for n in sums if n is not None), Decimal(0))
        yield Tally(f"sum of {field}", arrived, _sum(readings, field, mapping))


def _sum(readings: Sequence[Reading], field: str, mapping: Mapping) -> Decimal:
    """Return the sum of a field; what a second table repeats of a customer counts once."""
    total, seen = Decimal(0), set[tuple[str, Decimal]]()
    for reading in readings:
        cells = _Cells(reading)
        if field not in cells.columns:
            continue
        column = cells.columns[field][0]
        numbers = _numbers(reading, column, mapping.decimal)
        keys = [next(cells.of(at, ("id", "name")), "") for at in range(len(numbers))]
        pairs = [(key, n) for key, n in zip(keys, numbers, strict=True) if n is not None]
        total += sum((n for key, n in pairs if (key, n) not in seen), Decimal(0))
        seen.update(pairs)
    return total


def _numbers(reading: Reading, column: int, sign: str | None) -> list[Decimal | None]:
    cells = [row[column] for row in reading.table.rows]
    found = sign or decimal_sign([w for cell in cells if (w := written(cell))])[0] or "."
    return [value_of(cell, found) for cell in cells]
