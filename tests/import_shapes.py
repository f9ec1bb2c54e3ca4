"""Designs written in the shape of many programs, with noise, to see what an import makes of them.

What comes back must be equal to what was written, or the report must name a problem. A difference
without a problem is silent, and a failure. ``python tests/import_shapes.py 10000`` runs many.
"""

import argparse
import csv
import io
import json
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from orgmodel import Customer, Org, Person, Position
from orgmodel.cover import coverage
from orgmodel.formats.importing import Imported
from orgmodel.formats.importing.presets import import_any
from orgmodel.model import DesignError

GIVEN = (
    *("Ada", "Ben", "Cleo", "Dario", "Eva", "Farid", "Gita", "Hugo", "Ines", "Jürgen", "Klara"),
    *("Łukasz", "Mia", "Nils", "Omar", "Pia", "Quinn", "Rosa", "Søren", "Tom", "Uma", "Zoë"),
)
FAMILY = (
    *("Rossi", "Berg", "Chan", "Díaz", "Ek", "Fischer", "García", "Hahn", "Ito", "Jansen"),
    *("Kowalski", "de la Cruz", "O'Neill", "Müller", "van Dijk", "Novák", "Silva", "Smith-Jones"),
)
TITLES = (
    *("Sales Director", "Regional Sales Manager", "Account Manager", "Sales Representative"),
    *("Account Executive", "Key Account Manager", "Engineer", "Sales Operations Analyst"),
)
COMPANIES = ("Acme", "Bolt AG", "Cove Ltd", "Delta, Inc.", "Eon; Sons", "Fjord", "Gamma & Co")
UNITS = ("Sales", "Marketing", "Operations", "North", "Finance")


@dataclass
class Worker:
    """Somebody with a position."""

    number: int
    given: str
    family: str
    title: str
    unit: str
    manager: "Worker | None" = None
    vacant: bool = False
    left: bool = False

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"

    @property
    def mail(self) -> str:
        """An address of their own."""
        return f"p{self.number}@example.com"


@dataclass
class Truth:
    """What is written, and what must come back.

    Attributes:
        people: Those who are there, and vacancies.
        customers: Id, name, owner if there is any, revenue and country of each.
        left: People who are in the files and have left.
        lands: Owners by country, where customers are owned by territory.
    """

    people: list[Worker]
    customers: list[tuple[str, str, Worker | None, int, str]] = field(default_factory=list)
    left: list[Worker] = field(default_factory=list)
    lands: dict[str, Worker] = field(default_factory=dict)

    @property
    def staff(self) -> list[Worker]:
        """Those who are there."""
        return [one for one in self.people if not one.vacant]


