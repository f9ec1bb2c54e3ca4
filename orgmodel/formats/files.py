"""Designs in files and texts: reading, checking and writing them."""

import os
from pathlib import Path

from orgmodel.files import CannotWriteError, write_whole
from orgmodel.formats.script import load_script
from orgmodel.formats.yaml import reading, writing
from orgmodel.formats.yaml.parsing import MAX_BYTES
from orgmodel.model import DesignError, Org, Problem, Source

YAML_SUFFIXES = (".yaml", ".yml")


def load(path: str | os.PathLike[str]) -> Org:
    """Read a design from a YAML file, or run a script and take the organisation it builds.

    Args:
        path: A file that ends in ``.yaml`` or ``.yml``, or a script that ends in ``.py``. A script
            is executed: load only scripts that you would run. YAML is only read.

    Raises:
        DesignError: With every problem found: its file, its line, and what to do.
    """
    file = os.fspath(path)
    suffix = Path(file).suffix.lower()
    if suffix not in {*YAML_SUFFIXES, ".py"}:
        raise _unusable(file, "A design ends in .yaml, .yml or .py.")
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unusable(file, "There is no such file.") from None
    except IsADirectoryError:
        raise _unusable(file, "This is a folder. Name a file in it.") from None
    except OSError as error:
        raise _unusable(file, f"The file cannot be read: {error.strerror}.") from error
    return load_script(file) if suffix == ".py" else reading.read(data, file)


def loads(text: str | bytes, *, name: str = "<text>") -> Org:
    """Read a design from YAML in memory.

    Args:
        text: The YAML; bytes are UTF-8, or UTF-16 with a byte-order mark.
        name: What problems and sources call it in place of a file.

    Raises:
        DesignError: With every problem found.
    """
    return reading.read(text, name)


def save(org: Org, path: str | os.PathLike[str]) -> None:
    """Write a design to a YAML file; an old file stays whole until the new one is.

    Comments and the order of fields in an old file are not kept: they are no part of the design.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
        DesignError: If values are nested too deeply for a file.
    """
    if Path(path).suffix.lower() not in YAML_SUFFIXES:
        raise CannotWriteError(f"Cannot write {os.fspath(path)}: a design ends in .yaml or .yml.")
    write_whole(path, dumps(org).encode())


def dumps(org: Org) -> str:
    """Write a design as YAML; ``loads(dumps(org)) == org``.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    return writing.write(org)


def _unusable(file: str, sentence: str) -> DesignError:
    return DesignError([Problem(sentence, Source(file))])
