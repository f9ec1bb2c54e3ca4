"""Comments of a YAML text, and the subject of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml
from yaml.tokens import ScalarToken

from orgmodel.formats.designs.yaml.nodes import MappingNode, Node, SequenceNode

Path = tuple[str | int, ...]

TOP: Path = ("", "top")
"""Subject of comments before the first name: the whole file."""
END: Path = ("", "end")
"""Subject of comments after the last name."""

# YAML 1.1 ends lines in more ways than others
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BLOCK_HEAD = re.compile("[|>][^\n\r\x85\u2028\u2029#]*[ \t](#[^\n\r\x85\u2028\u2029]*)")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Comment(NamedTuple):
    """A comment.

    Attributes:
        text: With its sign.
        line: Of the text, from 1.
        alone: Whether nothing stands before it on its line.
        apart: Whether the line above is empty.
    """

    text: str
    line: int
    alone: bool
    apart: bool


def comments_of(text: str) -> list[Comment]:
    """Return the comments of a text that is YAML, in order."""
    lines = [0, *(found.end() for found in _BREAK.finditer(text))]
    return [_comment(text, lines, start, end) for start, end in places_of(text)]


def _comment(text: str, lines: Sequence[int], start: int, end: int) -> Comment:
    line = bisect_right(lines, start)
    above = text[lines[line - 2] : lines[line - 1]] if line > 1 else "-"
    alone = not text[lines[line - 1] : start].strip()
    return Comment(text[start:end].rstrip(), line, alone, not above.strip())


def places_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments are: all that lies between tokens is white space or a comment."""
    loader, before = _LOADER(text), 0
    while (token := loader.get_token()) is not None:
        start, end = token.start_mark.index, token.end_mark.index
        yield from (found.span() for found in _COMMENT.finditer(text, before, max(start, before)))
        if isinstance(token, ScalarToken) and token.style in {"|", ">"}:
            head = _BLOCK_HEAD.match(text, start)
            if head:
                yield head.span(1)
        before = max(end, before)
    yield from (found.span() for found in _COMMENT.finditer(text, before))


def paths_of(root: Node | None) -> list[tuple[int, Path]]:
    """Return the line of every name and item in a text, in order, with the way to it."""
    return [*_paths(root, ())]


def _paths(node: Node | None, path: Path) -> Iterator[tuple[int, Path]]:
    # as deep as a file may be nested, and no deeper
    if isinstance(node, MappingNode):
        for name, inner in node.entries.items():
            yield node.names[name].line, (*path, name)
            yield from _paths(inner, (*path, name))
    elif isinstance(node, SequenceNode):
        for number, inner in enumerate(node.items):
            yield inner.place.line, (*path, number)
            yield from _paths(inner, (*path, number))


def subject_of(comment: Comment, paths: Sequence[tuple[int, Path]]) -> Path:
    """Return the subject of a comment: what follows it, or what stands on its line.

    Args:
        comment: The comment.
        paths: Of its text.
    """
    if comment.alone:
        after = bisect_right(paths, comment.line, key=_line)
        if after == len(paths):
            return END
        return paths[after][1] if after else TOP
    on = bisect_left(paths, comment.line, key=_line)
    if on < len(paths) and paths[on][0] == comment.line:
        return paths[on][1]
    return paths[on - 1][1] if on else TOP


def _line(pair: tuple[int, Path]) -> int:
    return pair[0]
