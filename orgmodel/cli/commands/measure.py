"""``orgmodel measure``."""

import datetime as dt
from dataclasses import replace
from textwrap import wrap
from typing import get_args

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option
from orgmodel.cover import coverage
from orgmodel.formats import load
from orgmodel.measures import (
    GRID_FORMATS,
    MEASURES,
    TABLE_FORMATS,
    By,
    Calls,
    Measured,
    Norms,
    buying_table,
    detail,
    table,
)


def _norms(
    _context: click.Context, _option: click.Parameter, calls: tuple[str, ...]
) -> dict[str, Calls]:
    """Read calls such as ``A=36x1.5``."""
    calls_of = {}
    for given in calls:
        tier, _, numbers = given.rpartition("=")
        a_year, _, hours = numbers.partition("x")
        try:
            calls_of[tier] = Calls(float(a_year), float(hours))
        except ValueError:
            hint = "use TIER=CALLSxHOURS, for example A=36x1.5"
            raise click.BadParameter(f"{given!r} is not a valid number of calls; {hint}.") from None
    return calls_of


def _hours(_context: click.Context, _option: click.Parameter, hours: float | None) -> float | None:
    if hours is not None and not 0 < hours < float("inf"):
        raise click.BadParameter(f"expected hours above 0, got {hours:g}.")
    return hours


@click.command(cls=Command)
@click.argument("design", type=click.Path(), required=False)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@day_option
@click.option("--by", type=click.Choice(get_args(By)), help="One row for each.")
@click.option(
    "--format",
    "as_",
    type=click.Choice([*TABLE_FORMATS]),
    default="text",
    show_default=True,
    help="Format of the table.",
)
@click.option(
    "--calls",
    multiple=True,
    callback=_norms,
    metavar="TIER=CALLSxHOURS",
    help="Calls a year to a customer of a tier, hours of a call: A=36x1.5; repeatable.",
)
@click.option(
    "--selling-hours",
    type=float,
    callback=_hours,
    help="Hours in a year that a full-time seller has for customers.",
)
@click.option("--list", "listed", is_flag=True, help="List the measures with their definitions.")
def command(  # noqa: PLR0913 - click hands over every option by its name
    *,
    design: str | None,
    names: tuple[str, ...],
    on: dt.date | None,
    by: By | None,
    as_: str,
    calls: dict[str, Calls],
    selling_hours: float | None,
    listed: bool,
) -> None:
    """Measure a DESIGN: spans, layers, headcount, cost, workload, coverage, concentration.

    A NAME is a measure or the beginning of several names, for example span or coverage; without a
    NAME all measures are shown. buying-centre alone is a matrix of key accounts and roles: how many
    positions know a contact in each role. A measure without data is a dash with the reason; nothing
    is guessed.
    """
    if listed:
        _list()
        return
    if design is None:
        raise click.UsageError("Missing argument 'DESIGN'.")
    if by and names:
        raise click.UsageError("--by takes no NAME; leave out the names.")
    norms = Norms(calls) if calls else Norms()
    if selling_hours is not None:
        norms = replace(norms, selling_hours=selling_hours)
    measured = Measured(coverage(load(design), on=on), norms)
    if names == ("buying-centre",):
        echo(GRID_FORMATS[as_](buying_table(measured.buying_centres, measured.org.currency)))
    elif by:
        echo(GRID_FORMATS[as_](detail(measured, by)))
    else:
        echo(TABLE_FORMATS[as_](table(measured, names)))


def _list() -> None:
    for measure in MEASURES:
        echo(f"{measure.name}  ({measure.unit})")
        source = f" Source: {measure.source}." if measure.source else ""
        for line in wrap(f"{measure.definition}{source}", 88):
            echo(f"    {line}")
