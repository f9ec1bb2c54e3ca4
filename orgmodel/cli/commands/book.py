"""``orgmodel book``."""

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from orgmodel.cli.options import day_option, design_argument, plainly, say
from orgmodel.cli.output_paths import spare
from orgmodel.formats import load
from orgmodel.model import Customer, Org, UnknownError
from orgmodel.network import OrgGraph
from orgmodel.rules import read_settings, validate
from orgmodel.text import did_you_mean


def _pairs(_context: click.Context, _option: click.Option, given: tuple[str, ...]) -> object:
    pairs = [pair.partition("=") for pair in given]
    if any(not field or not column for field, _, column in pairs):
        raise click.BadParameter("write FIELD=COLUMN, as id=AccountNumber.")
    return {field: column for field, _, column in pairs}


@click.command()
@design_argument
@click.argument("customers", type=click.Path(path_type=Path))
@day_option
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_pairs,
    help="Which column holds a field that it is not called like.",
)
@click.option("-o", "--output", type=click.Path(), help="Write who covers whom (.parquet, .csv).")
@plainly
def command(
    design: str,
    customers: Path,
    on: dt.date | None,
    columns: Mapping[str, str],
    output: str | None,
) -> None:
    """Cover a book of up to millions of CUSTOMERS (.csv, .tsv, .parquet) by a DESIGN.

    Every value is checked; all customers are resolved; key accounts and those attached by name are
    judged by all rules.

    Exit codes: 0 all is well, 1 customers are not covered, rows cannot be used or rules find
    something, 2 the design, the book or the call cannot be used.
    """
    from orgmodel.books import accounts_of, cover_book, read_book  # noqa: PLC0415 - an extra

    org = load(design)
    _refuse_unknown(org, columns)
    spare(output, [design, customers], org)
    covered = cover_book(org, read_book(customers, columns=columns), on=on)
    settings = read_settings(Path(design).parent)
    report = validate(accounts_of(org, covered.book), settings=settings, on=on)
    saved = covered.save(output) if output else None
    say(str(covered))
    say(str(report))
    if saved:
        say(f"Wrote {saved}: {len(covered.book):,} customers.")
    whole = covered.complete and not report.at_least("warning")
    sys.exit(0 if whole else 1)


def _refuse_unknown(org: Org, columns: Mapping[str, str]) -> None:
    """Say which fields neither a customer has nor any territory asks for."""
    asked = OrgGraph(org).matcher.space.cut.axes
    known = {field.name for field in fields(Customer)} | {
        name.removeprefix("attributes.") for name in asked
    }
    for field in columns:
        if field not in known:
            near = did_you_mean(field, known)
            raise UnknownError(f"--column {field}: customers have no such field{near}")
