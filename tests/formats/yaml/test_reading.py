"""A design is read with every entity in its line, or refused with every problem in its line."""

import datetime as dt
from decimal import Decimal

import pytest

from orgmodel.formats import loads
from orgmodel.model import (
    SECTIONS,
    Between,
    Customer,
    DesignError,
    Person,
    Position,
    Source,
    Territory,
    Where,
)

HEAD = "name: Aurora\ncurrency: EUR\n"


def problems(text):
    """Read what must be wrong, and list the problems as a user sees them."""
    with pytest.raises(DesignError) as caught:
        loads(text, name="plan.yaml")
    return [str(problem) for problem in caught.value.problems]


def only_problem(text):
    """Read what is wrong in one way, below the usual head, and give the problem."""
    (problem,) = problems(HEAD + text)
    return problem


def test_a_design_is_read_into_its_entities():
    """Text becomes numbers, days, yes and no where a field is made of them."""
    org = loads(
        HEAD
        + """
territories:
  north: {where: {place: [IT-21, IT-25], size: {at_least: 50, below: 1_000}}}
positions:
  tm:
    role: territory_manager
    held_by: Tom Berg
    covers: north
    fte: 0.5
  rep: {role: sales_representative, reports_to: tm, grade: 3}
customers:
  acme: {place: IT-21, postal_code: 00100, revenue: 2400000.50, key_account: yes, managed_by: tm}
assignments:
  a1: {customer: acme, position: rep, since: 2026-01-31, temporary: true}
"""
    )
    assert (org.name, org.currency) == ("Aurora", "EUR")
    where = Where(place=["IT-21", "IT-25"], size=Between(50, 1000))
    assert org.all(Territory) == (Territory("north", where),)
    assert org.get(Position, "tm") == Position(
        "tm", "territory_manager", held_by="Tom Berg", covers=["north"], fte=0.5
    )
    acme = org.get(Customer, "acme")
    assert (acme.postal_code, acme.revenue) == ("00100", Decimal("2400000.50"))
    assert acme.key_account is True
    (assignment,) = org.all(SECTIONS["assignments"])
    assert assignment.since == dt.date(2026, 1, 31)


@pytest.mark.parametrize("text", ["NO", "0123", "12:30", "1_000", "2026-01-01", "yes", "1.50"])
def test_texts_stay_as_written(text):
    """Ids, references and text fields are never taken for numbers, days, or yes and no."""
    org = loads(
        f"name: {text}\n"
        f"people: {{{text}: {{name: {text}}}}}\n"
        f"positions: {{a: {{held_by: {text}, place: {text}}}}}\n"
    )
    assert org.name == text
    assert org.all(Person) == (Person(text, text),)
    assert org.all(Position) == (Position("a", held_by=text, place=text),)


def test_an_attribute_is_a_number_unless_it_is_quoted_or_a_code():
    """Where a number and a text may stand, quotes and leading zeros decide."""
    org = loads(
        HEAD + "customers: {a: {attributes: {n: 12, f: -1.5, e: 1e3, q: '12', z: 012, d: 1_0}}}"
    )
    assert org.get(Customer, "a").attributes == {
        "n": Decimal(12),
        "f": Decimal("-1.5"),
        "e": Decimal(1000),
        "q": "12",
        "z": "012",
        "d": "1_0",
    }


def test_every_entity_knows_its_line():
    """The line is that of the id, which is what findings point to."""
    org = loads(HEAD + "positions:\n  a: {}\n\n  # who\n  b:\n    fte: 1\n", name="plan.yaml")
    places = [org.source_of(position) for position in org.all(Position)]
    assert places == [Source("plan.yaml", 4), Source("plan.yaml", 7)]


def test_nothing_written_means_the_default():
    """Empty sections, entities and fields are as if left out."""
    org = loads(HEAD + "targets:\npositions:\n  a:\n  b: {covers: , held_by: ~, note: }\n")
    assert org.all(Position) == (Position("a"), Position("b"))


