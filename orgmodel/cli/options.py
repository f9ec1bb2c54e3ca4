"""What all commands share: the design to read, the day, and mistakes told in plain words."""

import datetime as dt
import sys
import traceback
import warnings
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TextIO

import click

from orgmodel.cli.progress_bar import in_terminal
from orgmodel.model import OrgmodelError
from orgmodel.text import escape_terminal

P = ParamSpec("P")

UNUSABLE = 2
"""The exit code where the input, the settings or the call cannot be used."""
BROKEN = 3
"""The exit code where the program itself, or a script or plug-in that it ran, failed."""

design_argument = click.argument("design", type=click.Path())


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(
        self,
        value: str | dt.date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.date:
        """Read a day, or end in a sentence."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD, as 2026-03-01.", param, ctx)


day_option = click.option(
    "--on",
    metavar="YYYY-MM-DD",
    type=Day(),
    help="The day to look at; today unless told.",
)
plugins_option = click.option(
    "--plugins/--no-plugins",
    default=True,
    help="Whether to apply the rules that other distributions bring, too.",
)


def plainly(function: Callable[P, None]) -> Callable[P, None]:
    """Tell what a user got wrong, and warnings, on standard error and without a traceback."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("always", UserWarning)
            warnings.showwarning = _shown
            try:
                with in_terminal():
                    function(*args, **kwargs)
            except OrgmodelError as error:
                say(str(error), err=True)
                sys.exit(UNUSABLE)
            except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
                raise
            except Exception:  # noqa: BLE001 - Python would exit with 1, as if there were findings
                traceback.print_exc()
                sys.exit(BROKEN)

    return run


def say(text: str, *, err: bool = False, nl: bool = True, styled: bool = False) -> None:
    """Print a text; control characters and letters that the terminal lacks become codes.

    All that commands print for people goes through here.

    Args:
        text: The text.
        err: Whether it goes to standard error.
        nl: Whether a line feed follows.
        styled: Whether its codes of colours are those of the command itself, and stay.
    """
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    click.echo(escape_terminal(text, encoding, styled=styled), err=err, nl=nl)


def _shown(  # noqa: PLR0913, PLR0917 - as Python calls it
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del category, filename, lineno, file, line
    say(f"warning: {message}", err=True)
