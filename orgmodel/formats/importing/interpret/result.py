"""What tables were understood to say: rows of entities, each value with its place."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Names
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from orgmodel.formats.importing.read.mapping import Mapping, TableMapping
from orgmodel.formats.importing.read.table import Note, Table
from orgmodel.model import Entity, Org, Source


@dataclass(slots=True)
class Row:
    """An entity to be: plain values by field, as a design file would hold them.

    Attributes:
        kind: Class of the entity.
        id: Its id.
        fields: Plain values by field of the class; references are ids.
        source: Where it was written.
        places: Where each value was written, where that is known better.
    """

    kind: type[Entity]
    id: str
    fields: dict[str, Any]
    source: Source | None = None
    places: Names[str, Source] = field(default_factory=dict)


class Cells(Names[str, Source]):
    """The places of the values of a row, made when they are asked for."""

    __slots__ = ("columns", "row", "table")

    def __init__(self, table: Table, row: int, columns: Names[str, int]) -> None:
        self.table, self.row, self.columns = table, row, columns

    def __getitem__(self, name: str) -> Source:
        return self.table.source(self.row, self.columns[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True)
class Reading:
    """One table as it was read.

    Attributes:
        table: The table.
        mapping: What it was taken for.
        used: The indices of the rows that went into the design.
    """

    table: Table
    mapping: TableMapping
    used: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Understood:
    """All rows that some tables hold, and what is to be said about them.

    Attributes:
        rows: In the order of a design.
        notes: In the order in which they were met.
        currencies: The currencies that tables name, each with its first place.
        readings: The tables that were read, each with the rows that were used.
    """

    rows: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    currencies: dict[str, Source] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)

    def problem(self, sentence: str, source: Source | None) -> None:
        """Note something that could not be used as it stands."""
        self.notes.append(Note(sentence, source, problem=True))

    def note(self, sentence: str, source: Source | None) -> None:
        """Note something that a reader should know."""
        self.notes.append(Note(sentence, source))


@dataclass(frozen=True, slots=True)
class TableCount:
    """What became of the rows of a table.

    Attributes:
        table: Its name.
        kind: What its rows were taken for.
        rows: How many there are.
        used: How many went into the design.
        left_out: Why others did not, each with their number.
    """

    table: str
    kind: str
    rows: int
    used: int
    left_out: Names[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of one thing arrived in the design.

    Attributes:
        subject: The thing, such as ``lines``.
        arrived: How much of it the design has: a number of things, or a sum of amounts.
        held: How much of it the files hold, counted in their rows.
    """

    subject: str
    arrived: int | Decimal
    held: int | Decimal


@dataclass(frozen=True, slots=True)
class Account:
    """What arrived in a design, beside what its files hold.

    Attributes:
        tables: The rows of every table.
        tallies: People, lines, vacancies, rules of territories, owners and sums of amounts.
    """

    tables: Sequence[TableCount] = ()
    tallies: Sequence[Tally] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A design that was imported, how its tables were read, and what is to be said about that.

    Attributes:
        org: The design.
        mapping: What every table and column was taken for.
        tables: The tables that were read.
        notes: Everything that was left out, decided or not understood, with its place.
        account: What arrived of the rows, people, lines, owners and amounts in the files.
    """

    org: Org
    mapping: Mapping
    tables: Sequence[Table]
    notes: Sequence[Note]
    account: Account = field(default_factory=Account)

    @property
    def problems(self) -> list[Note]:
        """The notes on what could not be used as it stands."""
        return [note for note in self.notes if note.problem]


class Preset(Protocol):
    """A kind of export that is known by name, such as that of a CRM.

    Attributes:
        name: What the user calls it.
        looked_for: What tells it, for the message on a file of no known kind.
    """

    name: str
    looked_for: str

    def fits(self, tables: Sequence[Table]) -> bool:
        """Return whether tables are such an export."""
        ...

    def mapping(self, tables: Sequence[Table], given: Mapping) -> Mapping:
        """Return what the tables are; what the user gave stands."""
        ...

    def understand(self, tables: Sequence[Table], mapping: Mapping) -> Understood:
        """Return the rows that the tables hold."""
        ...
