"""People: who has work, and how much of their time it takes."""

import pytest
from rules.findings import sentences

TEAM = """
territories: {north: {where: {place: [IT]}}}
positions:
  ann: {role: sales_manager, held_by: Ann Lee}
  bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann, covers: [north]}
  joe: {role: sales_representative, held_by: Joe Fox, reports_to: ann}
"""


@pytest.mark.parametrize(
    "work",
    [
        "customers: {acme: {managed_by: joe}}",
        "customers: {acme: {managed_by: bob, deputy: joe}}",
        "customers: {acme: {}}\nopportunities: {o: {customer: acme, owner: joe}}",
        "activities: {a: {position: joe, type: training}}",
        "relation_types: {mentors: {}}\nrelations: {m: {type: mentors, position: joe, to: bob}}",
        (
            "customers: {acme: {}}\n"
            "assignments: {a: {customer: acme, position: joe, role: specialist}}"
        ),
    ],
)
def test_whoever_supports_others_has_work(work):
    """A position with any part in the design is not called idle; without one it is."""
    assert sentences(TEAM, "PPL104")
    assert not sentences(TEAM + work, "PPL104")


def test_a_holding_says_how_much_time_it_takes():
    """Two full positions are one full-time job where the holdings say so; a stand-in is none."""
    team = """
positions:
  ann: {role: sales_manager}
  tm: {role: territory_manager}
holdings:
  h1: {position: ann, person: Ann Lee, since: 2020-01-01, time: 0.6}
"""
    full = team + "  h2: {position: tm, person: Ann Lee, since: 2020-01-01, time: 0.5}\n"
    fits = full.replace("time: 0.5", "time: 0.4")
    stands_in = full.replace("time: 0.5", "temporary: true")
    assert sentences(full, "PPL101")
    assert not sentences(fits, "PPL101")
    assert not sentences(stands_in, "PPL101")
