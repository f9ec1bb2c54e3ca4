"""Saved designs are short, compare well line by line, and every reader takes text for text."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, orgs, texts

from orgmodel.formats import dumps, loads
from orgmodel.formats.designs.yaml import parsing
from orgmodel.formats.designs.yaml.scalars import scalar
from orgmodel.model import (
    Between,
    Contact,
    Customer,
    Department,
    DesignError,
    Org,
    Position,
    Role,
    Source,
    Territory,
    Where,
)


def test_a_design_looks_like_this():
    """Sections by kind, ids with fields, defaults left out, short things on one line."""
    org = Org("Aurora Components", currency="EUR")
    org.add(Department("marketing"))
    where = Where(place=["IT-21", "IT-25"], size=Between(at_least=50))
    north = org.add(Territory("north", where))
    boss = org.add(Position("director", "sales_director", held_by="Dana Reyes"))
    org.add(Position("rep-1", "sales_representative", reports_to=boss, covers=[north]))
    org.add(
        Customer(
            "0042",
            "NO",
            key_account=True,
            revenue=2_400_000,
            contacts=[
                Contact("Ada Rossi", "purchasing", title="Head of Purchasing", known_by=boss),
                Contact("Zoë"),
            ],
        )
    )
    assert (
        dumps(org)
        == """\
name: Aurora Components
currency: EUR

departments:
  marketing: {}

territories:
  north:
    where: {place: [IT-21, IT-25], size: {at_least: 50}}

positions:
  director:
    role: sales_director
    held_by: Dana Reyes
  rep-1:
    role: sales_representative
    reports_to: director
    covers: [north]

customers:
  "0042":
    name: "NO"
    key_account: true
    revenue: 2400000
    contacts:
      - name: Ada Rossi
        role: purchasing
        title: Head of Purchasing
        known_by: director
      - {name: Zoë}
"""
    )


def test_long_things_take_a_line_for_each_part():
    """So that a comparison of two versions shows what changed and nothing else."""
    org = Org("X")
    lands = [f"IT-{number}" for number in range(10, 32)]
    org.add(Territory("a", Where(exclude=[Where(place=lands, size=Between(1, 2))])))
    lines = dumps(org).splitlines()
    assert lines[5:9] == [
        "    where:",
        "      exclude:",
        "        - place:",
        "            - IT-10",
    ]
    assert lines[-1] == "          size: {at_least: 1, below: 2}"
    assert loads(dumps(org)) == org


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+1000000"), "1E+1000000"),
        (Decimal("1E-7"), "0.0000001"),
        (True, "true"),
        (0.5, "0.5"),
    ],
)
def test_numbers_are_written_for_people(number, text):
    """Without exponents, as long as the zeros can be counted."""
    assert scalar(number) == text


def test_what_no_file_can_hold_is_a_mistake_of_ours():
    """A new type of field must be taught to the writer, not written as its name."""
    with pytest.raises(TypeError, match="has no place in a file"):
        scalar(object())


@given(texts() | st.text())
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_other_readers_take_every_text_for_text(loader, text):
    """As a name, as a value and in a list, also with readers that guess."""
    text = text.encode(errors="ignore").decode()
    line = f"? {scalar(text)}\n: [{scalar(text)}, {{a: {scalar(text)}}}]\n"
    assert yaml.load(line, loader) == {text: [text, {"a": text}]}  # noqa: S506 - both are safe


@given(st.text(alphabet="0123456789eExXoO.+-_:yYnN", min_size=1))
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_texts_like_numbers_are_quoted(loader, text):
    """Also those that only some readers take for numbers."""
    assert yaml.load(scalar(text), loader) == text  # noqa: S506 - both are safe
    try:
        float(text.replace("_", "x"))
    except ValueError:
        return
    assert scalar(text).startswith('"')


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back(text):
    """In an id, a reference, a text and a free attribute."""
    org = Org(text)
    org.add(Position(text, text, held_by=text, covers=[text]))
    org.add(Customer(text, attributes={text: text}))
    assert loads(dumps(org)) == org


def test_very_long_names_come_back():
    """YAML wants long names marked; ids have no limit of length."""
    org = Org("X")
    org.add(Customer("a" * 5000, attributes={"b " * 3000 + ".": 1, "c": 2}))
    org.add(Department("d" * 5000))
    assert loads(dumps(org)) == org


def test_rules_too_deep_for_a_file_are_refused():
    """The entity and its line are named; the deepest that is written can also be read."""
    where = Where(place="IT")
    for _ in range(29):
        where = Where(include=[where])
    org = Org("X")
    org.add(Territory("a", where))
    assert loads(dumps(org)) == org
    deeper = Org("X")
    for _ in range(10_000):
        where = Where(exclude=[Where(place="IT"), where])
    deeper.add(Territory("a", where), source=Source("plan.py", 7))
    with pytest.raises(DesignError, match=r"^plan.py:7: Territory 'a' is nested too deeply"):
        dumps(deeper)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(org=orgs())
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_every_design_reads_back_as_it_was_written(loader, org):
    """No entity, field, digit or letter is lost or changed, and their order is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "_LOADER", loader)
        assert loads(dumps(org)) == org


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(org=orgs())
def test_writing_twice_changes_nothing(org):
    """What was loaded is saved as the same bytes."""
    assert dumps(loads(dumps(org))) == dumps(org)


def test_roles_with_titles_in_many_languages_come_back():
    """Names of languages include Norwegian, which readers of YAML 1.1 take for a no."""
    org = Org("X")
    titles = {"no": ["Selger"], "hi": ["बिक्री प्रतिनिधि"], "it": "rappresentante"}
    org.add(Role("rep", "Sales Representative", titles=titles))
    assert '"no": [Selger]' in dumps(org)
    assert loads(dumps(org)) == org
