"""A scenario in YAML to changes, with every problem in its line."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from orgmodel.changes import (
    Add,
    Change,
    Head,
    Remove,
    Rename,
    Reorder,
    Scenario,
    Set,
    SplitTerritory,
)
from orgmodel.formats.designs.scenarios.verbs import VERBS
from orgmodel.formats.designs.yaml.error_locations import names_of, of_one_branch, place_of
from orgmodel.formats.designs.yaml.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode
from orgmodel.formats.designs.yaml.parsing import parse
from orgmodel.formats.designs.yaml.reading import _values as values_of
from orgmodel.model import SECTIONS, DesignError, Org, Problem, Source, adapter, kind_of, wording
from orgmodel.text import did_you_mean

_PLAIN = ("add", "remove", "set", "rename", "organisation", "reorder")
_KINDS: Mapping[str, type[Any]] = {kind_of(kind): kind for kind in SECTIONS.values()}
_HEAD = ("name", "base", "changes")


class Reading:
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
                hint = did_you_mean(name, _HEAD, list_known=True)
                self.problem(root.names[name], f"There is no part {name!r}{hint}")
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
            hint = did_you_mean(name, (*VERBS, *_PLAIN), list_known=True)
            self.problem(place, f"There is no change {name!r}{hint}")
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
                hint = did_you_mean(section, SECTIONS, list_known=True)
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
