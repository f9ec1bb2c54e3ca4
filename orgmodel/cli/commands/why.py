"""``orgmodel why``."""

import datetime as dt

import click

from orgmodel.cli.options import day_option, design_argument, plainly, say
from orgmodel.cover import coverage, why
from orgmodel.formats import load
from orgmodel.measures import buying_centre


@click.command()
@design_argument
@click.argument("customer")
@day_option
@plainly
def command(design: str, customer: str, on: dt.date | None) -> None:
    """Explain who covers a CUSTOMER (its id) in a DESIGN: what matched, what won, and why.

    Of a key account, and of a customer with a stage or contacts, it also says who of ours knows
    whom in its buying centre, and where the gaps are.
    """
    org = load(design)
    found = why(org, customer, on=on)
    say(str(found))
    account = found.cover.customer
    if account.key_account or account.stage or account.contacts:
        say(str(buying_centre(coverage(org, on=on), account)))
