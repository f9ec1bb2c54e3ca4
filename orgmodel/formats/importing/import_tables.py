"""Files with tables to a design."""

import gc
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from orgmodel.formats.importing.columns.detect import LOOKED_FOR, recognise
from orgmodel.formats.importing.columns.detect import readings as tables_with_uses
from orgmodel.formats.importing.columns.mapping_check import refuse_strangers
from orgmodel.formats.importing.columns.mapping_file import mapping_beside
from orgmodel.formats.importing.interpret.account import account_of
from orgmodel.formats.importing.interpret.interpret import understand
from orgmodel.formats.importing.interpret.reshaping import reshaped
from orgmodel.formats.importing.interpret.result import (
    Imported,
    Preset,
    Reading,
    Row,
    Understood,
)
from orgmodel.formats.importing.interpret.shortfalls import shortfalls, unread
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.mapping import IGNORE, RECOGNISED, Mapping
from orgmodel.formats.importing.read.table import Note, Table
from orgmodel.formats.importing.read.tables import read_tables
from orgmodel.model import DesignError, Entity, Org, adapter, kind_of, wording
from orgmodel.progress import watched

Path_ = str | os.PathLike[str]


def import_design(
    paths: Path_ | Sequence[Path_],
    mapping: Mapping | None = None,
    *,
    presets: Iterable[Preset] = (),
) -> Imported:
    """Make a design of tables: a roster, a workbook, a folder, or several of these.

    Args:
        paths: Files and folders.
        mapping: What the user says of them; all else is found out. Left out, it is the mapping file
            that lies with the first of the paths, if there is one.
        presets: Kinds of export that are known by name; the first that fits is taken.

    Returns:
        The design, the complete mapping, and notes on everything that was left out or decided.

    Raises:
        DesignError: If a file cannot be read, or no table is of any known kind.
    """
    with _no_collecting():
        return _imported(paths, mapping, list(presets))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Let the collector of garbage rest: rows hold no rings, and it would look at all of them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _imported(
    paths: Path_ | Sequence[Path_], mapping: Mapping | None, known: Sequence[Preset]
) -> Imported:
    """Make a design of tables, as :func:`import_design` says."""
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    given = mapping or mapping_beside(named[0]) or Mapping()
    tables, notes = read_tables(named, encoding=given.encoding, said=given.tables)
    preset = next((each for each in known if each.fits(tables)), None)
    shaped = tables if preset else _shaped(tables, given)
    refuse_strangers(shaped, given)
    added = {new.name for old, new in zip(tables, shaped, strict=True) if new is not old}
    tables = shaped
    notes += [note for table in tables for note in table.notes]
    if preset:
        notes.insert(0, Note(f"This is an export of {preset.name}."))
        complete = preset.mapping(tables, given)
        understood = preset.understand(tables, complete)
    else:
        complete = _with_shapes(recognise(tables, given), added)
        _refuse_nothing(tables, complete, known, os.fspath(named[0]))
        understood = understand(tables, complete)
    currency = _currency(understood, complete)
    complete = replace(complete, name=complete.name or _name(named), currency=currency)
    org, wrong = built(understood, complete)
    notes += [*understood.notes, *wrong]
    found = Imported(org, complete, tables, notes)
    return accounted(found, understood.readings)


def _shaped(tables: Sequence[Table], given: Mapping) -> list[Table]:
    """Return tables in the form of a roster, but for those whose columns the user states."""
    stated = {
        each.source or name for name, each in given.tables.items() if each.shape != RECOGNISED
    }
    return [table if table.name in stated else reshaped(table) for table in tables]


def _with_shapes(mapping: Mapping, added: Collection[str]) -> Mapping:
    """Note which tables have columns that their form added."""
    tables = {
        name: replace(said, shape=RECOGNISED) if (said.source or name) in added else said
        for name, said in mapping.tables.items()
    }
    return replace(mapping, tables=tables)


def accounted(imported: Imported, readings: Sequence[Reading]) -> Imported:
    """Add the account of what arrived, and a problem for each thing that clearly did not."""
    org, notes = imported.org, imported.notes
    account = account_of(org, readings, notes, imported.mapping)
    every = tables_with_uses(imported.tables, imported.mapping)
    short = [
        *shortfalls(org, account, readings, imported.problems),
        *unread(org, every),
    ]
    return replace(imported, notes=[*notes, *short], account=account)


def _refuse_nothing(
    tables: Sequence[Table], mapping: Mapping, presets: Sequence[Preset], file: str
) -> None:
    """Say what was looked for if no table is of any known kind."""
    if any(table.kind != IGNORE for table in mapping.tables.values()):
        return
    found = "; ".join(f"{t.name} has {', '.join(t.columns[:12])}" for t in tables[:5])
    known = "".join(f"; {preset.name}: {preset.looked_for}" for preset in presets)
    sentence = f"No table here is of a known kind. Looked for {LOOKED_FOR}{known}. Found: {found}."
    raise unusable(file, f"{sentence} Say what is what in a mapping file.")


def _name(paths: Sequence[Path_]) -> str:
    path = Path(paths[0]).resolve()
    return path.name if path.is_dir() else path.stem.partition(".")[0] or "Organisation"


def _currency(understood: Understood, mapping: Mapping) -> str | None:
    """Return the currency that is stated or that the tables name; several are told."""
    found = understood.currencies
    for currency, place in found.items():
        if mapping.currency not in {None, currency} or len(found) > 1:
            others = {*found, mapping.currency or currency} - {currency}
            sentence = (
                f"There are amounts in {currency}, and in {', '.join(sorted(others))}; a design "
                "counts in one currency, and nothing is converted. Convert them."
            )
            understood.problem(sentence, place)
    if mapping.currency or len(found) != 1:
        return mapping.currency
    ((currency, place),) = found.items()
    understood.note(f"All amounts are taken to be in {currency}, which is named here.", place)
    return currency


def built(understood: Understood, mapping: Mapping) -> tuple[Org, list[Note]]:
    """Build the design that was understood; values that no field takes are left out and told."""
    org = Org(mapping.name or "Organisation", currency=mapping.currency or "EUR")
    notes: list[Note] = []
    for row in watched("Building the design", understood.rows):
        entity = _entity(row, notes)
        if entity is not None:
            try:
                org.add(entity, source=row.source)
            except DesignError as error:
                notes += [Note(p.sentence, p.source, problem=True) for p in error.problems]
    return org, notes


def _entity(row: Row, notes: list[Note]) -> Entity | None:
    """Make an entity; a value that is refused is told and left out, once."""
    fields = {**row.fields, "id": row.id}
    try:
        kind: type = row.kind
        made: Entity = adapter(kind).validate_python(fields)
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
        for detail in error.errors(include_url=False):
            field = ".".join(map(str, detail["loc"]))
            said = f"{kind_of(row.kind).replace('_', ' ').capitalize()} {row.id!r}: "
            place = row.places.get(str(detail["loc"][0]), row.source)
            notes.append(Note(said + wording(row.kind, detail, field), place, problem=True))
        return _second(row, wrong)
    return made


def _second(row: Row, wrong: set[str]) -> Entity | None:
    fields = {name: value for name, value in row.fields.items() if name not in wrong}
    try:
        kind: type = row.kind
        made: Entity = adapter(kind).validate_python({**fields, "id": row.id})
    except ValidationError:
        return None
    return made
