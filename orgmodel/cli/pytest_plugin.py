"""Designs as tests for pytest: one test per rule."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from orgmodel.cli.baselines import load_baseline
from orgmodel.cli.rule_selection import rules_for
from orgmodel.formats import load
from orgmodel.model import OrgmodelError
from orgmodel.rules import SEVERITIES, Finding, Report, Rule, read_settings, validate

_DESIGNS = pytest.StashKey[frozenset[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options for designs, their baseline and the severity that fails."""
    group = parser.getgroup("orgmodel", "designs of sales organisations")
    group.addoption(
        "--orgmodel",
        action="append",
        default=[],
        metavar="DESIGN",
        help="Test this design as well: a .yaml file, or a .py script, which is executed.",
    )
    parser.addini("orgmodel_designs", "Designs to test, one per line.", type="paths", default=[])
    parser.addini("orgmodel_baseline", "A baseline of known findings.", type="paths", default=[])
    parser.addini("orgmodel_fail_on", "The lowest severity that fails a test.", default="warning")


def pytest_configure(config: pytest.Config) -> None:
    """Collect the designs.

    Designs of the configuration are left out where files are named on the command line.
    """
    named = [config.invocation_params.dir / name for name in config.getoption("orgmodel") or ()]
    listed: list[Path] = config.getini("orgmodel_designs")
    config.stash[_DESIGNS] = frozenset(map(_absolute, [*named, *listed]))
    if config.getini("orgmodel_fail_on") not in SEVERITIES:
        raise pytest.UsageError(f"orgmodel_fail_on expected one of {', '.join(SEVERITIES)}")
    if config.getini("orgmodel_baseline") and len(config.stash[_DESIGNS]) > 1:
        raise pytest.UsageError("orgmodel_baseline needs one design, got several")
    chosen = config.args_source is pytest.Config.ArgsSource.ARGS
    for design in map(str, map(_absolute, named if chosen else [*named, *listed])):
        if design not in config.args:
            config.args.append(design)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file that is named as a design."""
    if _absolute(file_path) not in parent.config.stash[_DESIGNS]:
        return None
    file: DesignFile = DesignFile.from_parent(parent, path=file_path)
    return file


class DesignFile(pytest.File):
    """A design, with a test for each rule that applies to it."""

    def collect(self) -> Iterator["RuleItem"]:
        """Check the design and yield its tests."""
        try:
            report = self._report()
        except OrgmodelError as error:
            raise self.CollectError(str(error)) from None
        for note in report.notes:
            self.warn(pytest.PytestWarning(note))
        by_code: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.at_least(self.config.getini("orgmodel_fail_on")):
            by_code[finding.code].append(finding)
        silent = dict(report.silent)
        for rule in report.rules:
            yield RuleItem.of(self, rule, by_code[rule.code], silent.get(rule.code))

    def _report(self) -> Report:
        rules, settings = rules_for(read_settings(self.path.parent), plugins=True)
        baselines = [load_baseline(path) for path in self.config.getini("orgmodel_baseline")]
        baseline = baselines[0] if baselines else None
        org = load(_from_here(self.path))
        return validate(org, settings=settings, baseline=baseline, rules=rules)


class RuleItem(pytest.Item):
    """The test of a rule on a design."""

    def __init__(self, *, findings: Iterable[Finding], lack: str | None, **known: Any) -> None:  # noqa: ANN401 - pytest's own
        super().__init__(**known)
        self.findings = tuple(findings)
        self.lack = lack

    @classmethod
    def of(
        cls, file: DesignFile, rule: Rule, findings: Iterable[Finding], lack: str | None
    ) -> "RuleItem":
        """Return the test of a rule, which fails if there are findings."""
        name = f"{rule.code}-{rule.name}"
        item: RuleItem = cls.from_parent(file, name=name, findings=findings, lack=lack)
        return item

    def runtest(self) -> None:
        """Fail with the findings of the rule; skip where the design has no data for it."""
        if self.lack:
            pytest.skip(f"The design has no {self.lack}.")
        if self.findings:
            raise FindingsError(self.findings)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 - pytest's own
        """Show findings as the command does, without a traceback."""
        if isinstance(excinfo.value, FindingsError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the place of the first finding, and the name of the test."""
        source = self.findings[0].source if self.findings else None
        line = source.line if source is not None and source.line else 1
        return self.path, line - 1, f"{_from_here(self.path)}: {self.name}"


class FindingsError(AssertionError):
    """A rule has findings in a design."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links, pytest does not


def _from_here(path: Path) -> str:
    """Return a path as one would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
