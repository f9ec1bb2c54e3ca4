"""Users and roles of Salesforce: who is a person, what they are, who leads whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from orgmodel.formats.importing import Note, Table
from orgmodel.formats.importing.presets.columns import cells, only, with_column

_STANDARD = frozenset({"", "standard"})
_NO_PORTAL = frozenset({"", "none"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles by id: their names, and the ids of those above them."""

    names: Mapping[str, str]
    parents: Mapping[str, str]

    @classmethod
    def of(cls, table: Table | None, notes: list[Note]) -> "Roles":
        """Read the table of roles; those of portals are not ours."""
        if table is None:
            return cls({}, {})
        ours = [cell.casefold() in _NO_PORTAL for cell in cells(table, "PortalType")]
        table = only(table, ours, "Roles of portals, which are not used: {:,}.".format, notes)
        ids = cells(table, "Id")
        names = dict(zip(ids, cells(table, "Name"), strict=True))
        return cls(names, dict(zip(ids, cells(table, "ParentRoleId"), strict=True)))

    def above(self, role: str, held: Mapping[str, list[str]]) -> list[str]:
        """Return who holds the nearest role above one that anybody holds."""
        seen = {role}
        above = self.parents.get(role, "")
        while above and above not in seen:
            if above in held:
                return held[above]
            seen.add(above)
            above = self.parents.get(above, "")
        return []


def users(table: Table, roles: Roles, notes: list[Note]) -> Table:
    """Return the people among users, with a title and a manager for each where one can be told."""
    kinds = [cell.casefold() in _STANDARD for cell in cells(table, "UserType")]
    if not any(kinds):  # another meaning of the column: a preset never drops everybody
        kinds = [True] * len(kinds)
    sentence = "Guests, users of portals and automation, which are not used: {:,}."
    table = only(table, kinds, sentence.format, notes)
    of_user = cells(table, "UserRoleId")
    titles = [
        title or roles.names.get(role, "")
        for title, role in zip(cells(table, "Title"), of_user, strict=True)
    ]
    table = with_column(table, "Title or role", titles, "Title")
    managers = cells(table, "ManagerId")
    if any(managers) or not roles.parents:
        return with_column(table, "ManagerId or role", managers, "ManagerId")
    return with_column(table, "ManagerId or role", _by_roles(table, roles, notes), "UserRoleId")


def _by_roles(table: Table, roles: Roles, notes: list[Note]) -> list[str]:
    """Return managers by the tree of roles, where the role above has just one holder."""
    held: dict[str, list[str]] = {}
    active = [cell.casefold() not in {"false", "0"} for cell in cells(table, "IsActive")]
    of_user = cells(table, "UserRoleId")
    for id_, role, is_ in zip(cells(table, "Id"), of_user, active, strict=True):
        if role and is_:
            held.setdefault(role, []).append(id_)
    sentence = (
        "No user has a manager: those who lead are told by the tree of roles, which says who sees "
        "what and need not be who leads whom."
    )
    notes.append(Note(sentence, table.source(), problem=True))
    found = []
    for at, role in enumerate(of_user):
        above = roles.above(role, held)
        if len(above) > 1:
            told = f"The role above has {len(above):,} holders; who leads is left open."
            notes.append(Note(told, table.source(at), problem=True))
        found.append(above[0] if len(above) == 1 else "")
    return found
