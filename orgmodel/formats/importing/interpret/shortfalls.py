"""Problems that the account of an import shows: what the files hold and the design does not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from orgmodel.cover import coverage
from orgmodel.formats.importing.columns.index import is_nobody
from orgmodel.formats.importing.columns.table_kinds import OTHERS, UNKNOWN
from orgmodel.formats.importing.interpret.account import unstated
from orgmodel.formats.importing.interpret.result import Account, Reading, TableCount, Tally
from orgmodel.formats.importing.read.mapping import TableMapping, Use
from orgmodel.formats.importing.read.mapping_lines import table_lines
from orgmodel.formats.importing.read.table import Note, Table, folded
from orgmodel.model import Assignment, Customer, Org, Person, Position, Territory, country_code
from orgmodel.text import counted, listed

_NEARLY = Decimal("0.95")
"""The part of what files hold that must arrive."""
_HALF = 0.5
"""The part of the rows of a table below which even those with a stated reason are a problem."""
_MOST = 0.8
"""The part of a column's values that must name rows for it to fit."""
_LOOKED_AT = 2_000
"""Rows whose values are compared."""
_MATCHED = 20_000
"""Customers beyond which rules are not tried on them: it would take longer than the import."""
_LEAST = 2
"""Values that a column must have to be evidence of anything."""
_FILTERS = frozenset({"active", "inactive", "status", "until", "employee", "vacant"})
"""Fields by which rows are left out."""
_FIELDS = {
    "people": ("people", ("name", "first_name", "id")),
    "lines": ("people", ("manager", "manager_email", "manager_name")),
    "vacancies": ("people", ("vacant", "name")),
    "territories with rules": ("territories", ("place", "country", "state", "postal_code")),
    "customers with an owner": ("customers", ("managed_by",)),
}
_POSTAL = range(4, 7)
"""Digits of postal codes."""


def shortfalls(
    org: Org, account: Account, readings: Sequence[Reading], problems: Sequence[Note]
) -> Iterator[Note]:
    """Yield a problem for each thing of which the files hold clearly more than the design.

    Args:
        org: The design.
        account: What arrived, and what the files hold.
        readings: The tables that were read.
        problems: What is known already, and is not reported again.
    """
    for count, reading in zip(account.tables, readings, strict=True):
        yield from _rows(count, reading)
    for tally in account.tallies:
        if _short(tally) and (note := _missing(tally, readings, problems)):
            yield note
    yield from _nobody(org, account, readings)
    if not any(tally.subject == "lines" for tally in account.tallies):
        yield from _lines(org, readings)
    if not any(area.where for area in org.all(Territory)):
        yield from _rules(readings)
    else:
        yield from _unmatched(org, readings)


def _short(tally: Tally) -> bool:
    return abs(Decimal(tally.arrived)) < _NEARLY * abs(Decimal(tally.held))


def _rows(count: TableCount, reading: Reading) -> Iterator[Note]:
    """Tell of a table that loses rows without a reason, or most of its rows with one."""
    lost = unstated(count)
    if not lost and count.used >= _HALF * count.rows:
        return
    if not count.rows:
        return
    whys = [f"{number:,}: {why}" for why, number in count.left_out.items()]
    sentence = (
        f"{count.used:,} of {counted(count.rows, 'row')} of {count.table!r} went into the design. "
        f"Left out: {listed(whys, 3)}."
    )
    yield Note(sentence, reading.table.source(), problem=True, cure=_kept(reading))


def _kept(reading: Reading) -> tuple[str, ...]:
    """Return the lines that switch off what leaves rows out, or state what the table is."""
    uses = reading.mapping.columns
    filters = {c: "ignore" for c, use in uses.items() if _FILTERS.intersection(use.fields)}
    named = {c: use.fields for c, use in uses.items() if {"id", "name"}.intersection(use.fields)}
    return table_lines(reading.table.name, reading.mapping.kind, filters or named)


def _missing(tally: Tally, readings: Sequence[Reading], problems: Sequence[Note]) -> Note | None:
    """Tell of something that did not arrive, unless problems name each cell that holds it."""
    kind, fields = _FIELDS.get(tally.subject, ("customers", (tally.subject.rpartition(" ")[2],)))
    reading = next(
        (r for r in readings if r.mapping.kind == kind and _columns(r, fields)),
        next(r for r in readings if r.mapping.kind == kind),
    )
    columns = _columns(reading, fields)
    if _known(reading.table, columns, problems, tally):
        return None
    subject = tally.subject.capitalize()
    sentence = f"{subject}: {tally.arrived:,} of {tally.held:,} in the files arrived."
    place = reading.table.source(
        None, reading.table.columns.index(next(iter(columns))) if columns else None
    )
    cure = table_lines(reading.table.name, kind, columns)
    return Note(sentence, place, problem=True, cure=cure)


