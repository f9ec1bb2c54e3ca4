"""Rules know who is away and comes back."""

import pytest
from rules.findings import sentences

ROWS = """
positions:
  ann: {role: sales_manager, held_by: Ann Lee}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: ann}
  ben: {role: account_manager, held_by: Ben Koch, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: ada, revenue: 100}
  brio: {managed_by: ada, revenue: 50}
"""
LEAVE = "leaves: {l: {person: Ada Rossi}}\n"
STAND_IN = "leaves: {l: {person: Ada Rossi, stand_in: ben}}\n"


@pytest.mark.parametrize("code", ["KEY510", "CUS402"])
def test_a_leave_for_which_somebody_is_named_is_no_gap(code):
    """The customers are covered; so they are without the leave."""
    assert sentences(ROWS, code) == sentences(ROWS + STAND_IN, code) == []


def test_a_leave_for_which_nobody_is_named_is_a_gap():
    """It is told as a leave and not as a vacancy: key accounts one by one, all others together."""
    (key,) = sentences(ROWS + LEAVE, "KEY510")
    assert key.endswith(", 'ada', is on leave; 'ann' stands in.")
    assert sentences(ROWS + LEAVE, "CUS402") == [
        "Position 'ada' on leave has 1 customer worth EUR 50 a year; 'ann' stands in."
    ]
