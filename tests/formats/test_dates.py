"""Dates and lines with dates go through files unharmed."""

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator
from strategies import near_days, orgs

from orgmodel import DesignError, validate
from orgmodel.formats import dumps, json_schema, loads

RELAXED = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)


@given(orgs(dated=True), near_days())
@RELAXED
def test_a_design_with_dates_is_read_as_it_was_written(org, day):
    """Whole, and as it is on a day."""
    assert loads(dumps(org)) == org
    assert loads(dumps(org.as_of(day))).as_of(day) == org.as_of(day)


@given(orgs(dated=True, most=1), near_days())
@settings(RELAXED, max_examples=15)
def test_rules_judge_the_design_of_the_day(org, day):
    """They find in the whole on a day what they find in the design as of that day."""
    assert list(validate(org, on=day)) == list(validate(org.as_of(day), on=day))


def test_a_time_that_ends_before_it_begins_is_told_in_its_line():
    """At the field that is wrong, with what is meant by it."""
    text = "name: X\npositions:\n  a:\n    since: 2026-03-01\n    until: 2026-03-01\n"
    with pytest.raises(DesignError) as caught:
        loads(text)
    assert str(caught.value) == (
        "<text>:5: Position 'a': until should be a day after since, 2026-03-01: it is the day "
        "after the last."
    )


def test_the_schema_knows_every_line_with_dates():
    """An editor completes their fields and underlines others."""
    known = json_schema("draft-07")["properties"]
    lines = {"holdings", "leaves", "reporting_lines", "territory_assignments"}
    assert lines <= known.keys()
    validator = Draft7Validator(json_schema("draft-07"))
    sound = {"position": "a", "person": "Ada", "since": "2026-01-01", "ramp": [0.5]}
    assert validator.is_valid({"name": "X", "holdings": {"h": sound}})
    for wrong in ({"sinse": "2026-01-01"}, {"ramp": [2]}, {"temporary": "yes"}):
        assert not validator.is_valid({"name": "X", "holdings": {"h": {**sound, **wrong}}})
