"""Fixes of ``orgmodel check``: applied to files, shown as a diff, or listed."""

from orgmodel.cli.console import echo
from orgmodel.cli.fixes import Validator, apply_fixes, fixable, unified_diff
from orgmodel.formats.designs.editing import Editable
from orgmodel.rules import Finding, Report
from orgmodel.text import counted


def fix_files(design: str, validator: Validator, *, unsafe: bool, show: bool) -> bool:
    """Apply fixes to the files of a design, and report them on standard error.

    Args:
        design: The file of the design, in YAML.
        validator: Returns the findings of a design.
        unsafe: Whether to apply fixes as well that a person should decide about.
        show: Write nothing, and print a diff.

    Returns:
        Whether anything changes.

    Raises:
        CannotWriteError: Naming the file and the reason; then all files are as they were.
    """
    result = apply_fixes(Editable(design), validator, unsafe=unsafe)
    for finding, reason in result.refused:
        echo(f"{_place(finding)}not fixed {finding.code}: {reason}.", err=True)
    if show:
        echo("".join(unified_diff(result.design)), nl=False)
    elif result.resolved:
        for finding in result.resolved:
            echo(f"{_place(finding)}fixed {finding.code}: {finding.fix}.", err=True)
        files = ", ".join(str(path) for path in result.design.save())
        echo(f"Fixed {counted(len(result.resolved), 'finding')} in {files}.", err=True)
    return bool(result.resolved)


def list_changes(design: str, report: Report, *, unsafe: bool) -> bool:
    """List the changes that would resolve the findings of a design that cannot be edited.

    Returns:
        Whether there are any.
    """
    findings = fixable(report, unsafe=unsafe)
    for finding in findings:
        echo(f"{_place(finding)}to change for {finding.code}: {finding.fix}.", err=True)
    if findings:
        changes = counted(len(findings), "change")
        echo(f"Make {changes} by hand: only YAML can be edited, not {design}.", err=True)
    return bool(findings)


def _place(finding: Finding) -> str:
    return f"{finding.source}: " if finding.source else ""
