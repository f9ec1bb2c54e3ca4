"""``orgmodel check``."""

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from orgmodel.cli.baselines import load_baseline, save_baseline
from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.fix_output import fix_files, list_changes
from orgmodel.cli.fixes import is_editable, with_edits
from orgmodel.cli.options import day_option, plugins_option
from orgmodel.cli.output_paths import format_for, refuse_to_overwrite
from orgmodel.cli.report_output import SUFFIXES, Shown, write_report
from orgmodel.cli.rule_selection import rules_for
from orgmodel.formats import load
from orgmodel.model import Org
from orgmodel.rules import (
    REPORT_FORMATS,
    SEVERITIES,
    Report,
    Rule,
    Settings,
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
    show: Severity | None
    most: int
    baseline: Path | None
    update_baseline: bool
    grow: bool
    plugins: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool

    @property
    def format(self) -> str:
        """The format of --format, or of the suffix of --output, or text."""
        return self.as_ or format_for(self.output, SUFFIXES)

    def refuse_contradictions(self) -> None:
        """Raise an error for options that contradict each other."""
        if self.update_baseline and self.baseline is None:
            raise click.UsageError("--update-baseline needs --baseline FILE.")
        if self.grow and not self.update_baseline:
            raise click.UsageError("--grow needs --update-baseline.")
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise click.UsageError("--unsafe-fixes needs --fix, or --diff to preview.")
        if self.diff and (self.update_baseline or self.output is not None):
            raise click.UsageError("--diff writes nothing; leave out --output, --update-baseline.")
        if len(self.designs) > 1:
            alone = {
                f"--format {self.format}": self.format not in _JOINED,
                "--output": self.output is not None,
                "--baseline": self.baseline is not None,
            }
            if any(alone.values()):
                option = next(name for name, given in alone.items() if given)
                raise click.UsageError(f"{option} takes one DESIGN, not {len(self.designs)}.")

    def rules(self, design: str) -> tuple[Sequence[Rule], Settings]:
        """Return the available rules for a design, and the settings of its folder."""
        settings = read_settings(Path(design).parent).narrowed(self.select, self.ignore)
        return rules_for(settings, plugins=self.plugins)

    def run(self, design: str) -> tuple[Org, Report]:
        """Check one design; with --update-baseline, update the baseline first."""
        org = load(design)
        rules, settings = self.rules(design)
        validated = partial(validate, org, settings=settings, on=self.on, rules=rules)
        if self.baseline is None:
            return org, validated()
        baseline = load_baseline(self.baseline, may_be_new=self.grow)
        report = validated(baseline=baseline)
        if self.update_baseline:
            updated = baseline.updated(report, rules, grow=self.grow)
            echo(save_baseline(updated, self.baseline), err=True)
            report = validated(baseline=updated)
        return org, report

    def fix_design(self, design: str) -> bool:
        """Apply the fixes of one design, or show them; return whether there are any."""
        rules, settings = self.rules(design)
        known = load_baseline(self.baseline, may_be_new=self.grow) if self.baseline else None
        validator = partial(validate, settings=settings, on=self.on, rules=rules, baseline=known)
        if is_editable(design):
            return fix_files(design, validator, unsafe=self.unsafe_fixes, show=self.diff)
        return list_changes(design, validator(load(design)), unsafe=self.unsafe_fixes)


def _level(_context: click.Context, _option: click.Parameter, name: str) -> Severity | None:
    return next((level for level in SEVERITIES if level == name), None)


@click.command(cls=Command)
@click.argument("designs", metavar="DESIGN...", nargs=-1, required=True, type=click.Path())
@day_option
@click.option(
    "--format",
    "as_",
    type=click.Choice([*REPORT_FORMATS]),
    help="Format of the report; by default that of the suffix of --output, or text.",
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
    help="The lowest severity that ends with exit code 1.",
)
@click.option(
    "--show",
    type=click.Choice([*SEVERITIES]),
    default="info",
    show_default=True,
    callback=_level,
    help="The lowest severity to print as text; the summary counts all.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="Maximum findings of a rule to print as text; others are counted, 0 prints all.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Do not report the findings that this file records.",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Remove findings that no longer occur from the baseline.",
)
@click.option("--grow", is_flag=True, help="Record new findings in the baseline as well.")
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff: apply fixes that need a decision as well.",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change.")
@plugins_option
def command(**options: Any) -> None:  # noqa: ANN401 - click makes the values, Check names their types
    """Check a DESIGN by all rules and report the findings.

    A RULE is a code (KEY502), the beginning of codes (KEY) or a name. Settings are read from
    orgmodel.toml, or [tool.orgmodel] in pyproject.toml, in the folder of the design or above it.

    Only YAML files can be fixed; for a script, the changes to make are listed.

    Exit codes: 0 no findings at or above the --fail-on severity (after --fix: none are left), 1
    findings (with --diff: something would change), 2 the design, the settings or the call cannot be
    used, 3 program failure.
    """
    check = Check(**options)
    check.refuse_contradictions()
    refuse_to_overwrite(check.output, [*check.designs, check.baseline])
    failed = False
    for design in check.designs:
        if check.diff:
            failed |= check.fix_design(design)
            continue
        if check.fix:
            check.fix_design(design)
        org, report = check.run(design)
        refuse_to_overwrite(check.output, [design, check.baseline], org)
        if check.format in {"json", "sarif"}:
            report = with_edits(report, design)
        write_report(
            report, org, check.format, check.output, Shown(check.show or "info", check.most)
        )
        failed |= check.fail_on is not None and bool(report.at_least(check.fail_on))
    sys.exit(1 if failed else 0)
