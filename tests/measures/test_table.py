"""The table of figures: complete, comparable, printable."""

import json

import pytest
from hypothesis import given, settings
from strategies import orgs

from orgmodel import roles
from orgmodel.cover import coverage
from orgmodel.measures import (
    GRID_FORMATS,
    MEASURES,
    TABLE_FORMATS,
    Measured,
    compare,
    detail,
    table,
)
from orgmodel.model import Customer, Org, Position, UnknownError


def measured(org):
    """Return what is measured of a design."""
    return Measured(coverage(org))


def shop(reports=2):
    """Make a manager with reports who have a customer each."""
    org = Org("Shop")
    org.add(Position("boss", roles.SALES_MANAGER, held_by="Bo"))
    for number in range(reports):
        org.add(Position(f"p{number}", held_by=f"P {number}", reports_to="boss"))
        org.add(Customer(f"c{number}", revenue=10, managed_by=f"p{number}"))
    return org


@settings(max_examples=40, deadline=None)
@given(orgs(most=3))
def test_any_design_can_be_measured_and_printed(org):
    """No design, however odd, stops a measure, and every format holds every figure."""
    found = table(measured(org))
    assert len({(f.measure.name, f.of) for f in found}) == len(found)
    assert len(json.loads(TABLE_FORMATS["json"](found))["figures"]) == len(found)
    for write in TABLE_FORMATS.values():
        assert write(found)
    for by in ("manager", "territory", "role", "department", "position", "person"):
        for write in GRID_FORMATS.values():
            write(detail(measured(org), by))


@settings(max_examples=20, deadline=None)
@given(orgs(most=3))
def test_a_design_does_not_differ_from_itself(org):
    """Comparing a design with itself finds nothing."""
    assert compare(table(measured(org)), table(measured(org))) == ()


def test_names_are_unique_and_every_measure_is_defined():
    """Each measure says what it counts, in a sentence."""
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)
    assert all(measure.definition.endswith(".") and measure.unit for measure in MEASURES)


def test_a_change_is_told_with_both_numbers():
    """What differs stands there before and after, with its difference."""
    found = compare(table(measured(shop(2))), table(measured(shop(3))))
    by_name = {(each.measure.name, each.of): each for each in found}
    assert (by_name["positions", ""].before, by_name["positions", ""].change) == (3, 1)
    assert by_name["revenue", ""].change == 10
    assert ("layers", "") not in by_name


def test_some_measures_can_be_asked_for():
    """A name or the beginning of one narrows the table; a wrong one names the nearest."""
    found = table(measured(shop()), ["span", "layers"])
    assert {f.measure.name for f in found} == {"span-median", "span-share", "layers"}
    assert found.value("span-share", "2-3") == 1
    with pytest.raises(UnknownError, match="did you mean 'layers'"):
        table(measured(shop()), ["layerz"])


def test_a_grid_has_one_row_for_each():
    """Figures of managers and people stand beside each other."""
    heads, *rows = GRID_FORMATS["text"](detail(measured(shop()), "person")).splitlines()
    assert heads.split()[:2] == ["customers", "revenue"]
    assert [row.split("  ")[0] for row in rows] == ["Bo", "P 0", "P 1"]
    assert "EUR 10" in rows[1]


def test_names_do_not_break_formats():
    """A bar in a name stays in its cell of Markdown, and a formula is none in CSV."""
    org = Org("Odd")
    org.add(Position("=1+1", held_by="a|b"))
    org.add(Customer("c", revenue=1, managed_by="=1+1"))
    assert "a&#124;b" in GRID_FORMATS["markdown"](detail(measured(org), "person"))
    assert ",'=1+1," in GRID_FORMATS["csv"](detail(measured(org), "position"))
