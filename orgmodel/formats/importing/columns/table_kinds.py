"""What the rows of a table are: people, territories, customers, contacts, assignments or others."""

from collections.abc import Iterable, Mapping

from orgmodel.formats.importing.columns.level_columns import (
    person_levels,
    says_who_has_what,
    territory_levels,
)
from orgmodel.formats.importing.columns.people_values import hierarchy, key_columns
from orgmodel.formats.importing.read.mapping import IGNORE, TableMapping
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import KINDS, fields_called, kinds_called

_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "people": {
        **dict.fromkeys(("manager", "manager_email", "manager_name", "dotted", "fte", "path"), 3),
        **dict.fromkeys(("title", "position", "salesperson", "vacant", "employee"), 2),
        **dict.fromkeys(("id", "name", "first_name", "last_name", "email", "department"), 1),
        **dict.fromkeys(("since", "until"), 1),
    },
    "territories": {"within": 3, "id": 1, "name": 1, "owner": 2, "place": 2, "postal_code": 1},
    "customers": {
        **dict.fromkeys(("revenue", "potential", "key_account", "managed_by"), 3),
        **dict.fromkeys(("industry", "tier", "segment", "size", "profit", "parent"), 2),
        **dict.fromkeys(("id", "name", "country", "postal_code", "city", "territories"), 1),
    },
    "contacts": {"role": 1, "customer": 3, "name": 1, "title": 2, "first_name": 1, "last_name": 1},
    "departments": {"id": 1, "name": 1},
    "jobs": {"id": 1, "name": 1},
    "assignments": {"customer": 3, "position": 2, "territory": 3, "share": 3, "since": 1},
}
"""How much a field says for a kind of table."""
_NAMED = 6
"""How much the name of the table says."""
_LINK = 8
"""Most columns of a table that only links rows of others."""
_NOUNS = {
    "people": ("employee", "staff", "worker", "person", "mitarbeiter", "dipendente", "empleado"),
    "territories": ("territory", "territorio", "gebiet", "region", "territoire", "terytorium"),
    "customers": ("customer", "account", "company", "client", "kunde", "cliente", "klient"),
}


def kind_of_table(table: Table, said: TableMapping) -> tuple[str, str]:
    """Return what the rows of a table are, and how that was decided or why they are nothing.

    Args:
        table: The table.
        said: What the user says of its columns.
    """
    fields = {kind: _fields(table, kind, said) for kind in KINDS}
    possible = [kind for kind in KINDS if _enough(kind, fields[kind], table)]
    named = kinds_called(table.name)
    if "others" in named and not (_may_buy(table) and fields["customers"] & _OF_BUYERS):
        return IGNORE, OTHERS
    if folded(table.name).endswith("history"):
        named = {}
    elif not said.columns and _says_territories(table):
        return "territories", "people, and the territories or places that they have"
    scores = {kind: _score(kind, fields[kind], table) for kind in possible}
    for kind in possible:
        scores[kind] += _NAMED if kind in named else 0
    best = max(scores, key=lambda kind: scores[kind], default=None)
    if best in {None, "people"} and scores.get("people", 0) < _LEAST and hierarchy(table):
        return "people", "the values of a column name rows of it, and make a hierarchy"
    if best is None or (scores[best] < _LEAST and best not in named):
        return IGNORE, UNKNOWN
    found = ", ".join(sorted(fields[best]))
    return best, f"its name, and columns for {found}" if best in named else f"columns for {found}"


OTHERS = "its rows are nothing that a design holds, as its name says"
UNKNOWN = "neither its name nor its columns say that it is of a known kind"
"""Why a table is not used that nobody says to leave out."""
_LEAST = 3


_OF_BUYERS = frozenset(
    {"stores", "store", "locations", "location", "offices", "sites", "site", "branches", "outlets"}
)
_BUYERS = frozenset(
    ["stores", "store", "locations", "location", "offices", "sites", "site", "branches", "outlets"]
)
"""Names of tables whose rows are customers if somebody owns them or they buy for an amount."""


def _may_buy(table: Table) -> bool:
    return not _BUYERS.isdisjoint(folded(table.name).split())


def _says_territories(table: Table) -> bool:
    """Return whether a table says no more than who has which territories or places."""
    if not table.rows or not says_who_has_what(table):
        return False
    people = person_levels(table)
    others = [c for c in table.columns if c not in people]
    fields = {field for c in others for field in fields_called("territories", c)}
    links = {field for c in others for field in fields_called("assignments", c)}
    return bool(territory_levels(table) or fields & _PLACES) and "customer" not in links


_PLACES = frozenset(
    {"postal_code", "postal_prefix", "postal_from", "postal_to", "state", "country", "place"}
)


def _fields(table: Table, kind: str, said: TableMapping) -> frozenset[str]:
    told = {field for use in said.columns.values() for field in use.fields}
    filled = [c for at, c in enumerate(table.columns) if not table.rows or _any(table, at)]
    called = {next(iter(found)) for c in filled if (found := fields_called(kind, c))}
    return frozenset(told | called)


def _any(table: Table, column: int) -> bool:
    """Return whether a column holds anything; one that does not says nothing."""
    return any(row[column] for row in table.rows)


def _score(kind: str, fields: Iterable[str], table: Table) -> int:
    weights = _WEIGHTS[kind]
    nouns = _NOUNS.get(kind, ())
    about = sum(any(noun in folded(c).split() for noun in nouns) for c in table.columns[:2])
    return sum(weights.get(field, 0) for field in fields) + about


def _enough(kind: str, fields: frozenset[str], table: Table) -> bool:
    """Return whether the columns could make rows of a kind."""
    if kind == "assignments":
        return len(fields & {"customer", "position", "territory"}) > 1 and _links(table)
    if kind == "contacts":
        return "customer" in fields and bool(fields & {"name", "first_name", "last_name"})
    if kind in {"departments", "jobs"}:
        return {"id", "name"} <= fields and kind in kinds_called(table.name)
    if kind == "people" and fields & {"manager", "title"} and key_columns(table):
        return True
    return bool(fields & {"id", "name", "first_name", "last_name", "email", "position"})


def _links(table: Table) -> bool:
    """Return whether a table may only link others: few columns, and no numbers of its own."""
    first = folded(table.columns[0]).split()
    own = (
        len(first) > 1 and first[-1] == "id" and not fields_called("assignments", table.columns[0])
    )
    return len(table.columns) <= _LINK and not own
