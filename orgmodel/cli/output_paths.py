"""Where commands write: in a form that the file's name asks for, and never over what they read."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from orgmodel.files import CannotWriteError
from orgmodel.model import Org


def spare(written: str | Path | None, read: Iterable[str | Path | None], *orgs: Org) -> None:
    """Refuse to write over a file that the command reads.

    Args:
        written: The file to write; None is the terminal.
        read: Files that are named on the command line.
        orgs: Designs, whose files may be more than those.

    Raises:
        CannotWriteError: If it is one of them.
    """
    if written is None:
        return
    sources = (org.source_of(entity) for org in orgs for entity in org)
    files = {os.fspath(file) for file in read if file is not None}
    files.update(source.file for source in sources if source is not None)
    if os.path.realpath(written) in {os.path.realpath(file) for file in files}:
        raise CannotWriteError(f"Cannot write {written}: the command reads it. Name another file.")


def format_for(output: str | None, endings: Mapping[str, str]) -> str:
    """Return the format that a file's ending asks for; without one, as on the terminal, it is text.

    Raises:
        UsageError: If it asks for none that there is.
    """
    ending = Path(output or "").suffix.lower() or ".txt"
    if ending not in endings:
        known = ", ".join(endings)
        message = f"{output}: files end in {known}, or say the format with --format."
        raise click.UsageError(message)
    return endings[ending]
