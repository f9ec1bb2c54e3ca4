"""``orgmodel why``."""

import datetime as dt

import click

from orgmodel.cli.plain import day_option, design_argument, plainly
from orgmodel.cover import why
from orgmodel.formats import load


@click.command()
@design_argument
@click.argument("customer")
@day_option
@plainly
def command(design: str, customer: str, on: dt.date | None) -> None:
    """Explain who covers a CUSTOMER (its id) in a DESIGN: what matched, what won, and why."""
    click.echo(str(why(load(design), customer, on=on)))
