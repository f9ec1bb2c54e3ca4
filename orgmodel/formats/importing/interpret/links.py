"""Rows that link people, customers and territories; and contacts, who belong to customers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from orgmodel.formats.importing.interpret.accounts import Book
from orgmodel.formats.importing.interpret.leavers import days_after
from orgmodel.formats.importing.interpret.people import name_in
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.reporting_lines import Lines
from orgmodel.formats.importing.interpret.result import Row
from orgmodel.formats.importing.interpret.roster import Roster
from orgmodel.formats.importing.interpret.territories import Atlas
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.model import Assignment, BuyingRole, Entity, TerritoryAssignment

_ACCOUNT_ROLES = ("owner", "deputy", "executive sponsor", "specialist", "coordinator")
_BUYING_ROLES = frozenset(BuyingRole.__args__)  # type: ignore[attr-defined]  # a Literal has them


def cover(roster: Roster, atlas: Atlas, lines: Lines) -> None:
    """Note who covers which territory, as tables of people and of territories say."""
    for box in roster.boxes:
        if "covers" in box.reader.firsts and (ids := atlas.listed(box.reader, box.at, "covers")):
            roster.cover(box.row.id, ids)
    for reader in {id(reader): reader for reader, _, _ in atlas.owners}.values():
        lines.complete(reader, "owner")
    for reader, at, id_ in atlas.owners:
        column = reader.firsts["owner"]
        for owner in lines.ids_of(reader, at, reader.cell(at, "owner"), column):
            roster.cover(owner, [id_])
    for reader, at, column, id_ in atlas.heads:
        cell = reader.table.rows[at][column]
        for head in lines.ids_of(reader, at, cell, column) if cell else ():
            roster.cover(head, [id_])


@dataclass(slots=True)
class Linker:
    """Reads the tables that link people, customers and territories."""

    roster: Roster
    atlas: Atlas
    book: Book
    lines: Lines
    made: dict[str, Row] = field(default_factory=dict)
    territories: dict[str, dict[str, None]] = field(default_factory=dict)
    owners: dict[str, Row] = field(default_factory=dict)

    def link(self, readers: Iterable[Reader]) -> list[Row]:
        """Read tables, and return the assignments that they make."""
        for reader in readers:
            self.lines.complete(reader, "position")
            shares, since = reader.numbers("share"), reader.days("since")
            until = days_after(reader)
            for at in range(len(reader.table.rows)):
                terms = {"share": shares[at], "since": since[at], "until": until[at]}
                self._row(reader, at, {n: v for n, v in terms.items() if v is not None})
        for customer, areas in self.territories.items():
            fields = self.book.rows[customer].fields
            fields["territories"] = list(dict.fromkeys([*fields.get("territories", ()), *areas]))
        self._tell_contradictions()
        return list(self.made.values())

    def _row(self, reader: Reader, at: int, terms: dict[str, Any]) -> None:
        """Read a row: who covers what, what lies where, or who is on which account."""
        boxes = self._boxes(reader, at)
        place = reader.place(at, "customer")
        written = reader.cell(at, "customer")
        customer = self.book.named(written, place) if written else None
        areas = self.atlas.listed(reader, at, "territory") if "territory" in reader.firsts else []
        if not written:
            self._cover(reader, at, boxes, areas, terms)
        elif customer and areas and not boxes:
            self.territories.setdefault(customer, {}).update(dict.fromkeys(areas))
            reader.use(at)
        elif customer:
            for box in boxes:
                self._assign(reader, at, {**terms, "customer": customer, "position": box})
        if not boxes and not (customer and areas):
            sentence = "This row links nobody to anything. It is left out."
            self.roster.understood.note(sentence, reader.place(at))

    def _cover(
        self, reader: Reader, at: int, boxes: list[str], areas: list[str], terms: dict[str, Any]
    ) -> None:
        """Note who covers what: as an assignment where the row says more than that."""
        today = dt.datetime.now().astimezone().date()
        until = terms.get("until")
        if until is not None and until <= today:
            sentence = "This row is not used: what it says is over."
            self.roster.understood.note(sentence, reader.place(at))
            return
        fields = {n: day for n, day in terms.items() if n != "share"}
        share = f"share {terms['share']}" if "share" in terms else ""
        said = [reader.cell(at, "role"), reader.cell(at, "note"), share]
        if note := "; ".join(filter(None, said)):
            fields["note"] = note
        if reader.cell(at, "temporary") and reader.answer(at, "temporary"):
            fields["temporary"] = True
        for box, area in product(boxes, areas):
            if fields:
                whole = {**fields, "territory": area, "position": box}
                self._make(TerritoryAssignment, whole, reader, at)
            else:
                self.roster.cover(box, [area])
                reader.use(at)

    def _boxes(self, reader: Reader, at: int) -> list[str]:
        column, cell = reader.firsts.get("position"), reader.cell(at, "position")
        ids = self.lines.ids_of(reader, at, cell, column) if column is not None and cell else []
        return [id_ for id_ in ids if id_ in self.roster.named]

    def _assign(self, reader: Reader, at: int, fields: dict[str, Any]) -> None:
        """Make an assignment, with an id that tells whom it links."""
        if "share" in fields:
            fields["share"] = float(fields["share"])
        note = reader.cell(at, "note")
        if role := reader.cell(at, "role"):
            meaning = means(role, *_ACCOUNT_ROLES)
            fields["role"] = meaning or "specialist"
            note = "; ".join(filter(None, (role if meaning is None else "", note)))
        if note:
            fields["note"] = note
        if reader.cell(at, "temporary") and reader.answer(at, "temporary"):
            fields["temporary"] = True
        self._make(Assignment, fields, reader, at)

    def _tell_contradictions(self) -> None:
        """Tell of customers whose owner is another one in each of two sources."""
        for row in self.made.values():
            fields = row.fields
            if row.kind is not Assignment or fields.get("role") != "owner":
                continue
            dated = {"since", "until", "share", "temporary"} & fields.keys()
            customer = self.book.rows[fields["customer"]]
            owner, position = customer.fields.get("managed_by"), fields["position"]
            if owner is None and not dated:
                first = self.owners.setdefault(customer.id, row)
                owner, place = first.fields["position"], first.source
            else:
                place = customer.places.get("managed_by", customer.source)
            if owner not in {None, position} and not dated:
                sentence = (
                    f"Customer {customer.id!r} has the owner {owner!r} in {place}, and here "
                    f"{position!r}. Both are kept; remove one."
                )
                self.roster.understood.problem(sentence, row.source)

    def _make(self, kind: type[Entity], fields: dict[str, Any], reader: Reader, at: int) -> None:
        """Make a row with an id that tells whom it links."""
        base = id_ = f"{fields.get('customer', fields.get('territory'))} {fields['position']}"
        number = 2
        while id_ in self.made:
            id_, number = f"{base} {number}", number + 1
        self.made[id_] = Row(kind, id_, fields, reader.place(at), reader.places(at))


def contacts(readers: Iterable[Reader], book: Book, lines: Lines) -> None:
    """Add contacts to their customers."""
    for reader in readers:
        for at in range(len(reader.table.rows)):
            name = name_in(reader, at)
            written = reader.cell(at, "customer")
            customer = book.named(written, reader.place(at, "customer")) if written else None
            if not name:
                sentence = "This contact has no name. The row is left out."
                book.understood.problem(sentence, reader.place(at))
            elif customer:
                _contact(reader, at, name, book.rows[customer], lines)
            elif not written:
                sentence = f"The contact {name!r} belongs to no customer. The row is left out."
                book.understood.problem(sentence, reader.place(at))


def _contact(reader: Reader, at: int, name: str, row: Row, lines: Lines) -> None:
    reader.use(at)
    fields: dict[str, Any] = {"name": name}
    if title := reader.cell(at, "title"):
        fields["title"] = title
    role = reader.cell(at, "role").casefold()
    if role in _BUYING_ROLES:
        fields["role"] = role
    elif role:
        known = ", ".join(sorted(_BUYING_ROLES))
        sentence = f"{role!r} is not a role in a buying centre ({known}). It is left out."
        lines.roster.understood.note(sentence, reader.place(at, "role"))
    column, cell = reader.firsts.get("known_by"), reader.cell(at, "known_by")
    if column is not None and cell and (ids := lines.ids_of(reader, at, cell, column)):
        fields["known_by"] = ids[0]
    row.fields["contacts"] = [*row.fields.get("contacts", ()), fields]
