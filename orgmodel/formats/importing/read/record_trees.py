"""Records within records: trees whose records hold those below them, and units with members."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.formats.importing.read.limits import MAX_LEVELS
from orgmodel.formats.importing.read.table import folded
from orgmodel.formats.importing.read.vocabulary import fields_called

Record = Mapping[str, object]

_BELOW = frozenset(
    {"children", "child", "reports", "direct reports", "directs", "reportees", "direct reportees"}
    | {"subordinates", "kids", "team", "team members", "employees", "reporting employees", "nodes"}
    | {"branches", "leaves", "reporting", "reporters", "sub", "subs", "items", "below", "minions"}
    | {"mitarbeiter", "unterstellte", "figli", "sottoposti", "collaboratori", "enfants", "hijos"}
    | {"subordonnes", "subordinados", "filhos", "podwladni", "dzieci", "ondergeschikten", "barn"}
)
"""Keys below which a record holds those under it."""
_MEMBERS = frozenset(
    {"members", "employees", "people", "staff", "users", "persons", "reps", "team members"}
    | {"mitarbeiter", "membri", "dipendenti", "membres", "collaborateurs", "miembros", "empleados"}
    | {"membros", "czlonkowie", "pracownicy", "leden", "medewerkers", "sales reps", "salespeople"}
)
"""Keys below which a unit holds the people in it."""
_LEADS = ("lead", "leader", "head", "manager", "team lead", "supervisor", "boss", "chief", "owner")
_ABOVE = frozenset({"manager", "manager name", "manager email", "dotted", "coordinator", "deputy"})
_SAME = 0.5
"""The part of the keys of two records that must be the same for records of one kind."""


def _records(value: object) -> list[Record]:
    """Return the records in a list that holds nothing else."""
    if isinstance(value, list) and value and all(isinstance(v, Mapping) for v in value):
        return value
    return []


def below_key(record: Record) -> str | None:
    """Return the key below which a record holds others of its kind, or None."""
    for key, value in record.items():
        name = folded(key)
        if isinstance(value, Mapping) and name in _BELOW and _alike(record, value, key):
            return key
        held = _records(value)
        if held and not _upwards(key) and _of_kind(record, held, key):
            return key
    return None


def tree_key(records: Iterable[Record]) -> str | None:
    """Return the key below which records hold others of their kind, or None."""
    return next((key for record in records if (key := below_key(record)) is not None), None)


def _upwards(key: str) -> bool:
    """Return whether a key names those above, or others who are not below."""
    return not _ABOVE.isdisjoint({f.replace("_", " ") for f in fields_called("people", key)})


def _of_kind(record: Record, held: list[Record], key: str) -> bool:
    if folded(key) in _BELOW and folded(key) not in _MEMBERS:
        return any(_alike(record, each, key, _SAME / 2) for each in held)
    return any(key in each for each in held) or any(_alike(record, each, key) for each in held)


def _alike(one: Record, other: Record, key: str, least: float = _SAME) -> bool:
    """Return whether most facts of two records have the same keys."""
    first, second = (set(each) - {key} for each in (one, other))
    return bool(second) and len(first & second) >= least * len(first | second)


def tree_rows(records: Iterable[Record], key: str) -> Iterator[tuple[Record, int | None]]:
    """Yield the records of trees, each without those below it, and the number of the one above.

    Raises:
        RecursionError: If a tree is deeper than the limit.
    """
    open_: list[tuple[Record, int | None, int]] = [(r, None, 0) for r in reversed([*records])]
    number = 0
    while open_:
        record, above, level = open_.pop()
        if level > MAX_LEVELS:
            raise RecursionError
        yield {name: value for name, value in record.items() if name != key}, above
        held = record.get(key)
        below = [held] if isinstance(held, Mapping) else _records(held)
        open_ += [(each, number, level + 1) for each in reversed(below)]
        number += 1


def listed_above(records: Sequence[Record]) -> list[int | None]:
    """Return the record above each, where records list those below them; empty if none does."""
    above: dict[str, int] = {}
    for number, record in enumerate(records):
        for key, value in record.items():
            if folded(key) in _BELOW and isinstance(value, list) and not _upwards(key):
                above.update({str(v): number for v in value if not isinstance(v, Mapping | list)})
    if not above:
        return []
    found = [
        next((above[str(v)] for v in record.values() if str(v) in above), None)
        for record in records
    ]
    return found if any(at is not None for at in found) else []


def names_above(rows: list[dict[str, str]], above: Sequence[int | None]) -> dict[str, list[str]]:
    """Return the columns that say which row is below which, in the words of the rows.

    An id that all rows have is used; where there is none, the name, with a number behind it where
    it comes again.
    """
    columns = dict.fromkeys(key for row in rows for key in row)
    own = next((c for c in columns if _identifies(c, rows)), None)
    if own is not None:
        ids = [row[own] for row in rows]
        return {"Parent ID": ["" if at is None else ids[at] for at in above]}
    ids = list(_numbered(map(_called, rows)))
    return {"ID": ids, "Parent ID": ["" if at is None else ids[at] for at in above]}


def _identifies(column: str, rows: list[dict[str, str]]) -> bool:
    values = [row.get(column, "") for row in rows]
    unique = all(values) and len(set(values)) == len(values)
    return unique and "id" in fields_called("people", column)


def _called(row: dict[str, str]) -> str:
    """Return what a row calls itself."""
    means = {field: value for key, value in row.items() for field in fields_called("people", key)}
    whole = means.get("name") or f"{means.get('first_name', '')} {means.get('last_name', '')}"
    return whole.strip() or means.get("title", "") or "record"


def _numbered(names: Iterable[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} {seen[name]}"


@dataclass
class Units:
    """People of units: each with the unit and who leads it."""

    heading: str = "Department"
    rows: list[dict[str, object]] = field(default_factory=list)

    def read(self, units: Iterable[Record], boss: str = "", level: int = 0) -> None:
        """Take the members of units and of the units in them."""
        if level > MAX_LEVELS:
            raise RecursionError
        for unit in units:
            members, inner = _parts(unit)
            lead = _lead(unit)
            chief = _called_of(lead) if lead is not None else ""
            named = {_called_of(member) for member in members}
            if chief and chief not in named:
                members = [lead if isinstance(lead, Mapping) else {"name": chief}, *members]
            for member in members:
                self._member(member, unit, chief, boss)
            for each in inner:
                self.read(each, chief or boss, level + 1)

    def _member(self, member: Record, unit: Record, chief: str, boss: str) -> None:
        own = _called_of(member)
        above = boss if own == chief or not chief else chief
        row: dict[str, object] = dict(member)
        if not any("manager" in f for key in member for f in fields_called("people", key)):
            row["Manager"] = above
        if not any("department" in fields_called("people", key) for key in member):
            row[self.heading] = _called_of(unit)
        self.rows.append(row)


def _parts(unit: Record) -> tuple[list[Record], list[list[Record]]]:
    """Return the members of a unit, and lists of the units in it."""
    members: list[Record] = []
    inner: list[list[Record]] = []
    for key, value in unit.items():
        held = _records(value)
        if held and folded(key) in _MEMBERS:
            members += held
        elif held and any(_has_members(each) for each in held):
            inner.append(held)
        elif isinstance(value, list) and folded(key) in _MEMBERS:
            members += [{"name": each} for each in value if isinstance(each, str)]
    return members, inner


def _has_members(record: Record) -> bool:
    return any(
        folded(key) in _MEMBERS and isinstance(value, list) and value
        for key, value in record.items()
    )


def are_units(records: Iterable[Record]) -> bool:
    """Return whether records are units with members, who have facts of their own."""
    for record in records:
        members, inner = _parts(record)
        if members and any(len(each) > 1 for each in members):
            return True
        if any(are_units(each) for each in inner):
            return True
    return False


def _lead(unit: Record) -> Record | str | None:
    by_name = {folded(key): value for key, value in unit.items()}
    for name in (*_LEADS, *(f"{name} name" for name in _LEADS)):
        value = by_name.get(name)
        if isinstance(value, Mapping) or (isinstance(value, str) and value):
            return value
    return None


def _called_of(record: Record | str) -> str:
    if isinstance(record, str):
        return record
    plain = {key: value for key, value in record.items() if isinstance(value, str)}
    return _called(plain)
