"""A complete mapping as the text of a file that a user may change and import with."""

from collections.abc import Iterable

from orgmodel.formats.importing.columns.detect import readings
from orgmodel.formats.importing.interpret.result import Imported
from orgmodel.formats.importing.read.mapping import ATTRIBUTE, IGNORE, KEY, KINDS, TableMapping
from orgmodel.formats.importing.read.mapping_lines import fields_text, scalar
from orgmodel.formats.importing.read.vocabulary import fields_of
from orgmodel.formats.importing.report.terminal import printable

_WIDTH = 100
_TEXTS = ("name", "currency", "encoding", "decimal", "days")


def mapping_text(imported: Imported) -> str:
    """Return the mapping of an import as YAML; importing with it gives the same design."""
    return "\n".join([*_head(imported), *_tables(imported), ""])


def _head(imported: Imported) -> Iterable[str]:
    mapping = imported.mapping
    yield "# How the tables were read. Change what is wrong and import with --mapping."
    kinds = {said.kind for said in mapping.tables.values()}
    yield f"# Kinds of table: {', '.join(KINDS)}, {IGNORE}."
    for kind in KINDS:
        if kind in kinds:
            yield from _listed(f"Fields of {kind}: ", [*fields_of(kind), f"{ATTRIBUTE}NAME", KEY])
    for name in _TEXTS:
        value = getattr(mapping, name)
        if value is not None:
            yield f"{name}: {scalar(value)}"
    if mapping.roles:
        yield "roles:"
        yield from (f"  {scalar(title)}: {scalar(role)}" for title, role in mapping.roles.items())


def _listed(start: str, names: Iterable[str]) -> Iterable[str]:
    line = f"# {start}"
    for name in names:
        if len(line) + len(name) > _WIDTH:
            yield line.rstrip()
            line = "#   "
        line += f"{name}, "
    yield f"{line.rstrip(', ')}."


def _tables(imported: Imported) -> Iterable[str]:
    found = [(n, t, m) for n, t, m in readings(imported.tables, imported.mapping) if m.kind]
    # tables that a design was exported to need no mapping
    known = [each for each in found if each[2].kind in {*KINDS, IGNORE}]
    if known:
        yield "tables:"
    for name, table, said in known:
        yield f"  {scalar(name)}:  # {printable(said.how)}"
        yield f"    kind: {said.kind}"
        yield from _origin(said)
        if said.shape is not None:
            yield f"    shape: {said.shape}  # what its form says is added to its columns"
        columns = {c: use for c, use in said.columns.items() if c in table.columns}
        if columns:
            yield "    columns:"
        for heading, use in columns.items():
            yield f"      {scalar(heading)}: {fields_text(use.fields)}  # {printable(use.how)}"


def _origin(said: TableMapping) -> Iterable[str]:
    if said.source is not None:
        yield f"    table: {scalar(said.source)}"
    if said.heading is not None:
        yield f"    heading: {said.heading}"
