"""Fixes: the smallest change of a design that resolves a finding, as a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

from orgmodel.changes import Add, Primitive, Remove, Rename, Set
from orgmodel.files import Edit
from orgmodel.model import entity_label, kind_of

Fixing = Literal["none", "offered", "safe"]
"""The best fix of a rule's findings: none, a change to decide about, or a safe one."""


@dataclass(frozen=True)
class Fix:
    """The smallest change of a design that resolves a finding.

    Attributes:
        changes: The changes, to be made together by :func:`orgmodel.changes.apply`.
        safe: Whether it loses no data and needs no decision by a person.
        edits: The same as edits of the files that the design was read from, if known.
    """

    changes: tuple[Primitive, ...]
    safe: bool = False
    edits: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        shown = [_sentence(change) for change in self.changes[:_SHOWN]]
        more = len(self.changes) - _SHOWN
        return "; ".join([*shown, *([f"and {more:,} more changes"] if more > 0 else [])])


_SHOWN = 5


def safe(*changes: Primitive | None) -> Fix | None:
    """Return a fix that needs no decision; None if one of the changes is impossible."""
    return _fix(changes, is_safe=True)


def offered(*changes: Primitive | None) -> Fix | None:
    """Return a fix that needs a decision; None if one of the changes is impossible."""
    return _fix(changes, is_safe=False)


def _fix(changes: Iterable[Primitive | None], *, is_safe: bool) -> Fix | None:
    listed = tuple(changes)
    known = tuple(change for change in listed if change is not None)
    return Fix(known, is_safe) if known and len(known) == len(listed) else None


def _sentence(change: Primitive) -> str:
    match change:
        case Set():
            whose = f"of {_kind(change.what)} '{change.id}'"
            return ", ".join(_field(name, value, whose) for name, value in change.fields.items())
        case Remove():
            return f"remove {_kind(change.what)} '{change.id}'"
        case Rename():
            return f"rename {_kind(change.what)} '{change.id}' to '{change.to}'"
        case Add():
            return f"add {entity_label(change.entity)}"
    return str(change)


def _field(name: str, value: object, whose: str) -> str:
    if value is None or value == ():
        return f"remove {name} {whose}"
    return f"set {name} {whose} to {_shown(value)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_shown, value))}]"
    if is_dataclass(value) or isinstance(value, Mapping):
        return str(value)
    return f"'{value}'" if isinstance(value, str) else str(value)


def _kind(kind: type[Any]) -> str:
    return kind_of(kind).replace("_", " ")
