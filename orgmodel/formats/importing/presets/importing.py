"""Any files that people have to a design: tables, exports that are known by name, metadata."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from orgmodel.formats.importing import SUFFIXES, Imported, import_design, is_table
from orgmodel.formats.importing import Mapping as TableMappings
from orgmodel.formats.importing.import_tables import built
from orgmodel.formats.importing.presets.directories import LdapPreset, ScimPreset
from orgmodel.formats.importing.presets.known import known_exports
from orgmodel.formats.importing.presets.own_tables import import_own, is_own
from orgmodel.formats.importing.presets.own_workbooks import OwnWorkbook
from orgmodel.formats.importing.presets.preset import ExportPreset
from orgmodel.formats.importing.presets.salesforce import SalesforcePreset
from orgmodel.formats.importing.presets.services import (
    DynamicsPreset,
    ErpNextPreset,
    HubSpotPreset,
    WorkdayPreset,
)
from orgmodel.formats.salesforce import is_metadata, read_metadata
from orgmodel.model import DesignError, Problem, Source, UnknownError
from orgmodel.text import did_you_mean

Path_ = str | os.PathLike[str]
_MAKERS: Mapping[str, Callable[..., ExportPreset]] = {
    "salesforce": SalesforcePreset,
    "dynamics": DynamicsPreset,
    "hubspot": HubSpotPreset,
    "scim": ScimPreset,
    "ldap": LdapPreset,
    "erpnext": ErpNextPreset,
    "workday": WorkdayPreset,
}
PRESETS = tuple(known_exports())
"""The names of all exports that are known."""


def is_importable(path: Path_) -> bool:
    """Return whether a path may hold tables or metadata."""
    return is_table(path) or is_metadata(path)


def import_any(
    paths: Path_ | Sequence[Path_],
    mapping: TableMappings | None = None,
    *,
    preset: str | None = None,
) -> Imported:
    """Make a design of tables, of an export that is known by name, or of metadata.

    Args:
        paths: Files and folders; folders of Salesforce's metadata may stand beside those of tables.
        mapping: What the user says of tables; all else is found out.
        preset: The name of the export, one of ``PRESETS``; left out, it is found out, and ``none``
            reads plain tables.

    Returns:
        The design, the complete mapping, and notes on everything that was left out or decided.

    Raises:
        DesignError: If a file cannot be read, or is of no known kind.
        UnknownError: If there is no such export; the message names the nearest.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if preset not in {None, "none", *PRESETS}:
        raise UnknownError(f"There is no preset {preset!r}{did_you_mean(str(preset), PRESETS)}")
    if preset == "none":
        return import_design(named, mapping)
    folders = [path for path in named if preset in _OF_METADATA and is_metadata(path)]
    if folders:
        return _with_metadata(named, folders, mapping)
    names = [preset] if preset else PRESETS
    known = [_made(name, forced=preset is not None) for name in names]
    bare = mapping is None or not mapping.tables
    if preset is None and bare and len(named) == 1 and is_own(Path(named[0])):
        return import_own(Path(named[0]))
    own = [OwnWorkbook()] if bare and preset is None else []
    return import_design(named, mapping, presets=[*own, *known])


_OF_METADATA = (None, "salesforce")


def _with_metadata(
    named: Sequence[Path_], folders: Sequence[Path_], mapping: TableMappings | None
) -> Imported:
    """Read metadata, and the tables that stand beside it."""
    if len(folders) > 1:
        sentence = "There is metadata in several of these. Name one folder, or that of one model."
        raise DesignError([Problem(sentence, Source(os.fspath(folders[1])))])
    model = read_metadata(folders[0])
    preset = SalesforcePreset(forced=True, metadata=model)
    tables = [path for path in named if path not in folders or _has_tables(path)]
    if tables:
        return import_design(tables, mapping, presets=[preset])
    given = mapping or TableMappings()
    complete = replace(preset.mapping([], given), name=given.name or model.name)
    understood = preset.understand([], complete)
    org, wrong = built(understood, complete)
    return Imported(org, complete, preset.prepared, [*understood.notes, *wrong])


def _has_tables(path: Path_) -> bool:
    """Return whether tables lie in a folder itself."""
    suffixes = tuple(suffix for suffix in SUFFIXES if suffix not in {".txt", ".json"})
    inside = Path(path).iterdir() if Path(path).is_dir() else ()
    return any(each.name.lower().endswith(suffixes) for each in inside)


def _made(name: str, *, forced: bool) -> ExportPreset:
    maker = _MAKERS.get(name)
    return maker(forced=forced) if maker else ExportPreset(name, forced=forced)
