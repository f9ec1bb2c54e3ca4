"""Arguments and options that several commands share."""

import datetime as dt
from typing import TYPE_CHECKING

import click

design_argument = click.argument("design", type=click.Path())


if TYPE_CHECKING:
    _Type = click.ParamType[dt.date]
else:
    _Type = click.ParamType  # takes no parameter before click 8.4


class Date(_Type):
    """A date as YYYY-MM-DD."""

    name = "date"

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
            sentence = f"{value!r} is not a valid date; use YYYY-MM-DD, for example 2026-03-01."
            self.fail(sentence, param, ctx)


day_option = click.option(
    "--on",
    metavar="YYYY-MM-DD",
    type=Date(),
    help="The as-of date; today by default.",
)
plugins_option = click.option(
    "--plugins/--no-plugins",
    default=True,
    help="Apply the rules of installed plug-ins as well.",
)
