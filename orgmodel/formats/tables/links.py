"""Rows that link people, customers and territories; and contacts, who belong to customers."""

from collections.abc import Iterable
from typing import Any

from orgmodel.formats.tables.accounts import Book
from orgmodel.formats.tables.areas import Atlas
from orgmodel.formats.tables.people import Roster, name_in
from orgmodel.formats.tables.reader import Reader
from orgmodel.formats.tables.reporting_lines import Lines
from orgmodel.formats.tables.understood import Row
from orgmodel.formats.tables.vocabulary import means
from orgmodel.model import Assignment, BuyingRole, Customer

_ACCOUNT_ROLES = ("owner", "deputy", "executive sponsor", "specialist", "coordinator")
_BUYING_ROLES = frozenset(BuyingRole.__args__)  # type: ignore[attr-defined]  # a Literal has them


def cover(roster: Roster, atlas: Atlas, lines: Lines) -> None:
    """Note who covers which territory, as tables of people and of territories say."""
    for box in roster.boxes:
        if "covers" in box.reader.firsts and (ids := atlas.listed(box.reader, box.at, "covers")):
            _covers(box.row, ids)
    for reader, at, id_ in atlas.owners:
        column = reader.firsts["owner"]
        for owner in lines.ids_of(reader, at, reader.cell(at, "owner"), column):
            if box := roster.taken.get(owner):
                _covers(box.row, [id_])


def _covers(row: Row, ids: Iterable[str]) -> None:
    row.fields["covers"] = list(dict.fromkeys([*row.fields.get("covers", ()), *ids]))


def link(
    readers: Iterable[Reader], roster: Roster, atlas: Atlas, book: Book, lines: Lines
) -> list[Row]:
    """Read the tables that link others, and return the assignments that they make."""
    made: dict[str, Row] = {}
    for reader in readers:
        shares, since, until = reader.numbers("share"), reader.days("since"), reader.days("until")
        for at in range(len(reader.table.rows)):
            boxes = _boxes(reader, at, lines, roster)
            areas = atlas.listed(reader, at, "territory") if "territory" in reader.firsts else []
            customer = _customer(reader, at, book)
            for box in boxes:
                _covers(roster.taken[box].row, areas) if areas and not customer else None
            if customer and areas and not boxes:
                row = book.rows[customer]
                row.fields["territories"] = list(
                    dict.fromkeys([*row.fields.get("territories", ()), *areas])
                )
            for box in boxes if customer else ():
                dates = {"share": shares[at], "since": since[at], "until": until[at]}
                _assign(reader, at, customer, box, dates, made)
    return list(made.values())


def _boxes(reader: Reader, at: int, lines: Lines, roster: Roster) -> list[str]:
    column, cell = reader.firsts.get("position"), reader.cell(at, "position")
    ids = lines.ids_of(reader, at, cell, column) if column is not None and cell else []
    return [id_ for id_ in ids if id_ in roster.taken]


def _customer(reader: Reader, at: int, book: Book) -> str | None:
    cell = reader.cell(at, "customer")
    return book.named(cell, reader.place(at, "customer")) if cell else None


def _assign(  # noqa: PLR0913, PLR0917 - a row, whom it links, and when
    reader: Reader,
    at: int,
    customer: str | None,
    box: str,
    dates: dict[str, Any],
    made: dict[str, Row],
) -> None:
    fields: dict[str, Any] = {name: value for name, value in dates.items() if value is not None}
    if "share" in fields:
        fields["share"] = float(fields["share"])
    fields |= {"customer": customer, "position": box}
    if role := reader.cell(at, "role"):
        meaning = means(role, *_ACCOUNT_ROLES)
        fields |= {"role": meaning or "specialist"}
        if meaning is None:
            fields["note"] = role
    if reader.cell(at, "temporary") and reader.answer(at, "temporary"):
        fields["temporary"] = True
    id_ = f"{customer} {box}" + (f" {fields['role']}" if "role" in fields else "")
    number = 2
    while id_ in made:
        id_, number = f"{id_.rpartition('#')[0] or id_ + ' '}#{number}", number + 1
    made[id_] = Row(Assignment, id_, fields, reader.place(at), reader.places(at))


def contacts(readers: Iterable[Reader], book: Book, lines: Lines) -> None:
    """Add contacts to their customers."""
    for reader in readers:
        for at in range(len(reader.table.rows)):
            name = name_in(reader, at)
            customer = _customer(reader, at, book)
            if not name:
                sentence = "This contact has no name. The row is left out."
                book.understood.problem(sentence, reader.place(at))
            elif customer:
                _contact(reader, at, name, book.rows[customer], lines)
            elif not reader.cell(at, "customer"):
                sentence = f"The contact {name!r} belongs to no customer. The row is left out."
                book.understood.problem(sentence, reader.place(at))


def _contact(reader: Reader, at: int, name: str, row: Row, lines: Lines) -> None:
    fields: dict[str, Any] = {"name": name}
    if title := reader.cell(at, "title"):
        fields["title"] = title
    role = reader.cell(at, "role").casefold()
    if role in _BUYING_ROLES:
        fields["role"] = role
    elif role:
        known = ", ".join(sorted(_BUYING_ROLES))
        sentence = f"{role!r} is no role in a buying centre ({known}). It is left out."
        lines.roster.understood.note(sentence, reader.place(at, "role"))
    column, cell = reader.firsts.get("known_by"), reader.cell(at, "known_by")
    if column is not None and cell and (ids := lines.ids_of(reader, at, cell, column)):
        fields["known_by"] = ids[0]
    assert row.kind is Customer
    row.fields["contacts"] = [*row.fields.get("contacts", ()), fields]
