"""Rows about customers to customers: facts of several tables joined by number or name."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from orgmodel.formats.designs.yaml.scalar_types import number_or_text
from orgmodel.formats.importing.interpret.geography import Geography
from orgmodel.formats.importing.interpret.people import name_in
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.reporting_lines import Lines
from orgmodel.formats.importing.interpret.result import Row, Understood
from orgmodel.formats.importing.interpret.territories import Atlas
from orgmodel.formats.importing.read.mapping import ATTRIBUTE, CURRENCY
from orgmodel.formats.importing.read.table import folded
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.model import Customer, Source
from orgmodel.text import counted

_TEXTS = ("tier", "postal_code", "city", "industry", "segment", "note")
_PARTED = re.compile(r"\s*[-\u2013/(:]\s*")
_LEADS = frozenset({"lead", "leads", "prospect", "prospects", "interessenten", "prospekty"})
"""Words by which the name of a table says that its rows are not customers yet."""
_AMOUNTS = ("revenue", "profit", "potential")
_BY_NAME = {"managed_by": "managed_by", "deputy": "deputy"}


@dataclass(slots=True)
class Book:
    """All customers of all tables."""

    understood: Understood
    places: Geography = field(default_factory=Geography)
    rows: dict[str, Row] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def find(self, text: str) -> list[str]:
        """Return the ids of the customers that a text names, by id or by name."""
        return [text] if text in self.rows else self.names.get(folded(text), [])

    def named(self, text: str, place: Source) -> str | None:
        """Return the customer that a cell names, or None, having told why."""
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if found:
            sentence = f"{text!r} may be the customer {' or '.join(map(repr, found[:5]))}."
        else:
            sentence = f"There is no customer {text[:60]!r}. This row is left out."
        self.understood.problem(sentence, place)
        return None


def book_of(
    readers: Iterable[Reader], atlas: Atlas, lines: Lines, understood: Understood, places: Geography
) -> Book:
    """Read all tables of customers, those with names first."""
    book = Book(understood, places)
    readers = sorted(readers, key=lambda reader: "name" not in reader.firsts)
    for reader in readers:
        _read(reader, book, atlas, lines)
        if "postal_code" in reader.firsts:
            places.tell_postal(reader, "postal_code")
    for reader in readers:
        _parents(reader, book)
    return book


def _read(reader: Reader, book: Book, atlas: Atlas, lines: Lines) -> None:
    for name in _BY_NAME:
        lines.complete(reader, name)
    _tell_columns(reader)
    amounts = {name: reader.numbers(name) for name in (*_AMOUNTS, "size")}
    mine: set[str] = set()
    for at in range(len(reader.table.rows)):
        id_ = _id_of(reader, at)
        if not id_:
            sentence = "This row has neither number nor name of a customer. It is left out."
            book.understood.problem(sentence, reader.place(at))
            continue
        fields = _fields(reader, at, book)
        fields |= {name: n for name, each in amounts.items() if (n := each[at]) is not None}
        _whole_size(reader, at, fields, book.understood)
        _references(reader, at, fields, atlas, lines)
        if id_ in mine:
            _again(reader, at, id_, fields, book)
        else:
            mine.add(id_)
            _take(reader, at, id_, fields, book)


def _id_of(reader: Reader, at: int) -> str:
    return reader.cell(at, "id") or _name(reader, at)


def _name(reader: Reader, at: int) -> str:
    return reader.cell(at, "name") or name_in(reader, at)


def _fields(reader: Reader, at: int, book: Book) -> dict[str, Any]:
    fields: dict[str, Any] = {n: cell for n in _TEXTS if (cell := reader.cell(at, n))}
    if name := _name(reader, at):
        fields["name"] = name
    if reader.cell(at, "key_account") and reader.answer(at, "key_account"):
        fields["key_account"] = True
    if status := _status(reader.cell(at, "status")):
        fields["status"] = status
    elif not _LEADS.isdisjoint(folded(reader.table.name).split()):
        fields["status"] = "prospect"
    _currency(reader, at, book.understood)
    _whereabouts(reader, at, fields, book.places)
    return fields


def _currency(reader: Reader, at: int, understood: Understood) -> None:
    """Note the currency that a row names."""
    code = reader.cell(at, "currency").upper()
    if CURRENCY.fullmatch(code):
        understood.currencies.setdefault(code, reader.place(at, "currency"))
    elif code:
        sentence = f"{code[:60]!r} is not a code of a currency, such as EUR. It is left out."
        understood.problem(sentence, reader.place(at, "currency"))


def _status(cell: str) -> str | None:
    words = (cell, _PARTED.split(cell, maxsplit=1)[0])
    return next((m for word in words if (m := means(word, "prospect", "existing"))), None)


def _tell_columns(reader: Reader) -> None:
    """Count the statuses that are unknown, and ask about amounts that may be either side's."""
    understood = reader.understood
    column = reader.firsts.get("status")
    for status, times in Counter(reader.table.values(column) if column is not None else ()).items():
        if _status(status) is None:
            sentence = (
                f"{status[:60]!r} in {reader.heading('status')!r} ({counted(times, 'row')}) says "
                "neither customer nor prospect."
            )
            understood.note(sentence, reader.table.source(None, column))
    for name, use in reader.said.columns.items():
        place = reader.table.source(None, reader.table.columns.index(name))
        if any(each.startswith(ATTRIBUTE) for each in use.fields) and _OWN in use.how:
            sentence = (
                f"{name!r} is read as the customer's own turnover and kept as an attribute. "
                "If it is what you sell to it, write 'revenue' for it in the mapping file."
            )
            understood.note(sentence, place)
        elif "revenue" in use.fields and folded(name) in _EITHER:
            sentence = (
                f"{name!r} is read as what the customer buys from you. If it is its own turnover, "
                f"write 'attributes.{'_'.join(folded(name).split())}' for it in the mapping file."
            )
            understood.note(sentence, place)


