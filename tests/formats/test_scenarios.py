"""Scenarios in files: read back as written, or refused with every problem in its line."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import orgs

from orgmodel import Org, Position
from orgmodel.changes import Hire, Move, Scenario, SplitTerritory, diff, same
from orgmodel.formats import load
from orgmodel.formats.designs.scenarios import (
    base_of,
    dumps_scenario,
    is_scenario,
    load_scenario,
    loads_scenario,
)
from orgmodel.model import DesignError, Territory, Where

EXAMPLES = Path(__file__).parents[2] / "examples"


@settings(max_examples=40, deadline=None)
@given(orgs(), orgs())
def test_changes_of_any_kind_survive_a_file(before, after):
    """Written and read again, they lead to the same design."""
    scenario = Scenario(before, diff(before, after).ordered, "Whatever")
    again = loads_scenario(dumps_scenario(scenario), before)
    assert again.name == "Whatever"
    assert again.org == after


def test_verbs_survive_a_file():
    """Also those with entities and rules inside."""
    org = Org("Aurora Components")
    org.add(Territory("north", Where(place=["IT"])))
    org.add(Position("a"))
    parts = [Territory("w", Where(place=["IT-21"])), Territory("e", Where(place=["IT-25"]))]
    changes = (
        SplitTerritory("north", parts, covered_by={"w": ["a"]}),
        Hire("Zoe", "a"),
        Move("a", None),
    )
    again = loads_scenario(dumps_scenario(Scenario(org, changes)), org)
    assert again.changes == changes


def test_the_example_is_read_and_written():
    """What it leads to is the same after another round."""
    path = EXAMPLES / "meridian_reorganised.yaml"
    assert is_scenario(path)
    assert not is_scenario(EXAMPLES / "aurora.yaml")
    base = load(base_of(path))
    scenario = load_scenario(path, base)
    again = loads_scenario(dumps_scenario(scenario, base="meridian.py"), base)
    assert same(again.org, scenario.org)


def test_every_mistake_is_told_in_its_line():
    """Unknown changes, fields and sections; lists that are none; fields that are missing."""
    text = """\
name: Wrong
changes:
- hier: {person: Zoe, position: a}
- hire: {person: Zoe, postion: a}
- move:
- add: {positons: {b: {}}}
- add:
    positions:
      c: {fte: 2}
- set: {title: x}
- rename: {position: a}
bass: x.yaml
"""
    with pytest.raises(DesignError) as error:
        loads_scenario(text, Org("Aurora Components"), name="s.yaml")
    told = str(error.value)
    lines = [int(n) for n in re.findall(r"^s\.yaml:(\d+): ", told, re.MULTILINE)]
    assert sorted(set(lines)) == [3, 4, 5, 6, 9, 10, 11, 12]
    assert "There is no change 'hier'; did you mean 'hire'?" in told
    assert "there is no field 'postion'; did you mean 'position'?" in told
    assert "There is no section 'positons'; did you mean 'positions'?" in told
    assert "There is no part 'bass'; did you mean 'base'?" in told


def test_what_cannot_be_made_of_the_base_names_the_line():
    """The mistake is in the scenario, so that is where it is told."""
    scenario = loads_scenario(
        "changes:\n- hire: {person: Zoe, position: nowhere}\n",
        Org("Aurora Components"),
        name="s.yaml",
    )
    with pytest.raises(DesignError, match=r"s\.yaml:2: Change 1 of 1 .*no position 'nowhere'"):
        _ = scenario.org
