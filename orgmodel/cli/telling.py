"""Reports on the terminal and in files."""

import os

import click

from orgmodel.cli.plain import say
from orgmodel.files import write_whole
from orgmodel.model import Org
from orgmodel.rules import REPORT_FORMATS, Report
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


def tell(report: Report, org: Org, as_: str, output: str | None) -> None:
    """Print a report, or write it to a file and print its summary.

    Args:
        report: The report.
        org: The design that it is about.
        as_: The name of a format.
        output: The file; None is the terminal.

    Raises:
        CannotWriteError: If the file cannot be written; what was there is untouched.
    """
    if output is not None:
        write_whole(output, REPORT_FORMATS[as_](report, org).encode())
        say(f"Wrote {output}: {report.summary}")
    elif as_ == "text":
        coloured = "NO_COLOR" not in os.environ
        say(to_text(report, org, paint=_painted) if coloured else to_text(report, org), nl=False)
    else:
        # bytes, for other programs read UTF-8 whatever the terminal does
        click.echo(REPORT_FORMATS[as_](report, org).encode(), nl=False)


def _painted(text: str, what: str) -> str:
    if what == "name":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS.get(what), bold=True)
