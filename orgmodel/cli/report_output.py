"""Reports on the terminal and in files."""

import os
from typing import NamedTuple

import click

from orgmodel.cli.console import echo, echo_bytes
from orgmodel.files import write_whole
from orgmodel.model import Org
from orgmodel.rules import REPORT_FORMATS, Report, Severity
from orgmodel.rules.reports import to_text

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".html": "html",
}
"""The format of each file suffix."""

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


class Shown(NamedTuple):
    """The part of a report that is printed as text: the lowest severity, and the most of a rule."""

    least: Severity
    most: int


def write_report(report: Report, org: Org, as_: str, output: str | None, shown: Shown) -> None:
    """Print a report, or write it to a file and print its summary.

    Args:
        report: The report.
        org: The design of the report.
        as_: The name of a format.
        output: The file; None is the terminal.
        shown: The part to print as text; files and other formats hold all.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
    """
    if output is not None:
        write_whole(output, REPORT_FORMATS[as_](report, org).encode())
        echo(f"Wrote {output}: {report.summary}")
    elif as_ == "text":
        paint = _plain if os.environ.get("NO_COLOR") else _painted
        text = to_text(report, org, paint=paint, show=shown.least, most=shown.most)
        echo(text, nl=False, styled=True)
    else:
        echo_bytes(REPORT_FORMATS[as_](report, org))


def _plain(text: str, _what: str) -> str:
    return text


def _painted(text: str, what: str) -> str:
    if what == "name":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS.get(what), bold=True)
