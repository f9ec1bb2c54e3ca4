"""The part of a design that one manager answers for, as a workbook to edit and to send back.

Only the columns that may be edited are open. A hidden sheet holds the same cells as they were
written, and nothing else, so that a merge sees what was edited and what has changed since.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from orgmodel.cover import coverage
from orgmodel.files import CannotWriteError
from orgmodel.formats.export.office.workbook import OPTIONS, fitting, opened
from orgmodel.model import Customer, Org, Position, UnknownError
from orgmodel.text import did_you_mean

BASE = "orgmodel base"
"""The name of the hidden sheet."""
VERSION = 1
KINDS: Mapping[str, type[Any]] = {"positions": Position, "customers": Customer}
"""The kind of the rows of each sheet."""
EDITABLE: Mapping[str, tuple[str, ...]] = {
    "positions": (
        *("title", "role", "held_by", "reports_to", "deputy", "covers", "department", "place"),
        *("fte", "note"),
    ),
    "customers": ("managed_by", "deputy", "tier", "segment", "potential", "note"),
}
"""The fields that may be edited, by sheet."""
SHOWN: Mapping[str, tuple[str, ...]] = {
    "positions": ("id", *EDITABLE["positions"]),
    "customers": ("id", "name", *EDITABLE["customers"]),
}
"""The columns of each sheet, by field."""
BETWEEN = "; "
"""What stands between several values in a cell."""
_CHUNK = 30_000


def to_manager_sheet(org: Org, position: str, *, on: dt.date | None = None) -> bytes:
    """Return the branch below a position and the customers that it covers as a workbook.

    Args:
        org: The design.
        position: The id of the position at the top of the branch.
        on: The day; left out, today.

    Raises:
        UnknownError: If there is no such position; the message names the nearest.
        CannotWriteError: If XlsxWriter is not installed.
    """
    top = org.get(Position, position)
    if top is None:
        hint = did_you_mean(position, [post.id for post in org.all(Position)])
        raise UnknownError(f"There is no position {position!r}{hint}")
    return sheet_of(org.name, position, _rows(org, top, on))


def _rows(org: Org, top: Position, on: dt.date | None) -> dict[str, list[Any]]:
    """Return the entities of each sheet, in the order of the design."""
    covers = coverage(org, on=on)
    below: dict[str, list[Position]] = {}
    for post in org.all(Position):
        if post.reports_to is not None:
            below.setdefault(str(post.reports_to), []).append(post)
    branch, open_ = {top.id}, [top]
    while open_:
        for post in below.get(open_.pop().id, ()):
            if post.id not in branch:
                branch.add(post.id)
                open_.append(post)
    posts = [post for post in org.all(Position) if post.id in branch]
    book = {customer.id for post in posts for customer in covers.customers_of(post)}
    return {
        "positions": posts,
        "customers": [customer for customer in org.all(Customer) if customer.id in book],
    }


def sheet_of(name: str, position: str, rows: Mapping[str, Sequence[Any]]) -> bytes:
    """Return a workbook with a sheet for each kind of row, and the hidden base."""
    xlsxwriter = opened()
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    base: dict[str, dict[str, dict[str, str]]] = {}
    for sheet, entities in rows.items():
        if entities:
            _write(book, sheet, entities)
            base[sheet] = {
                each.id: {field: text_of(getattr(each, field)) for field in EDITABLE[sheet]}
                for each in entities
            }
    content = {"version": VERSION, "design": name, "position": position, "rows": base}
    hidden = book.add_worksheet(BASE)
    hidden.very_hidden()
    text = json.dumps(content, ensure_ascii=True, sort_keys=True)
    for row, start in enumerate(range(0, len(text), _CHUNK)):
        hidden.write_string(row, 0, text[start : start + _CHUNK])
    book.close()
    return file.getvalue()


def _write(book: Any, sheet: str, entities: Iterable[Any]) -> None:  # noqa: ANN401 - of an extra
    head = book.add_format({"bold": True, "bg_color": "#1b4965", "font_color": "#ffffff"})
    # a text format keeps what is typed, such as 0123, as it is typed
    free = book.add_format({"locked": False, "num_format": "@"})
    amount = book.add_format({"locked": False, "num_format": "General"})
    page = book.add_worksheet(sheet)
    editable = EDITABLE[sheet]
    for column, field in enumerate(SHOWN[sheet]):
        page.write_string(0, column, field, head)
        page.set_column(column, column, 24 if field in {"id", "name", "title", "note"} else 16)
    for row, entity in enumerate(entities, start=1):
        for column, field in enumerate(SHOWN[sheet]):
            value = getattr(entity, field)
            if field not in editable:
                page.write_string(row, column, fitting(text_of(value)))
            elif isinstance(value, int | float | Decimal):
                page.write_number(row, column, float(value), amount)
            elif text := text_of(value):
                page.write_string(row, column, _whole(text, entity.id, field), free)
            else:
                page.write_blank(row, column, None, free)
    page.freeze_panes(1, 1)
    page.protect("", {"format_columns": True, "sort": True, "autofilter": True})


def _whole(text: str, id_: str, field: str) -> str:
    """Return a text that a cell can hold unchanged."""
    if fitting(text) != text:
        sentence = f"{field} of {id_!r} cannot stand in a cell: it is too long or has line breaks"
        raise CannotWriteError(f"{sentence} or control characters. Shorten it or export YAML.")
    return text


def text_of(value: object) -> str:
    """Return a value of a field as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return BETWEEN.join(map(str, value))
    if isinstance(value, float | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else repr(value)
    return str(value)
