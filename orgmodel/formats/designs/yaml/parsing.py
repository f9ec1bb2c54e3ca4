"""YAML text to a tree of nodes, from the parser's events, with limits and without surprises.

The ready-made loaders lose duplicate keys, turn `NO` into false and `12:30` into 750, and the C one
crashes on deep nesting. Here the events are read one by one on an explicit stack.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import yaml
from yaml import events

from orgmodel.formats.designs.yaml.decoding import (
    UndecodableError,
    control_characters,
    decode,
    has_control_characters,
)
from orgmodel.formats.designs.yaml.fast_path import gather
from orgmodel.formats.designs.yaml.nodes import (
    EntityNode,
    Fault,
    MalformedError,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
    Tree,
)
from orgmodel.formats.designs.yaml.scalar_types import NULLS
from orgmodel.formats.designs.yaml.syntax import syntax_fault
from orgmodel.formats.values.file_contents import MAX_BYTES
from orgmodel.formats.values.plain_values import MAX_DEPTH

MAX_NODES = 3_000_000
"""Values in a design, names included; 100,000 customers have about 2,500,000."""
MAX_ENTITIES = 250_000
"""Entities in a design in files of text; larger books of customers belong in tables."""
MAX_LOOSE = 250_000
"""Values in entities that have mistakes, or in none; they are kept with their places, which takes
ten times the memory of valid entities, and more are never corrected at one time."""
MAX_FAULTS = 1_000
"""Faults after which reading on would only bury the first."""

Ready = Callable[[str, str, Sequence[events.Event]], object | None]
"""Makes an entity from the name of its section, its id and the events of its body, or None."""
Whole = Callable[[str, str, MappingNode], object | None]
"""Does the same with a body as a node."""

_SECTION_LEVEL = 2
_TOO_DEEP = f"Nested deeper than {MAX_DEPTH} levels, the limit for a design."
_BRACKETS = re.compile(r"""[\[{}\]]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<!\S)#[^\n]*""", re.DOTALL)
"""Brackets, and what brackets mean nothing in: quoted text and comments."""
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StopError(Exception):
    """Reading on makes no sense."""


class _EnoughError(Exception):
    """What was read can be judged, and more of it would only bury that."""


def yaml_events(text: str) -> Iterator[events.Event]:
    """Yield what a text in YAML consists of."""
    return iter(_LOADER(text).get_event, None)


