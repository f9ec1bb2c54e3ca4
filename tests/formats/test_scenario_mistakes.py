"""Every key of a scenario is known, and every value has its type: all else is a problem."""

import contextlib
import copy
import json

import pytest

from orgmodel import Org
from orgmodel.formats import loads
from orgmodel.formats.designs.scenarios import VERBS, loads_scenario
from orgmodel.formats.designs.scenarios.reading import _PLAIN
from orgmodel.model import OrgmodelError

DESIGN = """
name: X
people: {ann: {}, bob: {}}
positions:
  head: {held_by: Dana}
  a: {held_by: ann, reports_to: head, deputy: head, covers: [north, south]}
  b: {reports_to: head}
territories: {north: {where: {place: IT}}, south: {where: {place: FR}}}
customers: {acme: {managed_by: a}, bolt: {managed_by: a}}
"""

WHOLE = {
    "hire": {"person": "Zoe", "position": "b", "on": "2026-01-01"},
    "leave": {"person": "ann", "on": "2026-01-01"},
    "take_over": {"person": "ann", "position": "b", "keeps": True},
    "move": {"position": "b", "to": "a", "on": "2026-01-01"},
    "promote": {"position": "a", "role": "sales_manager", "title": "Head", "grade": 3},
    "reassign": {"to": "b", "customers": ["acme"], "from": "a", "on": "2026-01-01"},
    "split": {
        "territory": "north",
        "into": {"w": {"where": {"place": "IT-21"}}, "e": {"name": "E", "where": {"place": "IT"}}},
        "covered_by": {"w": ["a"], "e": "b"},
    },
    "merge": {"territories": ["north", "south"], "into": "all", "name": "A", "covered_by": ["a"]},
    "rule": {"territory": "north", "where": {"place": ["IT"], "industry": "C"}},
    "target": {
        "position": "a", "period": "2026", "revenue": 1, "profit": 1, "new_customers": 1,
        "set_by": "head",
    },
    "add": {"positions": {"c": {"reports_to": "a", "fte": 0.5}}, "customers": {"core": {}}},
    "remove": {"customer": "bolt"},
    "set": {"position": "a", "title": "Senior", "clear": ["deputy"]},
    "rename": {"customer": "bolt", "to": "nut"},
    "organisation": {"name": "Y", "currency": "USD"},
    "reorder": {"customers": ["bolt", "acme"], "territories": ["south", "north"]},
}  # fmt: skip
"""Each kind of change, with all that can be written in it."""

SCENARIO = {"name": "One", "base": "design.yaml", "changes": [{"remove": {"customer": "bolt"}}]}


def read(document):
    """Read a scenario and carry it out."""
    base = loads(DESIGN)
    return loads_scenario(json.dumps(document), base, name="s.yaml").org


def paths(value, path=()):
    """Yield the way to every value below a mapping, in depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*path, name)
            yield from paths(inner, (*path, name))


def at(document, path):
    """Return the mapping that holds the last name of a way."""
    for name in path:
        document = document[name]
    return document


def misspelt(change, path):
    """Return a change with a key that is another one."""
    body = at(made := copy.deepcopy(change), path[:-1])
    renamed = {(f"{name}zq" if name == path[-1] else name): body[name] for name in body}
    body.clear()
    body.update(renamed)
    return made


def replaced(change, path, value):
    """Return a change with another value."""
    at(made := copy.deepcopy(change), path[:-1])[path[-1]] = value
    return made


FREE = {("add", "positions", "c"), ("add", "customers", "core"),
        ("split", "into", "w"), ("split", "into", "e")}  # fmt: skip
"""Names that the user makes up."""
CHANGES = [{name: body} for name, body in WHOLE.items()]
PLACES = [(change, path) for change in CHANGES for path in paths(change)]
IDS = ["-".join(path) for _, path in PLACES]


def test_every_kind_of_change_is_among_those_tried():
    """A change that is added is tried, too, and each is right as it stands here."""
    assert WHOLE.keys() == {*VERBS, *_PLAIN}
    for change in CHANGES:
        assert read({**SCENARIO, "changes": [change]}) != loads(DESIGN)


@pytest.mark.parametrize(("change", "path"), PLACES, ids=IDS)
def test_a_misspelt_key_is_a_problem(change, path):
    """It is never passed over."""
    if path not in FREE:
        with pytest.raises(OrgmodelError, match=r"zq|by kind"):
            read({**SCENARIO, "changes": [misspelt(change, path)]})


@pytest.mark.parametrize("value", [{"zq": {"zq": "zq"}}, [{"zq": 1}], [["zq"]]], ids=str)
@pytest.mark.parametrize(("change", "path"), PLACES, ids=IDS)
def test_a_value_of_another_type_is_a_problem(change, path, value):
    """A mapping or a list of lists stands nowhere unless its names are known."""
    with pytest.raises(OrgmodelError) as error:
        read({**SCENARIO, "changes": [replaced(change, path, value)]})
    assert "s.yaml:1" in str(error.value)


@pytest.mark.parametrize(("change", "path"), PLACES, ids=IDS)
def test_text_for_fields_is_a_problem(change, path):
    """Where fields belong, a text is not taken for none."""
    if isinstance(at(change, path), dict):
        with pytest.raises(OrgmodelError):
            read({**SCENARIO, "changes": [replaced(change, path, "some text")]})


@pytest.mark.parametrize(("change", "path"), PLACES, ids=IDS)
@pytest.mark.parametrize("value", [None, {}, []], ids=str)
def test_an_empty_value_is_a_problem_or_means_nothing(change, path, value):
    """It ends in a sentence, or in a design; never in a traceback."""
    with contextlib.suppress(OrgmodelError):
        assert isinstance(read({**SCENARIO, "changes": [replaced(change, path, value)]}), Org)


@pytest.mark.parametrize("part", SCENARIO)
def test_the_head_knows_its_parts(part):
    """Name, base and changes are spelt so, and are text, text and a list."""
    with pytest.raises(OrgmodelError, match="zq"):
        read(misspelt(SCENARIO, (part,)))
    with pytest.raises(OrgmodelError, match=part):
        read(replaced(SCENARIO, (part,), {"zq": 1}))


def test_all_mistakes_are_reported_at_once():
    """Of several changes, each with its line."""
    text = """\
base: design.yaml
changes:
- organisation: {nme: Other, currency: [USD], zzz: 1}
- reorder: {positionz: [a], customers: x}
- add: {positions: {new-one: some text}}
- split: {territory: north, into: {w: x}}
- remove: {customer: acme, positon: a}
"""
    with pytest.raises(OrgmodelError) as error:
        loads_scenario(text, loads(DESIGN), name="s.yaml")
    lines = [line.split(":")[1] for line in str(error.value).splitlines() if "s.yaml" in line]
    assert lines == ["3", "3", "3", "4", "4", "5", "6", "7"]