def _known(table: Table, columns: Iterable[str], problems: Iterable[Note], tally: Tally) -> bool:
    """Return whether problems tell of a whole column, or of as many cells as did not arrive."""
    number = 0
    for note in problems:
        place = note.source
        here = place and (place.file, place.sheet) == (table.file, table.sheet)
        if place and here and any(repr(column) in note.sentence for column in columns):
            if place.line == table.heading or isinstance(tally.held, Decimal):
                return True
            number += 1
    return number >= tally.held - tally.arrived


def _columns(reading: Reading, fields: Iterable[str]) -> dict[str, tuple[str, ...]]:
    wanted = set(fields)
    return {c: u.fields for c, u in reading.mapping.columns.items() if wanted & {*u.fields}}


def _nobody(org: Org, account: Account, readings: Sequence[Reading]) -> Iterator[Note]:
    """Tell of a design without people, where no more exact problem says so."""
    told = any(t.subject == "people" and t.held and not t.arrived for t in account.tallies)
    if told or not readings or org.all(Person):
        return
    if any(post.held_by for post in org.all(Position)):
        return
    reading = next((r for r in readings if r.mapping.kind == "people"), readings[0])
    sentence = (
        "The design has no people: no column is used for names of employees, managers or owners. "
        "Add the table of people, or name the column in a mapping file."
    )
    field, kind = _OWNERS.get(reading.mapping.kind or "", ("name", "people"))
    free = [c for c, use in reading.mapping.columns.items() if not use.fields]
    columns = {(free or ["HEADING"])[0]: field}
    cure = table_lines(reading.table.name, kind, columns)
    yield Note(sentence, reading.table.source(), problem=True, cure=cure)


_OWNERS = {
    "customers": ("managed_by", "customers"),
    "territories": ("owner", "territories"),
    "contacts": ("known_by", "contacts"),
    "assignments": ("position", "assignments"),
}


def _lines(org: Org, readings: Sequence[Reading]) -> Iterator[Note]:
    """Tell of a column that names other rows of its table where there are no lines at all."""
    if any(post.reports_to for post in org.all(Position)):
        return
    for reading in readings:
        if reading.mapping.kind != "people":
            continue
        fits = manager_column(reading.table, reading.mapping)
        if fits is not None:
            sentence = (
                f"Nobody reports to anybody, although the values of {fits!r} name other rows. "
                "State whether they are the managers."
            )
            place = reading.table.source(None, reading.table.columns.index(fits))
            cure = table_lines(reading.table.name, None, {fits: "manager"})
            yield Note(sentence, place, problem=True, cure=cure)


def manager_column(table: Table, mapping: TableMapping) -> str | None:
    """Return the unused column whose values name other rows of the table best, if any does."""
    rows = table.rows[:_LOOKED_AT]
    keys = [c for c in range(len(table.columns)) if len({r[c] for r in rows if r[c]}) > 1]
    unique = [c for c in keys if _is_key([r[c] for r in rows])]
    known = {c: {row[c] for row in table.rows if row[c]} for c in unique}
    best: tuple[float, str] | None = None
    for column in keys:
        heading = table.columns[column]
        if mapping.columns.get(heading, Use((), "")).fields or column in unique:
            continue
        values = {cell for row in rows if not is_nobody(cell := row[column])}
        share = max((len(values & names) / len(values) for names in known.values()), default=0.0)
        if len(values) >= _LEAST and share >= _MOST and (best is None or share > best[0]):
            best = share, heading
    return best[1] if best else None


def _is_key(cells: Sequence[str]) -> bool:
    """Return whether every filled cell of a column is different, and most are filled."""
    filled = [cell for cell in cells if cell]
    return len(set(filled)) == len(filled) > _HALF * len(cells)


def _rules(readings: Sequence[Reading]) -> Iterator[Note]:
    """Tell of a column of places in tables of territories that have no rules at all."""
    for reading in readings:
        if reading.mapping.kind != "territories":
            continue
        for heading, use in reading.mapping.columns.items():
            values = reading.table.values(reading.table.columns.index(heading))
            field = places_in(values[:_LOOKED_AT])
            if field and not use.fields:
                sentence = (
                    f"No territory has a rule, although {heading!r} holds places. State what "
                    "they are."
                )
                place = reading.table.source(None, reading.table.columns.index(heading))
                cure = table_lines(reading.table.name, None, {heading: field})
                yield Note(sentence, place, problem=True, cure=cure)