def parse(
    data: str | bytes,
    ready: Ready | None = None,
    whole: Whole | None = None,
    *,
    taken: int = 0,
    language: Callable[[str], Iterator[events.Event]] = yaml_events,
) -> Tree:
    """Read a text into nodes, collecting all faults that can be collected.

    Not allowed, because they hide the content of a design: anchors and aliases, tags, names written
    twice, more than one document, control characters; nor more than `MAX_DEPTH` levels,
    `MAX_BYTES` bytes, `MAX_NODES` values or `MAX_ENTITIES` entities.

    Args:
        data: The text, or the bytes of a file.
        ready: Takes bodies of entities before they become nodes; for one that it makes an entity
            of, the tree has just that. This is several times faster than nodes for all.
        whole: Takes bodies that it left, once they are nodes, so that these need not be kept.
        taken: How many values the design has in other files.
        language: Gives the events of a text.
    """
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES >> 20} MB, the limit for one design."
        return Tree(None, [Fault(Place(1, 1), message)])
    try:
        text = decode(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UndecodableError as error:
        return Tree(None, [error.fault])
    faults = control_characters(text)
    return (
        Tree(None, faults) if faults else _Builder(ready, whole, taken).build(text, language(text))
    )


class _Builder:
    """Builds one tree; `open` holds the collections that are not closed yet, outermost first."""

    def __init__(self, ready: Ready | None, whole: Whole | None, taken: int) -> None:
        self.ready, self.whole, self.taken = ready, whole, taken
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.open: list[MappingNode | SequenceNode] = []
        self.names: list[tuple[str, Place] | None] = []
        self.last: events.Event | None = None
        self.nodes, self.entities = taken, 0
        self.loose = self.loose_before = 0

    def build(self, text: str, reading: Iterator[events.Event]) -> Tree:
        """Read all events, or as many as make sense."""
        try:
            for event in reading:
                if type(event) is events.MappingStartEvent and self.names and self.names[-1]:
                    self.body(event, *self.names[-1], reading)
                else:
                    self.take(event)
        except _EnoughError:
            self.cut_off()
        except _StopError:
            self.root = None
        except MalformedError as error:
            self.faults.append(error.fault)
            self.root = None
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.faults.append(self.too_deep(error, text) or syntax_fault(error, text))
            self.root = None
        return Tree(self.root, self.faults, self.nodes - self.taken)

    def too_deep(self, error: Exception, text: str) -> Fault | None:
        """Return the fault of a text whose nesting the parser refused before it gave the events.

        It reads brackets ahead of its events, and some releases have a limit of their own on them,
        each with its own words. So the brackets are counted here.
        """
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        if mark is None:
            return None
        depth = len(self.open)
        taken: Any = self.last and self.last.end_mark
        for token in _BRACKETS.finditer(text, taken.index if taken else 0, mark.index + 1):
            depth += _STEPS.get(token[0], 0)
            if depth > MAX_DEPTH:
                start = token.start()
                line = text.count("\n", 0, start) + 1
                return Fault(Place(line, start - text.rfind("\n", 0, start)), _TOO_DEEP)
        return None

    def cut_off(self) -> None:
        """Leave out the entity in which reading ended: what it lacks may have followed."""
        if len(self.open) > _SECTION_LEVEL and isinstance(section := self.open[1], MappingNode):
            section.entries.popitem()

    def body(
        self, start: events.Event, name: str, place: Place, reading: Iterator[events.Event]
    ) -> None:
        """Take the body of an entity at once if that can be; otherwise take event by event."""
        section = self.section_of(name)
        body, entity, nodes = [start], None, 0
        try:
            if self.ready and section:
                nodes = gather(body, reading)
                if nodes and self.nodes + nodes <= MAX_NODES:
                    entity = self.ready(section, name, body)
        finally:
            if entity is None:
                for event in body:
                    self.take(event)
        if entity is not None:
            self.nodes += nodes
            self.attach(self.made(EntityNode(place, entity=entity)))

    def made(self, node: EntityNode) -> EntityNode:
        """Count an entity whose nodes need not be kept; its id was counted among those that are."""
        self.loose -= 1
        self.entities += 1
        if self.entities > MAX_ENTITIES:
            limit = f"More than {MAX_ENTITIES:,} entities, the limit for a design in such a file."
            self.faults.append(Fault(node.place, f"{limit} Keep large books in tables."))
            raise _StopError
        return node

    def section_of(self, id_: str) -> str:
        """Return the name of the section that is open, unless the id is taken in it."""
        if len(self.open) != _SECTION_LEVEL:
            return ""
        root, section = self.open
        if not isinstance(root, MappingNode) or not isinstance(section, MappingNode):
            return ""
        name = next(reversed(root.entries), "")
        fresh = root.entries.get(name) is section and id_ not in section.entries
        return name if fresh else ""

    def take(self, event: events.Event) -> None:
        """Build what one event says."""
        self.last = event
        if isinstance(event, events.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, events.CollectionStartEvent):
            self.start(event)
        elif isinstance(event, events.CollectionEndEvent):
            self.end()
        elif isinstance(event, events.AliasEvent):
            self.stop(event, f"The alias '*{event.anchor}' is not allowed. Write the value out.")
        elif isinstance(event, events.DocumentStartEvent) and self.nodes > self.taken:
            self.stop(event, "A second document begins here. One file holds one design.")

    def scalar(self, event: events.ScalarEvent) -> None:
        """Take a name where the open mapping waits for one, else a value."""
        place = self.check(event)
        text: str = event.value
        quoted = bool(event.style)
        if event.style == '"' and has_control_characters(text):
            self.fault(place, "The text holds a control character, written as an escape.")
        if self.names and isinstance(self.open[-1], MappingNode) and self.names[-1] is None:
            self.name(event, text, place)
        else:
            nothing = text in NULLS and not quoted
            self.attach(ScalarNode(None if nothing else text, place, quoted))

    def name(self, event: events.ScalarEvent, text: str, place: Place) -> None:
        """Remember the name that the next value is for."""
        if text in NULLS and not event.style:
            self.fault(place, "A name is missing before the colon. Quote it if it is 'null'.")
        self.names[-1] = (text, place)

    def start(self, event: events.CollectionStartEvent) -> None:
        """Open a mapping or a sequence."""
        place = self.check(event)
        if self.names and isinstance(self.open[-1], MappingNode) and self.names[-1] is None:
            self.stop(event, "A name before a colon must be plain text, no list or braces.")
        if len(self.open) >= MAX_DEPTH:
            self.stop(event, _TOO_DEEP)
        mapping = isinstance(event, events.MappingStartEvent)
        node = MappingNode(place) if mapping else SequenceNode(place)
        self.attach(node)
        if len(self.open) == _SECTION_LEVEL:
            self.loose_before = self.loose - 1  # its opening was counted just now
        self.open.append(node)
        self.names.append(None)

    def end(self) -> None:
        """Close the innermost collection; the body of a sound entity becomes just that."""
        node = self.open.pop()
        self.names.pop()
        if len(self.open) != _SECTION_LEVEL or not isinstance(node, MappingNode) or not self.whole:
            return
        root, section = self.open
        if isinstance(root, MappingNode) and isinstance(section, MappingNode):
            id_ = next(reversed(section.entries), "")
            entity = None
            if section.entries.get(id_) is node:
                entity = self.whole(next(reversed(root.entries), ""), id_, node)
            if entity is not None:
                self.loose = self.loose_before
                section.entries[id_] = self.made(EntityNode(node.place, entity=entity))

    def attach(self, node: Node) -> None:
        """Put a value where it belongs; the second value of a name is left out."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, SequenceNode):
            parent.items.append(node)
        elif (waiting := self.names[-1]) is not None:
            self.names[-1] = None
            self.enter(parent, *waiting, node)

    def enter(self, parent: MappingNode, name: str, place: Place, node: Node) -> None:
        """Enter a named value, unless the name is taken."""
        if name in parent.entries:
            line = parent.names[name].line
            self.fault(place, f"'{name}' is written twice, in line {line} and here. Keep one.")
        else:
            parent.entries[name] = node
            parent.names[name] = place

    def check(self, event: events.NodeEvent) -> Place:
        """Refuse constructs that hide the meaning of a value, and return its place."""
        place = _place(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.stop(event, f"More than {MAX_NODES:,} values, the limit for one design.")
        self.loose += 1
        if self.whole and self.loose > MAX_LOOSE:
            limit = f"More than {MAX_LOOSE:,} values in entities with mistakes, or in none."
            self.fault(place, f"{limit} Correct what is reported; reading ended here.")
            raise _EnoughError
        if event.anchor is not None:
            self.fault(place, f"The anchor '&{event.anchor}' is not allowed. Delete it.")
        if event.tag is not None:  # type: ignore[attr-defined]
            self.fault(place, "Tags, beginning with '!', are not allowed. Delete it.")
        return place

    def fault(self, place: Place, message: str) -> None:
        """Report a fault and read on, up to the limit of faults."""
        self.faults.append(Fault(place, message))
        if len(self.faults) >= MAX_FAULTS:
            self.faults.append(Fault(place, "There may be more; reading ended here."))
            raise _StopError

    def stop(self, event: events.Event, message: str) -> NoReturn:
        """Report a fault and read no further."""
        self.fault(_place(event), message)
        raise _StopError


def _place(event: events.Event) -> Place:
    mark: Any = event.start_mark  # the stubs allow None, the parsers do not
    return Place(mark.line + 1, mark.column + 1)
