"""``orgmodel import``."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from orgmodel.changes import Scenario
from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.files import CannotWriteError, write_whole
from orgmodel.formats import load, save
from orgmodel.formats.designs.scenarios import save_scenario
from orgmodel.formats.importing import REPORTS, Imported, mapping_text, read_mapping
from orgmodel.formats.importing.presets import PRESETS, import_any, merge_sheet
from orgmodel.text import counted, escape_terminal


@click.command(cls=Command)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--mapping",
    type=click.Path(),
    metavar="FILE",
    help="A mapping in YAML that overrides what is recognised.",
)
@click.option(
    "--preset",
    type=click.Choice([*PRESETS, "none"]),
    help="The program that the files come from; recognised by default, and 'none' for any other.",
)
@click.option(
    "--into",
    type=click.Path(),
    metavar="DESIGN",
    help="Merge a sheet of 'orgmodel export --for' into DESIGN: writes a scenario of changes.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="The design to write; NAME.yaml in this folder by default.",
)
@click.option(
    "--report",
    metavar="FILE",
    help="Write the report to FILE.md, .json or .txt; 'md' or 'json' alone prints it.",
)
@click.option(
    "--write-mapping",
    type=click.Path(),
    metavar="FILE",
    help="Write the complete mapping to FILE, to change and to import with.",
)
@click.option("--force", is_flag=True, help="Replace an existing design and mapping.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[str, ...],
    mapping: str | None,
    preset: str | None,
    output: str | None,
    report: str | None,
    write_mapping: str | None,
    into: str | None,
    *,
    force: bool,
) -> None:
    """Import the tables in PATH as a design: a roster, a workbook, a folder of tables, or several.

    Columns are recognised by their headings, in several languages, and by their values. The report
    lists the field of each column, what was left out, and what was not understood. Exports of
    widely used programs have presets. A folder of Salesforce metadata is read for its territories.

    Exit codes: 0 all was understood, 1 there are problems (the design is written without the values
    that they name), 2 the files cannot be used, 3 program failure.
    """
    if into is not None:
        _merge(paths, into, output, force=force)
    as_ = _format(report)
    if not all(map(str, paths)):
        raise click.UsageError("PATH is empty; name a file or a folder.")
    imported = import_any(paths, read_mapping(mapping) if mapping else None, preset=preset)
    target = Path(output or f"{Path(paths[0]).resolve().name.partition('.')[0] or 'design'}.yaml")
    for file in filter(None, [target, Path(write_mapping) if write_mapping else None]):
        if file.exists() and not force:
            raise CannotWriteError(f"Cannot write {file}: it exists. Use --force to replace it.")
    save(imported.org, target)
    _write_report(imported, as_, report)
    if write_mapping:
        write_whole(write_mapping, mapping_text(imported).encode())
        steps = f"change it and import with --mapping {write_mapping}"
        echo(f"Wrote {write_mapping}: {steps}.", err=True)
    problems = len(imported.problems)
    result = counted(problems, "problem") if problems else "no problems"
    echo(
        f"Wrote {target}: {result}. Next: orgmodel check {target}; orgmodel chart {target}",
        err=True,
    )
    sys.exit(1 if problems else 0)


def _merge(paths: Sequence[str], into: str, output: str | None, *, force: bool) -> NoReturn:
    """Write what was edited in a manager's sheet as a scenario over a design."""
    if len(paths) != 1:
        raise click.UsageError("--into merges one sheet; name one file.")
    design = load(into)
    merge = merge_sheet(paths[0], design)
    target = Path(output or f"{Path(paths[0]).stem}.yaml")
    if target.exists() and (not force or target.resolve() == Path(into).resolve()):
        why = "it is the design itself" if force else "it exists. Use --force to replace it"
        raise CannotWriteError(f"Cannot write {target}: {why}.")
    for edit in merge.edits:
        echo(escape_terminal(str(edit)))
    for conflict in merge.conflicts:
        echo(escape_terminal(f"Not merged: {conflict}"))
    if merge.changes:
        scenario = Scenario(design, merge.changes, Path(paths[0]).stem, merge.sources)
        base = os.path.relpath(into, target.parent)
        save_scenario(scenario, target, base=Path(base).as_posix())
        echo(f"Wrote {target}. Next: orgmodel plan {into} {target}", err=True)
    edits, conflicts = counted(len(merge.edits), "edit"), counted(len(merge.conflicts), "conflict")
    echo(f"{edits}, {conflicts}.", err=True)
    sys.exit(1 if merge.conflicts else 0)


def _format(report: str | None) -> str:
    """Return the format of the report: by its suffix, or by its name alone."""
    if report is None:
        return "text"
    suffix = report if report in REPORTS else Path(report).suffix.lower().removeprefix(".")
    as_ = {"txt": "text", "markdown": "md"}.get(suffix, suffix)
    if as_ not in REPORTS:
        raise click.UsageError(f"--report {report}: use the suffix .md, .json or .txt.")
    return as_


def _write_report(imported: Imported, as_: str, report: str | None) -> None:
    text = REPORTS[as_](imported)
    if report is None or report in REPORTS:
        echo(text, nl=False)
    else:
        write_whole(report, text.encode())
        echo(f"Wrote {report}.", err=True)
