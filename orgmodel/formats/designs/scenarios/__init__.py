"""Scenarios in YAML: a list of changes over a design."""

from orgmodel.formats.designs.scenarios.files import (
    base_of,
    holds_changes,
    is_scenario,
    load_scenario,
    loads_scenario,
    save_scenario,
)
from orgmodel.formats.designs.scenarios.verbs import VERBS
from orgmodel.formats.designs.scenarios.writing import dumps_scenario

__all__ = [
    "VERBS",
    "base_of",
    "dumps_scenario",
    "holds_changes",
    "is_scenario",
    "load_scenario",
    "loads_scenario",
    "save_scenario",
]
