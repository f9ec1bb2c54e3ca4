"""``orgmodel export``."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import click

from orgmodel.cli.export_formats import SUFFIXES, Export
from orgmodel.cli.options import day_option, design_argument, plainly, plugins_option, say
from orgmodel.cli.output_paths import spare
from orgmodel.cli.rule_selection import rules_for
from orgmodel.files import write_whole
from orgmodel.formats import load
from orgmodel.formats.export import LOSSES, losses
from orgmodel.model import Org
from orgmodel.rules import read_settings, validate

_SEPARATORS: Mapping[str, Literal[",", ";", "\t"]] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_TELLING = ("xlsx", "mermaid", "dot", "drawio")
"""Formats that show findings."""


def _endings(name: str) -> str:
    found = [suffix or "a folder" for suffix, known in SUFFIXES.items() if known == name]
    return f"{name} ({', '.join(found)})"


_WHAT_IS_LOST = "\n\n".join(
    ["What each format leaves out:", *(f"{_endings(name)}: {LOSSES[name]}" for name in LOSSES)]
)


@click.command(epilog=_WHAT_IS_LOST)
@design_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to; the ending says the format, and none is a folder of tables.",
)
@click.option("--as", "as_", type=click.Choice([*LOSSES]), help="The format, whatever the ending.")
@click.option(
    "--for",
    "for_",
    metavar="POSITION",
    help="For xlsx: the branch and customers of one position, to edit and to import --into.",
)
@click.option("--plain", is_flag=True, help="Leave out findings.")
@click.option(
    "--separator", type=click.Choice([*_SEPARATORS]), default="comma", help="Of tables of text."
)
@click.option("--mark/--no-mark", default=True, help="Whether they begin as Excel expects UTF-8.")
@click.option("--schema", metavar="PATH", help="For yaml, json: where editors find the schema.")
@day_option
@plugins_option
@plainly
def command(  # noqa: PLR0913 - what can be asked for
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
    """Write a DESIGN in another form: for spreadsheets, graphs, diagrams, linked data, or reading.

    Files are written whole or not at all, and so are all tables of a folder.
    """
    name = as_ or _format_of(output)
    org = load(design)
    spare(output, [design], org)
    if for_ is not None:
        _for_manager(org, for_, name, output, on)
        return
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=plugins)
    told: Any = ()
    if name in _TELLING and not plain:
        told = validate(org, settings=settings, on=on, rules=rules)
    export = Export(org, tuple(told), on, _SEPARATORS[separator], mark, schema)
    written = export.write(name, output)
    say(f"Wrote {written} ({name}). Left out: {losses(name)}")
    for sentence in export.told:
        say(f"- {sentence}")


def _for_manager(org: Org, position: str, name: str, output: Path, on: dt.date | None) -> None:
    """Write the sheet of one position."""
    if name != "xlsx":
        raise click.UsageError("--for writes a workbook; name a file that ends in .xlsx.")
    from orgmodel.formats.export.office import to_manager_sheet  # noqa: PLC0415  # slow

    write_whole(output, to_manager_sheet(org, position, on=on))
    say(f"Wrote {output}. Edit it, then: orgmodel import --into DESIGN {output}")


def _format_of(output: Path) -> str:
    ending = "" if output.is_dir() else output.suffix.lower()
    if ending not in SUFFIXES:
        known = ", ".join(filter(None, SUFFIXES))
        message = f"{output}: files end in {known}, or say the format with --as."
        raise click.UsageError(message)
    return SUFFIXES[ending]
