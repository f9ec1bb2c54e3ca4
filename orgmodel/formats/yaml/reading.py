"""A design in YAML to an organisation, with every problem in its line."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from yaml.events import Event

from orgmodel.formats.kinds import adapter, defaults, numbers_or_texts
from orgmodel.formats.wording import meant, wording
from orgmodel.formats.yaml.bodies import ordinary
from orgmodel.formats.yaml.meaning import number_or_text
from orgmodel.formats.yaml.nodes import (
    EntityNode,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
)
from orgmodel.formats.yaml.parsing import parse
from orgmodel.formats.yaml.placing import names_of, of_one_branch, place_of
from orgmodel.model import SECTIONS, DesignError, Entity, Org, Problem, Source, kind_of

HEAD = ("name", "currency")


def read(data: str | bytes, file: str) -> Org:
    """Read a design.

    Args:
        data: The text, or the bytes of a file.
        file: What its problems and sources call it.

    Raises:
        DesignError: With every problem found, each in its line.
    """
    tree = parse(data, _ready, _whole)
    reading = _Reading(file)
    for fault in tree.faults:
        reading.problem(fault.place, fault.message)
    if isinstance(tree.root, MappingNode):
        reading.design(tree.root)
    elif tree.root is not None or not tree.faults:
        place = tree.root.place if tree.root else Place(1, 1)
        reading.problem(place, "A design begins with 'name: ...', followed by its sections.")
    if reading.problems or reading.org is None:
        raise DesignError(sorted(reading.problems, key=_line))
    return reading.org


def _line(problem: Problem) -> int:
    return (problem.source and problem.source.line) or 0


class _Reading:
    """One design being read: the organisation so far, and the problems so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.org: Org | None = None
        self.problems: list[Problem] = []

    def problem(self, place: Place, sentence: str) -> None:
        """Note what is wrong and read on."""
        self.problems.append(Problem(sentence, Source(self.file, place.line)))

    def design(self, root: MappingNode) -> None:
        """Read the head, then all sections."""
        self.org = self.head(root)
        for name, node in root.entries.items():
            if name in SECTIONS:
                self.section(name, node)
            elif name not in HEAD:
                hint = meant(name, (*HEAD, *SECTIONS))
                self.problem(root.names[name], f"There is no section {name!r}{hint}")

    def head(self, root: MappingNode) -> Org | None:
        """Read the name and the currency; without them nothing can be added."""
        given = {name: root.entries[name] for name in HEAD if name in root.entries}
        texts = {n: v.text for n, v in given.items() if isinstance(v, ScalarNode) and v.text}
        for name in given.keys() - texts.keys():
            self.problem(root.names[name], f"The {name} of the design should be text.")
        if "name" not in given:
            self.problem(root.place, "The name of the design is missing. Write 'name: ...' first.")
        if "name" not in texts or len(texts) < len(given):
            return None
        try:
            return Org(**texts)
        except DesignError as error:
            for problem in error.problems:
                self.problem(list(given.values())[-1].place, problem.sentence)
            return None

    def section(self, name: str, node: Node) -> None:
        """Read all entities of one kind."""
        if isinstance(node, MappingNode):
            for id_, body in node.entries.items():
                place = node.names[id_]
                if isinstance(body, EntityNode):
                    self.add(body.entity, Source(self.file, place.line))
                else:
                    self.entity(SECTIONS[name], id_, body, place)
        elif not _nothing(node):
            self.problem(node.place, f"{name} should be ids, each with its fields below it.")

    def entity(self, kind: type, id_: str, body: Node, place: Place) -> None:
        """Read one entity and take it in."""
        if not isinstance(body, MappingNode):
            if not _nothing(body):
                self.problem(place, f"{_said(kind, id_)}: fields should follow, as 'field: value'.")
                return
            body = MappingNode(place)
        body.place = place  # what an entity lacks is lacking below its id
        if "id" in body.names:
            self.problem(body.names["id"], f"{_said(kind, id_)}: its id stands above. Delete this.")
        try:
            entity = adapter(kind).validate_python({**_values(kind, body), "id": id_})
        except ValidationError as error:
            self.wrong(kind, id_, body, place, error)
        else:
            self.add(entity, Source(self.file, place.line))

    def add(self, entity: Entity, source: Source) -> None:
        """Take an entity in; what forbids that is a problem like others."""
        try:
            if self.org is not None:
                self.org.add(entity, source=source)
        except DesignError as error:
            self.problems.extend(error.problems)

    def wrong(
        self, kind: type, id_: str, body: MappingNode, place: Place, error: ValidationError
    ) -> None:
        """Note everything that keeps one entity from being read."""
        for detail in of_one_branch(body, error.errors(include_url=False)):
            sentence = wording(kind, detail, names_of(body, detail))
            self.problem(place_of(body, detail) or place, f"{_said(kind, id_)}: {sentence}")


def _said(kind: type, id_: str) -> str:
    return f"{kind_of(kind).replace('_', ' ').capitalize()} {id_!r}"


def _nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.text is None


def _ready(section: str, id_: str, body: Sequence[Event]) -> object | None:
    """Make an entity in the short way, or nothing where there is anything to say about it."""
    kind: type | None = SECTIONS.get(section)
    values = None if kind is None else ordinary(body, numbers_or_texts(kind))
    if kind is None or values is None or "id" in values:
        return None
    try:
        made: object = adapter(kind).validate_python({**_given(kind, values), "id": id_})
    except ValidationError:
        return None
    return made


def _whole(section: str, id_: str, body: MappingNode) -> object | None:
    """Make an entity in the long way, or nothing where there is anything to say about it."""
    kind: type | None = SECTIONS.get(section)
    if kind is None or "id" in body.names:
        return None
    try:
        made: object = adapter(kind).validate_python({**_values(kind, body), "id": id_})
    except ValidationError:
        return None
    return made


def _values(kind: type, body: MappingNode) -> dict[str, object]:
    """Give the fields of an entity as plain values."""
    mixed = numbers_or_texts(kind)
    fields = body.entries.items()
    return _given(kind, {name: _plain(node, numbers=name in mixed) for name, node in fields})


def _given(kind: type, values: Mapping[str, object]) -> dict[str, object]:
    """Leave out fields with nothing written where that means the default."""
    usual = defaults(kind)
    return {
        name: value
        for name, value in values.items()
        if value is not None or name not in usual or usual[name] not in _EMPTY
    }


_EMPTY: tuple[object, ...] = (None, (), {})


def _plain(node: Node, *, numbers: bool) -> object:
    """Give a node as text, list or dict; it is at most as deep as the parser allows."""
    if isinstance(node, MappingNode):
        return {name: _plain(inner, numbers=numbers) for name, inner in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [_plain(item, numbers=numbers) for item in node.items]
    if numbers and node.text is not None and not node.quoted:
        return number_or_text(node.text)
    return node.text
