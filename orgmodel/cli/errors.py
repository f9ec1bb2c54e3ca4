"""Errors of commands: a sentence on standard error, an exit code, and no traceback for mistakes."""

import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

from orgmodel.cli.console import echo
from orgmodel.cli.progress_bar import progress_in_terminal
from orgmodel.model import OrgmodelError

UNUSABLE = 2
"""The exit code where the input, the settings or the call cannot be used."""
BROKEN = 3
"""The exit code where the program itself, or a script or plug-in that it ran, failed."""


class Command(click.Command):
    """A command that reports mistakes and warnings on standard error.

    Attributes:
        unusable: Its exit code where the input, the settings or the call cannot be used.
    """

    unusable = UNUSABLE

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - as click's
        """Read the command line."""
        with self._misuse():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with warnings.catch_warnings():
            warnings.simplefilter("always", UserWarning)
            warnings.showwarning = _echo_warning
            try:
                with progress_in_terminal(), self._misuse():
                    return super().invoke(ctx)
            except OrgmodelError as error:
                echo(str(error), err=True)
                sys.exit(self.unusable)
            except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
                raise
            except Exception:  # noqa: BLE001 - Python would exit with 1, as if there were findings
                traceback.print_exc()
                sys.exit(BROKEN)

    @contextmanager
    def _misuse(self) -> Iterator[None]:
        """Give usage errors the exit code of this command."""
        try:
            yield
        except click.UsageError as error:
            error.exit_code = self.unusable  # type: ignore[misc]  # click reads the instance
            raise


def _echo_warning(  # noqa: PLR0913, PLR0917 - as Python calls it
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del category, filename, lineno, file, line
    echo(f"warning: {message}", err=True)
