"""Reports on the terminal and in files."""

import os
from typing import NamedTuple

import click

from orgmodel.cli.options import say
from orgmodel.files import write_whole
from orgmodel.model import Org
from orgmodel.rules import REPORT_FORMATS, Report, Severity
from orgmodel.rules.reports import to_text

ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".html": "html",
}
"""The format that the name of a file asks for."""

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


class Shown(NamedTuple):
    """What of a report is printed as text: the mildest findings, and how many of each rule."""

    least: Severity
    most: int


def tell(report: Report, org: Org, as_: str, output: str | None, shown: Shown) -> None:
    """Print a report, or write it to a file and print its summary.

    Args:
        report: The report.
        org: The design that it is about.
        as_: The name of a format.
        output: The file; None is the terminal.
        shown: What to print of it as text; files and other formats hold all.

    Raises:
        CannotWriteError: If the file cannot be written; what was there is untouched.
    """
    if output is not None:
        write_whole(output, REPORT_FORMATS[as_](report, org).encode())
        say(f"Wrote {output}: {report.summary}")
    elif as_ == "text":
        paint = _plain if os.environ.get("NO_COLOR") else _painted
        say(
            to_text(report, org, paint=paint, show=shown.least, most=shown.most),
            nl=False,
            styled=True,
        )
    else:
        # bytes, for other programs read UTF-8 whatever the terminal does
        click.echo(REPORT_FORMATS[as_](report, org).encode(), nl=False)


def _plain(text: str, _what: str) -> str:
    return text


def _painted(text: str, what: str) -> str:
    if what == "name":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS.get(what), bold=True)
