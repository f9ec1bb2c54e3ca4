"""What all commands share: the design to read, the day, and mistakes told in plain words."""

import datetime as dt
import sys
import warnings
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from orgmodel.model import OrgmodelError

P = ParamSpec("P")

design_argument = click.argument("design", type=click.Path())


def _date(_context: click.Context, _option: click.Parameter, day: dt.datetime | None) -> object:
    return day and day.date()


day_option = click.option(
    "--on",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_date,
    help="The day to look at; today unless told.",
)


def format_option(*formats: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Let the user choose how the result is written; the first format is what comes unasked."""
    choice = click.Choice(formats)
    return click.option("--format", "as_", type=choice, default=formats[0], show_default=True)


def plainly(function: Callable[P, None]) -> Callable[P, None]:
    """Tell what a user got wrong, and warnings, on standard error and without a traceback."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("always", UserWarning)
            warnings.showwarning = _shown
            try:
                function(*args, **kwargs)
            except OrgmodelError as error:
                click.echo(str(error), err=True)
                sys.exit(2)

    return run


def _shown(message: Warning | str, *_where: object) -> None:
    click.echo(f"warning: {message}", err=True)