_OWN = "own turnover"
_EITHER = frozenset({"annual revenue", "annualrevenue", "turnover", "annual turnover"})
_EITHER |= {"fatturato annuo", "jahresumsatz", "chiffre d affaires", "ca annuel", "obrot"}
"""Headings of amounts that programs use for what a customer sells, and people for what it buys."""


def _whereabouts(reader: Reader, at: int, fields: dict[str, Any], places: Geography) -> None:
    """Fill the place where it can be said in codes; what was written otherwise stays, too."""
    country, state, place = (reader.cell(at, n) for n in ("country", "state", "place"))
    attributes: dict[str, Any] = {}
    named = places.named(reader, at)
    if len(named.codes) == 1:
        fields["place"] = named.codes[0]
    elif place:
        fields["place"] = place
    code = fields.get("place", "")
    if country and country != code[:2]:
        attributes["country"] = country
    if state and state not in {code, code[3:]}:
        attributes["state"] = state
    if place and place != code:
        attributes["place"] = place
    if written := fields.get("postal_code"):
        fields["postal_code"] = places.postal.code(written, places.country(named))
    for name in reader.attributes:
        if cell := reader.cell(at, name):
            number = name in reader.numeric_attributes
            attributes[name.removeprefix(ATTRIBUTE)] = number_or_text(cell) if number else cell
    if attributes:
        fields["attributes"] = attributes


def _whole_size(reader: Reader, at: int, fields: dict[str, Any], understood: Understood) -> None:
    size = fields.get("size")
    if isinstance(size, Decimal) and size == size.to_integral_value():
        fields["size"] = int(size)
    elif size is not None:
        del fields["size"]
        sentence = (
            f"{reader.cell(at, 'size')!r} is not a whole number of employees. It is left out."
        )
        understood.problem(sentence, reader.place(at, "size"))


def _references(
    reader: Reader, at: int, fields: dict[str, Any], atlas: Atlas, lines: Lines
) -> None:
    for name, target in _BY_NAME.items():
        column = reader.firsts.get(name)
        cell = reader.cell(at, name)
        if column is not None and cell and (ids := lines.ids_of(reader, at, cell, column)):
            fields[target] = ids[0]
            if name == "managed_by" and len(ids) > 1 and "deputy" not in reader.firsts:
                fields["deputy"] = ids[1]
    if "territories" in reader.firsts and (ids := atlas.listed(reader, at, "territories")):
        fields["territories"] = ids


def _take(reader: Reader, at: int, id_: str, fields: dict[str, Any], book: Book) -> None:
    """Take a customer in, or join its facts to those of another table."""
    reader.use(at)
    row = book.rows.get(id_)
    if row is None:
        book.rows[id_] = Row(Customer, id_, fields, reader.place(at), reader.places(at))
        for name in {folded(fields.get("name", id_)), *map(folded, reader.cells(at, "key"))}:
            book.names.setdefault(name, []).append(id_)
        return
    for name, value in fields.items():
        if row.fields.setdefault(name, value) != value:
            sentence = (
                f"Customer {id_!r} has {name} {row.fields[name]!s} in {row.source}, and here "
                f"{value!s}. The first is taken."
            )
            book.understood.problem(sentence, reader.place(at, name))


def _again(reader: Reader, at: int, id_: str, fields: dict[str, Any], book: Book) -> None:
    """Tell a customer that comes twice in a table; its new territories are added."""
    row = book.rows[id_]
    if all(row.fields.get(name) == value for name, value in fields.items()):
        sentence = f"Customer {id_!r} stands in {row.source} already. This row adds nothing."
    else:
        sentence = f"Customer {id_!r} stands in {row.source} already. This row is left out."
    book.understood.problem(sentence, reader.place(at))


def _parents(reader: Reader, book: Book) -> None:
    if "parent" not in reader.firsts:
        return
    for at in range(len(reader.table.rows)):
        above, row = reader.cell(at, "parent"), book.rows.get(_id_of(reader, at))
        if above and row and "parent" not in row.fields:
            found = book.find(above)
            row.fields["parent"] = found[0] if len(found) == 1 else above
            if len(found) != 1:
                why = "may be several customers" if found else "is not a customer here"
                book.understood.problem(f"{above[:60]!r} {why}.", reader.place(at, "parent"))
