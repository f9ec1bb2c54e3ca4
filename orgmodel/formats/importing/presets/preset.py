"""Exports that are known by name, as the importing of tables asks for them."""

from collections.abc import Sequence
from dataclasses import replace

from orgmodel.formats.importing import (
    IGNORE,
    Mapping,
    Note,
    Table,
    TableMapping,
    Understood,
    Use,
    recognise,
    understand,
)
from orgmodel.formats.importing.presets.columns import column
from orgmodel.formats.importing.presets.known import KnownTable, known_exports, plain

_SEVERAL = ("key", "manager")
"""Fields that several columns may fill."""


class ExportPreset:
    """A kind of export whose tables and columns are known.

    Attributes:
        export: What is known of it.
        forced: Whether the user says that the tables are such an export.
        name: Its title, for the user.
        looked_for: What tells it, in words.
    """

    def __init__(self, name: str, *, forced: bool = False) -> None:
        self.export = known_exports()[name]
        self.forced = forced
        self.name = self.export.title
        self.looked_for = self.export.looked_for
        self.notes: list[Note] = []
        self.prepared: list[Table] = []

    def known(self, table: Table) -> KnownTable | None:
        """Return which table of the export a table is: the one that most of its columns tell."""
        have = {plain(heading) for heading in table.columns}
        best: tuple[int, KnownTable] | None = None
        for each in self.export.tables:
            told = [sign for sign in each.signs if {plain(c) for c in sign} <= have]
            # a table that is called as it should be needs less to be told
            score = max(map(len, told), default=0) * 2 + (plain(table.name) == plain(each.name))
            if told and (best is None or score > best[0]):
                best = score, each
        return best and best[1]

    def fits(self, tables: Sequence[Table]) -> bool:
        """Return whether any of some tables is one of the export."""
        return self.forced or any(self.known(table) for table in tables)

    def mapping(self, tables: Sequence[Table], given: Mapping) -> Mapping:
        """Return what all tables and columns are; what the user gave stands."""
        self.notes = [self.why(tables)]
        self.prepared = self.prepare(list(tables))
        said = dict(given.tables)
        for table in self.prepared:
            known = self.known(table)
            user = said.get(table.name)
            if known is not None and (user is None or user.kind in {None, known.kind}):
                said[table.name] = self._said(table, known, user)
        return recognise(self.prepared, replace(given, tables=said))

    def why(self, tables: Sequence[Table]) -> Note:
        """Return how tables are known to be such an export, or that nothing does."""
        found = [f"{t.name} is {k.name}" for t in tables if (k := self.known(t)) is not None]
        if not found:
            sentence = f"No table looks like one of {self.name}; looked for {self.looked_for}."
            return Note(sentence, tables[0].source() if tables else None, problem=True)
        return Note(f"Told by their columns: {'; '.join(found[:20])}.")

    def _said(self, table: Table, known: KnownTable, user: TableMapping | None) -> TableMapping:
        how = known.how or f"its columns are those of {known.name} of {self.name}"
        uses = {} if known.kind == IGNORE else self.uses(table, known)
        if user is None:
            return TableMapping(known.kind, uses, how)
        told = {plain(name): use for name, use in user.columns.items()}
        taken = {field for use in told.values() for field in use.fields}
        kept = {
            name: use
            for name, use in uses.items()
            if plain(name) not in told and not taken & set(use.fields)
        }
        return replace(user, kind=known.kind, columns=kept | dict(user.columns))

    def uses(self, table: Table, known: KnownTable) -> dict[str, Use]:
        """Return the uses of the columns that are known."""
        fields: dict[str, list[str]] = {}
        for field, headings in known.fields.items():
            indices = [i for h in headings if (i := column(table, h)) is not None]
            for place in indices if field in _SEVERAL else indices[:1]:
                fields.setdefault(table.columns[place], []).append(field)
        how = f"column of {self.name}"
        uses = {name: Use(tuple(dict.fromkeys(found)), how) for name, found in fields.items()}
        for heading, why in known.unused.items():
            index = column(table, heading)
            if index is not None:
                uses.setdefault(table.columns[index], Use((), why))
        return uses

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Return the tables in the form that their columns can be read in."""
        return tables

    def understand(self, tables: Sequence[Table], mapping: Mapping) -> Understood:
        """Return the rows that the tables hold."""
        del tables
        understood = understand(self.prepared, mapping)
        understood.notes[:0] = self.notes
        return understood
