"""Scenarios in YAML: a list of changes over a design, with every problem in its line."""

import os
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from orgmodel.changes import (
    Add,
    Change,
    ChangeRule,
    ChangeTarget,
    Depart,
    Head,
    Hire,
    MergeTerritories,
    Move,
    Primitive,
    Promote,
    Reassign,
    Remove,
    Rename,
    Reorder,
    Scenario,
    Set,
    SplitTerritory,
    TakeOver,
)
from orgmodel.files import write_whole
from orgmodel.formats.contents import contents_of
from orgmodel.formats.kinds import adapter
from orgmodel.formats.plain_values import MAX_DEPTH, plain_fields
from orgmodel.formats.wording import meant, wording
from orgmodel.formats.yaml.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode
from orgmodel.formats.yaml.parsing import parse
from orgmodel.formats.yaml.placing import names_of, of_one_branch, place_of
from orgmodel.formats.yaml.reading import _values as values_of
from orgmodel.formats.yaml.writing import head
from orgmodel.model import SECTIONS, DesignError, Entity, Org, Problem, Source, kind_of

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
"""What a change is called in a file."""

_PLAIN = ("add", "remove", "set", "rename", "organisation", "reorder")
_KINDS: Mapping[str, type[Any]] = {kind_of(kind): kind for kind in SECTIONS.values()}
_HEAD = ("name", "base", "changes")
_SUFFIXES = (".yaml", ".yml")
_CHANGES = re.compile(rb"^changes[ \t]*:", re.MULTILINE)
_BASE = re.compile(rb"^base[ \t]*:", re.MULTILINE)


def is_scenario(path: str | os.PathLike[str]) -> bool:
    """Return whether a file is a scenario: YAML with a list of changes, which no design has."""
    file = os.fspath(path)
    if Path(file).suffix.lower() not in _SUFFIXES or not Path(file).is_file():
        return False
    return _CHANGES.search(contents_of(file)) is not None


def base_of(path: str | os.PathLike[str]) -> str:
    """Return the design that a scenario names as its base, as a path.

    Raises:
        DesignError: If it names none.
    """
    file = os.fspath(path)
    root = _Reading(file).root(contents_of(file))
    base = root.entries.get("base")
    if not isinstance(base, ScalarNode) or not base.text:
        sentence = "The scenario names no base. Write 'base: design.yaml', or name BEFORE."
        raise DesignError([Problem(sentence, Source(file, 1))])
    return str(Path(file).parent / base.text)


def load_scenario(path: str | os.PathLike[str], base: Org) -> Scenario:
    """Read a scenario from a YAML file.

    Args:
        path: The file.
        base: The design that it is to change; what the file names as its base is passed over.

    Raises:
        DesignError: With every problem found: its file, its line, and what to do.
    """
    file = os.fspath(path)
    return loads_scenario(contents_of(file), base, name=file)


def loads_scenario(text: str | bytes, base: Org, *, name: str = "<text>") -> Scenario:
    """Read a scenario from YAML in memory.

    Args:
        text: The YAML.
        base: The design that it is to change.
        name: What problems and sources call it in place of a file.

    Raises:
        DesignError: With every problem found.
    """
    reading = _Reading(name)
    return reading.scenario(reading.root(text), base)


