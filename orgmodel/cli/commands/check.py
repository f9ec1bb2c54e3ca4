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
from orgmodel.cli.fix import is_editable, with_edits
from orgmodel.cli.fix_output import mend_files, tell_changes
from orgmodel.cli.options import day_option, plainly, plugins_option, say
from orgmodel.cli.output_paths import format_for, spare
from orgmodel.cli.report_output import ENDINGS, Shown, tell
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
        """The format told, or the one of the output's ending, or text."""
        return self.as_ or format_for(self.output, ENDINGS)

    def refuse_contradictions(self) -> None:
        """Say which options do not go together."""
        if self.update_baseline and self.baseline is None:
            raise click.UsageError("--update-baseline needs --baseline FILE.")
        if self.grow and not self.update_baseline:
            raise click.UsageError("--grow needs --update-baseline.")
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise click.UsageError("--unsafe-fixes needs --fix, or --diff to look at them first.")
        if self.diff and (self.update_baseline or self.output is not None):
            raise click.UsageError("--diff writes nothing: no --output and no --update-baseline.")
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
        """Return the rules there are for a design, and the settings that hold in its folder."""
        settings = read_settings(Path(design).parent).narrowed(self.select, self.ignore)
        return rules_for(settings, plugins=self.plugins)

    def run(self, design: str) -> tuple[Org, Report]:
        """Judge one design, updating the baseline first if that is wanted."""
        org = load(design)
        rules, settings = self.rules(design)
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

    def mend(self, design: str) -> bool:
        """Make the fixes in the files of one design, or show them; return whether there are any."""
        rules, settings = self.rules(design)
        known = load_baseline(self.baseline, may_be_new=self.grow) if self.baseline else None
        judge = partial(validate, settings=settings, on=self.on, rules=rules, baseline=known)
        if is_editable(design):
            return mend_files(design, judge, unsafe=self.unsafe_fixes, show=self.diff)
        return tell_changes(design, judge(load(design)), unsafe=self.unsafe_fixes)


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
    "--show",
    type=click.Choice([*SEVERITIES]),
    default="info",
    show_default=True,
    callback=_level,
    help="The mildest findings to print as text; the summary counts all.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="Findings of each rule to print as text; others are counted, 0 is all.",
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
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: make changes to decide about, too."
)
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change.")
@plugins_option
@plainly
def command(**wanted: Any) -> None:  # noqa: ANN401 - click makes the values, Check names their types
    """Judge a DESIGN by all rules and report what they find.

    A RULE is a code (KEY502), the beginning of codes (KEY) or a name. Settings are read from
    orgmodel.toml, or [tool.orgmodel] in pyproject.toml, in the folder of the design or above it.

    Only files of YAML can be mended; of a script, the changes to make are told.

    Exit codes: 0 no findings as grave as --fail-on says (after --fix: none are left), 1 there are
    some (with --diff: something would change), 2 the design, the settings or the call cannot be
    used, 3 the program failed.
    """
    check = Check(**wanted)
    check.refuse_contradictions()
    spare(check.output, [*check.designs, check.baseline])
    failed = False
    for design in check.designs:
        if check.diff:
            failed |= check.mend(design)
            continue
        if check.fix:
            check.mend(design)
        org, report = check.run(design)
        spare(check.output, [design, check.baseline], org)
        if check.format in {"json", "sarif"}:
            report = with_edits(report, design)
        tell(report, org, check.format, check.output, Shown(check.show or "info", check.most))
        failed |= check.fail_on is not None and bool(report.at_least(check.fail_on))
    sys.exit(1 if failed else 0)
