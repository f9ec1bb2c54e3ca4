"""``orgmodel import``."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from orgmodel.changes import Scenario
from orgmodel.cli.options import plainly, say
from orgmodel.files import CannotWriteError, write_whole
from orgmodel.formats import load, save
from orgmodel.formats.designs.scenarios import save_scenario
from orgmodel.formats.importing import REPORTS, Imported, mapping_text, read_mapping
from orgmodel.formats.importing.presets import PRESETS, import_any, merge_sheet
from orgmodel.text import counted, escape_terminal


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--mapping",
    type=click.Path(),
    metavar="FILE",
    help="A few lines of YAML that overrule what is recognised.",
)
@click.option(
    "--preset",
    type=click.Choice([*PRESETS, "none"]),
    help="Program that the files are from; recognised by default, 'none' reads plain tables.",
)
@click.option(
    "--into",
    type=click.Path(),
    metavar="DESIGN",
    help="Merge a sheet of 'orgmodel export --for' into DESIGN: writes a scenario of changes.",
)
@click.option(
    "-o", "--output", type=click.Path(), help="Design to write; NAME.yaml here by default."
)
@click.option(
    "--report",
    metavar="FILE",
    help="Write what was understood to FILE.md, .json or .txt; 'md' or 'json' alone prints it so.",
)
@click.option(
    "--write-mapping",
    type=click.Path(),
    metavar="FILE",
    help="Write the complete mapping to FILE, to change and to import with.",
)
@click.option("--force", is_flag=True, help="Replace the design and the mapping if they exist.")
@plainly
def command(  # noqa: PLR0913, PLR0917 - what can be asked for
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
    """Make a design of the tables in PATH: a roster, a workbook, a folder of tables, or several.

    Columns are recognised by what they are called, in several languages, and by what is in them;
    the report says how each was taken, what was left out, and what was not understood. Exports of
    widely used programs are recognised; a folder of Salesforce's metadata is read for its
    territories.

    Exit codes: 0 all was understood, 1 there are problems (the design is written, without what they
    name), 2 the files cannot be used, 3 the program failed.
    """
    if into is not None:
        _merge(paths, into, output, force=force)
    as_ = _format(report)
    if not all(map(str, paths)):
        raise click.UsageError("A name is empty; name a file or a folder.")
    imported = import_any(paths, read_mapping(mapping) if mapping else None, preset=preset)
    target = Path(output or f"{Path(paths[0]).resolve().name.partition('.')[0] or 'design'}.yaml")
    for file in filter(None, [target, Path(write_mapping) if write_mapping else None]):
        if file.exists() and not force:
            raise CannotWriteError(f"Cannot write {file}: it exists; --force replaces it.")
    save(imported.org, target)
    if write_mapping:
        write_whole(write_mapping, mapping_text(imported).encode())
    _tell(imported, as_, report)
    problems = len(imported.problems)
    found = counted(problems, "problem") if problems else "no problems"
    if write_mapping:
        say(
            f"Wrote {write_mapping}: change it and import with --mapping {write_mapping}.", err=True
        )
    say(
        f"Wrote {target}: {found}. Next: orgmodel check {target}; orgmodel chart {target}", err=True
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
        why = "it is the design itself" if force else "it exists; --force replaces it"
        raise CannotWriteError(f"Cannot write {target}: {why}.")
    for edit in merge.edits:
        say(escape_terminal(str(edit)))
    for conflict in merge.conflicts:
        say(escape_terminal(f"Not merged: {conflict}"))
    if merge.changes:
        scenario = Scenario(design, merge.changes, Path(paths[0]).stem, merge.sources)
        base = os.path.relpath(into, target.parent)
        save_scenario(scenario, target, base=Path(base).as_posix())
        say(f"Wrote {target}. Next: orgmodel plan {into} {target}", err=True)
    edits, conflicts = counted(len(merge.edits), "edit"), counted(len(merge.conflicts), "conflict")
    say(f"{edits}, {conflicts}.", err=True)
    sys.exit(1 if merge.conflicts else 0)


def _format(report: str | None) -> str:
    """Return how to write the report: by its ending, or as told alone."""
    if report is None:
        return "text"
    ending = report if report in REPORTS else Path(report).suffix.lower().removeprefix(".")
    as_ = {"txt": "text", "markdown": "md"}.get(ending, ending)
    if as_ not in REPORTS:
        raise click.UsageError(f"--report {report}: a report ends in .md, .json or .txt.")
    return as_


def _tell(imported: Imported, as_: str, report: str | None) -> None:
    text = REPORTS[as_](imported)
    if report is None or report in REPORTS:
        say(text, nl=False)
    else:
        write_whole(report, text.encode())
        say(f"Wrote {report}.", err=True)
