"""Edits of values: the fewest edits that change one value into another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from orgmodel.files import Edit
from orgmodel.formats.designs.editing.source_document import (
    Sheet,
    end_of,
    end_of_mark,
    is_line_block,
    start_of,
)
from orgmodel.formats.designs.yaml.scalars import scalar
from orgmodel.formats.designs.yaml.writing import name_on_one_line, on_one_line

Held = tuple[ScalarNode | None, Node]
"""A value behind its name; an item of a list has none."""


class Values:
    """Edits of values in one file.

    Args:
        sheet: The file.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def changed(self, held: Held, old: object, new: object) -> Iterator[Edit]:
        """Yield the edits that turn a value into another one.

        Args:
            held: The value as it is written.
            old: The same as plain lists, dicts and scalars.
            new: The new value.
        """
        node = held[1]
        if old == new:
            return
        if isinstance(node, MappingNode) and isinstance(old, dict) and isinstance(new, dict):
            yield from self.mapping(held, old, new)
        elif isinstance(node, SequenceNode) and isinstance(old, list) and isinstance(new, list):
            yield from self._sequence(held, old, new)
        elif isinstance(node, ScalarNode) and isinstance(new, list) and len(new) == 1:
            yield from self.changed(held, None, new[0])
        elif isinstance(node, ScalarNode) and _is_plain(node) and not isinstance(new, dict | list):
            yield self._sheet.edit(start_of(node), end_of_mark(node), written_as(node, new))
        else:
            yield self.whole(held, new)

    def whole(self, held: Held, new: object) -> Edit:
        """Return the edit that writes a value anew."""
        name, node = held
        text = self._sheet.text
        start = start_of(node) if name is None else end_of_mark(name)
        end = max(start, end_of(node))
        while end > start and text[end - 1].isspace():
            end -= 1  # a text of several lines ends behind its last line
        if name is None:
            return self._sheet.edit(start, end, on_one_line(new))
        end = max(end, text.find(":", start) + 1)
        return self._sheet.edit(start, end, f": {on_one_line(new)}")

    def mapping(self, held: Held, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
        """Yield the edits of the entries of a mapping; entries in neither stay unchanged.

        Args:
            held: The mapping as it is written.
            old: Its entries as plain values.
            new: The new entries.
        """
        node = held[1]
        gone = [key.value in old and key.value not in new for key, _ in node.value]
        there = {key.value for key, _ in node.value}
        added = {key: value for key, value in new.items() if key not in there}
        if all(gone) or (any(gone) and not self._has_own_lines(node)):
            yield self.whole(held, dict(new))
            return
        spans = [(start_of(key), max(end_of_mark(key) + 1, end_of(v))) for key, v in node.value]
        yield from self.without(node, spans, gone)
        for entry in node.value:
            key = entry[0].value
            if key in new:  # what equals a default may be written, and is in no plain values
                yield from self.changed(entry, old.get(key), new[key])
        if added:
            last = max(at for at, is_gone in enumerate(gone) if not is_gone)
            pairs = [f"{name_on_one_line(k)}: {on_one_line(v)}" for k, v in added.items()]
            yield self._behind(node, spans[last], pairs)

    def _sequence(self, held: Held, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Edit]:
        node = held[1]
        spans = [(start_of(item), end_of(item)) for item in node.value]
        gone = _left_out(old, new)
        if len(node.value) != len(old):
            yield self.whole(held, list(new))
        elif len(old) == len(new):
            for item, before, after in zip(node.value, old, new, strict=True):
                yield from self.changed((None, item), before, after)
        elif gone is not None and not all(gone) and self._has_own_lines(node):
            yield from self.without(node, spans, gone)
        elif old and list(new[: len(old)]) == list(old):
            yield self._behind(node, spans[-1], [on_one_line(item) for item in new[len(old) :]])
        else:
            yield self.whole(held, list(new))

    def _has_own_lines(self, node: Node) -> bool:
        """Return whether each entry begins a line, so that it can be taken out with its line."""
        if getattr(node, "flow_style", False):
            return True
        sign = "-" if isinstance(node, SequenceNode) else ""
        firsts = (each if isinstance(node, SequenceNode) else each[0] for each in node.value)
        return all(self._sheet.before(start_of(first)).strip() == sign for first in firsts)

    def without(
        self, node: Node, spans: Sequence[tuple[int, int]], gone: Sequence[bool]
    ) -> Iterator[Edit]:
        """Yield the edits that remove entries; at least one stays.

        Args:
            node: The mapping or list.
            spans: Where its entries begin and end.
            gone: The entries to remove.
        """
        sheet, kept_before = self._sheet, False
        for at, ((start, end), is_gone) in enumerate(zip(spans, gone, strict=True)):
            if not is_gone:
                kept_before = True
            elif not getattr(node, "flow_style", False):
                yield sheet.edit(sheet.line_start(start), sheet.next_line(max(start, end - 1)), "")
            elif kept_before:
                yield sheet.edit(spans[at - 1][1], end, "")
            else:
                yield sheet.edit(start, spans[at + 1][0], "")

    def _behind(self, node: Node, span: tuple[int, int], texts: Sequence[str]) -> Edit:
        """Return the edit that puts entries behind one that stays."""
        sheet, (start, end) = self._sheet, span
        if getattr(node, "flow_style", False):
            return sheet.edit(end, end, "".join(f", {text}" for text in texts))
        place, head = sheet.line_end(max(start, end - 1)), sheet.before(start)
        margin = head if isinstance(node, SequenceNode) else " " * len(head)
        return sheet.edit(place, place, "".join(f"\n{margin}{text}" for text in texts))


def written_as(node: ScalarNode, new: object) -> str:
    """Write a value, in quotes where the one in its place is."""
    text = scalar(new)
    plain = isinstance(new, str) and text == new and "'" not in new
    return f"{node.style}{text}{node.style}" if plain and node.style in {"'", '"'} else text


def _is_plain(node: ScalarNode) -> bool:
    """Return whether a value stands between two characters of a line."""
    return start_of(node) < end_of_mark(node) and not is_line_block(node)


def _left_out(old: Sequence[Any], new: Sequence[Any]) -> list[bool] | None:
    """Return which items of a list are not in a shorter one; None if others are in that."""
    if len(new) >= len(old):
        return None
    waiting, gone = list(new), []
    for item in old:
        stays = bool(waiting) and waiting[0] == item
        gone.append(not stays)
        if stays:
            waiting.pop(0)
    return None if waiting else gone
