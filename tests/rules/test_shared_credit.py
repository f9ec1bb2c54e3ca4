"""Owners who share the credit for a customer are meant so; others are one too many."""

import pytest
from rules.findings import about, design

from orgmodel.timeline import lapses

TWO = """
positions:
  ada: {{role: account_manager, held_by: Ada Rossi}}
  ben: {{role: account_manager, held_by: Ben Koch}}
customers:
  acme: {{}}
assignments:
  a1: {{customer: acme, position: ada, since: {day}{first}}}
  a2: {{customer: acme, position: ben, since: {day}{second}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("", "", {"two"}),
        (", share: 60", ", share: 40", set()),
        (", share: 100", "", {"ACC609"}),
        (", share: 60", ", share: 30", {"CUS405"}),
        ("", ", temporary: true", set()),
    ],
)
@pytest.mark.parametrize(("day", "code"), [("2020-01-01", "CUS404"), ("2999-01-01", "TIM002")])
def test_shares_decide_whether_two_owners_are_meant(day, code, first, second, found):
    """Today, later, and in the days of a plan: without a share it is one too many, with one not."""
    text = TWO.format(day=day, first=first, second=second)
    assert bool(about(text, code)) == ("two" in found)
    two = [each for each in lapses(design(text)) if each.trouble == "two"]
    assert bool(two) == ("two" in found)
    for other in ("ACC609", "CUS405") if code == "CUS404" else ():
        assert bool(about(text, other)) == (other in found)