def _unmatched(org: Org, readings: Sequence[Reading]) -> Iterator[Note]:
    """Tell of rules that no customer fits, where every customer has to be found by one."""
    customers = org.all(Customer)
    stated = {str(each.customer) for each in org.all(Assignment)}
    free = [c for c in customers if not (c.managed_by or c.territories or c.id in stated)]
    if len(free) <= _HALF * len(customers) or len(free) > _MATCHED:
        return
    covers = coverage(org)
    if any(covers.of(customer).candidates for customer in free):
        return
    reading = next((r for r in readings if r.mapping.kind == "territories"), None)
    if reading is None:
        return
    fields = {"place", "country", "state", "postal_code", "city", "industry", "segment"}
    sentence = (
        f"No rule of a territory fits any of the {counted(len(free), 'customer')} without an "
        "owner. Check that both tables write places in the same way."
    )
    cure = table_lines(reading.table.name, "territories", _columns(reading, fields))
    yield Note(sentence, reading.table.source(), problem=True, cure=cure)


def places_in(values: Sequence[str]) -> str | None:
    """Return which places most values are: ``country``, ``postal_code``, or None."""
    if len(values) < _LEAST:
        return None
    kinds = Counter(_place(value) for value in values)
    kind, number = kinds.most_common(1)[0]
    return kind if number >= _MOST * len(values) else None


def _place(value: str) -> str | None:
    if country_code(value):
        return "country"
    return "postal_code" if value.isdecimal() and len(value) in _POSTAL else None


def unread(org: Org, tables: Iterable[tuple[str, Table, TableMapping]]) -> Iterator[Note]:
    """Yield a problem for each table that is not used although it names rows of others.

    Args:
        org: The design.
        tables: Every reading of every table, with what it was taken for.
    """
    # what a user or a preset leaves out is left out on purpose
    ignored = [(n, t, said.how) for n, t, said in tables if said.how in {OTHERS, UNKNOWN}]
    if not ignored:
        return
    names = _names(org)
    for name, table, why in ignored:
        columns: dict[str, str] = {}
        for at, heading in enumerate(table.columns):
            if field := _named(table, at, names):
                columns.setdefault(field, heading)
        if {"customer", "position"} <= columns.keys():
            which = " and ".join(repr(columns[field]) for field in ("customer", "position"))
            sentence = f"{name!r} is not used, although {which} name customers and people."
            cure = table_lines(name, "assignments", {h: f for f, h in columns.items()})
            yield Note(sentence, table.source(), problem=True, cure=cure)
        elif why == OTHERS:  # orders name people and each other, too
            continue
        elif above := manager_column(table, TableMapping()):
            sentence = (
                f"{name!r} is not used, although the values of {above!r} name other rows of it. "
                "State whether its rows are people, and who manages them."
            )
            cure = table_lines(name, "people", {**_keys(table, above), above: "manager"})
            yield Note(sentence, table.source(), problem=True, cure=cure)
        elif "position" in columns:
            sentence = f"{name!r} is not used, although {columns['position']!r} names people."
            cure = table_lines(name, "people", {columns["position"]: "name"})
            yield Note(sentence, table.source(), problem=True, cure=cure)


def _keys(table: Table, above: str) -> dict[str, str]:
    """Return the column whose values a column of managers has, as the name or id of its rows."""
    values = set(table.values(table.columns.index(above)))
    shares = {
        heading: len(values & set(table.values(at)))
        for at, heading in enumerate(table.columns)
        if heading != above
    }
    best = max(shares, key=lambda heading: shares[heading])
    words = any(" " in value for value in values)
    return {best: "name" if words else "id"}


def _names(org: Org) -> dict[str, frozenset[str]]:
    """Return what customers, positions and territories are called, folded."""
    people = {person.id: person.name or person.id for person in org.all(Person)}
    posts = org.all(Position)
    holders = {str(post.held_by) for post in posts if post.held_by}
    return {
        "customer": _folded(n for c in org.all(Customer) for n in (c.id, c.name)),
        "position": _folded([*(p.id for p in posts), *holders, *map(people.get, holders)]),
        "territory": _folded(n for t in org.all(Territory) for n in (t.id, t.name)),
    }


def _folded(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(folded(name) for name in names if name)


def _named(table: Table, column: int, names: Mapping[str, frozenset[str]]) -> str | None:
    """Return what a column names: customers, each once, or people or territories."""
    values = [folded(value) for value in table.values(column)[:_LOOKED_AT]]
    distinct = set(values)
    if len(distinct) < _LEAST:
        return None
    for field, known in names.items():
        alike = len(distinct & known) >= _MOST * len(distinct)
        if alike and (field != "customer" or len(distinct) >= _NEARLY * len(values)):
            return field
    return None