def test_the_order_of_writing_is_kept():
    """Rows stay in the order in which somebody put them."""
    org = loads(HEAD + "positions: {c: {}, a: {}, b: {}}")
    assert [position.id for position in org.all(Position)] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("position: {}", "3: There is no section 'position'; did you mean 'positions'?"),
        ("qqq: {}", "3: There is no section 'qqq'; the choices are name, currency, include,"),
        ("positions: [a]", "3: positions should be ids, each with its fields below it."),
        ("positions: {a: boss}", "3: Position 'a': fields should follow, as 'field: value'."),
        ("positions:\n  a:\n    fte: 1\n    report_to: b",
         "6: Position 'a': there is no field 'report_to'; did you mean 'reports_to'?"),
        ("positions: {a: {id: b}}", "3: Position 'a': the id is given above. Delete this."),
        ("targets:\n  t:\n    position: a", "4: Target 't': the field 'period' is missing."),
        ("positions: {a: {grade: high}}", "3: Position 'a': grade should be a whole number, not"),
        ("positions: {a: {fte: 2}}", "3: Position 'a': fte should be less than or equal to 1, not"),
        ("positions: {a: {fte: nan}}", "3: Position 'a': fte should be a finite number, not 'nan'"),
        ("positions: {a: {fte: }}", "3: Position 'a': fte should be a number, and is empty."),
        ("positions: {a: {role: [x]}}", "3: Position 'a': role should be text, not a list."),
        ("positions: {a: {role: ''}}", "3: Position 'a': role "),
        ("positions: {a: {role: {b: c}}}", "3: Position 'a': role should be text, not names with"),
        ("positions: {a: {title: ' '}}", "3: Position 'a': title is empty; write something or"),
        ("positions:\n  a:\n    covers:\n    - b\n    - [c]",
         "7: Position 'a': covers should be text, not a list."),
        ("customers: {a: {revenue: -1}}", "3: Customer 'a': revenue should be greater than or"),
        ("customers: {a: {revenue: NaN}}", "3: Customer 'a': revenue should be a finite number,"),
        ("customers: {a: {revenue: 1.000,50}}", "3: Customer 'a': there is no field '50'"),
        ("customers: {a: {revenue: '1.000,50'}}", "3: Customer 'a': revenue should be a number,"),
        ("customers: {a: {key_account: maybe}}", "3: Customer 'a': key_account should be true or"),
        ("customers: {a: {status: lost}}", "3: Customer 'a': status should be 'existing' or"),
        ("customers: {a: {currency: eur}}", "3: Customer 'a': currency should be a code such as"),
        ("customers: {a: {currency: USD}}", "3: Customer 'a' has amounts in USD, but"),
        ("customers: {a: {attributes: {b: [c]}}}", "3: Customer 'a': attributes.b should be text,"),
        ("customers:\n  a:\n    contacts:\n    - name: b\n    - name: c\n      rol: user",
         "8: Customer 'a': there is no field 'contacts.rol'; did you mean 'role'?"),
        ("customers:\n  a:\n    contacts:\n    - name: b\n      role: boss",
         "7: Customer 'a': contacts.role should be 'purchasing', 'technical',"),
        ("territories: {a: {where: IT}}", "3: Territory 'a': where should be fields with names,"),
        ("territories:\n  a:\n    where:\n      size:\n        below: b",
         "7: Territory 'a': where.size.below should be a number, not 'b'."),
        ("territories:\n  a:\n    where:\n      attributes:\n        x:\n          below: b",
         "8: Territory 'a': where.attributes.x.below should be a number, not 'b'."),
        ("territories:\n  a:\n    where:\n      attributes:\n        x:\n          over: 1",
         "8: Territory 'a': there is no field 'where.attributes.x.over'"),
        ("territories:\n  a:\n    where:\n      attributes:\n        x:\n        - b\n        - {}",
         "9: Territory 'a': where.attributes.x should be text, not names with values."),
        ("territories:\n  a:\n    where:\n      include:\n      - place: b\n      - plac: c",
         "8: Territory 'a': there is no field 'where.include.plac'; did you mean 'place'?"),
    ],
)  # fmt: skip
def test_a_problem_is_said_in_its_line(text, said):
    """What is wrong, where, and what was probably meant, and nothing else."""
    assert only_problem(text).startswith(f"plan.yaml:{said}")


@pytest.mark.parametrize(
    "day", ["2026-02-29", "01/02/2026", "20260102", "1700006400", "2026-1-2", "2026-01-02T00:00"]
)
def test_a_day_is_written_in_one_way(day):
    """No other notation is guessed at, and no day that does not exist is taken."""
    said = only_problem(f"assignments: {{a: {{customer: b, position: c, since: {day}}}}}")
    assert said.startswith("plan.yaml:3: Assignment 'a': since should be a day as YYYY-MM-DD")


def test_an_id_written_twice_names_both_lines():
    """Also where the two look the same and are spelt differently."""
    assert only_problem("positions:\n  a: {}\n  b: {}\n  a: {}\n") == (
        "plan.yaml:6: 'a' is written twice, in line 4 and here. Keep one."
    )
    said = only_problem("positions:\n  \u00fc: {}\n  u\u0308: {}\n")
    assert said.startswith("plan.yaml:5: ")
    assert "plan.yaml:4" in said


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "a design", "~"])
def test_what_is_no_design_is_told_how_one_begins(text):
    """Empty files, lists and prose."""
    assert problems(text) == [
        "plan.yaml:1: A design begins with 'name: ...', followed by its sections."
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("currency: EUR", "1: The name of the design is missing. Write 'name: ...' first."),
        ("name: [a]", "1: The name of the design should be text."),
        ("name: ' '", "1: The organisation needs a name."),
        ("name: X\ncurrency: {}", "2: The currency of the design should be text."),
        (
            "name: X\ncurrency: eur",
            "2: Currency 'eur' is not an ISO 4217 code; write three capitals",
        ),
    ],
)
def test_a_wrong_head_hides_no_other_problem(head, said):
    """The entities are checked as well, and only for what does not depend on the head."""
    found = problems(head + "\npositions: {a: {fte: 2}}\ncustomers: {b: {currency: USD}}\n")
    assert found[0].startswith(f"plan.yaml:{said}")
    assert [problem.partition(": ")[2] for problem in found[1:]] == [
        "Position 'a': fte should be less than or equal to 1, not '2'."
    ]


def test_all_problems_come_at_once_in_the_order_of_lines():
    """Of the text, of entities and of the organisation together."""
    found = problems(
        HEAD + "customers:\n  b: {currency: USD}\n  b: {}\npositions:\n  a:\n    grade: x\n"
        "    fte: 2\n    !!str note: y\nprospects: {}\n"
    )
    assert [problem.split(":")[1] for problem in found] == ["4", "5", "8", "9", "10", "11"]


def test_after_a_syntax_error_only_the_text_is_judged():
    """What could not be read to its end is not taken for what was meant."""
    (found,) = problems(HEAD + "positions:\n  a: {fte: 2\ncustomer: {}\n")
    assert "not closed" in found
