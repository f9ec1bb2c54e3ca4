"""Source document: one file as text with the place of every value."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from orgmodel.files import Edit, Spot
from orgmodel.formats.designs.yaml.comments import places_of
from orgmodel.formats.designs.yaml.decoding import decode

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entry = tuple[ScalarNode, Node]
"""A name and what stands behind it."""


class Sheet:
    """A file of a design, which has been read without a fault.

    Args:
        file: Its name in the sources of the design.
        data: Its bytes.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file, self.data = file, data
        self.text = decode(data)
        self._entities: dict[str, dict[str, Entry]] = {}

    @cached_property
    def root(self) -> Node | None:
        """The outermost value."""
        root: Node | None = yaml.compose(self.text, Loader=_LOADER)
        return root

    @cached_property
    def sections(self) -> dict[str, Entry]:
        """The entries of the outermost mapping by name."""
        return named(self.root)

    def entities(self, section: str) -> dict[str, Entry]:
        """Return the entities of a section by id; empty if there is no such section."""
        if section not in self._entities:
            _, body = self.sections.get(section, (None, None))
            self._entities[section] = named(body)
        return self._entities[section]

    def holds_comment(self, start: int, end: int) -> bool:
        """Return whether a comment begins between two characters."""
        after = bisect_left(self._comments, start)
        return after < len(self._comments) and self._comments[after] < end

    @cached_property
    def _comments(self) -> list[int]:
        return [start for start, _ in places_of(self.text)]

    def has_notes(self, entry: Entry) -> bool:
        """Return whether comments on lines of their own stand between the lines of an entry."""
        start, end = self.next_line(start_of(entry[0])), self.line_start(end_of(entry[1]))
        first = bisect_left(self._comments, start)
        last = bisect_left(self._comments, max(start, end))
        return any(not self.before(place).strip() for place in self._comments[first:last])

    @cached_property
    def newline(self) -> str:
        """Its line ending."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return the edit that replaces what lies between two characters."""
        first, last = self._spot(start), self._spot(end)
        return Edit(self.file, start, end, text.replace("\n", self.newline), first, last)

    def _spot(self, index: int) -> Spot:
        line = bisect_right(self._lines, index)
        return Spot(line, index - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line_start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Return where the line of a character ends, before what ends it."""
        found = self.text.find("\n", index)
        end = len(self.text) if found < 0 else found
        return end - 1 if self.text[index:end].endswith("\r") else end

    def next_line(self, index: int) -> int:
        """Return where the line behind that of a character begins."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def before(self, index: int) -> str:
        """Return what stands before a character on its line."""
        return self.text[self.line_start(index) : index]

    def bytes_of(self, text: str) -> bytes:
        """Return a text in the encoding of this file."""
        if self.data.startswith((b"\xff\xfe", b"\xfe\xff")):
            big = self.data.startswith(b"\xfe\xff")
            return self.data[:2] + text.encode("utf-16-be" if big else "utf-16-le")
        mark = b"\xef\xbb\xbf" if self.data.startswith(b"\xef\xbb\xbf") else b""
        return mark + text.encode()


def start_of(node: Node) -> int:
    """Return the first character of a value."""
    mark: Any = node.start_mark
    index: int = mark.index
    return index


def end_of(node: Node) -> int:
    """Return the character behind a value, without the blank lines and comments behind it."""
    while isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if isinstance(node, SequenceNode):
            node = last
            continue
        name, value = last
        if _is_empty(value):
            return max(end_of_mark(name), end_of_mark(value))
        node = value
    return end_of_mark(node)


def end_of_mark(node: Node) -> int:
    """Return the character at which the parser ends a value."""
    mark: Any = node.end_mark
    index: int = mark.index
    return index


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and start_of(node) == end_of_mark(node)


def is_line_block(node: Node) -> bool:
    """Return whether a value is a text of several lines behind a bar or an angle."""
    return isinstance(node, ScalarNode) and node.style in {"|", ">"}


def named(node: Node | None) -> dict[str, Entry]:
    """Return the entries of a mapping by name; empty if it is not a mapping."""
    return {name.value: (name, value) for name, value in entries(node)}


def entries(node: Node | None) -> Sequence[Entry]:
    """Return the entries of a mapping in their order; empty if it is not a mapping."""
    return node.value if isinstance(node, MappingNode) else ()
