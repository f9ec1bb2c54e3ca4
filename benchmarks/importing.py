"""Importing 20,000 people from CSV, XLSX and YAML, beside polars reading the tables.

Both files hold what an HR system exports: ids, names, addresses, titles, managers, departments,
places and pay grades. Polars makes a table of text; an import recognises the columns, finds every
manager and makes checked positions, each with its place.
"""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import xlsxwriter
from clock import medians

from orgmodel.formats import load, save
from orgmodel.formats.importing import import_design, read_tables

PEOPLE = 20_000
ROUNDS = 3
HEAD = ("Employee ID", "Name", "Email", "Job Title", "Manager", "Department", "Country", "Grade")
TITLES = ("Sales Representative", "Account Manager", "Engineer", "Analyst", "Clerk")


def rows() -> list[list[str]]:
    """Return a roster in which managers are given as ``Name (id)``."""
    chance = random.Random(1)
    names = [f"Given{chance.randrange(900)} Family{n}" for n in range(PEOPLE)]
    made = []
    for n, name in enumerate(names):
        above = (n - 1) // 8
        manager = f"{names[above]} ({10_000 + above})" if n else ""
        title = chance.choice(TITLES)
        department, country = f"Unit {n % 200}", chance.choice(("IT", "NA", "NO"))
        mail = f"p{n}@example.com"
        made.append([str(10_000 + n), name, mail, title, manager, department, country, str(n % 9)])
    return made


def write(folder: Path) -> tuple[Path, Path]:
    """Write the roster as CSV and as XLSX."""
    text, book = folder / "roster.csv", folder / "roster.xlsx"
    table = rows()
    text.write_text("".join(",".join(row) + "\n" for row in [HEAD, *table]), encoding="utf-8")
    with xlsxwriter.Workbook(str(book)) as written:
        sheet = written.add_worksheet("Roster")
        for at, row in enumerate([HEAD, *table]):
            sheet.write_row(at, 0, row)
    return text, book


def main() -> None:
    """Print the CPU seconds and how many times those of polars they are."""
    with tempfile.TemporaryDirectory() as name:
        text, book = write(Path(name))
        design = Path(name) / "roster.yaml"
        save(import_design(text).org, design)
        works: dict[str, Callable[[], object]] = {
            "polars, CSV as text": lambda: pl.read_csv(text, infer_schema=False),
            "tables of CSV": lambda: read_tables([text]),
            "design of CSV": lambda: import_design(text),
            "polars, XLSX": lambda: pl.read_excel(book, engine="calamine"),
            "tables of XLSX": lambda: read_tables([book]),
            "design of XLSX": lambda: import_design(book),
            "design of YAML": lambda: load(design),
        }
        times = dict(zip(works, medians(list(works.values()), ROUNDS), strict=True))
    for what, seconds in times.items():
        peer = times["polars, XLSX" if "XLSX" in what else "polars, CSV as text"]
        print(f"{what:22} {seconds:7.3f} s  {seconds / peer:8.1f} times polars")


if __name__ == "__main__":
    main()
