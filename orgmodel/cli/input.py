"""What all commands do with their input: read it, or say in plain words why that cannot be."""

import datetime as dt
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from orgmodel.charts.errors import ChartError
from orgmodel.formats import CannotWriteError, load
from orgmodel.model import DesignError, Org

design_argument = click.argument("design", type=click.Path(path_type=Path))
day_option = click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _context, _parameter, value: value and value.date(),
    help="The day to look at; today unless told.",
)
Day = dt.date | None


def refuse(sentence: str) -> NoReturn:
    """Say why a command cannot do its work, and end with exit code 2."""
    click.echo(sentence, err=True)
    sys.exit(2)


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what a user can get wrong into sentences, and warnings too."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        try:
            yield
        except (DesignError, ChartError, CannotWriteError, LookupError) as error:
            refuse(str(error.args[0]) if isinstance(error, LookupError) else str(error))
    for warning in caught:
        click.echo(f"warning: {warning.message}", err=True)


def read(design: Path) -> Org:
    """Read a design; exits with all that is wrong with it."""
    return load(design)


def command(function: Callable[..., Any]) -> click.Command:
    """Make a command of a function whose errors are told plainly."""

    def run(**values: Any) -> Any:  # noqa: ANN401 - whatever the command takes and gives
        with plainly():
            return function(**values)

    run.__doc__, run.__name__ = function.__doc__, function.__name__
    run.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]  # click's own place
    return click.command(run)
