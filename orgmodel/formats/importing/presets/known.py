"""The kinds of export that are known by name, read from `presets.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table of an export.

    Attributes:
        name: What the exporting program calls it.
        kind: What its rows are.
        signs: Sets of columns, any of which tells it.
        fields: By field the columns that may fill it, best first.
        unused: Columns that are known and not used, and why.
        how: Why it is not used, for those that make no rows of their own.
    """

    name: str
    kind: str
    signs: Sequence[Sequence[str]]
    fields: Mapping[str, Sequence[str]]
    unused: Mapping[str, str]
    how: str


@dataclass(frozen=True, slots=True)
class KnownExport:
    """An export: what it is called, and its tables."""

    name: str
    title: str
    tables: Sequence[KnownTable]

    @property
    def looked_for(self) -> str:
        """What tells it, in words."""
        told = (f"{table.name} ({', '.join(table.signs[0])})" for table in self.tables)
        return "; ".join(told)


@cache
def known_exports() -> Mapping[str, KnownExport]:
    """Return all kinds of export by name."""
    text = (
        files("orgmodel.formats.importing.presets")
        .joinpath("presets.toml")
        .read_text(encoding="utf-8")
    )
    return {name: _export(name, said) for name, said in tomllib.loads(text).items()}


def _export(name: str, said: Mapping[str, Any]) -> KnownExport:
    tables = [
        KnownTable(
            called,
            table["kind"],
            table["signs"],
            table.get("fields", {}),
            table.get("unused", {}),
            table.get("how", ""),
        )
        for called, table in said["tables"].items()
    ]
    return KnownExport(name, said["title"], tables)


def plain(heading: str) -> str:
    """Return a heading for comparison: case, blanks and signs do not count."""
    return "".join(filter(str.isalnum, heading.casefold()))
