"""The command: parse, call, print."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from orgmodel.text import escape_terminal, nearest

_COMMANDS = {
    "init": "Write a small, commented design to start from.",
    "import": "Make a design of a roster, a workbook or an export, and say what was understood.",
    "check": "Judge a design: who is not covered, what is unsound, and where.",
    "why": "Explain who covers a customer, and why.",
    "book": "Cover a large book of customers by a design: who is not covered, and where.",
    "propose": "Propose a better design, with a proven bound and reasons: who should have what.",
    "plan": "Say what changes from one design to another: the impact first, then everything.",
    "chart": "Draw a design: as an org chart, who covers what, two designs compared, and more.",
    "export": "Write a design for spreadsheets, graphs, diagrams, linked data, or reading.",
    "format": "Put a design in YAML in its canonical form, with its comments.",
    "measure": "Count a design: spans, layers, cost, load, cover, concentration, continuity.",
    "rules": "List the rules, or print the page of one.",
}

_MODULES = {"import": "import_files", "format": "format_design"}
"""Commands whose names no module may have."""

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""
_RARELY = 200_000, 10, 10


class _Commands(click.Group):
    """Loads a command when it is called, so that help and mistakes cost nothing."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; whoever interrupts it finds every file whole, the old or the new one."""
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
            meant = f" Did you mean {near!r}?" if near else ""
            raise click.UsageError(f"{error.message}{meant}", ctx) from error

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

    A DESIGN is a .yaml file, or a .py script that builds an Org. Scripts are executed: name only
    those that you would run. Exit codes: 0 all is well, 1 there are findings, 2 the input cannot
    be used, 3 the program failed.
    """
    # a design lives as long as the command: searching it for garbage finds none and takes a third
    # of the time
    gc.set_threshold(*_RARELY)
