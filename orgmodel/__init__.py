"""Sales organisations as code: design them, prove that every customer is covered, change them.

A design is an :class:`Org` that entities are added to; everything else is a function of it.
Charts are in :mod:`orgmodel.charts`, which loads matplotlib, and are imported from there. Names are
loaded when they are first asked for, so that the command starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgmodel import roles
    from orgmodel.cover import coverage, why
    from orgmodel.formats import load, save
    from orgmodel.formats.importing.presets import import_any as import_tables
    from orgmodel.model import (
        AcceptedFinding,
        Assignment,
        Between,
        Contact,
        Customer,
        Department,
        DesignError,
        Org,
        Person,
        Position,
        Role,
        Territory,
        Where,
    )
    from orgmodel.network import OrgGraph, graph
    from orgmodel.rules import validate

__all__ = [
    "AcceptedFinding",
    "Assignment",
    "Between",
    "Contact",
    "Customer",
    "Department",
    "DesignError",
    "Org",
    "OrgGraph",
    "Person",
    "Position",
    "Role",
    "Territory",
    "Where",
    "coverage",
    "graph",
    "import_tables",
    "load",
    "roles",
    "save",
    "validate",
    "why",
]

_ROOMS = {
    "coverage": "cover",
    "graph": "network",
    "OrgGraph": "network",
    "import_tables": "formats.importing.presets",
    "load": "formats",
    "save": "formats",
    "validate": "rules",
    "why": "cover",
}

_NAMES = {"import_tables": "import_any"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    if name == "roles":
        return import_module("orgmodel.roles")
    room = import_module(f"orgmodel.{_ROOMS.get(name, 'model')}")
    found = getattr(room, _NAMES.get(name, name))
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
