"""``orgmodel format``."""

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.files import write_whole
from orgmodel.formats import YAML_SUFFIXES
from orgmodel.formats.designs.yaml import canonical, decode
from orgmodel.formats.values import contents_of, unusable


@click.command(cls=Command)
@click.argument("designs", metavar="DESIGN...", nargs=-1, required=True, type=click.Path())
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Change nothing; print what would change.")
@click.option(
    "--schema",
    metavar="PATH",
    help="Path or URL of the JSON schema, written at the top for editors.",
)
def command(designs: tuple[str, ...], schema: str | None, *, check: bool, diff: bool) -> None:
    """Reformat each DESIGN in YAML, or part of one, in its canonical form.

    Sections and fields take the order of the documentation; entities, comments and meaning stay.
    Included files are not changed: name them as well.

    Exit codes: 0 success, 1 with --check if something would change, 2 a file cannot be used, 3
    program failure.
    """
    # all are read before any is written, so that a mistake in one changes none
    results = [(design, *_before_and_after(design, schema)) for design in designs]
    changed = [(design, old, new) for design, old, new in results if old != new.encode()]
    for design, old, new in changed:
        if diff:
            echo("".join(_differences(design, old, new)), nl=False)
        elif check:
            echo(f"{design} is not in canonical form. Run: orgmodel format {design}")
        else:
            write_whole(design, new.encode())
            echo(f"Wrote {design}.")
    if not changed and not diff:
        echo("All files are in canonical form.")
    sys.exit(1 if changed and check else 0)


def _before_and_after(design: str, schema: str | None) -> tuple[bytes, str]:
    if Path(design).suffix.lower() not in YAML_SUFFIXES:
        raise unusable(design, "Unsupported file suffix; use .yaml or .yml.")
    data = contents_of(design)
    return data, canonical(data, design, schema=schema)


def _differences(design: str, old: bytes, new: str) -> Iterator[str]:
    before = decode(old).splitlines(keepends=True)
    for line in difflib.unified_diff(before, new.splitlines(keepends=True), design, design):
        yield line if line.endswith("\n") else f"{line}\n"
