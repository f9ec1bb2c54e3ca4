"""Scenarios in files and texts."""

import os
import re
from pathlib import Path

from orgmodel.changes import Scenario
from orgmodel.files import write_whole
from orgmodel.formats.designs.scenarios.reading import Reading
from orgmodel.formats.designs.scenarios.writing import dumps_scenario
from orgmodel.formats.designs.yaml.nodes import ScalarNode
from orgmodel.formats.values.file_contents import contents_of
from orgmodel.model import DesignError, Org, Problem, Source

_SUFFIXES = (".yaml", ".yml")
_CHANGES = re.compile(rb"^changes[ \t]*:", re.MULTILINE)


def is_scenario(path: str | os.PathLike[str]) -> bool:
    """Return whether a file is a scenario: YAML with a list of changes, which no design has."""
    file = os.fspath(path)
    if Path(file).suffix.lower() not in _SUFFIXES or not Path(file).is_file():
        return False
    return holds_changes(contents_of(file))


def holds_changes(text: bytes) -> bool:
    """Return whether a text in YAML has a list of changes, which no design has."""
    return _CHANGES.search(text) is not None


def base_of(path: str | os.PathLike[str]) -> str:
    """Return the design that a scenario names as its base, as a path.

    Raises:
        DesignError: If it names none.
    """
    file = os.fspath(path)
    root = Reading(file).root(contents_of(file))
    base = root.entries.get("base")
    if not isinstance(base, ScalarNode) or not base.text:
        sentence = "The scenario names no base. Write 'base: design.yaml', or name BEFORE."
        raise DesignError([Problem(sentence, Source(file, 1))])
    return str(Path(file).parent / base.text)


def load_scenario(path: str | os.PathLike[str], base: Org) -> Scenario:
    """Read a scenario from a YAML file.

    Args:
        path: The file.
        base: The design to change; the base named in the file is ignored.

    Raises:
        DesignError: With every problem found: its file, its line, and what to do.
    """
    file = os.fspath(path)
    return loads_scenario(contents_of(file), base, name=file)


def loads_scenario(text: str | bytes, base: Org, *, name: str = "<text>") -> Scenario:
    """Read a scenario from YAML in memory.

    Args:
        text: The YAML.
        base: The design to change.
        name: Its name in problems and sources, instead of a file.

    Raises:
        DesignError: With every problem found.
    """
    reading = Reading(name)
    return reading.scenario(reading.root(text), base)


def save_scenario(
    scenario: Scenario, path: str | os.PathLike[str], *, base: str | None = None
) -> None:
    """Write a scenario to a YAML file; an old file stays whole until the new one is.

    Args:
        scenario: The scenario.
        path: The file.
        base: The file of its base, as seen from there.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
    """
    write_whole(path, dumps_scenario(scenario, base=base).encode())
