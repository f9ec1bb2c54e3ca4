"""A design as CSV files, and the few lines that a user writes to read them."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from orgmodel import Assignment, Customer, Org, Position, Territory
from orgmodel.model import Entity, Source

COLUMNS: Mapping[type[Position | Customer | Assignment], tuple[str, ...]] = {
    Position: ("role", "held_by", "reports_to", "coordinated_by", "covers"),
    Customer: (
        *("name", "status", "key_account", "tier", "place", "postal_code", "city", "industry"),
        *("size", "revenue", "profit", "managed_by", "deputy", "parent"),
    ),
    Assignment: ("customer", "position", "role"),
}


def file_of(folder: Path, kind: type) -> Path:
    """The file of the entities of a kind."""
    return folder / f"{kind.__name__.lower()}.csv"


def write(org: Org, folder: Path) -> None:
    """Write the positions, customers and assignments of a design."""
    for kind, columns in COLUMNS.items():
        with file_of(folder, kind).open("w", newline="", encoding="utf-8") as stream:
            rows = csv.writer(stream)
            rows.writerow(("id", *columns))
            rows.writerows(cells(entity, columns) for entity in org.all(kind))


def cells(entity: Entity, columns: Iterable[str]) -> list[str]:
    """An entity as a row; lists are parted by semicolons."""
    values = (getattr(entity, column) for column in columns)
    return [entity.id, *(";".join(v) if isinstance(v, tuple) else str(v or "") for v in values)]


def read(folder: Path, territories: Iterable[Territory]) -> Org:
    """Read a design whose territories are at hand, as a script would."""
    org = Org("Made-up Components")
    for territory in territories:
        org.add(territory)
    for kind in COLUMNS:
        file = file_of(folder, kind)
        with file.open(newline="", encoding="utf-8") as stream:
            for line, row in enumerate(csv.DictReader(stream), 2):
                given: dict[str, Any] = {name: cell for name, cell in row.items() if cell}
                if "covers" in given:
                    given["covers"] = given["covers"].split(";")
                org.add(kind(**given), source=Source(file.name, line))
    return org


def read_bare(folder: Path) -> None:
    """Read the same rows into dictionaries and do nothing with them."""
    for kind in COLUMNS:
        with file_of(folder, kind).open(newline="", encoding="utf-8") as stream:
            for _ in csv.DictReader(stream):
                pass
