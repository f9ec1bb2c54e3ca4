"""``orgmodel plan``."""

import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

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
from orgmodel.cli.options import day_option, plainly, plugins_option, say
from orgmodel.cli.output_paths import format_for, spare
from orgmodel.cli.plan_designs import Named, designs_of
from orgmodel.cli.plan_findings import remarks
from orgmodel.files import write_whole

CHANGED, UNUSABLE = 2, 1

_ENDINGS = {".txt": "text", ".md": "markdown", ".json": "json"}
_PAIR = 2


class _MisusedError(click.UsageError):
    exit_code = UNUSABLE


class _Command(click.Command):
    """Ends with 1 where the call cannot be used; 2 says that something changes."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - as click's
        try:
            return super().make_context(*args, **extra)
        except click.UsageError as error:
            raise _MisusedError(error.format_message(), error.ctx) from None

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _MisusedError(error.format_message(), error.ctx) from None


@click.command(cls=_Command)
@click.argument("designs", metavar="BEFORE AFTER...", nargs=-1, required=True, type=click.Path())
@click.option("--git", "revision", metavar="REVISION", help="BEFORE is AFTER as of this revision.")
@day_option
@click.option(
    "--format",
    "as_",
    type=click.Choice([*PLAN_FORMATS]),
    help="How to write the plan; unless told, by the ending of --output, or as text.",
)
@click.option("-o", "--output", type=click.Path(), help="Write the plan to this file.")
@click.option("--chart", type=click.Path(), help="Draw both designs in one picture, to this file.")
@click.option(
    "--handover", type=click.Path(), help="Write lists per person to this .xlsx: who gets what."
)
@click.option(
    "--guess-renames/--no-guess-renames",
    default=True,
    help="Whether to take entities for the same where much speaks for it.",
)
@plugins_option
def command(  # noqa: PLR0913 - one for each option
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
    """Say what changes from one design to another: the impact first, then everything.

    BEFORE and AFTER are whatever orgmodel reads: designs in YAML, JSON or Python, tables as .csv,
    .xlsx or a folder, or git:REVISION:PATH for any of them in a git repository. AFTER may be a
    scenario: a file with changes to BEFORE; one that names its base may stand alone. Several AFTERs
    are compared with BEFORE in one table.

    Unless --on tells the day, designs with dates are compared on the first day from today on which
    all changes hold.

    Exit codes: 0 nothing changes, 2 something does, 1 the designs or the call cannot be used, 3 the
    program failed. (Other commands exit with 1 for findings and 2 for what cannot be used.)
    """
    changed = False

    @plainly
    def planned() -> None:
        nonlocal changed
        files = (output, chart, handover)
        _refuse(designs, revision, extra=bool(chart or handover))
        as_told = as_ or format_for(output, _ENDINGS)
        before, afters = _read(designs, revision, files)
        plans = {
            after.name: _planned(before, after, on, guess_renames=guess_renames, plugins=plugins)
            for after in afters
        }
        changed = _told(plans, as_told, files)

    try:
        planned()
    except SystemExit as ended:
        sys.exit(UNUSABLE if ended.code == CHANGED else ended.code)
    sys.exit(CHANGED if changed else 0)


def _refuse(designs: Sequence[str], revision: str | None, *, extra: bool) -> None:
    if len(designs) > _PAIR and (revision or extra):
        sys.exit(_misused("With several AFTERs there is one table; leave the options out."))
    if revision is not None and len(designs) > 1:
        sys.exit(_misused("Name BEFORE and AFTER, or AFTER alone with --git."))


def _read(
    designs: tuple[str, ...], revision: str | None, files: Sequence[str | None]
) -> tuple[Named, list[Named]]:
    """Read the designs; refuse to write over any file that is read."""
    for written in files:
        spare(written, designs)
    before, afters = designs_of(designs, revision)
    for written in files:
        spare(written, (), before.org, *(after.org for after in afters))
    return before, afters


def _told(
    plans: Mapping[str, Plan], as_: str, files: tuple[str | None, str | None, str | None]
) -> bool:
    """Tell one plan, or several side by side; return whether anything changes."""
    output, chart, handover = files
    if len(plans) > 1:
        table = SideBySide(plans)
        _tell(SIDE_BY_SIDE_FORMATS[as_](table), as_, output)
        return bool(table)
    (plan,) = plans.values()
    _tell(PLAN_FORMATS[as_](plan), as_, output)
    _write(plan.diff, chart, handover)
    return bool(plan.diff)


def _planned(
    before: Named, after: Named, on: dt.date | None, *, guess_renames: bool, plugins: bool
) -> Plan:
    found = diff(before.org, after.org, on=on, guess_renames=guess_renames)
    if on is None and (last := last_day(found)) != found.on:
        found = replace(found, on=last)
    return Plan(found, remarks(found, after.folder, plugins=plugins) if found else None)


def _misused(sentence: str) -> int:
    say(sentence, err=True)
    return UNUSABLE


def _tell(text: str, as_: str, output: str | None) -> None:
    if output is not None:
        write_whole(output, text.encode())
        say(f"Wrote {output}.")
    elif as_ == "text":
        say(text, nl=False)
    else:
        # bytes, for other programs read UTF-8 whatever the terminal does
        click.echo(text.encode(), nl=False)


def _write(found: Diff, chart: str | None, handover: str | None) -> None:
    """Write what was asked for beside the plan; programs that read the plan see it alone."""
    if chart is not None:
        from orgmodel.charts import BeforeAfter  # noqa: PLC0415 - slow, and seldom asked for

        guess = bool(found.renames)
        picture = BeforeAfter(found.before, found.after, on=found.on, guess_renames=guess)
        say(f"Wrote {picture.save(chart)}.", err=True)
    if handover is not None:
        from orgmodel.formats.export import handover_lists  # noqa: PLC0415 - seldom asked for

        say(f"Wrote {write_whole(handover, handover_lists(found))}.", err=True)
