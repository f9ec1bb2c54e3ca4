"""Other programs for sales and staff: Dynamics, HubSpot, ERPNext, Workday."""

import re
from dataclasses import replace

from orgmodel.formats.importing import Note, Table
from orgmodel.formats.importing.presets.columns import cells, column, only, with_column
from orgmodel.formats.importing.presets.known import KnownTable
from orgmodel.formats.importing.presets.preset import ExportPreset

_LOOK_UP = re.compile(r"_(\w+)_value")
_PROPERTY = "properties."
_LED_BY = re.compile(r"(.+?)\s*\([^()]*\)")
_CUSTOMERS = frozenset({"customer", "evangelist"})
_PROSPECTS = frozenset(
    {"subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity"}
)


class DynamicsPreset(ExportPreset):
    """Rows of Dataverse: from its web service, or exported to Excel."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("dynamics", forced=forced)

    def known(self, table: Table) -> KnownTable | None:
        """Return which table it is, whatever the web service adds to names of columns."""
        return super().known(_bare(table))

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Take off what the web service adds to the names of columns."""
        return [_bare(table) if self.known(table) else table for table in tables]


def _bare(table: Table) -> Table:
    columns = [m[1] if (m := _LOOK_UP.fullmatch(name)) else name for name in table.columns]
    return replace(table, columns=_apart(columns, table))


def _apart(columns: list[str], table: Table) -> tuple[str, ...]:
    """Return new names of columns, but the old one where a name would come twice."""
    return tuple(
        new if columns.count(new) == 1 else old
        for new, old in zip(columns, table.columns, strict=True)
    )


class HubSpotPreset(ExportPreset):
    """Owners, teams and companies of HubSpot, from its web service or exported."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("hubspot", forced=forced)

    def known(self, table: Table) -> KnownTable | None:
        """Return which table it is, whatever the web service adds to names of columns."""
        return super().known(_of_properties(table))

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Leave out queues; find the team of each owner; read stages as status."""
        told = {known.name: t for t in tables if (known := self.known(t)) is not None}
        return [self._prepared(table, told.get("teams")) for table in tables]

    def _prepared(self, table: Table, teams: Table | None) -> Table:
        known = self.known(table)
        if known is None:
            return table
        table = _of_properties(table)
        if known.name == "companies":
            stages = cells(table, "lifecyclestage", "Lifecycle Stage")
            return with_column(table, "Lifecycle as status", map(_status, stages), "lifecyclestage")
        return self._owners(table, teams) if known.name == "owners" else table

    def _owners(self, table: Table, teams: Table | None) -> Table:
        persons = [kind != "QUEUE" for kind in cells(table, "type")]
        table = only(
            table, persons, "Owners that are queues, and not used: {:,}.".format, self.notes
        )
        sentence = (
            "HubSpot knows no managers: say in the mapping file, or the design, who leads whom."
        )
        self.notes.append(Note(sentence, table.source()))
        return with_column(table, "Primary team", _teams(table, teams), "teams.0.name")


def _of_properties(table: Table) -> Table:
    columns = [name.removeprefix(_PROPERTY) for name in table.columns]
    return replace(table, columns=_apart(columns, table))


def _status(stage: str) -> str:
    word = "".join(filter(str.isalpha, stage.casefold()))
    return "customer" if word in _CUSTOMERS else "prospect" if word in _PROSPECTS else ""


def _teams(table: Table, teams: Table | None) -> list[str]:
    """Return each owner's team: the primary one if it is told, else the first."""
    named = {}
    for table_of_teams in [teams] if teams is not None else []:
        ids, names = cells(table_of_teams, "userIds"), cells(table_of_teams, "name")
        named = {u.strip(): n for i, n in zip(ids, names, strict=True) for u in i.split(";")}
    users = cells(table, "userId", "userIdIncludingInactive", "User ID")
    found = [named.get(user, "") if user else "" for user in users]
    numbers = [n for n in range(20) if column(table, f"teams.{n}.name") is not None]
    for number in reversed(numbers):
        values = cells(table, f"teams.{number}.name")
        found = [value or before for value, before in zip(values, found, strict=True)]
    for number in numbers:
        primary = cells(table, f"teams.{number}.primary")
        pairs = zip(cells(table, f"teams.{number}.name"), primary, found, strict=True)
        found = [name if is_.casefold() == "true" else before for name, is_, before in pairs]
    return found


class ErpNextPreset(ExportPreset):
    """Trees of territories and sales people, and customers, of ERPNext."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("erpnext", forced=forced)

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Tell teams from people, and rows of customers from those of their children."""
        return [self._prepared(table) for table in tables]

    def _prepared(self, table: Table) -> Table:
        known = self.known(table)
        if known is None:
            return table
        if known.name == "Sales Person":
            return _people(table)
        if known.name == "Customer":
            own = [bool(name) for name in cells(table, "customer_name")]
            sentence = "Further lines of customers, which are not used: {:,}."
            table = only(table, own, sentence.format, self.notes)
            used = [cell.strip() not in {"1", "Yes"} for cell in cells(table, "disabled")]
            return only(
                table, used, "Customers that are disabled, and not used: {:,}.".format, self.notes
            )
        return table


def _people(table: Table) -> Table:
    """Give nodes that are groups without an employee as vacant posts: they are teams."""
    rows = zip(
        cells(table, "sales_person_name"),
        cells(table, "employee"),
        cells(table, "is_group"),
        strict=True,
    )
    told = [(name, bool(employee) or group in {"", "0", "No"}) for name, employee, group in rows]
    table = with_column(table, "Person", (n if p else "" for n, p in told), "sales_person_name")
    return with_column(table, "Team", ("" if p else n for n, p in told), "sales_person_name")


class WorkdayPreset(ExportPreset):
    """A roster of Workday."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("workday", forced=forced)

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Take the manager's name off the names of organisations."""
        name, like = "Organization without manager", "Supervisory Organization"
        return [
            with_column(table, name, map(_unled, cells(table, like)), like)
            if self.known(table) and column(table, like) is not None
            else table
            for table in tables
        ]


def _unled(organisation: str) -> str:
    match = _LED_BY.fullmatch(organisation)
    return match[1] if match else organisation
