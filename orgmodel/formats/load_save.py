"""Load and save: designs in files and texts."""

import os
import warnings
from pathlib import Path

from orgmodel.files import CannotWriteError, write_whole
from orgmodel.formats.designs.json.writing import to_json
from orgmodel.formats.designs.scenarios import base_of, holds_changes, is_scenario, load_scenario
from orgmodel.formats.designs.script import load_script
from orgmodel.formats.designs.yaml import reading, writing
from orgmodel.formats.designs.yaml.including import Files
from orgmodel.formats.values.file_contents import contents_of, unusable
from orgmodel.model import Org, require

YAML_SUFFIXES = (".yaml", ".yml")
TEXT_SUFFIXES = (*YAML_SUFFIXES, ".json")
"""Suffixes of designs that are read and written without loss."""


def load(path: str | os.PathLike[str]) -> Org:
    """Read a design from YAML, JSON or tables, or run a script that builds one.

    Args:
        path: A file that ends in ``.yaml``, ``.yml`` or ``.json``, with the files that it includes;
            or a script that ends in ``.py``; or tables: a roster, a workbook, a folder of these. A
            script is executed: load only scripts that you would run. Other files are only read. A
            scenario that names its base gives the design with its changes. What
            was not understood of tables is a warning; ``import_tables`` lists all of it.

    Raises:
        DesignError: With every problem found: its file, its line, and what to do.
    """
    require(path, str, os.PathLike, by="load()")
    file = os.fspath(path)
    if not file:
        raise unusable("<nothing>", "The name of the design is empty; name a file or a folder.")
    suffix = Path(file).suffix.lower()
    if suffix not in {*TEXT_SUFFIXES, ".py"}:
        return _of_tables(file)
    data = contents_of(file)
    if suffix == ".py":
        return load_script(file)
    if suffix in YAML_SUFFIXES and holds_changes(data):
        return load_scenario(file, _base(base_of(file))).org
    return reading.read(data, file, Files(file, len(data)))


def _base(file: str) -> Org:
    """Read the base of a scenario, which is a design and no scenario in turn."""
    if is_scenario(file):
        raise unusable(file, "A scenario changes a design; this is another scenario.")
    return load(file)


def _of_tables(file: str) -> Org:
    """Read a design from tables."""
    from orgmodel.formats.importing import SUFFIXES  # noqa: PLC0415  # slow
    from orgmodel.formats.importing.presets import import_any, is_importable  # noqa: PLC0415  # slow

    if not is_importable(file):
        sentence = "A design ends in .yaml, .yml, .json or .py, or is a folder or file of tables"
        raise unusable(file, f"{sentence} ({', '.join(SUFFIXES)}).")
    imported = import_any(file)
    if number := len(imported.problems):
        first = imported.problems[0]
        more = f" {number - 1:,} more problems: orgmodel import {file}" if number > 1 else ""
        warnings.warn(f"{first}{more}", stacklevel=3)
    return imported.org


def loads(text: str | bytes, *, name: str = "<text>") -> Org:
    """Read a design from YAML or JSON in memory.

    Args:
        text: The design; bytes are UTF-8, or UTF-16 with a byte-order mark.
        name: Its name in problems and sources, instead of a file; JSON if it ends in ``.json``.

    Raises:
        DesignError: With every problem found. A design in memory includes no files.
    """
    return reading.read(text, name)


def save(org: Org, path: str | os.PathLike[str], *, schema: str | None = None) -> None:
    """Write a design to one file in YAML or JSON; an old file stays whole until the new one is.

    Comments and the order of fields in an old file are not kept, nor is what it included apart:
    they are not part of the design. ``orgmodel format`` keeps both.

    Args:
        org: The design.
        path: A file that ends in ``.yaml``, ``.yml`` or ``.json``.
        schema: Where editors find the schema, as a path or an address; written at the top.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
        DesignError: If values are nested too deeply for a file.
    """
    require(org, Org, by="save()")
    require(path, str, os.PathLike, by="save(path=...)")
    suffix = Path(path).suffix.lower()
    if suffix not in TEXT_SUFFIXES:
        message = f"Cannot write {os.fspath(path)}: a design ends in .yaml, .yml or .json."
        raise CannotWriteError(message)
    write = to_json if suffix == ".json" else dumps
    write_whole(path, write(org, schema=schema).encode())


def dumps(org: Org, *, schema: str | None = None) -> str:
    """Write a design as YAML; ``loads(dumps(org)) == org``.

    Args:
        org: The design.
        schema: Where editors find the schema, as a path or an address; written at the top.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    require(org, Org, by="dumps()")
    return writing.write(org, schema)
