"""``orgmodel book``."""

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, design_argument
from orgmodel.cli.output_paths import refuse_to_overwrite
from orgmodel.formats import load
from orgmodel.model import Customer, Org, UnknownError
from orgmodel.network import OrgGraph
from orgmodel.rules import read_settings, validate
from orgmodel.text import did_you_mean


def _pairs(_context: click.Context, _option: click.Option, given: tuple[str, ...]) -> object:
    pairs = [pair.partition("=") for pair in given]
    if any(not field or not column for field, _, column in pairs):
        raise click.BadParameter("write FIELD=COLUMN, for example id=AccountNumber.")
    return {field: column for field, _, column in pairs}


@click.command(cls=Command)
@design_argument
@click.argument("customers", type=click.Path(path_type=Path))
@day_option
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=_pairs,
    help="The column of a field whose name differs; repeatable.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Write the resolved customers to this file (.parquet, .csv).",
)
def command(
    design: str,
    customers: Path,
    on: dt.date | None,
    columns: Mapping[str, str],
    output: str | None,
) -> None:
    """Resolve who covers each of up to millions of CUSTOMERS (.csv, .tsv, .parquet) in a DESIGN.

    Every value is checked and every customer is resolved. Key accounts and named accounts are
    checked by all rules.

    Exit codes: 0 all customers are covered, 1 customers are not covered, rows cannot be used or
    there are findings, 2 the design, the book or the call cannot be used, 3 program failure.
    """
    from orgmodel.books import accounts_of, cover_book, read_book  # noqa: PLC0415 - an extra

    org = load(design)
    _refuse_unknown(org, columns)
    refuse_to_overwrite(output, [design, customers], org)
    covered = cover_book(org, read_book(customers, columns=columns), on=on)
    settings = read_settings(Path(design).parent)
    report = validate(accounts_of(org, covered.book), settings=settings, on=on)
    saved = covered.save(output) if output else None
    echo(str(covered))
    echo(str(report))
    if saved:
        echo(f"Wrote {saved}: {len(covered.book):,} customers.")
    complete = covered.complete and not report.at_least("warning")
    sys.exit(0 if complete else 1)


def _refuse_unknown(org: Org, columns: Mapping[str, str]) -> None:
    """Raise an error for a field that neither customers have nor territory rules use."""
    used = OrgGraph(org).matcher.space.cut.axes
    known = {field.name for field in fields(Customer)} | {
        name.removeprefix("attributes.") for name in used
    }
    for field in columns:
        if field not in known:
            near = did_you_mean(field, known)
            raise UnknownError(f"--column {field}: customers have no such field{near}")
