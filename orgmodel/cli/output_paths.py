"""Output files: the format of their suffix, and no input is overwritten."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from orgmodel.files import CannotWriteError
from orgmodel.model import Org


def refuse_to_overwrite(
    output: str | Path | None, inputs: Iterable[str | Path | None], *orgs: Org
) -> None:
    """Raise an error if a command would overwrite a file that it reads.

    Args:
        output: The file to write; None is the terminal.
        inputs: Files named on the command line.
        orgs: Designs, which may consist of further files.

    Raises:
        CannotWriteError: If the output is one of them.
    """
    if output is None:
        return
    sources = (org.source_of(entity) for org in orgs for entity in org)
    files = {os.fspath(file) for file in inputs if file is not None}
    files.update(source.file for source in sources if source is not None)
    if os.path.realpath(output) in {os.path.realpath(file) for file in files}:
        raise CannotWriteError(f"Cannot write {output}: the command reads it. Name another file.")


def format_for(output: str | None, formats: Mapping[str, str]) -> str:
    """Return the format of a file by its suffix; text where there is none, or no file.

    Raises:
        UsageError: If no format has that suffix.
    """
    suffix = Path(output or "").suffix.lower() or ".txt"
    if suffix not in formats:
        known = ", ".join(formats)
        message = f"{output}: unsupported file suffix; use {known}, or add --format."
        raise click.UsageError(message)
    return formats[suffix]
