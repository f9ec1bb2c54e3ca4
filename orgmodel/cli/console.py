"""Output of commands: text for people, bytes for programs."""

import sys

import click

from orgmodel.files import write_whole
from orgmodel.text import escape_terminal


def echo(text: str, *, err: bool = False, nl: bool = True, styled: bool = False) -> None:
    """Print a text; control characters and letters that the terminal lacks become codes.

    Commands print everything for people through this function.

    Args:
        text: The text.
        err: Whether to print on standard error.
        nl: Whether a line feed follows.
        styled: Whether the text has colour codes of the command itself, which stay.
    """
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    click.echo(escape_terminal(text, encoding, styled=styled), err=err, nl=nl)


def echo_bytes(text: str) -> None:
    """Print a text as UTF-8, which other programs read whatever the terminal uses."""
    click.echo(text.encode(), nl=False)


def write_text(text: str, format_: str, output: str | None) -> None:
    """Write a text to a file and report the file, or print the text.

    Args:
        text: The text.
        format_: The name of its format; "text" is for people, all others are for programs.
        output: The file; None is standard output.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
    """
    if output is not None:
        write_whole(output, text.encode())
        echo(f"Wrote {output}.")
    elif format_ == "text":
        echo(text, nl=False)
    else:
        echo_bytes(text)
