"""Reading of scenarios in YAML, with the line of every problem."""

from collections.abc import Collection, Mapping
from dataclasses import fields
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
            DesignError: If it is not YAML, or not a mapping.
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
        self.known(root, _HEAD, "part")
        name = self.text(root, "name") or ""
        self.text(root, "base")
        listed = root.entries.get("changes")
        if isinstance(listed, SequenceNode):
            for node in listed.items:
                self.change(node)
        elif listed is None or not _nothing(listed):
            place = root.place if listed is None else listed.place
            self.problem(place, "changes should be a list; begin each with '- '.")
        if self.problems:
            raise DesignError(self.problems)
        return Scenario(base, tuple(self.changes), name, tuple(self.sources))

    def change(self, node: Node) -> None:
        """Read one change: its verb and its fields."""
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

    def known(self, body: MappingNode, names: Collection[str], what: str, change: str = "") -> None:
        """Report each name in a mapping that is not known."""
        for name in body.entries:
            if name not in names:
                hint = did_you_mean(name, names, list_known=True)
                self.problem(body.names[name], f"{change}There is no {what} {name!r}{hint}")

    def text(self, body: MappingNode, name: str, change: str = "") -> str | None:
        """Return the text below a name, None where nothing stands there; note anything else."""
        node = body.entries.get(name)
        if node is None or _nothing(node):
            return None
        if isinstance(node, ScalarNode):
            return node.text
        self.problem(body.names[name], f"{change}{name} should be text.")
        return None

    def take(self, change: Change, place: Place) -> None:
        """Take a change in, with its line."""
        self.changes.append(change)
        self.sources.append(Source(self.file, place.line))

    def verb(self, name: str, body: MappingNode, place: Place) -> None:
        """Read a change in the words of the trade."""
        kind: Any = VERBS[name]
        if "from" in body.entries and "from_position" in body.entries:
            self.problem(body.names["from_position"], f"{name}: from is given twice. Delete one.")
        values: dict[str, Any] = {
            f"{n}_position" if n == "from" else n: v for n, v in values_of(kind, body).items()
        }
        cleared = self.cleared(name, body)
        if cleared is None or (kind is SplitTerritory and not self.split(body, values)):
            return
        values.pop("clear", None)
        values |= dict.fromkeys(cleared)
        try:
            self.take(adapter(kind).validate_python(values), place)
        except ValidationError as error:
            self.wrong(kind, name, body, error)

    def split(self, body: MappingNode, values: dict[str, Any]) -> bool:
        """Turn the territories of a split into a list; return whether each has fields or none."""
        node = body.entries.get("into")
        if not isinstance(node, MappingNode):
            return True  # missing, or of a kind that the class refuses
        sound = True
        for id_, inner in node.entries.items():
            if not isinstance(inner, MappingNode) and not _nothing(inner):
                sentence = f"split: territory {id_!r}: fields should follow, as 'field: value'."
                self.problem(node.names[id_], sentence)
                sound = False
        if sound:
            values["into"] = [{**(v or {}), "id": i} for i, v in values["into"].items()]
        return sound

    def cleared(self, name: str, body: MappingNode) -> list[str] | None:
        """Return the fields that a change empties, or None where they are not a list of names."""
        node = body.entries.get("clear")
        items = node.items if isinstance(node, SequenceNode) else [node] if node else []
        texts = [each.text for each in items if isinstance(each, ScalarNode) and each.text]
        if len(texts) == len(items):
            return texts
        self.problem(body.names["clear"], f"{name}: clear should be names of fields, as [deputy].")
        return None

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
            self.organisation(body, place)
        elif name == "reorder":
            self.reordered(body, place)
        else:
            self.named(name, body, place)

    def organisation(self, body: MappingNode, place: Place) -> None:
        """Read another name or currency of the whole."""
        noted = len(self.problems)
        names = tuple(field.name for field in fields(Head))
        self.known(body, names, "field", "organisation: ")
        given = {name: self.text(body, name, "organisation: ") for name in names}
        if len(self.problems) == noted:
            if any(given.values()):
                self.take(Head(**given), place)
            else:
                self.problem(place, "organisation: a name or a currency should follow.")

    def reordered(self, body: MappingNode, place: Place) -> None:
        """Read sections in another order."""
        self.known(body, SECTIONS, "section", "reorder: ")
        if not body.entries:
            self.problem(place, "reorder: sections should follow, each with a list of all ids.")
        for section, node in body.entries.items():
            if section not in SECTIONS:
                continue
            items = node.items if isinstance(node, SequenceNode) else [None]
            ids = tuple(each.text for each in items if isinstance(each, ScalarNode) and each.text)
            if len(ids) == len(items):
                self.take(Reorder(SECTIONS[section], ids), place)
            else:
                sentence = f"reorder: {section} should be a list of ids, as [a, b]."
                self.problem(body.names[section], sentence)

    def added(self, body: MappingNode) -> None:
        """Read entities to be added, in sections as in a design."""
        self.known(body, SECTIONS, "section", "add: ")
        for section, rows in body.entries.items():
            if section not in SECTIONS:
                continue
            if not isinstance(rows, MappingNode):
                sentence = f"{section} should be ids, each with its fields below it."
                self.problem(rows.place, sentence)
            else:
                for id_, node in rows.entries.items():
                    self.entity(SECTIONS[section], id_, node, rows.names[id_])

    def entity(self, kind: Any, id_: str, node: Node, place: Place) -> None:  # noqa: ANN401 - mypy takes no class for hashable
        """Read one entity to be added."""
        what = f"add {kind_of(kind)} {id_!r}"
        if not isinstance(node, MappingNode) and not _nothing(node):
            self.problem(place, f"{what}: fields should follow, as 'field: value'.")
            return
        body = node if isinstance(node, MappingNode) else MappingNode(place)
        if "id" in body.names:
            self.problem(body.names["id"], f"{what}: the id is given above. Delete this.")
        try:
            made = adapter(kind).validate_python({**values_of(kind, body), "id": id_})
        except ValidationError as error:
            self.wrong(kind, what, body, error)
        else:
            self.take(Add(made), place)

    def named(self, name: str, body: MappingNode, place: Place) -> None:
        """Read a change of the one entity that is named by its kind."""
        kind = next((n for n in body.entries if n in _KINDS), None)
        node = body.entries.get(kind or "")
        if kind is None or not isinstance(node, ScalarNode) or not node.text:
            self.problem(place, f"{name}: name its entity by kind, as 'position: am-1'.")
            if kind is None and name != "set":  # whose other names are fields
                self.known(body, (*_KINDS, "to"), "kind", f"{name}: ")
            return
        what, id_ = _KINDS[kind], node.text
        if name == "remove":
            self.known(body, [kind], "field", "remove: ")
            self.take(Remove(what, id_), place)
        elif name == "rename":
            self.known(body, [kind, "to"], "field", "rename: ")
            if to := self.text(body, "to", "rename: "):
                self.take(Rename(what, id_, to), place)
            elif _nothing(body.entries.get("to")):
                self.problem(place, "rename: the field 'to' is missing.")
        elif (cleared := self.cleared(name, body)) is not None:
            values = values_of(what, body)
            given = {n: v for n, v in values.items() if n not in (kind, "clear")}
            self.take(Set(what, id_, given | dict.fromkeys(cleared)), place)


def _nothing(node: Node | None) -> bool:
    return node is None or (isinstance(node, ScalarNode) and node.text is None)
