"""Tables whose meaning is known to rows of entities."""

from collections.abc import Mapping as Uses
from collections.abc import Sequence

from orgmodel.formats.importing.columns.columns import unused
from orgmodel.formats.importing.columns.detect import readings
from orgmodel.formats.importing.interpret.accounts import book_of
from orgmodel.formats.importing.interpret.geography import Geography
from orgmodel.formats.importing.interpret.levels import draw_lines
from orgmodel.formats.importing.interpret.links import Linker, contacts, cover
from orgmodel.formats.importing.interpret.people import roster_of
from orgmodel.formats.importing.interpret.position_fields import departments_of
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.reporting_lines import Lines
from orgmodel.formats.importing.interpret.result import Understood
from orgmodel.formats.importing.interpret.roster import Names, names_of
from orgmodel.formats.importing.interpret.territories import atlas_of
from orgmodel.formats.importing.read.mapping import IGNORE, KINDS, Mapping, Use
from orgmodel.formats.importing.read.table import Table


def understand(tables: Sequence[Table], mapping: Mapping) -> Understood:
    """Return the rows of entities that tables hold.

    Args:
        tables: The tables.
        mapping: What every table and column is, as :func:`recognise` completes it.

    Returns:
        Rows in the order of a design, and notes on everything that was left out or not understood.
    """
    understood = Understood()
    readers: dict[str, list[Reader]] = {kind: [] for kind in KINDS}
    for _, table, said in readings(tables, mapping):
        if said.kind in readers:
            readers[said.kind].append(Reader(table, said, mapping, understood))
            _tell_unused(table, said.columns, understood)
        elif said.kind == IGNORE:
            understood.note(f"{table.name} is not used: {said.how}.", table.source())
    places = Geography.of(readers["customers"], [*readers["territories"], *readers["people"]])
    atlas = atlas_of(readers["territories"], understood, places)
    names = Names(names_of(readers["departments"]), names_of(readers["jobs"]))
    roster = roster_of(
        [r for r in readers["people"] if "line" not in r.firsts], names, understood, places
    )
    lines = Lines(roster)
    lines.draw()
    draw_lines(readers["people"], lines)
    cover(roster, atlas, lines)
    book = book_of(readers["customers"], atlas, lines, understood, places)
    assignments = Linker(roster, atlas, book, lines).link(readers["assignments"])
    contacts(readers["contacts"], book, lines)
    roster.note_covers()
    roster.departments = departments_of(roster.boxes)
    understood.rows = [*atlas.rows.values(), *roster.rows, *book.rows.values(), *assignments]
    return understood


def _tell_unused(table: Table, uses: Uses[str, Use], understood: Understood) -> None:
    for column, why in unused(uses):
        place = table.source(None, table.columns.index(column))
        understood.note(f"Column {column!r} is not used: {why}.", place)
