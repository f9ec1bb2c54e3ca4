"""Rows about territories to territories: rules of several rows joined, groups made where named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.formats.importing.interpret.geography import Geography
from orgmodel.formats.importing.interpret.levels import Levels, covers_by_heading, merged
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.result import Row, Understood
from orgmodel.formats.importing.interpret.territory_rules import Clause, RuleReader, rule_of
from orgmodel.formats.importing.read.table import folded
from orgmodel.model import CHANNEL, DIRECT, OVERLAY, Source, Territory

_TYPES = {type_.id: type_.id for type_ in (DIRECT, CHANNEL, OVERLAY)}


@dataclass(slots=True)
class Atlas:
    """All territories of all tables.

    Attributes:
        rules: What the rows of each territory say of customers, by its id.
        owners: Cells that name who covers a territory: reader, row and id of the territory.
        heads: Cells that name who covers one around it: reader, row, column and id.
    """

    understood: Understood
    rows: dict[str, Row] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    owners: list[tuple[Reader, int, str]] = field(default_factory=list)
    heads: list[tuple[Reader, int, int, str]] = field(default_factory=list)
    rules: dict[str, list[Clause]] = field(default_factory=dict)
    stated: bool = False

    def find(self, text: str) -> list[str]:
        """Return the ids of the territories that a text names, by id or by name."""
        return [text] if text in self.rows else self.names.get(folded(text), [])

    def named(self, text: str, place: Source) -> str | None:
        """Return the territory that a cell names; one that nobody states is made, and told."""
        found = self.find(text)
        if len(found) > 1:
            which = ", ".join(map(repr, found[:5]))
            sentence = f"{text!r} may be the territory {which}; this is left open. Write the id."
            self.understood.problem(sentence, place)
            return None
        if not found:
            self._make(text, place)
        return found[0] if found else text

    def _make(self, text: str, place: Source) -> None:
        self.rows[text] = Row(Territory, text, {}, place)
        self.names.setdefault(folded(text), []).append(text)
        if self.stated:
            sentence = f"There is no territory {text!r}; one without a rule is made."
            self.understood.problem(sentence, place)

    def listed(self, reader: Reader, at: int, name: str) -> list[str]:
        """Return the territories that cells name; names may hold commas, lists may too."""
        place = reader.place(at, name)
        ids: list[str | None] = []
        for text in reader.listed(at, name):
            parts = [text] if self.find(text) else [p.strip() for p in text.split(",")]
            ids += [self.named(part, place) for part in parts if part]
        return list(dict.fromkeys(id_ for id_ in ids if id_))


def atlas_of(readers: Iterable[Reader], understood: Understood, geography: Geography) -> Atlas:
    """Read all tables of territories, then the groups that they name."""
    atlas = Atlas(understood)
    readers = _from_above(list(readers))
    for reader in readers:
        _read(reader, atlas, geography)
    for reader in readers:
        _group(reader, atlas)
    _write_rules(atlas)
    atlas.stated = bool(readers)
    return atlas


def _from_above(readers: Sequence[Reader]) -> list[Reader]:
    """Return tables with those first by whose ids others say within what their rows lie.

    Where ids of two tables clash, those of the first stay as the others write them.
    """
    left, done = list(readers), list[Reader]()
    while left:
        ids = {folded(reader.heading("id")): reader for reader in left if "id" in reader.firsts}
        lying = [_lies_in(reader, ids) for reader in left]
        if all(lying):  # in a ring, there is no first
            return done + left
        done += [reader for reader, inside in zip(left, lying, strict=True) if not inside]
        left = [reader for reader, inside in zip(left, lying, strict=True) if inside]
    return done


def _lies_in(reader: Reader, ids: Mapping[str, Reader]) -> bool:
    """Return whether the rows of a table lie within those of another one."""
    above = ids.get(folded(reader.heading("within"))) if "within" in reader.firsts else None
    return above is not None and above is not reader


def _read(reader: Reader, atlas: Atlas, geography: Geography) -> None:
    rules = RuleReader(reader, geography)
    taken = _clashes(reader, atlas)
    ids = _ids(reader, atlas)
    for at, id_ in enumerate(ids):
        if not id_:
            sentence = "This row has neither id nor name of a territory. It is left out."
            atlas.understood.problem(sentence, reader.place(at))
            continue
        own = f"{reader.table.name} {id_}" if taken else id_
        _row(reader, at, own, atlas)
        if (clause := rules.clause(at)) is not None:
            atlas.rules.setdefault(own, []).append(clause)
    rules.tell()


def _ids(reader: Reader, atlas: Atlas) -> list[str]:
    """Return what the territory of each row is called; a table may have none, and only owners."""
    if "levels" in reader.firsts:
        return _nested(reader, atlas)
    columns = [reader.firsts[name] for name in ("id", "name") if name in reader.firsts]
    if columns:
        return [next(filter(None, cells), "") for cells in merged(reader, columns)]
    return [reader.cell(at, "owner") for at in range(len(reader.table.rows))]


def _nested(reader: Reader, atlas: Atlas) -> list[str]:
    """Make the territories of several levels within each other; return that of each row."""
    levels = Levels.of(reader)
    ids: list[str] = []
    for at in range(len(reader.table.rows)):
        above = ""
        for id_, name, column in levels.steps(at):
            fields = {"name": name} if name != id_ else {}
            if id_ not in atlas.rows:
                place = reader.table.source(at, column)
                atlas.rows[id_] = Row(Territory, id_, fields, place)
                for called in dict.fromkeys(map(folded, (id_, name))):
                    atlas.names.setdefault(called, []).append(id_)
            if above and above != id_:
                atlas.rows[id_].fields.setdefault("within", above)
            above = id_
        ids.append(above)
        atlas.heads += [(reader, at, *head) for head in covers_by_heading(reader, levels, at)]
    return ids


def _clashes(reader: Reader, atlas: Atlas) -> bool:
    """Return whether ids of another table come again with other names: then all get a prefix."""
    for at in range(len(reader.table.rows)):
        before = atlas.rows.get(reader.cell(at, "id"))
        name = reader.cell(at, "name")
        if before and name and before.fields.get("name", name) != name:
            return True
    return False


def _row(reader: Reader, at: int, id_: str, atlas: Atlas) -> None:
    fresh = id_ not in atlas.rows
    row = atlas.rows.setdefault(id_, Row(Territory, id_, {}, reader.place(at), reader.places(at)))
    _facts(reader, at, row, atlas.understood, fresh=fresh)
    if fresh:
        called = (id_, row.fields.get("name", id_), reader.cell(at, "id") or id_)
        for name in dict.fromkeys(map(folded, (*called, *reader.cells(at, "key")))):
            atlas.names.setdefault(name, []).append(id_)
    if reader.cell(at, "owner"):
        atlas.owners.append((reader, at, id_))


def _facts(reader: Reader, at: int, row: Row, understood: Understood, *, fresh: bool) -> None:
    """Fill the plain fields; a later row of the same id may add, and not contradict."""
    for name in ("name", "note"):
        value = reader.cell(at, name)
        if name == "name" and "levels" in reader.firsts:
            continue
        if value and value != row.id and row.fields.setdefault(name, value) != value:
            sentence = (
                f"Territory {row.id!r} is called {row.fields[name]!r} in {row.source}, and here "
                f"{value!r}. The first is taken."
            )
            understood.problem(sentence, reader.place(at, name))
    kind = reader.cell(at, "type")
    if known := _TYPES.get(kind.casefold()):
        row.fields["type"] = known
    elif kind and fresh:
        sentence = (
            f"{kind!r} is not a type of territory (direct, channel, overlay). It is left out."
        )
        understood.note(sentence, reader.place(at, "type"))


def _write_rules(atlas: Atlas) -> None:
    """Write into each row the rule that all rows of its territory make."""
    for id_, clauses in atlas.rules.items():
        atlas.rows[id_].fields["where"] = rule_of(clauses)


def _group(reader: Reader, atlas: Atlas) -> None:
    """Put territories into those above them; one that only its parts name is made."""
    for at in range(len(reader.table.rows)):
        above, id_ = reader.cell(at, "within"), _id_of(reader, at, atlas)
        row = atlas.rows.get(id_)
        if not above or row is None:
            continue
        found = [other for other in atlas.find(above) if other != id_]
        if not found:
            atlas.rows[above] = Row(Territory, above, {}, reader.place(at, "within"))
            atlas.names.setdefault(folded(above), []).append(above)
            found = [above]
        if len(found) > 1:
            atlas.named(above, reader.place(at, "within"))
        else:
            row.fields["within"] = found[0]


def _id_of(reader: Reader, at: int, atlas: Atlas) -> str:
    written = reader.cell(at, "id") or reader.cell(at, "name")
    prefixed = f"{reader.table.name} {written}"
    return prefixed if prefixed in atlas.rows else written
