"""Territory models of Salesforce out of the tables of its objects."""

from collections.abc import Mapping, Sequence

from orgmodel.formats.importing import Note, Table
from orgmodel.formats.importing.presets.columns import cells
from orgmodel.formats.salesforce import Area, AssignmentRule, Item, Kind, TerritoryModel

_YES = frozenset({"true", "1", "yes"})


def model_of(tables: Mapping[str, Table]) -> TerritoryModel:
    """Return the model that some tables hold, each by the name of its object."""
    model = TerritoryModel("Territories")
    if "Territory2" not in tables:
        return model
    _kinds(model, tables.get("Territory2Type"))
    _rules(
        model,
        tables.get("ObjectTerritory2AssignmentRule"),
        tables.get("ObjectTerritory2AssignmentRuleItem"),
    )
    _areas(model, tables["Territory2"], tables.get("RuleTerritory2Association"))
    model.check()
    return model


def _kinds(model: TerritoryModel, table: Table | None) -> None:
    if table is None:
        return
    names = cells(table, "DeveloperName", "MasterLabel")
    rows = zip(cells(table, "Id"), names, cells(table, "Priority"), strict=True)
    for at, (id_, name, priority) in enumerate(rows):
        whole = priority.partition(".")[0]
        number = int(whole[:9]) if whole.isdecimal() else None
        model.kinds[id_] = Kind(name or id_, number, table.source(at))


def _rules(model: TerritoryModel, rules: Table | None, items: Table | None) -> None:
    if rules is None:
        return
    found = _items(items)
    columns = (cells(rules, c) for c in ("Id", "BooleanFilter", "ObjectType", "IsActive"))
    for at, (id_, logic, about, active) in enumerate(zip(*columns, strict=True)):
        applies = about in {"", "Account"} and (active.casefold() or "true") in _YES
        model.rules[id_] = AssignmentRule(id_, found.get(id_, ()), logic, applies, rules.source(at))


def _items(table: Table | None) -> dict[str, list[Item]]:
    """Return the conditions of each rule in their order, which its logic counts by."""
    if table is None:
        return {}
    columns = (cells(table, c) for c in ("RuleId", "SortOrder", "Field", "Operation", "Value"))
    rows = [
        (
            rule,
            float(order) if order.replace(".", "", 1).isdecimal() else at,
            Item(field, word, value),
        )
        for at, (rule, order, field, word, value) in enumerate(zip(*columns, strict=True))
    ]
    found: dict[str, list[Item]] = {}
    for rule, _, item in sorted(rows, key=lambda row: row[1]):
        found.setdefault(rule, []).append(item)
    return found


def _areas(model: TerritoryModel, table: Table, links: Table | None) -> None:
    own: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    if links is not None:
        columns = (cells(links, c) for c in ("RuleId", "Territory2Id", "IsInherited"))
        for rule, territory, inherited in zip(*columns, strict=True):
            own.setdefault(territory, []).append(rule)
            if inherited.casefold() in _YES:
                down.setdefault(territory, []).append(rule)
    names = names_of(table)
    wanted = ("Id", "DeveloperName", "Name", "ParentTerritory2Id", "Territory2TypeId")
    columns = (cells(table, c) for c in wanted)
    for at, (id_, api, name, parent, kind) in enumerate(zip(*columns, strict=True)):
        key = api or id_ or name
        rules, handed = own.get(id_, ()), down.get(id_, ())
        model.areas[key] = Area(
            key, name, kind, names.get(parent, ""), "", rules, handed, table.source(at)
        )


def names_of(table: Table) -> dict[str, str]:
    """Return the API names of territories by their ids."""
    names = cells(table, "DeveloperName")
    ids = cells(table, "Id")
    return {id_: name or id_ for id_, name in zip(ids, names, strict=True) if id_}


def of_one_model(tables: Mapping[str, Table], notes: list[Note]) -> Sequence[bool]:
    """Return which territories belong to the active model, or the only one; tell if it is open."""
    table = tables["Territory2"]
    models = cells(table, "Territory2ModelId")
    several = sorted(set(models) - {""})
    if len(several) <= 1:
        return [True for _ in models]
    told = tables.get("Territory2Model")
    states = dict(zip(cells(told, "Id"), cells(told, "State"), strict=True)) if told else {}
    active = [model for model in several if states.get(model, "").casefold() == "active"]
    chosen = active[0] if active else several[0]
    why = "which is active" if active else "and none of them is said to be active"
    sentence = f"There are territories of {len(several)} models; those of {chosen} are read, {why}."
    notes.append(Note(sentence, table.source(), problem=not active))
    return [model in {chosen, ""} for model in models]
