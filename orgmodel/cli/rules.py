"""``orgmodel rules``."""

import click

from orgmodel.cli.plain import plainly
from orgmodel.rules import RULES, find_rule, page_of


@click.command()
@click.argument("rule", required=False)
@plainly
def command(rule: str | None) -> None:
    """List all rules, or print the page of one RULE (its code or name)."""
    if rule is not None:
        click.echo(page_of(find_rule(rule)))
        return
    for each in RULES:
        click.echo(f"{each.code}  {each.severity:8} {each.name}")
        click.echo(f"        {each.norm}")
