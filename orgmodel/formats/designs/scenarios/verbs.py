"""Names of changes in files."""

from collections.abc import Mapping
from typing import Any

from orgmodel.changes import (
    ChangeRule,
    ChangeTarget,
    Depart,
    Hire,
    MergeTerritories,
    Move,
    Promote,
    Reassign,
    SplitTerritory,
    TakeOver,
)

VERBS: Mapping[str, type[Any]] = {
    "hire": Hire,
    "leave": Depart,
    "take_over": TakeOver,
    "move": Move,
    "promote": Promote,
    "reassign": Reassign,
    "split": SplitTerritory,
    "merge": MergeTerritories,
    "rule": ChangeRule,
    "target": ChangeTarget,
}
"""The name of a change in a file."""
