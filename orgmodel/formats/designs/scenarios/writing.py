"""Changes to YAML, each as one entry of a list."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from orgmodel.changes import (
    Add,
    Change,
    Head,
    Primitive,
    Remove,
    Rename,
    Reorder,
    Scenario,
    Set,
    SplitTerritory,
)
from orgmodel.formats.designs.scenarios.verbs import VERBS
from orgmodel.formats.designs.yaml.writing import head
from orgmodel.formats.values.plain_values import MAX_DEPTH, plain_fields
from orgmodel.model import SECTIONS, Entity, kind_of


def dumps_scenario(scenario: Scenario, *, base: str | None = None) -> str:
    """Write a scenario as YAML; read over the same base it has the same changes.

    Args:
        scenario: The scenario.
        base: The file of its base.
    """
    whole: dict[str, object] = {"name": scenario.name} if scenario.name else {}
    if base is not None:
        whole["base"] = base
    whole["changes"] = [_written(change) for change in scenario.changes]
    return "\n".join([*head(whole), ""])


def _written(change: Change) -> dict[str, object]:
    if isinstance(change, Primitive):
        return _written_primitive(change)
    name = next(name for name, kind in VERBS.items() if isinstance(change, kind))
    values = _plain(change)
    if isinstance(change, SplitTerritory):
        values["into"] = {part.id: _plain(part) for part in change.into}
    return {name: _said(values)}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as a file has them: fields that are emptied are listed by name."""
    emptied = [name for name, value in values.items() if value is None]
    given = {name: value for name, value in values.items() if value is not None}
    return {**given, "clear": emptied} if emptied else given


def _written_primitive(change: Primitive) -> dict[str, object]:
    found: dict[str, object]
    match change:
        case Add():
            found = {"add": {_SECTION[type(change.entity)]: _row(change.entity)}}
        case Remove():
            found = {"remove": {kind_of(change.what): change.id}}
        case Set():
            values = {name: _value(value) for name, value in change.fields.items()}
            found = {"set": {kind_of(change.what): change.id, **_said(values)}}
        case Rename():
            found = {"rename": {kind_of(change.what): change.id, "to": change.to}}
        case Head():
            given = {name: value for name, value in vars(change).items() if value is not None}
            found = {"organisation": given}
        case Reorder():
            found = {"reorder": {_SECTION[change.what]: list(change.ids)}}
    return found


_SECTION: Mapping[type[Any], str] = {kind: name for name, kind in SECTIONS.items()}


def _row(entity: Entity) -> dict[str, object]:
    return {entity.id: _plain(entity)}


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any value of the model
    found: dict[str, Any] = plain_fields(value, MAX_DEPTH - 4)
    for each in fields(value):
        needed = each.default is MISSING and each.default_factory is MISSING
        if needed and each.name != "id":
            found.setdefault(each.name, None)
    return found


def _value(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    if isinstance(value, tuple | list):
        return [_value(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _value(each) for name, each in value.items()}
    return _plain(value) if hasattr(value, "__dataclass_fields__") else value
