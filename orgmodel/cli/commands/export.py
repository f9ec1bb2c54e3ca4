"""``orgmodel export``."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.export_formats import SUFFIXES, Export
from orgmodel.cli.options import day_option, design_argument, plugins_option
from orgmodel.cli.output_paths import refuse_to_overwrite
from orgmodel.cli.rule_selection import rules_for
from orgmodel.files import write_whole
from orgmodel.formats import load
from orgmodel.formats.export import LOSSES, losses
from orgmodel.model import Org
from orgmodel.rules import read_settings, validate

_SEPARATORS: Mapping[str, Literal[",", ";", "\t"]] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_WITH_FINDINGS = ("xlsx", "mermaid", "dot", "drawio")
"""Formats that show findings."""


def _suffixes(name: str) -> str:
    suffixes = [suffix or "a folder" for suffix, known in SUFFIXES.items() if known == name]
    return f"{name} ({', '.join(suffixes)})"


_EPILOG = "\n\n".join(
    ["What each format leaves out:", *(f"{_suffixes(name)}: {LOSSES[name]}" for name in LOSSES)]
)


@click.command(cls=Command, epilog=_EPILOG)
@design_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; its suffix decides the format, and no suffix is a folder of tables.",
)
@click.option("--as", "as_", type=click.Choice([*LOSSES]), help="The format, whatever the suffix.")
@click.option(
    "--for",
    "for_",
    metavar="POSITION",
    help="For xlsx: the branch and customers of one position, to edit and to import --into.",
)
@click.option("--plain", is_flag=True, help="Do not show findings.")
@click.option(
    "--separator",
    type=click.Choice([*_SEPARATORS]),
    default="comma",
    help="Separator for CSV files.",
)
@click.option(
    "--mark/--no-mark",
    default=True,
    help="Begin CSV files with a UTF-8 byte-order mark, which Excel needs.",
)
@click.option(
    "--schema", metavar="PATH", help="For yaml, json: path or URL of the JSON schema, for editors."
)
@day_option
@plugins_option
def command(  # noqa: PLR0913 - one for each option
    design: str,
    output: Path,
    as_: str | None,
    on: dt.date | None,
    *,
    separator: str,
    schema: str | None,
    for_: str | None,
    plain: bool,
    mark: bool,
    plugins: bool,
) -> None:
    """Export a DESIGN to spreadsheets, graphs, diagrams, linked data or a handbook.

    A file is written whole or not at all, and so are the tables of a folder.
    """
    name = as_ or _format_of(output)
    org = load(design)
    refuse_to_overwrite(output, [design], org)
    if for_ is not None:
        _for_manager(org, for_, name, output, on)
        return
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=plugins)
    findings: Any = ()
    if name in _WITH_FINDINGS and not plain:
        findings = validate(org, settings=settings, on=on, rules=rules)
    export = Export(org, tuple(findings), on, _SEPARATORS[separator], mark, schema)
    written = export.write(name, output)
    echo(f"Wrote {written} ({name}). Left out: {losses(name)}")
    for sentence in export.messages:
        echo(f"- {sentence}")


def _for_manager(org: Org, position: str, name: str, output: Path, on: dt.date | None) -> None:
    """Write the sheet of one position."""
    if name != "xlsx":
        raise click.UsageError("--for writes a workbook; name a file that ends in .xlsx.")
    from orgmodel.formats.export.office import to_manager_sheet  # noqa: PLC0415  # slow

    write_whole(output, to_manager_sheet(org, position, on=on))
    echo(f"Wrote {output}. Edit it, then: orgmodel import --into DESIGN {output}")


def _format_of(output: Path) -> str:
    suffix = "" if output.is_dir() else output.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(filter(None, SUFFIXES))
        message = f"{output}: unsupported file suffix; use {known}, or name the format with --as."
        raise click.UsageError(message)
    return SUFFIXES[suffix]
