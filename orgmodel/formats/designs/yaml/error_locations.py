"""Error locations: the place in a YAML text of a value that pydantic refuses."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from orgmodel.formats.designs.yaml.nodes import MappingNode, Node, Place, SequenceNode

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]

ABOUT_NAMES = frozenset({"unexpected_keyword_argument", "missing", "missing_argument"})
"""Errors whose path ends with a name that is wrong or missing."""


def place_of(body: MappingNode, error: "ErrorDetails") -> Place:
    """Return the place of a wrong value, or of its name where the name is what is wrong."""
    *steps, last = error["loc"] or ("",)
    holder = _follow(body, tuple(steps))
    if error["type"] == "unexpected_keyword_argument" and isinstance(holder, MappingNode):
        return holder.names.get(str(last), holder.place)
    return (_step(holder, last) or holder).place


def names_of(body: MappingNode, error: "ErrorDetails") -> str:
    """Name a wrong value by the names above it in the text, with dots between."""
    path = error["loc"]
    last = [str(path[-1])] if error["type"] in ABOUT_NAMES else []
    node: Node = body
    names = []
    for step in path[: len(path) - len(last)]:
        inner = _step(node, step)
        node = inner or node
        if isinstance(step, str) and inner is not None:
            names.append(step)
    return ".".join(names + last)


def of_one_branch(body: MappingNode, errors: Iterable["ErrorDetails"]) -> list["ErrorDetails"]:
    """Keep one error where a value fits none of several types, the one for what was written.

    For such a value pydantic reports one error per type, with the type as a step of the path.
    """
    kept: dict[Path, dict[str, list[ErrorDetails]]] = {}
    for error in errors:
        path, branch = _until_branch(body, error)
        kept.setdefault(path, {}).setdefault(branch, []).append(error)
    chosen = (_choose(_follow(body, path), branches) for path, branches in kept.items())
    return [error for errors_of_branch in chosen for error in errors_of_branch]


def _choose(node: Node, branches: "dict[str, list[ErrorDetails]]") -> "list[ErrorDetails]":
    """Class names stand for mappings, all else for scalars and lists."""
    fits = [b for b in branches if b.isidentifier() == isinstance(node, MappingNode)]
    return branches[(fits or list(branches))[-1]]


def _until_branch(body: MappingNode, error: "ErrorDetails") -> tuple[Path, str]:
    """Split off the step that names a type and no part of the text."""
    path = error["loc"]
    node: Node = body
    for index, step in enumerate(path[:-1] if error["type"] in ABOUT_NAMES else path):
        inner = _step(node, step)
        if inner is None:
            return path[:index], str(step)
        node = inner
    return path, ""


def _follow(body: MappingNode, path: Path) -> Node:
    node: Node = body
    for step in path:
        node = _step(node, step) or node
    return node


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return node.entries.get(str(step))
    if isinstance(node, SequenceNode) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None
