"""The short way through a file says the same as the long one, or leaves it to that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, orgs

from orgmodel.formats import dumps, loads
from orgmodel.formats.designs.yaml import fast_path, parsing, reading
from orgmodel.model import Customer, DesignError

LINES = (
    "  x: {}", "  x:", "  x: []", "  x: text", "  ? [x]", "  x: &a {}", "  x: !t {}", "  x: *a",
    "    name: x", "    name: 'x'", '    name: "\\0"', "    name: &a x", "    name: !!str 12",
    "    name: *a", "    name: ~", "    name:", "    ? {a: 1}", "    id: y", "    : x", "    '': x",
    "    attributes: {a: 12, b: '12', c: 012, 2024: 1, d: [1]}", "    attributes: 12",
    "    contacts: {name: Ann, role: user}", "    contacts: [{name: ~}]", "    contacts: []",
    "    size: 1e3", "    place: NO", "    place: 12:30", "    territories: [a, ~, b]",
    "    - x", "---", "...", "positions:", "customers:", "territories:", "    where: {place: IT}",
)  # fmt: skip
"""Pieces of designs, sound and odd."""


def outcome(text):
    """Say what comes of a text: the design and its lines, or the problems."""
    try:
        org = loads(text, name="f")
    except DesignError as error:
        return [str(problem) for problem in error.problems]
    return org, [org.source_of(entity) for entity in org]


def the_long_way(text):
    """Say the same where nothing is ordinary."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "ordinary", lambda _body, _mixed: None)
        return outcome(text)


@given(orgs())
@settings(max_examples=50, deadline=None)
def test_both_ways_read_the_same_design(org):
    """Whatever design is written, it is read back with the same lines."""
    text = dumps(org)
    assert outcome(text) == the_long_way(text)


@given(st.lists(st.sampled_from(LINES), max_size=12), st.booleans())
@settings(max_examples=400, deadline=None)
def test_both_ways_find_the_same_problems(lines, named):
    """Whatever is wrong with a design, the same is said of it, in the same order."""
    text = "\n".join([*(["name: x"] if named else []), "customers:", *lines])
    assert outcome(text) == the_long_way(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_both_ways_read_the_same_text(text):
    """Texts that are odd somewhere mean the same both ways."""
    for quoted in (text, f"'{text}'", f'"{text}"'):
        design = f"name: x\ncustomers:\n  a:\n    name: {quoted}\n    attributes: {{b: {quoted}}}\n"
        assert outcome(design) == the_long_way(design)


def test_an_ordinary_entity_is_read_in_the_short_way(monkeypatch):
    """A plain customer, with lists and mappings inside, needs no nodes."""
    monkeypatch.setattr("orgmodel.formats.designs.yaml.reading._values", None)
    body = "{place: IT, territories: [a, 'b'], contacts: [{name: Ann}], attributes: {c: 1}}"
    org = loads(f"name: x\ncustomers:\n  a: {body}\n  b: {body}\n")
    assert [customer.contacts[0].name for customer in org.all(Customer)] == ["Ann", "Ann"]


def test_an_endless_entity_is_left_to_the_long_way(monkeypatch):
    """An entity with very many values is read all the same."""
    monkeypatch.setattr(fast_path, "MOST_EVENTS", 50)
    many = [f"t{n}" for n in range(100)]
    org = loads(f"name: x\ncustomers:\n  a: {{territories: [{', '.join(many)}]}}\n  b: {{}}\n")
    assert [customer.territories for customer in org.all(Customer)] == [tuple(many), ()]


@pytest.mark.parametrize("end", ["", "]", "}}", "  c: {a: [}", "\tx", "  a: {}", "...\nx: 1"])
def test_a_file_that_breaks_off_in_an_entity_has_one_fault(end):
    """Both ways see the fault at the same place."""
    text = f"name: x\ncustomers:\n  a: {{}}\n  b: {{place: &x IT, city: [A,\n{end}"
    assert outcome(text) == the_long_way(text)


def test_values_are_counted_in_either_way(monkeypatch):
    """The limit of values holds for what is read in the short way too."""
    text = "name: x\ncustomers:\n" + "".join(f"  c{n}: {{place: IT, city: X}}\n" for n in range(9))
    values = 5 + 9 * 6
    monkeypatch.setattr(parsing, "MAX_NODES", values)
    assert len(loads(text)) == 9
    monkeypatch.setattr(parsing, "MAX_NODES", values - 1)
    assert outcome(text) == the_long_way(text)
    assert "More than" in outcome(text)[0]
