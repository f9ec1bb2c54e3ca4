"""Nodes of a YAML text, each with its place, and the faults of the text.

Every scalar stays text. What it means (a number, a day, yes or no) is decided by the field that
it is written for, so that `NO` stays Norway and `0123` keeps its zero.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A place in a text; lines and columns count from 1."""

    line: int
    column: int


class Fault(NamedTuple):
    """A fault in a text, and its place."""

    place: Place
    message: str


class ScalarNode(NamedTuple):
    """One value; `None` where nothing, `~` or an unquoted `null` is written."""

    text: str | None
    place: Place
    quoted: bool = False


@dataclass(slots=True)
class SequenceNode:
    """A list of nodes."""

    place: Place
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class MappingNode:
    """Named nodes in the order of writing, and the place of every name."""

    place: Place
    entries: "dict[str, Node]" = field(default_factory=dict)
    names: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class EntityNode(MappingNode):
    """The body of an entity that is made already; its entries were not kept."""

    entity: Any = None


Node = ScalarNode | SequenceNode | MappingNode


@dataclass(slots=True)
class Tree:
    """A text as nodes.

    Attributes:
        root: The outermost node; `None` where the text could not be read to its end.
        faults: The faults in it.
        size: How many values it has, names included.
    """

    root: Node | None
    faults: list[Fault]
    size: int = 0


class MalformedError(Exception):
    """A text is malformed; carries the fault with its place."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault
