"""Positions to be, and all that is known of them while tables of people are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmodel.formats.importing.columns.index import Index
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.result import Row, Understood
from orgmodel.model import Position, Source


@dataclass(frozen=True, slots=True)
class Names:
    """What codes of departments and jobs stand for, by tables of their own."""

    departments: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, str] = field(default_factory=dict)


def names_of(readers: Iterable[Reader]) -> dict[str, str]:
    """Read tables of codes and names."""
    names: dict[str, str] = {}
    for reader in readers:
        for at in range(len(reader.table.rows)):
            if (id_ := reader.cell(at, "id")) and (name := reader.cell(at, "name")):
                names[id_] = name
                reader.use(at)
    return names


@dataclass(slots=True)
class Box:
    """A position to be, and the row that it comes from."""

    row: Row
    reader: Reader
    at: int
    person: str | None
    names: Names


@dataclass(slots=True)
class Roster:
    """All boxes of all tables of people.

    Attributes:
        index: Boxes by what they are called.
        persons: People of whom more is said than their names, by id.
        taken: Boxes by id.
        again: The number that the next box of a taken id gets.
        made: Positions of people who are only named elsewhere.
        named: All positions by id.
        covers: Ids of territories by id of position.
        left: Rows of people who have left, by what they are called.
        leavers: The places of those rows.
        shared: Addresses that rows of different names share, in small letters.
    """

    understood: Understood
    names: Names = field(default_factory=Names)
    boxes: list[Box] = field(default_factory=list)
    index: Index = field(default_factory=Index)
    persons: dict[str, Row] = field(default_factory=dict)
    departments: dict[str, Row] = field(default_factory=dict)
    taken: dict[str, Box] = field(default_factory=dict)
    again: dict[str, int] = field(default_factory=dict)
    made: list[Row] = field(default_factory=list)
    named: dict[str, Row] = field(default_factory=dict)
    covers: dict[str, dict[str, None]] = field(default_factory=dict)
    left: Index = field(default_factory=Index)
    leavers: list[Source] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)

    @property
    def rows(self) -> list[Row]:
        """All rows, in the order of a design."""
        # a box to which several tables add is there for each of them
        boxes = {id(box.row): box.row for box in self.boxes}
        return [*self.departments.values(), *self.persons.values(), *self.made, *boxes.values()]

    def cover(self, id_: str, territories: Iterable[str]) -> None:
        """Let a box, if there is one of that id, answer for territories."""
        if id_ in self.named:
            self.covers.setdefault(id_, {}).update(dict.fromkeys(territories))

    def make(self, id_: str, place: Source) -> None:
        """Add a position whose holder is only named elsewhere."""
        self.made.append(Row(Position, id_, {"held_by": id_}, place))
        self.named[id_] = self.made[-1]
        self.index.add("position", id_, -len(self.made))
        self.index.add("name", id_, -len(self.made))

    def leave(self, reader: Reader, at: int, name: str) -> None:
        """Note that the row of somebody who has left is not used."""
        number = len(self.leavers)
        self.leavers.append(reader.place(at))
        for sort in ("position", "id", "email"):
            self.left.add(sort, reader.cell(at, sort), number)
        self.left.add("name", name, number)

    def row_of(self, number: int) -> Row:
        """Return a position by its number in the index; those that are made count downwards."""
        return self.made[-number - 1] if number < 0 else self.boxes[number].row

    def note_covers(self) -> None:
        """Write into each row which territories its box answers for."""
        for id_, territories in self.covers.items():
            self.named[id_].fields["covers"] = list(territories)
