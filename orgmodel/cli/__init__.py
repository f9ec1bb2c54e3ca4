"""The ``orgmodel`` command: it parses the command line, calls the library and prints."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from orgmodel.text import escape_terminal, nearest

_COMMANDS = {
    "init": "Write a small, commented design to start from.",
    "import": "Import a roster, workbook or export as a design; report what was understood.",
    "check": "Check a design: uncovered customers, structural problems, and where they are.",
    "why": "Explain who covers a customer, and why.",
    "book": "Resolve coverage for a large customer file: who is not covered, and where.",
    "propose": "Propose a better design, with a proven bound and reasons: who should have what.",
    "plan": "Compare two designs: the impact, then every change, and a safe order.",
    "chart": "Draw a design: org chart, coverage, territories, two designs compared, and more.",
    "export": "Export a design to spreadsheets, graphs, diagrams, linked data or a handbook.",
    "format": "Reformat a YAML design in its canonical form; comments stay.",
    "measure": "Measure a design: spans, layers, cost, workload, coverage, concentration.",
    "rules": "List the rules, or print the page of one.",
}

_MODULES = {"import": "import_files", "format": "format_design"}
"""The modules of commands whose names are keywords or functions of Python."""

INTERRUPTED = 130
"""The exit code after Ctrl-C, as in shells."""
_RARELY = 200_000, 10, 10


class _Commands(click.Group):
    """Loads a command only when it is called, so that help and mistakes are quick."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; after an interruption every file is whole, either old or new."""
        try:
            with _printable():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Interrupted. No file is left half-written.", err=True)
            ctx.exit(INTERRUPTED)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as click passes them on
    ) -> click.Context:
        """Parse the options before the name of the command."""
        with _printable():
            return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"orgmodel.cli.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = nearest(args[0], _COMMANDS)
            hint = f" Did you mean {near!r}?" if near else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@contextmanager
def _printable() -> Iterator[None]:
    """Escape control characters that users have typed in the messages that click prints."""
    try:
        yield
    except click.ClickException as error:
        message = error.format_message()
        if (escaped := escape_terminal(message)) == message:
            raise
        # the message of an error cannot be assigned in newer releases, nor can its exit code
        kind = type("EscapedError", (click.UsageError,), {"exit_code": error.exit_code})
        raise kind(escaped, getattr(error, "ctx", None)) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orgmodel")
def main() -> None:
    """Sales organisations as code: design, check, explain, draw.

    A DESIGN is a .yaml or .json file, tables (.csv, .xlsx or a folder), or a .py script that builds
    an Org. Scripts are executed: use only those that you trust.

    Exit codes: 0 success, 1 findings, 2 unusable input, 3 program failure.
    """
    # A design lives as long as the command. Garbage collection would find nothing in it, and take
    # a third of the time.
    gc.set_threshold(*_RARELY)
