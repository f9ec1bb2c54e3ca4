"""``orgmodel check``."""

import datetime as dt
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from orgmodel.cli.baselines import load_baseline, save_baseline
from orgmodel.cli.plain import day_option, plainly, plugins_option, say
from orgmodel.cli.rulebook import rules_for
from orgmodel.cli.telling import ENDINGS, tell
from orgmodel.formats import load
from orgmodel.model import Org
from orgmodel.rules import (
    REPORT_FORMATS,
    SEVERITIES,
    Report,
    Severity,
    read_settings,
    validate,
)

_JOINED = ("text", "github")
"""Formats of lines, in which the reports of several designs may follow each other."""


@dataclass(frozen=True)
class Check:
    """What to check, and how."""

    designs: tuple[str, ...]
    on: dt.date | None
    as_: str | None
    output: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Severity | None
    baseline: Path | None
    update_baseline: bool
    grow: bool
    plugins: bool

    @property
    def format(self) -> str:
        """The format told, or the one of the output's ending, or text."""
        ending = Path(self.output or "").suffix.lower()
        return self.as_ or ENDINGS.get(ending, "text")

    def refuse_contradictions(self) -> None:
        """Say which options do not go together."""
        if self.update_baseline and self.baseline is None:
            raise click.UsageError("--update-baseline needs --baseline FILE.")
        if self.grow and not self.update_baseline:
            raise click.UsageError("--grow needs --update-baseline.")
        if len(self.designs) > 1:
            alone = {
                f"--format {self.format}": self.format not in _JOINED,
                "--output": self.output is not None,
                "--baseline": self.baseline is not None,
            }
            if any(alone.values()):
                option = next(name for name, given in alone.items() if given)
                raise click.UsageError(f"{option} takes one DESIGN, not {len(self.designs)}.")

    def run(self, design: str) -> tuple[Org, Report]:
        """Judge one design, updating the baseline first if that is wanted."""
        org = load(design)
        settings = read_settings(Path(design).parent).narrowed(self.select, self.ignore)
        rules, settings = rules_for(settings, plugins=self.plugins)
        judged = partial(validate, org, settings=settings, on=self.on, rules=rules)
        if self.baseline is None:
            return org, judged()
        baseline = load_baseline(self.baseline, may_be_new=self.grow)
        report = judged(baseline=baseline)
        if self.update_baseline:
            updated = baseline.updated(report, rules, grow=self.grow)
            say(save_baseline(updated, self.baseline), err=True)
            report = judged(baseline=updated)
        return org, report


def _level(_context: click.Context, _option: click.Parameter, name: str) -> Severity | None:
    return next((level for level in SEVERITIES if level == name), None)


@click.command()
@click.argument("designs", metavar="DESIGN...", nargs=-1, required=True, type=click.Path())
@day_option
@click.option(
    "--format",
    "as_",
    type=click.Choice([*REPORT_FORMATS]),
    help="How to write the report; unless told, by the ending of --output, or as text.",
)
@click.option("-o", "--output", type=click.Path(), help="Write the report to this file.")
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not apply these rules.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    callback=_level,
    help="The mildest findings that end with exit code 1.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Do not report the findings that this file records.",
)
@click.option(
    "--update-baseline", is_flag=True, help="Drop from the baseline what is found no more."
)
@click.option("--grow", is_flag=True, help="Record new findings in the baseline as well.")
@plugins_option
@plainly
def command(**wanted: Any) -> None:  # noqa: ANN401 - click makes the values, Check names their types
    """Judge a DESIGN by all rules and report what they find.

    A RULE is a code (KEY502), the beginning of codes (KEY) or a name. Settings are read from
    orgmodel.toml, or [tool.orgmodel] in pyproject.toml, in the folder of the design or above it.

    Exit codes: 0 no findings as grave as --fail-on says, 1 there are some, 2 the design, the
    settings or the call cannot be used, 3 the program failed.
    """
    check = Check(**wanted)
    check.refuse_contradictions()
    failed = False
    for design in check.designs:
        org, report = check.run(design)
        tell(report, org, check.format, check.output)
        failed |= check.fail_on is not None and bool(report.at_least(check.fail_on))
    sys.exit(1 if failed else 0)
