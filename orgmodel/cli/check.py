"""``orgmodel check``."""

import datetime as dt
import sys
from pathlib import Path

import click

from orgmodel.cli.plain import day_option, design_argument, format_option, plainly
from orgmodel.formats import load
from orgmodel.rules import Report, Severity, read_settings, to_json, validate

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


@click.command()
@design_argument
@day_option
@format_option("text", "json")
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not apply these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The mildest findings that end with exit code 1.",
)
@plainly
def command(
    design: str,
    on: dt.date | None,
    as_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> None:
    """Judge a DESIGN by all rules and print what they find.

    A RULE is a code (KEY502), the beginning of codes (KEY) or a name. Settings are read from
    orgmodel.toml, or [tool.orgmodel] in pyproject.toml, in the folder of the design or above it.
    """
    org = load(design)
    settings = read_settings(Path(design).parent).narrowed(select, ignore)
    report = validate(org, settings=settings, on=on)
    if as_ == "json":
        click.echo(to_json(report, org))
    else:
        _print(report)
    sys.exit(1 if _fails(report, fail_on) else 0)


def _fails(report: Report, fail_on: str) -> bool:
    levels: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
    return fail_on in levels and bool(report.at_least(levels[fail_on]))


def _print(report: Report) -> None:
    for finding in report:
        place = click.style(f"{finding.source}: " if finding.source else "", bold=True)
        code = click.style(finding.code, fg=_COLOURS[finding.level], bold=True)
        name = click.style(f"[{finding.name}]", dim=True)
        click.echo(f"{place}{code} {finding.sentence} {name}")
    click.echo(report.summary)
