"""What is wrong with a value made in Python is told in the words of files."""

import inspect
import pickle
from dataclasses import fields, replace

import pytest

from orgmodel import Between, Contact, Customer, DesignError, Position, Territory, Where
from orgmodel.changes import Hire
from orgmodel.formats import loads
from orgmodel.model import SECTIONS, PlannedActivity, TerritoryType
from orgmodel.rules import Settings

ACME = Customer("acme")

WRONG = {
    "misspelt": (
        lambda: Position("a", rol="x"),
        "Position 'a': there is no field 'rol'; did you mean 'role'?",
    ),
    "misspelt in replace": (
        lambda: replace(ACME, revnue=3),
        "Customer 'acme': there is no field 'revnue'; did you mean 'revenue'?",
    ),
    "id that is no text": (lambda: Position(5), "Position: id should be text, not 5."),
    "second by place": (
        lambda: Contact("Gina", "chef"),
        (
            "Contact 'Gina': role should be 'purchasing', 'technical', 'executive', 'user', "
            "'influencer', 'decider', 'gatekeeper' or 'initiator', not 'chef'."
        ),
    ),
    "missing": (
        lambda: TerritoryType("t"),
        "Territory type 't': the field 'rank' is missing.",
    ),
    "too many by place": (
        lambda: Position("a", "b", "c"),
        "Position 'a': only id, role can be given by place; write the others as 'field=value'.",
    ),
    "given twice": (
        lambda: Position("a", "b", role="c"),
        "Position 'a': the field 'role' is given twice, by its place and by its name.",
    ),
    "text for a value": (
        lambda: Customer("c", contacts=["Ida"]),
        "Customer 'c': contacts.0 should be a Contact, not 'Ida'.",
    ),
    "number for an interval": (
        lambda: Where(size=50),
        "Where: size should be a Between, not 50.",
    ),
    "entity for a number": (
        lambda: Position("a", grade=ACME),
        "Position 'a': grade should be a whole number, not a Customer.",
    ),
    "other kind": (
        lambda: Position("a", reports_to=ACME),
        "Position 'a': reports_to expected a position, got the customer 'acme'.",
    ),
    "empty interval": (
        lambda: Between(5, 3),
        "Between: below should be above at_least, 5: no number lies between.",
    ),
    "change": (lambda: Hire("x"), "Hire: the field 'position' is missing."),
    "setting": (
        lambda: Settings(selct=["TER"]),
        "Settings: there is no field 'selct'; did you mean 'select'?",
    ),
}


@pytest.mark.parametrize(("make", "sentence"), WRONG.values(), ids=WRONG)
def test_the_error_names_the_value_the_field_and_what_is_wanted(make, sentence):
    """One sentence says it, the place is the line of the caller, and pydantic stays unnamed."""
    with pytest.raises(DesignError) as caught:
        make()
    (problem,) = caught.value.problems
    assert problem.sentence == sentence
    assert problem.source.file.endswith("test_refusing.py")
    assert isinstance(caught.value, ValueError)
    assert caught.value.__suppress_context__


def test_the_line_is_that_of_the_mistake():
    """An editor leads from the error to the line."""
    line = inspect.currentframe().f_lineno + 2
    with pytest.raises(DesignError) as caught:
        Position("a", rol="x")
    assert caught.value.problems[0].source.line == line


def test_all_that_is_wrong_is_told_at_once():
    """Nobody mends one field to hear of the next."""
    with pytest.raises(DesignError) as caught:
        Customer("c", size=-1, tier=5, managed=True)
    assert [p.sentence.split(": ")[1].split()[0] for p in caught.value.problems] == [
        "tier",
        "size",
        "there",
    ]


def test_files_and_scripts_say_the_same():
    """Whoever knows the errors of files knows those of Python."""
    with pytest.raises(DesignError) as read:
        loads("name: A\npositions:\n  a: {rol: x}\n")
    with pytest.raises(DesignError) as made:
        Position("a", rol="x")
    assert made.value.problems[0].sentence == read.value.problems[0].sentence


def test_an_empty_interval_is_refused_in_files_at_its_line():
    """Its rule could hold for nobody."""
    text = "name: A\nterritories:\n  a:\n    where:\n      size: {at_least: 5, below: 5}\n"
    with pytest.raises(DesignError, match=r":5: Territory 'a': where.size.below should be above"):
        loads(text)


def test_help_shows_names_and_defaults():
    """The first line of help is read, not scrolled past."""
    assert str(inspect.signature(Position)).startswith("(id, role=None, *, title=None, held_by=")
    assert str(inspect.signature(TerritoryType)) == "(id, rank, *, overlay=False)"
    for kind in (*SECTIONS.values(), Contact, Where, Between, PlannedActivity):
        assert list(inspect.signature(kind).parameters) == [each.name for each in fields(kind)]


def test_values_stay_values():
    """They compare, hash, copy and travel as before."""
    north = Territory("north", Where(place="IT", size=Between(5)))
    assert replace(north, name="North").where == north.where
    assert pickle.loads(pickle.dumps(north)) == north  # noqa: S301 - our own
    assert len({Position("a"), Position("a")}) == 1
