"""What rows about people say of positions, beyond who is who."""

from collections.abc import Iterable, Sequence

from orgmodel.formats.importing.interpret.geography import Geography
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.result import Row
from orgmodel.formats.importing.interpret.roster import Box
from orgmodel.formats.importing.read.table import folded
from orgmodel.model import Department, Source

SALES = "sales_representative"
"""The role of somebody whose row says no more than that they sell."""


def fill(reader: Reader, boxes: Sequence[Box], places: Geography) -> None:
    """Fill the fields that refer to nobody."""
    shares, grades, pay = _shares(reader), _grades(reader), reader.numbers("pay")
    for box in boxes:
        fields, at = box.row.fields, box.at
        _fill_texts(box, places)
        if (share := shares[at]) is not None:
            fields["fte"] = share
        if (grade := grades[at]) is not None:
            fields["grade"] = grade
        if (paid := pay[at]) is not None:
            fields["pay"] = paid
        if "role" not in fields and not fields.get("title") and reader.cell(at, "salesperson"):
            fields.update({"role": SALES} if reader.answer(at, "salesperson") else {})


def _fill_texts(box: Box, places: Geography) -> None:
    fields, reader, at = box.row.fields, box.reader, box.at
    if title := reader.cell(at, "title"):
        fields["title"] = title = box.names.jobs.get(title, title)
        if role := reader.roles.get(folded(title)):
            fields["role"] = role
    if note := reader.cell(at, "note"):
        fields["note"] = note
    if place := _place(reader, at, places):
        fields["place"] = place
    if department := reader.cell(at, "department"):
        fields["department"] = box.names.departments.get(department, department)


def _place(reader: Reader, at: int, places: Geography) -> str:
    """Return where somebody sits: the code of a place where the cells name one, else as written."""
    named = places.named(reader, at)
    if len(named.codes) == 1 and not named.unknown:
        return named.codes[0]
    cells = (reader.cell(at, name) for name in ("place", "state", "country"))
    return next((cell for cell in cells if cell), "")


_WHOLE = 100


def _shares(reader: Reader) -> Sequence[float | None]:
    """Return full-time equivalents; a column of per cent is divided by 100."""
    numbers = reader.numbers("fte")
    most = max((number for number in numbers if number is not None), default=0)
    if most <= 1:
        return [None if n is None else float(n) for n in numbers]
    if most <= _WHOLE:
        column = reader.table.source(None, reader.firsts["fte"])
        reader.understood.note(f"{reader.heading('fte')!r} is taken for per cent.", column)
        return [None if n is None else float(n / _WHOLE) for n in numbers]
    return [None if n is None else float(n) for n in numbers]


def _grades(reader: Reader) -> Sequence[int | None]:
    """Return grades where all of them are whole numbers."""
    rows = range(len(reader.table.rows))
    if "grade" not in reader.firsts:
        return [None for _ in rows]
    cells = [reader.cell(at, "grade") for at in rows]
    if all(cell.isdecimal() for cell in cells if cell):
        return [int(cell) if cell else None for cell in cells]
    example = next(cell for cell in cells if cell and not cell.isdecimal())
    heading = reader.heading("grade")
    sentence = f"{heading!r} is not used: grades are whole numbers, and {example!r} is none."
    reader.understood.note(sentence, reader.table.source(None, reader.firsts["grade"]))
    return [None for _ in rows]


def departments_of(boxes: Iterable[Box]) -> dict[str, Row]:
    """Return the departments that boxes name, each where it is named first."""
    found: dict[str, Row] = {}
    for box in boxes:
        name = box.row.fields.get("department")
        if name and name not in found:
            found[name] = Row(Department, name, {}, _where(box))
    return found


def _where(box: Box) -> Source:
    return box.reader.place(box.at, "department")