def truth(chance: random.Random) -> Truth:
    """Return people in a tree, and customers whom some of them own."""
    number = chance.randint(4, 14)
    start = chance.choice((1, 100, 20_001))
    pairs = [(g, f) for g in GIVEN for f in FAMILY]
    people: list[Worker] = []
    for at, (given, family) in enumerate(chance.sample(pairs, number)):
        manager = chance.choice(people[: max(1, at // 2)]) if people else None
        title = TITLES[0] if manager is None else chance.choice(TITLES[1:])
        people.append(Worker(start + at, given, family, title, chance.choice(UNITS), manager))
    what = Truth(people)
    if chance.random() < RARELY:
        for one in chance.sample(people[1:], 2):
            # nobody reports to a vacancy here: most shapes name managers by who they are
            one.vacant = all(other.manager is not one for other in people)
    if chance.random() < RARELY:
        family = FAMILY[0]
        what.left = [
            Worker(start + 900 + at, f"Xa{at}", family, TITLES[1], UNITS[0], people[0], left=True)
            for at in range(2)
        ]
    if chance.random() < OFTEN:
        _customers(chance, what)
    return what


RARELY, SELDOM, OFTEN = 0.2, 0.1, 0.5
COUNTRIES = {"IT": "Italy", "DE": "Germany", "FR": "France", "PL": "Poland", "ES": "Spain"}


def _customers(chance: random.Random, what: Truth) -> None:
    """Give a truth customers, whom people own by name or by country."""
    lands = chance.sample([*COUNTRIES], 3)
    if chance.random() < RARELY:
        what.lands = {land: chance.choice(what.staff) for land in lands}
    for at, name in enumerate(chance.sample(COMPANIES, chance.randint(3, len(COMPANIES)))):
        land = chance.choice(lands)
        owner = what.lands[land] if what.lands else chance.choice(what.staff)
        nobody = not what.lands and at and chance.random() < SELDOM
        revenue = chance.randrange(1, 90) * 1_000
        what.customers.append((f"C{at}", name, None if nobody else owner, revenue, land))


Value = Callable[[Worker], object]


def own(name: str) -> Value:
    """Return a field of somebody."""
    return lambda one: getattr(one, name)


def above(name: str) -> Value:
    """Return a field of somebody's manager."""
    return lambda one: getattr(one.manager, name) if one.manager else ""


def nobody_if_vacant(value: Value, word: str) -> Value:
    """Return a value that vacancies do not have."""
    return lambda one: word if one.vacant else value(one)


def both(one: Worker) -> str:
    """Return the manager as a name with an id behind it."""
    return f"{one.manager.name} ({one.manager.number})" if one.manager else ""


def turned(one: Worker) -> str:
    """Return a name with the family's first."""
    return f"{one.family}, {one.given}"


def turned_above(one: Worker) -> str:
    """Return the manager's name with the family's first."""
    return turned(one.manager) if one.manager else ""


N, NAME, GIVEN_, FAM, MAIL = own("number"), own("name"), own("given"), own("family"), own("mail")
TITLE, UNIT = own("title"), own("unit")
M_ID, M_NAME, M_MAIL = above("number"), above("name"), above("mail")

SHAPES: dict[str, dict[str, Value]] = {
    "plain": {"Employee ID": N, "Name": NAME, "Job Title": TITLE, "Manager ID": M_ID},
    "plain names": {"Name": NAME, "Title": TITLE, "Reports To": M_NAME, "Department": UNIT},
    "bamboohr": {
        "Employee #": N, "First Name": GIVEN_, "Last Name": FAM, "Job Title": TITLE,
        "Reporting to": M_NAME, "Department": UNIT, "Work Email": MAIL,
    },
    "workday": {
        "Employee ID": N, "Worker": NAME, "Business Title": TITLE, "Manager": both,
        "Supervisory Organization": UNIT,
    },
    "successfactors": {
        "USERID": N, "FIRSTNAME": GIVEN_, "LASTNAME": FAM, "TITLE": TITLE, "MANAGER": M_ID,
        "DEPARTMENT": UNIT, "EMAIL": MAIL,
    },
    "entra": {
        "displayName": NAME, "userPrincipalName": MAIL, "jobTitle": TITLE, "department": UNIT,
        "manager": M_MAIL,
    },
    "google": {
        "First Name [Required]": GIVEN_, "Last Name [Required]": FAM,
        "Email Address [Required]": MAIL, "Employee Title": TITLE, "Manager Email": M_MAIL,
        "Department": UNIT,
    },
    "okta": {
        "login": MAIL, "firstName": GIVEN_, "lastName": FAM, "title": TITLE, "managerId": M_ID,
        "employeeNumber": N, "status": lambda _: "ACTIVE",
    },
    "adp": {
        "Associate ID": N, "Legal First Name": GIVEN_, "Legal Last Name": FAM,
        "Job Title Description": TITLE, "Reports To Associate ID": M_ID,
    },
    "odoo": {
        "Employee Name": NAME, "Job Position": TITLE, "Manager": M_NAME, "Work Email": MAIL,
        "Department": UNIT,
    },
    "visio": {"Unique_ID": N, "Name": NAME, "Title": TITLE, "Reports_To": M_ID, "Department": UNIT},
    "pingboard": {
        "Id": N, "First name": GIVEN_, "Last name": FAM, "Job title": TITLE, "Reports to": M_MAIL,
        "Email": MAIL,
    },
    "warehouse": {
        "EmployeeKey": N, "ParentEmployeeKey": M_ID, "FirstName": GIVEN_, "LastName": FAM,
        "Title": TITLE, "DepartmentName": UNIT,
    },
    "sql": {"emp_no": N, "emp_name": NAME, "job": TITLE, "mgr": M_ID},
    "turned": {"Name": turned, "Title": TITLE, "Supervisor": turned_above, "Department": UNIT},
    "german": {
        "Personalnummer": N, "Vorname": GIVEN_, "Nachname": FAM, "Position": TITLE,
        "Vorgesetzter": M_NAME, "Abteilung": UNIT,
    },
    "italian": {
        "Matricola": N, "Nome": GIVEN_, "Cognome": FAM, "Mansione": TITLE, "Responsabile": M_NAME,
        "Reparto": UNIT,
    },
    "spanish": {
        "Número de empleado": N, "Nombre": GIVEN_, "Apellidos": FAM, "Puesto": TITLE,
        "Responsable": M_NAME, "Departamento": UNIT,
    },
    "french": {
        "Matricule": N, "Prénom": GIVEN_, "Nom": FAM, "Poste": TITLE, "Responsable": M_NAME,
        "Service": UNIT,
    },
    "polish": {
        "Numer pracownika": N, "Imię": GIVEN_, "Nazwisko": FAM, "Stanowisko": TITLE,
        "Przełożony": M_NAME, "Dział": UNIT,
    },
    "dutch": {
        "Personeelsnummer": N, "Naam": NAME, "Functie": TITLE, "Leidinggevende": M_NAME,
        "Afdeling": UNIT,
    },
    "portuguese": {"Matrícula": N, "Nome": NAME, "Cargo": TITLE, "Gestor": M_NAME, "Área": UNIT},
}  # fmt: skip
"""The columns of many programs."""

Owner = Callable[[Worker], object]
BOOKS: dict[str, tuple[str, str, str, str, Owner]] = {
    "plain": ("Customer ID", "Customer Name", "Revenue", "Owner", NAME),
    "crm": ("Account Number", "Account Name", "Annual Revenue", "Account Owner", NAME),
    "by id": ("customer_id", "company", "revenue", "sales_rep_id", N),
    "german": ("Kundennummer", "Kunde", "Umsatz", "Betreuer", NAME),
    "italian": ("Codice cliente", "Cliente", "Fatturato", "Venditore", NAME),
    "account manager": ("Account ID", "Name", "Sales", "ACCOUNT_MGR", NAME),
}
"""The columns of tables of customers: id, name, revenue, owner, and what names the owner."""

EXTRA: dict[str, Callable[[Worker, random.Random], object]] = {
    "Phone": lambda _, c: f"+39 02 {c.randrange(10**6):06}",
    "Hire Date": lambda _, c: f"20{c.randrange(10, 25)}-0{c.randrange(1, 10)}-1{c.randrange(10)}",
    "Cost Center": lambda _, c: f"CC-{c.randrange(100, 105)}",
    "Gender": lambda _, c: c.choice("MF"),
    "T-shirt size": lambda _, c: c.choice(("S", "M", "L")),
    "Office": lambda _, c: c.choice(("Milan", "Berlin", "Warsaw")),
    "Notes": lambda _, c: c.choice(("", "", "works from home")),
    "Salary": lambda _, c: c.randrange(30, 90) * 1000,
}


MANAGERS_OF_OTHER_KINDS = (
    *("HR Manager", "Second Level Manager", "Previous Manager", "HR Business Partner"),
    *("Manager's Manager", "Mentor", "Interim Manager"),
)
WORDS_FOR_VACANT = ("Vacant", "VACANT", "TBH", "Open", "", "(vacant)", "TBD", "Unbesetzt")
WHO = frozenset({NAME, GIVEN_, FAM, MAIL, turned})


def written(chance: random.Random, what: Truth, folder: Path) -> str:
    """Write people, and customers if there are any, in some shape with some noise; tell which."""
    noise: list[str] = []
    heads, table = _people(chance, what, noise)
    _write(chance, folder / "people", *_noisy(chance, heads, table, noise), noise)
    if what.customers:
        _write(chance, folder / "customers", *_book(chance, what, noise), noise)
    if what.lands:
        _write(chance, folder / "territories", *_lands(chance, what, noise), noise)
    return ", ".join(noise)


def _people(
    chance: random.Random, what: Truth, noise: list[str]
) -> tuple[list[str], list[list[object]]]:
    shape = chance.choice([*SHAPES])
    noise.append(shape)
    columns = dict(SHAPES[shape])
    word = chance.choice(WORDS_FOR_VACANT)
    for head, value in columns.items():
        if value in WHO:
            columns[head] = nobody_if_vacant(
                value, word if value is NAME or value is turned else ""
            )
    rows = [*what.people, *what.left]
    if any(one.vacant for one in rows):
        noise.append(f"vacancies {word!r}")
    heads = [*columns]
    table: list[list[object]] = [[columns[h](one) for h in heads] for one in rows]
    if what.left:
        heads = [*heads, "Status"] if "status" not in heads else heads
        gone = chance.choice(("Terminated", "Inactive", "Left", "Resigned"))
        noise.append(f"leavers {gone}")
        at = [head.lower() for head in heads].index("status")
        for row, one in zip(table, rows, strict=True):
            row[at:] = [gone if one.left else "Active", *row[at + 1 :]]
    for extra in chance.sample([*EXTRA], chance.randint(0, 4)):
        heads.append(extra)
        for row, one in zip(table, rows, strict=True):
            row.append(EXTRA[extra](one, chance))
        noise.append(extra)
    if chance.random() < RARELY:
        other = chance.choice(MANAGERS_OF_OTHER_KINDS)
        heads.append(other)
        picked = chance.choice(what.staff)
        for row in table:
            row.append(chance.choice((picked.name, "")))
        noise.append(other)
    _ids(chance, heads, columns, table, noise)
    return heads, table


def _ids(
    chance: random.Random,
    heads: list[str],
    columns: dict[str, Value],
    table: list[list[object]],
    noise: list[str],
) -> None:
    """Write ids as some programs do: with zeros in front, with a letter, or as 1.0."""
    places = [at for at, head in enumerate(heads) if columns.get(head) in {N, M_ID}]
    form = chance.choice(("{}", "{}", "{}", "{}", "{:06}", "E{}", "{}.0"))
    if form == "{}" or both in columns.values() or not places:
        return
    noise.append(f"ids {form}")
    for row in table:
        for at in places:
            row[at] = form.format(row[at]) if row[at] != "" else ""


def _book(
    chance: random.Random, what: Truth, noise: list[str]
) -> tuple[list[str], list[list[object]]]:
    """Return the table of customers, with owners where territories do not have them."""
    ids_are_plain = not any(each.startswith("ids ") for each in noise)
    book = chance.choice([*BOOKS])
    if book == "by id" and (N not in SHAPES[noise[0]].values() or not ids_are_plain):
        book = "plain"
    *names, owner = BOOKS[book]
    heads = [str(name) for name in names]
    form = chance.choice(("{}", "{}", "{:,}", "EUR {:,}", "{:.2f}", "€ {:,.2f}"))
    noise.append(f"customers {book}, {form}")
    rows: list[list[object]] = [
        [id_, name, revenue if form == "{}" else form.format(revenue), owner(one) if one else ""]
        for id_, name, one, revenue, _ in what.customers
    ]
    if what.lands:
        heads[3] = "Country"
        long = chance.random() < OFTEN
        for row, each in zip(rows, what.customers, strict=True):
            row[3] = COUNTRIES[each[4]] if long else each[4]
    return _noisy(chance, heads, rows, noise)


def _lands(
    chance: random.Random, what: Truth, noise: list[str]
) -> tuple[list[str], list[list[object]]]:
    """Return the table of territories: a country and an owner each."""
    long = chance.random() < OFTEN
    noise.append(f"territories by {'name' if long else 'code'}")
    heads = ["Territory", chance.choice(("Country", "Countries")), "Owner"]
    rows: list[list[object]] = [
        [f"T {land}", COUNTRIES[land] if long else land, one.name]
        for land, one in what.lands.items()
    ]
    return _noisy(chance, heads, rows, noise)


def _noisy(
    chance: random.Random, heads: list[str], table: list[list[object]], noise: list[str]
) -> tuple[list[str], list[list[object]]]:
    """Change what means nothing: orders, letter cases, blanks, and words for nothing."""
    order = list(range(len(heads)))
    if chance.random() < 0.5:
        chance.shuffle(order)
        noise.append("columns shuffled")
    if chance.random() < 0.5:
        chance.shuffle(table)
    case = chance.choice((str, str, str, str.upper, str.lower, lambda h: h.replace(" ", "_")))
    heads = [case(heads[at]) for at in order]
    rows = [[row[at] for at in order] for row in table]
    if chance.random() < 0.2:
        rows = [
            [f"  {cell} " if isinstance(cell, str) and cell else cell for cell in r] for r in rows
        ]
        noise.append("blanks")
    if chance.random() < 0.15:
        word = chance.choice(("n/a", "-", "None", "NULL", "N/D", "nan"))
        if word == "N/D" and any(each.startswith("vacancies") for each in noise):
            word = "-"  # "N/D" as a name is somebody whose name is not disclosed
        rows = [[word if cell == "" else cell for cell in row] for row in rows]
        noise.append(f"{word} for nothing")
    if chance.random() < 0.1:
        at = chance.randrange(len(rows) + 1)
        rows.insert(at, [""] * len(heads))
        noise.append("an empty row")
    return heads, rows


def _write(
    chance: random.Random, path: Path, heads: list[str], rows: list[list[object]], noise: list[str]
) -> None:
    """Write a table in some form, with lines around it."""
    form = chance.choice(("csv", "csv", "csv", "xlsx", "json"))
    noise.append(form)
    if form == "json":
        records = [dict(zip(heads, row, strict=True)) for row in rows if any(row)]
        content: Any = chance.choice((records, {"value": records}))
        path.with_suffix(".json").write_text(json.dumps(content), encoding="utf-8")
        return
    above_, below = _around(chance, rows, noise)
    if form == "csv":
        _csv(chance, path, [*above_, heads, *rows, *below], noise)
    else:
        _xlsx(chance, path, [*above_, heads, *rows, *below], noise)


def _around(
    chance: random.Random, rows: list[list[object]], noise: list[str]
) -> tuple[list[list[object]], list[list[object]]]:
    above_: list[list[object]] = []
    below: list[list[object]] = []
    if chance.random() < 0.15:
        above_ = [["Report exported 2026-01-05"], []]
        noise.append("a title above")
    if chance.random() < 0.15:
        below = [[f"Total: {len(rows)}"]]
        noise.append("a total below")
    if chance.random() < 0.1:
        below = [[], ["Confidential - do not distribute"]]
        noise.append("a footer below")
    return above_, below


def _csv(
    chance: random.Random, path: Path, rows: Sequence[Sequence[object]], noise: list[str]
) -> None:
    separator = chance.choice(",,;\t|")
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    stream = io.StringIO(newline="")
    end = chance.choice(("\r\n", "\n"))
    csv.writer(stream, delimiter=separator, quoting=quoting, lineterminator=end).writerows(rows)
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16"))
    noise += [repr(separator), encoding]
    path.with_suffix(".csv").write_bytes(stream.getvalue().encode(encoding))


def _xlsx(
    chance: random.Random, path: Path, rows: Sequence[Sequence[object]], noise: list[str]
) -> None:
    import xlsxwriter  # noqa: PLC0415  # an extra

    left = chance.choice((0, 0, 0, 2))
    with xlsxwriter.Workbook(str(path.with_suffix(".xlsx"))) as book:
        page = book.add_worksheet(path.name)
        for at, row in enumerate(rows):
            page.write_row(at, left, row)
        if left:
            noise.append("columns empty on the left")
        if chance.random() < 0.3:
            book.add_worksheet(f"Notes on {path.name}").write(0, 0, "Ask HR before use")
            noise.append("a sheet of notes")


def differences(what: Truth, org: Org) -> list[str]:
    """Return what is not as it was written."""
    found: list[str] = []
    posts = {post.id: post for post in org.all(Position)}
    people = {person.id: person for person in org.all(Person)}

    def who(post: Position | None) -> str | None:
        if post is None:
            return None
        holder = str(post.held_by) if post.held_by else "vacant"
        return _upright((people[holder].name if holder in people else None) or holder)

    want_lines = sorted(
        ("vacant" if one.vacant else one.name, one.manager.name if one.manager else "nobody")
        for one in what.people
    )
    have_lines = sorted(
        (who(p) or "", (who(posts.get(str(p.reports_to))) if p.reports_to else None) or "nobody")
        for p in posts.values()
    )
    if have_lines != want_lines:
        lost, more = Counter(want_lines) - Counter(have_lines), Counter(have_lines)
        more.subtract(want_lines)
        found.append(f"lines lost {sorted(lost)[:4]}, made {sorted(+more)[:4]}")
    titles = {one.name: one.title for one in what.people}
    held = [post for post in posts.values() if not post.vacant]
    wrong = [f"{who(p)}: {p.title}" for p in held if p.title != titles.get(who(p) or "")]
    if wrong:
        found.append(f"titles {wrong[:4]}")
    owners = {
        c.customer.name: who(c.position) if c.state == "covered" else None for c in coverage(org)
    }
    want_owners = {name: one.name if one else None for _, name, one, *_ in what.customers}
    if owners != want_owners:
        found.append(f"owners {owners} for {want_owners}")
    revenue = {c.name: c.revenue for c in org.all(Customer)}
    want_revenue = {name: Decimal(amount) for _, name, _, amount, _ in what.customers}
    if revenue != want_revenue:
        found.append(f"revenue {revenue} for {want_revenue}")
    return found


def _upright(name: str) -> str:
    """Return a name with the given one first."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def judged(seed: int, folder: Path) -> tuple[str, str]:
    """Return whether a seed's design came back equal, told or silent, and the story."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    what = truth(chance)
    for old in folder.iterdir():
        old.unlink()
    noise = written(chance, what, folder)
    story = f"seed {seed} ({noise})"
    try:
        imported: Imported = import_any(sorted(folder.iterdir()))
    except DesignError as error:
        return "told", f"{story}: refused: {str(error)[:200]}"
    except Exception:  # noqa: BLE001 - anything else is a failure to report
        return "silent", f"{story}: {traceback.format_exc()[-600:]}"
    wrong = differences(what, imported.org)
    if not wrong:
        return "equal", story
    if imported.problems:
        return "told", f"{story}: {wrong} told {str(imported.problems[0])[:200]}"
    return "silent", f"{story}: {'; '.join(wrong)}"


def main() -> int:
    """Run many seeds and print how many came back equal, told and silent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=int, nargs="?", default=1_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--told", action="store_true", help="Print what was told, too.")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for seed in range(asked.start, asked.start + asked.runs):
            verdict, story = judged(seed, Path(name))
            counts[verdict] += 1
            if verdict == "silent" or (asked.told and verdict == "told"):
                sys.stdout.write(f"{verdict}: {story}\n")
    numbers = ", ".join(f"{counts[v]:,} {v}" for v in ("equal", "told", "silent"))
    sys.stdout.write(f"{numbers}\n")
    return 1 if counts["silent"] else 0


if __name__ == "__main__":
    sys.exit(main())
