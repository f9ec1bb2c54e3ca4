"""``orgmodel init``."""

from importlib.resources import files
from pathlib import Path

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.files import CannotWriteError, write_whole

_TEMPLATES = {".yaml": "design.yaml", ".yml": "design.yaml", ".py": "design.py"}


@click.command(cls=Command)
@click.argument("path", type=click.Path(path_type=Path), default="design.yaml")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def command(path: Path, *, force: bool) -> None:
    """Write a small, commented design to PATH (.yaml or .py), to start from."""
    template = _TEMPLATES.get(path.suffix.lower())
    if template is None:
        raise CannotWriteError(f"Cannot write {path}: use the suffix .yaml, .yml or .py.")
    if path.exists() and not force:
        raise CannotWriteError(f"Cannot write {path}: it exists. Use --force to replace it.")
    write_whole(path, files("orgmodel.cli.commands").joinpath("templates", template).read_bytes())
    echo(f"Wrote {path}. Next: orgmodel check {path}; orgmodel chart {path}")
