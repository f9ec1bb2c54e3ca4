"""Fixes made in files, shown, or told, as ``orgmodel check`` does."""

from orgmodel.cli.fix import Judge, differences, mended, wanted
from orgmodel.cli.options import say
from orgmodel.formats.designs.editing import Editable
from orgmodel.rules import Finding, Report
from orgmodel.text import counted


def mend_files(design: str, judge: Judge, *, unsafe: bool, show: bool) -> bool:
    """Make fixes in the files of a design, and say so on standard error.

    Args:
        design: The file of the design, in YAML.
        judge: Says what is wrong with it.
        unsafe: Whether to make fixes as well that a person should decide about.
        show: Write nothing, and print what would change.

    Returns:
        Whether anything changes.

    Raises:
        CannotWriteError: Naming the file and the reason; then all files are as they were.
    """
    result = mended(Editable(design), judge, unsafe=unsafe)
    for finding, reason in result.refused:
        say(f"{_place(finding)}not fixed {finding.code}: {reason}.", err=True)
    if show:
        say("".join(differences(result.design)), nl=False)
    elif result.made:
        for finding in result.made:
            say(f"{_place(finding)}fixed {finding.code}: {finding.fix}.", err=True)
        files = ", ".join(str(path) for path in result.design.save())
        say(f"Fixed {counted(len(result.made), 'finding')} in {files}.", err=True)
    return bool(result.made)


def tell_changes(design: str, report: Report, *, unsafe: bool) -> bool:
    """Say which changes would mend what was found in a design that cannot be edited.

    Returns:
        Whether there are any.
    """
    some = wanted(report, unsafe=unsafe)
    for finding in some:
        say(f"{_place(finding)}to change for {finding.code}: {finding.fix}.", err=True)
    if some:
        told = f"{design} cannot be edited, only YAML can"
        say(f"{told}: make {counted(len(some), 'change')} by hand.", err=True)
    return bool(some)


def _place(finding: Finding) -> str:
    return f"{finding.source}: " if finding.source else ""
