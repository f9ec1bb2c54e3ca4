"""Mapping files: a few lines of YAML that overrule what recognition finds."""

import os
from collections.abc import Collection
from pathlib import Path

from orgmodel.formats.designs.yaml.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode
from orgmodel.formats.designs.yaml.parsing import parse
from orgmodel.formats.importing.read.mapping import (
    ATTRIBUTE,
    CURRENCY,
    IGNORE,
    KEY,
    KINDS,
    RECOGNISED,
    Mapping,
    TableMapping,
    Use,
)
from orgmodel.formats.importing.read.vocabulary import fields_of
from orgmodel.model import DesignError, Problem, Source
from orgmodel.text import did_you_mean

_TEXTS = ("name", "currency", "encoding", "decimal", "days")
_NAMES = (*_TEXTS, "roles", "tables")
_TABLE = ("kind", "columns", "heading", "table", "shape")
_DECIMALS = (".", ",")
_DAYS = ("YMD", "DMY", "MDY")
_MOST = 1 << 20


def read_mapping(path: str | os.PathLike[str]) -> Mapping:
    """Read a mapping file.

    Raises:
        DesignError: With every problem found, each in its line.
    """
    file = os.fspath(path)
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(_MOST)
    except OSError as error:
        sentence = f"The mapping file cannot be read: {error.strerror}."
        raise DesignError([Problem(sentence, Source(file))]) from None
    return _Reading(file).mapping(data)


def mapping_beside(path: str | os.PathLike[str]) -> Mapping | None:
    """Read the mapping file that lies with tables, if there is one.

    It is ``mapping.yaml`` in a folder, and ``roster.mapping.yaml`` beside ``roster.csv``.

    Raises:
        DesignError: With every problem found in it.
    """
    tables = Path(path)
    name = f"{tables.name.partition('.')[0]}.mapping.yaml"
    file = tables / "mapping.yaml" if tables.is_dir() else tables.with_name(name)
    return read_mapping(file) if file.is_file() else None


class _Reading:
    """One mapping file being read, and the problems so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def mapping(self, data: bytes) -> Mapping:
        """Read it all, or raise all problems."""
        tree = parse(data)
        for fault in tree.faults:
            self.problem(fault.place, fault.message)
        root = self.names(tree.root or MappingNode(Place(1, 1)), "The mapping", _NAMES)
        texts = {name: self.text(root[name]) for name in _TEXTS if name in root}
        if (code := texts.get("currency")) and not CURRENCY.fullmatch(code):
            sentence = f"{code!r} is not a code of a currency; write three capitals, as EUR."
            self.problem(root["currency"].place, sentence)
        self.choice(root.get("decimal"), _DECIMALS)
        self.choice(root.get("days"), _DAYS)
        tables = self.names(root.get("tables"), "tables")
        roles = self.names(root.get("roles"), "roles")
        mapping = Mapping(
            **texts,
            file=self.file,
            tables={name: self.table(node) for name, node in tables.items()},
            roles={title: self.text(role) or "" for title, role in roles.items()},
        )
        if self.problems:
            raise DesignError(self.problems)
        return mapping

    def table(self, node: Node) -> TableMapping:
        """Read what is said of one table: its kind alone, or names with values."""
        if isinstance(node, ScalarNode):
            self.choice(node, (*KINDS, IGNORE))
            return TableMapping(node.text)
        said = self.names(node, "A table", _TABLE)
        self.choice(said.get("kind"), (*KINDS, IGNORE))
        self.choice(said.get("shape"), (RECOGNISED,))
        kind = self.text(said["kind"]) if "kind" in said else None
        columns = self.names(said.get("columns"), "columns")
        return TableMapping(
            kind,
            {name: self.use(column, kind) for name, column in columns.items()},
            heading=self.line(said.get("heading")),
            source=self.text(said["table"]) if "table" in said else None,
            shape=self.text(said["shape"]) if "shape" in said else None,
        )

    def use(self, node: Node, kind: str | None) -> Use:
        """Read which field a column is, or which fields."""
        items = node.items if isinstance(node, SequenceNode) else [node]
        known = (*(fields_of(kind) if kind in KINDS else _all_fields()), KEY, IGNORE)
        for item in items:
            if not (self.text(item) or "").startswith(ATTRIBUTE):
                self.choice(item, known)
        fields = tuple(text for item in items if (text := self.text(item)) and text != IGNORE)
        return Use(fields, "mapping file")

    def names(self, node: Node | None, what: str, known: Collection[str] = ()) -> dict[str, Node]:
        """Return what stands below a name."""
        if node is None or (isinstance(node, ScalarNode) and node.text is None):
            return {}
        if not isinstance(node, MappingNode):
            self.problem(node.place, f"{what} should be names with values.")
            return {}
        for name in node.entries.keys() - known if known else ():
            hint = did_you_mean(name, known, list_known=True)
            self.problem(node.names[name], f"{what} has no {name!r}{hint}")
        return node.entries

    def text(self, node: Node) -> str | None:
        """Return a text."""
        if isinstance(node, ScalarNode):
            return node.text
        self.problem(node.place, "This should be text.")
        return None

    def line(self, node: Node | None) -> int | None:
        """Return the number of a line."""
        text = self.text(node) if node else None
        if node and not (text or "").isdecimal():
            self.problem(node.place, "heading should be the number of a line.")
            return None
        return int(text) if text else None

    def choice(self, node: Node | None, known: Collection[str]) -> None:
        """Note a value that is none of those known."""
        if isinstance(node, ScalarNode) and node.text not in known:
            hint = did_you_mean(str(node.text), known, list_known=True)
            self.problem(node.place, f"There is no {node.text!r}{hint}")

    def problem(self, place: Place, sentence: str) -> None:
        """Note what is wrong and read on."""
        self.problems.append(Problem(sentence, Source(self.file, place.line)))


def _all_fields() -> tuple[str, ...]:
    return tuple(dict.fromkeys(field for kind in KINDS for field in fields_of(kind)))
