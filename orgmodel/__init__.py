"""Sales organisations as code: design them, prove that every customer is covered, change them.

A design is an :class:`Org` that entities are added to; everything else is a function of it.
Charts are in :mod:`orgmodel.charts`, which loads matplotlib, and are imported from there.
"""

from orgmodel import roles
from orgmodel.coverage import coverage, why
from orgmodel.formats import load, save
from orgmodel.graph import graph
from orgmodel.model import (
    Accepted,
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
from orgmodel.rules import validate

__all__ = [
    "Accepted",
    "Assignment",
    "Between",
    "Contact",
    "Customer",
    "Department",
    "DesignError",
    "Org",
    "Person",
    "Position",
    "Role",
    "Territory",
    "Where",
    "coverage",
    "graph",
    "load",
    "roles",
    "save",
    "validate",
    "why",
]
