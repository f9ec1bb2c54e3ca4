"""Build an organisation from tables, as a CRM and an HR system export them.

Every entity is added with the file and the row that it comes from, so that findings point there.
The tables have the faults that tables have: run this to read them, and to draw from_csv.png.
"""

import csv
import os
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from orgmodel import Customer, DesignError, Org, Position, Territory, Where, validate, why
from orgmodel.charts import OrgChart
from orgmodel.model import Problem, Source

FOLDER = Path(__file__).parent / "csv"


def rows(name: str) -> Iterator[tuple[dict[str, str], Source]]:
    """Yield the rows of a table by column, with the place of each."""
    path = FOLDER / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, restval="")
        for row in table:
            yield row, Source(os.path.relpath(path), table.line_num)


def amount(text: str, source: Source) -> Decimal | None:
    """Return the amount in a cell, None for an empty one, or refuse the row."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise DesignError([Problem(f"{text!r} is not an amount.", source)]) from None


org = Org("Aurora Components", currency="EUR")

for row, source in rows("territories.csv"):
    territory = Territory(
        row["id"],
        Where(place=row["places"].split()),
        name=row["name"],
        within=row["within"] or None,
    )
    org.add(territory, source=source)

for row, source in rows("people.csv"):
    position = Position(
        row["id"],
        title=row["title"],  # in any language; the role follows from it
        held_by=row["name"] or None,
        reports_to=row["manager"] or None,
        coordinated_by=row["coordinator"] or None,
        covers=row["territories"].split(),
    )
    org.add(position, source=source)

for row, source in rows("customers.csv"):
    customer = Customer(
        row["id"],
        row["name"],
        place=row["place"],
        status="prospect" if row["status"] == "prospect" else "existing",
        revenue=amount(row["revenue"], source),
        managed_by=row["account manager"] or None,
        deputy=row["deputy"] or None,
    )
    org.add(customer, source=source)

if __name__ == "__main__":
    report = validate(org)
    print(report)
    print(why(org, "lumen"))
    OrgChart(org, marks=report).save("from_csv.png")
