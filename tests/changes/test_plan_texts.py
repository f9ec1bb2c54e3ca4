"""Plans of any two designs can be written, and say the same in every format."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from strategies import orgs

from orgmodel.changes import (
    PLAN_FORMATS,
    SIDE_BY_SIDE_FORMATS,
    Plan,
    SideBySide,
    calendar,
    diff,
    last_day,
)

SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOWLY
@given(orgs(dated=True), orgs(dated=True))
def test_any_two_designs_have_a_plan(before, after):
    """Nothing in names or dates keeps a plan from being written, and JSON counts as text does."""
    found = diff(before, after)
    plan = Plan(replace(found, on=last_day(found)))
    told = json.loads(PLAN_FORMATS["json"](plan))
    text, markdown = (PLAN_FORMATS[name](plan) for name in ("text", "markdown"))
    assert told["changed"] == bool(found)
    if found:
        assert f"Key accounts touched: {len(told['key_accounts'])}" in text
        assert "### Impact" in markdown
        assert told["impact"]["joined"] == len(told["people"]["joined"])
    assert len(told["calendar"]) == len(calendar(plan.diff))


@SLOWLY
@given(orgs(dated=True))
def test_a_design_and_itself_have_no_plan(org):
    """No changes, no days, and lapses that only stand."""
    plan = Plan(diff(org, org))
    assert PLAN_FORMATS["text"](plan) == PLAN_FORMATS["markdown"](plan) == "No changes.\n"
    assert plan.calendar == plan.lapses.new == plan.lapses.resolved == ()
    assert set(plan.lapses.standing) == set(plan.lapses.after)


@SLOWLY
@given(orgs(), orgs(), orgs())
def test_any_designs_stand_side_by_side(before, one, other):
    """Every row has a cell for each plan."""
    plans = {name: Plan(diff(before, org)) for name, org in (("one", one), ("other", other))}
    table = SideBySide(plans)
    assert {len(row) for row in table.rows()} == {4}
    for name, write in SIDE_BY_SIDE_FORMATS.items():
        assert write(table).endswith("\n"), name
