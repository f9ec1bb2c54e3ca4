"""``orgmodel plan``."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from orgmodel.changes import (
    PLAN_FORMATS,
    SIDE_BY_SIDE_FORMATS,
    Diff,
    Plan,
    SideBySide,
    diff,
    last_day,
)
from orgmodel.cli.console import echo, write_text
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, plugins_option
from orgmodel.cli.output_paths import format_for, refuse_to_overwrite
from orgmodel.cli.plan_designs import NamedDesign, designs_of
from orgmodel.cli.plan_findings import remarks
from orgmodel.files import write_whole

CHANGED = 2
"""The exit code where something changes, as of other commands that plan."""

_SUFFIXES = {".txt": "text", ".md": "markdown", ".json": "json"}
_PAIR = 2


class _PlanCommand(Command):
    """Exits with 1 where the designs or the call cannot be used, because 2 reports changes."""

    unusable = 1


@click.command(cls=_PlanCommand)
@click.argument("designs", metavar="BEFORE AFTER...", nargs=-1, required=True, type=click.Path())
@click.option("--git", "revision", metavar="REVISION", help="BEFORE is AFTER as of this revision.")
@day_option
@click.option(
    "--format",
    "as_",
    type=click.Choice([*PLAN_FORMATS]),
    help="Format of the plan; by default that of the suffix of --output, or text.",
)
@click.option("-o", "--output", type=click.Path(), help="Write the plan to this file.")
@click.option("--chart", type=click.Path(), help="Draw both designs in one picture to this file.")
@click.option(
    "--handover",
    type=click.Path(),
    help="Write the hand-over lists of each person to this file (.xlsx).",
)
@click.option(
    "--guess-renames/--no-guess-renames",
    default=True,
    help="Recognise entities whose id changed, by their other fields.",
)
@plugins_option
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    /,
    *,
    designs: tuple[str, ...],
    revision: str | None,
    on: dt.date | None,
    as_: str | None,
    output: str | None,
    chart: str | None,
    handover: str | None,
    guess_renames: bool,
    plugins: bool,
) -> None:
    """Compare two designs: the impact of the changes first, then every change in a safe order.

    BEFORE and AFTER are designs in YAML, JSON or Python, tables (.csv, .xlsx or a folder), or
    git:REVISION:PATH for any of these in a git repository. AFTER may be a scenario: a file with
    changes to BEFORE; one that names its base may stand alone. Several AFTERs are compared with
    BEFORE in one table.

    Without --on, designs with dates are compared on the first day from today on which all changes
    have taken effect.

    Exit codes: 0 no changes, 2 changes, 1 the designs or the call cannot be used, 3 program
    failure. (Other commands exit with 1 for findings and 2 for unusable input.)
    """
    files = (output, chart, handover)
    _refuse(designs, revision, extra=bool(chart or handover))
    format_ = as_ or format_for(output, _SUFFIXES)
    before, afters = _read(designs, revision, files)
    plans = {
        after.name: _planned(before, after, on, guess_renames=guess_renames, plugins=plugins)
        for after in afters
    }
    context.exit(CHANGED if _report(plans, format_, files) else 0)


def _refuse(designs: Sequence[str], revision: str | None, *, extra: bool) -> None:
    if len(designs) > _PAIR and (revision or extra):
        message = "Several AFTERs are compared in one table; leave out --git, --chart, --handover."
        raise click.UsageError(message)
    if revision is not None and len(designs) > 1:
        raise click.UsageError("Name BEFORE and AFTER, or AFTER alone with --git.")


def _read(
    designs: tuple[str, ...], revision: str | None, files: Sequence[str | None]
) -> tuple[NamedDesign, list[NamedDesign]]:
    """Read the designs; refuse to overwrite any file that is read."""
    for written in files:
        refuse_to_overwrite(written, designs)
    before, afters = designs_of(designs, revision)
    for written in files:
        refuse_to_overwrite(written, (), before.org, *(after.org for after in afters))
    return before, afters


def _planned(
    before: NamedDesign,
    after: NamedDesign,
    on: dt.date | None,
    *,
    guess_renames: bool,
    plugins: bool,
) -> Plan:
    changes = diff(before.org, after.org, on=on, guess_renames=guess_renames)
    if on is None and (last := last_day(changes)) != changes.on:
        changes = replace(changes, on=last)
    return Plan(changes, remarks(changes, after.folder, plugins=plugins) if changes else None)


def _report(
    plans: Mapping[str, Plan],
    format_: str,
    files: tuple[str | None, str | None, str | None],
) -> bool:
    """Write one plan, or several side by side; return whether anything changes."""
    output, chart, handover = files
    if len(plans) > 1:
        table = SideBySide(plans)
        write_text(SIDE_BY_SIDE_FORMATS[format_](table), format_, output)
        return bool(table)
    (plan,) = plans.values()
    write_text(PLAN_FORMATS[format_](plan), format_, output)
    _write(plan.diff, chart, handover)
    return bool(plan.diff)


def _write(changes: Diff, chart: str | None, handover: str | None) -> None:
    """Write the other files; standard output holds the plan alone, for programs that read it."""
    if chart is not None:
        from orgmodel.charts import BeforeAfter  # noqa: PLC0415 - slow, and seldom needed

        guess = bool(changes.renames)
        picture = BeforeAfter(changes.before, changes.after, on=changes.on, guess_renames=guess)
        echo(f"Wrote {picture.save(chart)}.", err=True)
    if handover is not None:
        from orgmodel.formats.export import handover_lists  # noqa: PLC0415 - seldom needed

        echo(f"Wrote {write_whole(handover, handover_lists(changes))}.", err=True)
