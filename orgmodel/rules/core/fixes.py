"""The changes that fixes consist of, for the whole design with all its days.

Rules read a design as of a day, where dated lines are plain fields. What is not a plain field in
the whole design cannot be changed as one: such a change is None, and there is no fix.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from orgmodel.changes import Add, Remove, Set, differing, renamed
from orgmodel.model import Entity, Id
from orgmodel.rules.core.context import RuleContext
from orgmodel.rules.core.fix import Fix, safe

E = TypeVar("E")


def put(design: RuleContext, entity: Id[Any], **fields: object) -> Set | None:
    """Return the change that gives fields of an entity other values."""
    whole = _whole(design, entity)
    if whole is None or any(getattr(whole, name) != getattr(entity, name) for name in fields):
        return None
    if all(getattr(whole, name) == value for name, value in fields.items()):
        return None
    return Set(type(entity), entity.id, fields)


def drop(design: RuleContext, entity: Id[Any], field: str, refs: Iterable[object]) -> Set | None:
    """Return the change that removes references from a field."""
    gone = {*map(str, refs)}
    value = getattr(_whole(design, entity), field, None)
    if isinstance(value, tuple):
        kept = tuple(ref for ref in value if str(ref) not in gone)
        found = gone <= {*map(str, value)}
        return Set(type(entity), entity.id, {field: kept}) if found else None
    return Set(type(entity), entity.id, {field: None}) if gone == {str(value)} else None


def join(design: RuleContext, entity: Id[Any], field: str, ref: object) -> Set | None:
    """Return the change that appends a reference to a field."""
    here = getattr(entity, field)
    return put(design, entity, **{field: (*here, str(ref))})


def take_out(design: RuleContext, entity: Id[Any]) -> Remove | None:
    """Return the change that removes an entity."""
    return Remove(type(entity), entity.id) if _whole(design, entity) is not None else None


def bring_in(entity: Entity) -> Add:
    """Return the change that adds an entity."""
    return Add(entity)


def remove_duplicates(design: RuleContext, same: Sequence[Id[Any]]) -> Fix | None:
    """Return the safe fix that keeps the first of entities that differ only in their ids."""
    first, *others = same
    alike = all(replace(other, id=first.id) == first for other in others)
    return safe(*(take_out(design, other) for other in others)) if alike else None


def redirect(
    design: RuleContext, entities: Iterable[Id[Any]], kind: str, old: str, new: str
) -> list[Set | None]:
    """Return the changes that let entities refer to another entity.

    Args:
        design: The design.
        entities: Those that refer, each once.
        kind: The kind of what they refer to, as in ``territory_type``.
        old: The id that they name.
        new: The id that they are to name.
    """
    return [_redirected(_whole(design, entity), {(kind, old): new}) for entity in entities]


def _redirected(entity: Any, call: dict[tuple[str, str], str]) -> Set | None:  # noqa: ANN401 - of any kind
    if entity is None:
        return None
    new = renamed(entity, call)
    return None if new is entity else Set(type(entity), entity.id, differing(entity, new))


def _whole(design: RuleContext, entity: Id[Any]) -> Any:  # noqa: ANN401 - of any kind
    kind: type[Any] = type(entity)
    return design.org.whole.get(kind, entity.id)


def only(some: Iterable[E]) -> E | None:
    """Return the only item; None if there are none or several."""
    found = list(some)
    return found[0] if len(found) == 1 else None
