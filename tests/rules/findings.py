"""Designs in a few lines, and what is found in them."""

from orgmodel.formats import loads
from orgmodel.rules import RULES, Settings, examine


def design(text):
    """Read a design from YAML without its name."""
    return loads(f"name: Aurora\n{text}")


def found(text, code, **options):
    """Give the findings of one rule in a design, accepted ones too."""
    settings = Settings(select=[code], rules={code: options} if options else {})
    report = examine(design(text), RULES, settings=settings)
    return [*report.findings, *report.accepted]


def sentences(text, code, **options):
    """Give the sentences of one rule in a design."""
    return [finding.sentence for finding in found(text, code, **options)]


def about(text, code, **options):
    """Give what the findings of one rule in a design are about."""
    return [finding.subject for finding in found(text, code, **options)]


def team(size, manager="ann: {role: sales_manager}", **fields):
    """Write a manager with so many account managers."""
    more = "".join(f", {name}: {value}" for name, value in fields.items())
    rows = (f"  r{n}: {{role: account_manager, reports_to: ann{more}}}" for n in range(size))
    return "\n".join(["positions:", f"  {manager}", *rows, ""])
