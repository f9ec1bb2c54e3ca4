"""``orgmodel measure``."""

import datetime as dt
from dataclasses import replace
from textwrap import wrap
from typing import get_args

import click

from orgmodel.cli.options import day_option, plainly, say
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
    found = {}
    for given in calls:
        tier, _, numbers = given.rpartition("=")
        a_year, _, hours = numbers.partition("x")
        try:
            found[tier] = Calls(float(a_year), float(hours))
        except ValueError:
            hint = "write TIER=CALLSxHOURS, such as A=36x1.5"
            raise click.BadParameter(f"{given!r} is no number of calls; {hint}.") from None
    return found


def _hours(_context: click.Context, _option: click.Parameter, hours: float | None) -> float | None:
    if hours is not None and not 0 < hours < float("inf"):
        raise click.BadParameter(f"should be hours above 0, not {hours:g}.")
    return hours


@click.command()
@click.argument("design", type=click.Path(), required=False)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@day_option
@click.option("--by", type=click.Choice(get_args(By)), help="One row for each of these.")
@click.option(
    "--format",
    "as_",
    type=click.Choice([*TABLE_FORMATS]),
    default="text",
    show_default=True,
    help="How to write the table.",
)
@click.option(
    "--calls",
    multiple=True,
    callback=_norms,
    metavar="TIER=CALLSxHOURS",
    help="Calls a year to customers of a tier and hours for each, such as A=36x1.5; repeatable.",
)
@click.option(
    "--selling-hours",
    type=float,
    callback=_hours,
    help="Hours a year that a full-time seller has for customers.",
)
@click.option("--list", "listed", is_flag=True, help="List the measures with their definitions.")
@plainly
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
    """Count a DESIGN: spans, layers, heads, cost, load, cover, concentration, balance, continuity.

    A NAME is a measure or the beginning of some, such as span or coverage; left out, all are told.
    Asked for alone, buying-centre is a matrix: how many of ours know each role at each key account.
    What the design does not say is told as a dash, with the reason, and never guessed.
    """
    if listed:
        _list()
        return
    if design is None:
        raise click.UsageError("Missing argument 'DESIGN'.")
    if by and names:
        raise click.UsageError("--by tells what it has of each; leave the NAMEs out.")
    norms = Norms(calls) if calls else Norms()
    if selling_hours is not None:
        norms = replace(norms, selling_hours=selling_hours)
    measured = Measured(coverage(load(design), on=on), norms)
    if names == ("buying-centre",):
        say(GRID_FORMATS[as_](buying_table(measured.buying_centres, measured.org.currency)))
    elif by:
        say(GRID_FORMATS[as_](detail(measured, by)))
    else:
        say(TABLE_FORMATS[as_](table(measured, names)))


def _list() -> None:
    for measure in MEASURES:
        say(f"{measure.name}  ({measure.unit})")
        source = f" Source: {measure.source}." if measure.source else ""
        for line in wrap(f"{measure.definition}{source}", 88):
            say(f"    {line}")