class _Reading:
    """One scenario being read: the changes so far, and the problems so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.changes: list[Change] = []
        self.sources: list[Source | None] = []
        self.problems: list[Problem] = []

    def root(self, data: str | bytes) -> MappingNode:
        """Parse the text.

        Raises:
            DesignError: If it is no YAML, or no mapping.
        """
        tree = parse(data)
        for fault in tree.faults:
            self.problem(fault.place, fault.message)
        if not isinstance(tree.root, MappingNode) and not self.problems:
            self.problem(Place(1, 1), "A scenario has 'changes:', with a list below it.")
        if self.problems or not isinstance(tree.root, MappingNode):
            raise DesignError(self.problems)
        return tree.root

    def problem(self, place: Place, sentence: str) -> None:
        """Note what is wrong and read on."""
        self.problems.append(Problem(sentence, Source(self.file, place.line)))

    def scenario(self, root: MappingNode, base: Org) -> Scenario:
        """Read the head, then all changes.

        Raises:
            DesignError: With every problem found.
        """
        for name in root.entries:
            if name not in _HEAD:
                self.problem(root.names[name], f"There is no part {name!r}{meant(name, _HEAD)}")
        listed = root.entries.get("changes")
        if isinstance(listed, SequenceNode):
            for node in listed.items:
                self.change(node)
        elif listed is None or not _nothing(listed):
            place = root.place if listed is None else listed.place
            self.problem(place, "changes should be a list; begin each with '- '.")
        if self.problems:
            raise DesignError(self.problems)
        title = root.entries.get("name")
        name = (title.text if isinstance(title, ScalarNode) else None) or ""
        return Scenario(base, tuple(self.changes), name, tuple(self.sources))

    def change(self, node: Node) -> None:
        """Read one change: what is done, with its fields."""
        if not isinstance(node, MappingNode) or len(node.entries) != 1:
            self.problem(node.place, "A change is one name with its fields, as 'move: {...}'.")
            return
        ((name, body),) = node.entries.items()
        place = node.names[name]
        if name not in VERBS and name not in _PLAIN:
            self.problem(place, f"There is no change {name!r}{meant(name, (*VERBS, *_PLAIN))}")
        elif not isinstance(body, MappingNode):
            self.problem(place, f"{name}: fields should follow, as 'field: value'.")
        elif name in VERBS:
            self.verb(name, body, place)
        else:
            self.plain(name, body, place)

    def take(self, change: Change, place: Place) -> None:
        """Take a change in, with its line."""
        self.changes.append(change)
        self.sources.append(Source(self.file, place.line))

    def verb(self, name: str, body: MappingNode, place: Place) -> None:
        """Read a change in the words of the trade."""
        kind: Any = VERBS[name]
        values: dict[str, Any] = {
            f"{n}_position" if n == "from" else n: v for n, v in values_of(kind, body).items()
        }
        values |= dict.fromkeys(_cleared(values))
        if kind is SplitTerritory and isinstance(values.get("into"), Mapping):
            values["into"] = [{**(v or {}), "id": i} for i, v in values["into"].items()]
        try:
            self.take(adapter(kind).validate_python(values), place)
        except ValidationError as error:
            self.wrong(kind, name, body, error)

    def wrong(self, kind: type[Any], name: str, body: MappingNode, error: ValidationError) -> None:
        """Note everything that keeps one change or entity from being read."""
        for detail in of_one_branch(body, error.errors(include_url=False)):
            sentence = wording(kind, detail, names_of(body, detail))
            self.problem(place_of(body, detail), f"{name}: {sentence}")

    def plain(self, name: str, body: MappingNode, place: Place) -> None:
        """Read one of the primitive changes."""
        if name == "add":
            self.added(body)
        elif name == "organisation":
            given = {n: v.text for n, v in body.entries.items() if isinstance(v, ScalarNode)}
            self.take(Head(given.get("name"), given.get("currency")), place)
        elif name == "reorder":
            for section, node in body.entries.items():
                if section in SECTIONS and isinstance(node, SequenceNode):
                    ids = tuple(n.text or "" for n in node.items if isinstance(n, ScalarNode))
                    self.take(Reorder(SECTIONS[section], ids), place)
        else:
            self.named(name, body, place)

    def added(self, body: MappingNode) -> None:
        """Read entities to be added, in sections as in a design."""
        for section, rows in body.entries.items():
            if section not in SECTIONS:
                hint = meant(section, SECTIONS)
                self.problem(body.names[section], f"There is no section {section!r}{hint}")
            elif not isinstance(rows, MappingNode):
                sentence = f"{section} should be ids, each with its fields below it."
                self.problem(rows.place, sentence)
            else:
                for id_, node in rows.entries.items():
                    self.entity(SECTIONS[section], id_, node, rows.names[id_])

    def entity(self, kind: Any, id_: str, node: Node, place: Place) -> None:  # noqa: ANN401 - mypy takes no class for hashable
        """Read one entity to be added."""
        body = node if isinstance(node, MappingNode) else MappingNode(place)
        try:
            made = adapter(kind).validate_python({**values_of(kind, body), "id": id_})
        except ValidationError as error:
            self.wrong(kind, f"add {kind_of(kind)} {id_!r}", body, error)
        else:
            self.take(Add(made), place)

    def named(self, name: str, body: MappingNode, place: Place) -> None:
        """Read a change of the one entity that is named by its kind."""
        kind = next((n for n in body.entries if n in _KINDS), None)
        node = body.entries.get(kind or "")
        if kind is None or not isinstance(node, ScalarNode) or not node.text:
            self.problem(place, f"{name}: name what it is about by its kind, as 'position: am-1'.")
            return
        what, id_ = _KINDS[kind], node.text
        values = values_of(what, body)
        del values[kind]
        if name == "remove":
            self.take(Remove(what, id_), place)
        elif name == "rename":
            to = values.get("to")
            if isinstance(to, str):
                self.take(Rename(what, id_, to), place)
            else:
                self.problem(place, "rename: the field 'to' is missing.")
        else:
            self.take(Set(what, id_, values | dict.fromkeys(_cleared(values))), place)


def _cleared(values: dict[str, Any]) -> list[str]:
    """Take out and return the fields that a change empties."""
    listed = values.pop("clear", [])
    return [str(name) for name in (listed if isinstance(listed, list) else [listed])]


def _nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.text is None


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
