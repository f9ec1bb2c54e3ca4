"""Reading of designs in YAML, with the line of every problem."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from yaml.events import Event

from orgmodel.formats.designs.yaml.error_locations import names_of, of_one_branch, place_of
from orgmodel.formats.designs.yaml.fast_path import ordinary
from orgmodel.formats.designs.yaml.including import Files, IncludeError
from orgmodel.formats.designs.yaml.json_events import json_events
from orgmodel.formats.designs.yaml.nodes import (
    EntityNode,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
)
from orgmodel.formats.designs.yaml.parsing import parse, yaml_events
from orgmodel.formats.designs.yaml.scalar_types import number_or_text
from orgmodel.model import (
    SECTIONS,
    DesignError,
    Entity,
    Org,
    Problem,
    Source,
    adapter,
    defaults,
    kind_of,
    numbers_or_texts,
    wording,
)
from orgmodel.text import did_you_mean

HEAD = ("name", "currency", "include")
"""Fields before the sections, in the order of writing."""
ASIDE = "$schema"
"""Fields for editors that are not part of a design."""


def read(data: str | bytes, file: str, files: Files | None = None) -> Org:
    """Read a design.

    Args:
        data: The text, or the bytes of a file; JSON where the file is named so, else YAML.
        file: Its name in problems and sources.
        files: Finds what it includes; None allows no includes.

    Raises:
        DesignError: With every problem found, each in its line.
    """
    reading = _Reading(files)
    reading.text(data, file)
    if reading.problems or reading.org is None:
        raise DesignError(sorted(reading.problems, key=reading.place_of))
    return reading.org


def read_alone(data: str | bytes, file: str) -> Org:
    """Read what one file says, whole design or part, and nothing that it includes.

    Raises:
        DesignError: With every problem found, each in its line.
    """
    reading = _Reading(None, alone=True)
    reading.org = Org(file)
    reading.text(data, file)
    if reading.problems or reading.org is None:
        raise DesignError(sorted(reading.problems, key=reading.place_of))
    return reading.org


class _Reading:
    """One design being read: the organisation so far, and the problems so far."""

    def __init__(self, files: Files | None, *, alone: bool = False) -> None:
        self.files, self.alone = files, alone
        self.file = ""
        self.read: dict[str, int] = {}
        self.size = 0
        self.org: Org | None = None
        self.problems: list[Problem] = []

    def problem(self, place: Place, sentence: str) -> None:
        """Report a problem and read on."""
        self.problems.append(Problem(sentence, Source(self.file, place.line)))

    def place_of(self, problem: Problem) -> tuple[int, int]:
        """Give what problems are sorted by: the order of files, then of lines."""
        source = problem.source
        return (self.read.get(source.file, 0), source.line or 0) if source else (0, 0)

    def text(self, data: str | bytes, file: str) -> None:
        """Read one file."""
        outer, self.file = self.file, file
        part = bool(self.read)
        self.read[file] = len(self.read)
        language = json_events if file.lower().endswith(".json") else yaml_events
        tree = parse(data, _ready, _whole, taken=self.size, language=language)
        self.size += tree.size
        for fault in tree.faults:
            self.problem(fault.place, fault.message)
        if isinstance(tree.root, MappingNode):
            self.design(tree.root, part=part)
        elif tree.root is not None or not tree.faults:
            self.problem(tree.root.place if tree.root else Place(1, 1), _NO_DESIGN[part])
        self.file = outer

    def design(self, root: MappingNode, *, part: bool) -> None:
        """Read the head, then what is included, then all sections."""
        if not part and ("name" in root.entries or not self.alone):
            self.org = self.head(root)
        elif "currency" in root.entries and part:
            self.same_currency(root.entries["currency"])
        if "include" in root.entries and not self.alone:
            self.include(root.entries["include"])
        for name, node in root.entries.items():
            if name in SECTIONS:
                self.section(name, node)
            elif name not in HEAD and name != ASIDE:
                hint = did_you_mean(name, (*HEAD, *SECTIONS), list_known=True)
                self.problem(root.names[name], f"There is no section {name!r}{hint}")

    def head(self, root: MappingNode) -> Org | None:
        """Read the name and the currency; without them nothing can be added."""
        given = {name: root.entries[name] for name in HEAD[:2] if name in root.entries}
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

    def same_currency(self, node: Node) -> None:
        """Refuse a part whose amounts would be taken for those of another currency."""
        stated = node.text if isinstance(node, ScalarNode) else None
        if self.org is not None and stated != self.org.currency:
            currency = self.org.currency
            self.problem(
                node.place,
                f"The amounts of this part are not in {currency}, as the design; convert them.",
            )

    def include(self, node: Node) -> None:
        """Read the files that a file includes."""
        items = node.items if isinstance(node, SequenceNode) else [node]
        for item in items:
            if not isinstance(item, ScalarNode) or not item.text:
                if not _nothing(item):
                    self.problem(item.place, "include should be paths of files, as [people.yaml].")
                continue
            try:
                for file in self.included(item.text):
                    self.included_file(file, item.place)
            except IncludeError as error:
                self.problem(item.place, f"The include {item.text!r} {error}.")

    def included(self, pattern: str) -> list[str]:
        """Return the files that a path or pattern means."""
        if self.files is None:
            raise IncludeError("has no folder here. Load the design from its file")
        return self.files.matching(pattern)

    def included_file(self, file: str, place: Place) -> None:
        """Read a file that this one includes."""
        assert self.files is not None  # noqa: S101 - it found the file
        try:
            data = self.files.begin(file)
        except DesignError as error:
            for problem in error.problems:
                self.problem(place, f"{file}: {problem.sentence}")
            return
        self.text(data, file)
        self.files.end()

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
            self.problem(
                body.names["id"], f"{_said(kind, id_)}: the id is given above. Delete this."
            )
        try:
            entity = adapter(kind).validate_python({**_values(kind, body), "id": id_})
        except ValidationError as error:
            self.wrong(kind, id_, body, place, error)
        else:
            self.add(entity, Source(self.file, place.line))

    def add(self, entity: Entity, source: Source) -> None:
        """Add an entity; a refusal is a problem like others."""
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


_NO_DESIGN = {
    False: "A design begins with 'name: ...', followed by its sections.",
    True: "A part of a design consists of sections, such as 'positions:'.",
}


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
