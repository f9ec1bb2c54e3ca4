"""What each column of a table is used for, and how that was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.formats.importing.columns.column_values import (
    are_answers,
    are_numbers,
    are_paths,
    are_salutations,
    identifies,
    numbers_rows,
    says_status,
    shape_of_column,
)
from orgmodel.formats.importing.columns.hierarchy_columns import is_line
from orgmodel.formats.importing.columns.managers import MANAGERS, key_of, strangers
from orgmodel.formats.importing.columns.people_values import (
    hierarchy,
    holds_names,
    holds_titles,
    key_columns,
    says_presence,
    says_vacancy,
)
from orgmodel.formats.importing.columns.places import is_place, parts_of
from orgmodel.formats.importing.read.mapping import KEY, Use
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import fields_called, rank
from orgmodel.model import state_codes

CONFIDENTIAL = frozenset({"pay"})
"""Fields that only a user may say to use."""
SEVERAL = frozenset(
    {KEY, "manager", "dotted", "covers", "postal_code", "postal_prefix", "place", "city", "state"}
    | {"levels", "line"}
)
"""Fields that several columns may fill."""
_ENDS = {
    **dict.fromkeys(("id", "code", "key", "number"), "id"),
    **dict.fromkeys(("name", "description"), "name"),
}
_KEYED = ("people", "customers", "territories", "departments", "jobs")
_LONE_NAMES = {"first_name": "last_name", "last_name": "first_name"}


@dataclass(slots=True)
class _Choice:
    """The uses found so far."""

    table: Table
    kind: str
    uses: dict[str, Use] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def use(self, column: str, fields: Sequence[str], how: str) -> None:
        """Use a column for fields."""
        self.uses[column] = Use(tuple(fields), how)
        for name in fields:
            self.taken.setdefault(name, column)

    def free(self, name: str) -> bool:
        """Return whether a field may take another column."""
        return name not in self.told and (name not in self.taken or name in SEVERAL)

    @property
    def open(self) -> list[str]:
        """The columns without a use so far."""
        return [column for column in self.table.columns if column not in self.uses]


def uses_of(table: Table, kind: str, told: Mapping[str, Use]) -> dict[str, Use]:
    """Return the use of every column, in the order of the columns.

    Args:
        table: The table.
        kind: What its rows are.
        told: Uses that are decided already, by column as written, in any letter case.
    """
    choice = _Choice(table, kind)
    by_fold = {folded(column): use for column, use in told.items()}
    for column in table.columns:
        use = told.get(column) or by_fold.get(folded(column))
        if use:
            choice.use(column, use.fields, use.how)
            choice.told.update(use.fields)
    _by_own_name(choice)
    _by_synonym(choice)
    _mend_logins(choice)
    _by_shape(choice)
    _mend_names(choice)
    _mend_people(choice)
    _find_states(choice)
    for column in choice.open:
        choice.use(column, (), _why_not(choice, column))
    return {column: choice.uses[column] for column in table.columns}


def _by_own_name(choice: _Choice) -> None:
    """Take ``region_id`` in ``regions`` for the id, and ``region_description`` for the name."""
    own = _singular(folded(choice.table.name.rpartition(".")[2]))
    for column in choice.open if choice.kind in _KEYED else ():
        start, _, end = folded(column).rpartition(" ")
        named = _ENDS.get(end)
        if named and start and _singular(start) == own and choice.free(named):
            choice.use(column, [named], "called after its table")


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return name.removesuffix("ies") + "y"
    return name.removesuffix("s")


def _by_synonym(choice: _Choice) -> None:
    """Give each field the column whose heading says it best; further ones may be keys."""
    meanings = {c: _meanings(choice, c) for c in choice.open}
    sure = sorted(
        (
            any("like" in how for how in fields.values()),
            len(fields),
            rank(choice.kind, name, column),
            position,
            column,
        )
        for position, (column, fields) in enumerate(meanings.items())
        for name in [*fields][:1]
    )
    for *_, column in sure:
        free = [name for name in meanings[column] if choice.free(name)]
        if {"position", "title"} <= set(free):
            free.remove("position")
        if free and free[0] not in CONFIDENTIAL:
            language = meanings[column][free[0]]
            choice.use(column, free[:1], f"synonym ({language})")
        elif "id" in meanings[column] and identifies(choice.table, column):
            choice.use(column, [KEY], "a further column that names rows")


def _meanings(choice: _Choice, column: str) -> Mapping[str, str]:
    found = dict(fields_called(choice.kind, column))
    if "title" in found and are_salutations(choice.table, column):
        del found["title"]
    if "position" in found and choice.kind == "people" and not identifies(choice.table, column):
        del found["position"]
    if "size" in found and not are_numbers(choice.table, column):
        found = {"segment": found["size"]}
    if "path" in found and not are_paths(choice.table, column):
        del found["path"]
    if "state" in found and choice.kind == "people" and says_presence(choice.table, column):
        return {"active": found["state"]}
    if "active" in found and says_vacancy(choice.table, column):
        return {"vacant": found["active"]}
    if "status" in found and not says_status(choice.table, column):
        how = found.pop("status")
        return {**found, "segment": how} if "type" in folded(column).split() else found
    if not _NOBODY_OR_SOMEBODY.isdisjoint(found) and are_answers(choice.table, column):
        return {name: how for name, how in found.items() if name not in _NOBODY_OR_SOMEBODY}
    return found


_NOBODY_OR_SOMEBODY = frozenset(
    {*MANAGERS, "dotted", "coordinator", "deputy", "title", "owner", "managed_by", "position"}
)
"""Fields that name somebody, and never answer whether."""


def _by_shape(choice: _Choice) -> None:
    """Use columns whose headings say nothing, where their values leave no doubt."""
    if choice.kind != "people":
        return
    _states(choice)
    _who(choice)
    if choice.free("email"):
        mails = [
            c
            for c in choice.open
            if shape_of_column(choice.table, c).mails and shape_of_column(choice.table, c).unique
        ]
        if len(mails) == 1:
            choice.use(mails[0], ["email"], "its values are e-mail addresses")
    if {"manager", "manager_email", "manager_name"} & choice.taken.keys():
        return
    keys = [
        choice.taken[name] for name in ("position", "id", "email", "name") if name in choice.taken
    ]
    if "path" in choice.taken:
        return
    paths = [c for c in choice.open if are_paths(choice.table, c)]
    if len(paths) == 1:
        choice.use(paths[0], ["path"], "its values are paths, each below that of another row")
        return
    lines = [(c, key) for c in choice.open for key in keys if is_line(choice.table, c, key)]
    if len({column for column, _ in lines}) == 1:
        column, key = lines[0]
        choice.use(column, ["manager"], f"its values are those of {key!r}, and make a hierarchy")


def _find_states(choice: _Choice) -> None:
    """Take a further column of regions for states where it names one for each territory."""
    if choice.kind != "territories" or "name" not in choice.taken:
        return
    by = choice.table.columns.index(choice.taken["name"])
    for column in choice.open:
        at = choice.table.columns.index(column)
        pairs = {(row[by], row[at]) for row in choice.table.rows if row[at]}
        once = len({state for _, state in pairs}) == len(pairs)
        if pairs and once and "name" in fields_called(choice.kind, column):
            parts = [part for _, cell in pairs for part in parts_of(cell, is_place)]
            if all(map(state_codes, parts)) and choice.free("state"):
                choice.use(column, ["state"], "its values are states")


def _states(choice: _Choice) -> None:
    """Use columns that say which posts are vacant, and who is still there."""
    for column in choice.open:
        if choice.free("vacant") and says_vacancy(choice.table, column):
            choice.use(column, ["vacant"], "its values say which positions are vacant")
        elif choice.free("active") and says_presence(choice.table, column):
            choice.use(column, ["active"], "its values say who is there and who has left")


def _who(choice: _Choice) -> None:
    """Use columns that say who is who, where no heading does."""
    table, taken = choice.table, choice.taken
    if {"id", "position", "email"}.isdisjoint(taken):
        line = hierarchy(table) if {*MANAGERS, "path"}.isdisjoint(taken) else None
        keys = [c for c in key_columns(table) if c in choice.open]
        keys = keys or ([line[1]] if line and line[1] in choice.open else [])
        if keys and not (line and holds_names(table, line[1])):
            choice.use(keys[0], ["id"], "every row has a value of its own")
    if {"name", "first_name", "last_name"}.isdisjoint(taken):
        names = [c for c in choice.open if holds_names(table, c) and not holds_titles(table, c)]
        if len(names) == 1:
            choice.use(names[0], ["name"], "its values look like names of people")
    if "title" not in taken:
        titles = [c for c in choice.open if holds_titles(table, c)]
        if len(titles) == 1:
            choice.use(titles[0], ["title"], "its values name roles in sales")


def _mend_logins(choice: _Choice) -> None:
    """Take a user name beside first and last names for an id, and not for the name."""
    column = choice.taken.get("name", "")
    words = folded(column).split()
    login = "username" in words or words[-2:] == ["user", "name"] or "login" in words
    if not login or not {"first_name", "last_name"} <= choice.taken.keys():
        return
    if "name" not in choice.told and not holds_names(choice.table, column):
        del choice.taken["name"]
        free = "id" not in choice.taken and identifies(choice.table, column)
        choice.use(column, ["id" if free else KEY], "a user name beside first and last names")


def _mend_names(choice: _Choice) -> None:
    """Read ``Name`` beside ``Vorname`` as the family name, and a lone ``Nome`` as the whole."""
    taken = choice.taken
    halves = [half for half in _LONE_NAMES if half in taken]
    if len(halves) != 1:
        return
    (half,) = halves
    other = _LONE_NAMES[half]
    column = taken[half]
    if "name" not in taken and choice.uses[column].how.startswith("synonym"):
        del taken[half]
        choice.use(column, ["name"], f"{choice.uses[column].how}, the only name")
    elif "name" in taken and folded(taken["name"]) in _SHORT_NAMES:
        column = taken.pop("name")
        choice.use(column, [other], f"beside {taken[half]!r}")


def _mend_people(choice: _Choice) -> None:
    """Use the columns that do name managers, by what is in them."""
    if choice.kind != "people":
        return
    _number_boxes(choice)
    columns = [c for c, use in choice.uses.items() if {*use.fields} & {*MANAGERS}]
    ours = [c for c in columns if not choice.told.intersection(choice.uses[c].fields)]
    for column, (best, part) in strangers(choice.table, choice.taken, ours).items():
        few = f"only {part:.0%}" if part else "none"
        why = f"{few} of its values name anybody here, and those of {best!r} do"
        choice.uses[column] = Use((), why)
        for name in MANAGERS:
            if choice.taken.get(name) == column:
                del choice.taken[name]
    still = [column for column in ours if choice.uses[column].fields]
    for column in still:  # one that is called after managers may hold what they are named by
        others = [*choice.open, *(c for c in still if c != column)]
        if key := key_of(choice.table, choice.taken, column, others):
            choice.use(key, [KEY], f"{column!r} names its values")
            choice.taken.update((n, column) for n in MANAGERS if choice.taken.get(n) == key)
            return


def _number_boxes(choice: _Choice) -> None:
    """Take a further column that numbers all rows for the boxes, where people have several."""
    person = choice.taken.get("id")
    if person is None or "position" in choice.taken or numbers_rows(choice.table, person):
        return
    for column in choice.open:
        if folded(column).split()[-1:] == ["id"] and numbers_rows(choice.table, column):
            choice.use(column, ["position"], f"it numbers the rows, and {person!r} does not")
            return


_SHORT_NAMES = frozenset({"name", "nome", "nom", "nombre"})


def _why_not(choice: _Choice, column: str) -> str:
    """Say why a column is not used."""
    meanings = fields_called(choice.kind, column)
    taken = [name for name in meanings if name in choice.taken]
    shape = shape_of_column(choice.table, column)
    answers = not _NOBODY_OR_SOMEBODY.isdisjoint(meanings) and are_answers(choice.table, column)
    reasons = (
        (not shape.filled, "it is empty"),
        (answers, "it only says yes or no"),
        (
            "status" in meanings and "status" not in choice.taken,
            "its values say of nobody whether it is a customer or a prospect",
        ),
        (
            not CONFIDENTIAL.isdisjoint(meanings),
            "it is confidential; to use it, say in the mapping file that it is 'pay'",
        ),
        (
            bool(taken),
            f"{choice.taken[taken[0]]!r} is used for {taken[0]} already" if taken else "",
        ),
        (shape.days, f"it holds days, and {choice.kind} have no field for them"),
    )
    other = f"no field of {choice.kind} is called so"
    return next((reason for holds, reason in reasons if holds), other)


def used(uses: Mapping[str, Use], table: Table) -> dict[str, list[int]]:
    """Return the indices of the columns of each field, in their order."""
    found: dict[str, list[int]] = {}
    for index, column in enumerate(table.columns):
        for name in uses[column].fields if column in uses else ():
            found.setdefault(name, []).append(index)
    return found


def unused(uses: Mapping[str, Use]) -> Iterable[tuple[str, str]]:
    """Yield the columns that are not used, and why."""
    return ((column, use.how) for column, use in uses.items() if not use.fields)
