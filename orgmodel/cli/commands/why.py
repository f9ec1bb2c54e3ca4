"""``orgmodel why``."""

import datetime as dt

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, design_argument
from orgmodel.cover import coverage, why
from orgmodel.formats import load
from orgmodel.measures import buying_centre


@click.command(cls=Command)
@design_argument
@click.argument("customer")
@day_option
def command(design: str, customer: str, on: dt.date | None) -> None:
    """Explain who covers a CUSTOMER (its id) in a DESIGN: what matched, what won, and why.

    For a key account, and for a customer with a stage or contacts, the buying centre follows: which
    positions know which contacts, and where the gaps are.
    """
    org = load(design)
    explanation = why(org, customer, on=on)
    echo(str(explanation))
    account = explanation.cover.customer
    if account.key_account or account.stage or account.contacts:
        echo(str(buying_centre(coverage(org, on=on), account)))
