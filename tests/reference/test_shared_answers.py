"""Answers that customers share are those that each would get alone.

Whatever works something out once for several customers (ranking, timeline, books, measures, rules)
is asked about designs in which nearly everything ties: the order of rows makes no difference, one
more customer changes no other's answer, and an answer for one alone is the answer among all.
"""

import random

import pytest
from reference.aimed import CUSTOMERS, DAYS, Aimed, aimed, day, rebuilt

from orgmodel import Assignment, Customer, Org, Position, Territory, Where, coverage, roles, why
from orgmodel.changes import lapses
from orgmodel.measures import Measured, table
from orgmodel.rules import validate

SEEDS = range(40, 60)
ON = (day(-1), day(3), day(7), day(DAYS))


def shuffled(org, seed):
    """Return a design with all rows in another order."""
    return rebuilt(org, random.Random(seed).shuffle)  # noqa: S311 - to be repeated


def covers(org, winners=1):
    """Return who covers whom and why, by customer and day."""
    found = {}
    for on in ON:
        seen = coverage(org, on=on, winners=winners)
        for c in seen:
            ways = [
                (
                    w.how,
                    w.territory and w.territory.id,
                    [p.id for p in w.posts],
                    w.verdict,
                    w.because,
                )
                for w in c.candidates
            ]
            found[c.customer.id, on] = (
                c.state, c.position and c.position.id, c.stand_in and c.stand_in.id, ways
            )  # fmt: skip
    return found


def gaps(org):
    """Return the days without cover, by customer."""
    found = {customer.id: set() for customer in org.all(Customer)}
    for lapse in lapses(org):
        if isinstance(lapse.subject, Customer):
            found[lapse.subject.id].add((lapse.trouble, lapse.since, lapse.until))
    return found


def reasons(org):
    """Return why somebody covers each customer, as people read it."""
    return {
        (c.id, on): str(why(org, c.id, on=on)) for on in ON for c in org.as_of(on).all(Customer)
    }


def answers(org):
    """Return all that is answered about single customers, by what and by customer."""
    return {"cover": covers(org), "two win": covers(org, 2), "days": gaps(org), "why": reasons(org)}


def of(found, id_):
    """Return what is answered about one customer."""

    def mine(key):
        return id_ in {key, key[0]}

    return {what: {k: v for k, v in each.items() if mine(k)} for what, each in found.items()}


def findings(org):
    """Return what rules find, without the line on which it is written."""
    return sorted((f.code, f.subject, f.sentence) for f in validate(org, on=day(5)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_changes_no_answer(seed):
    """Whoever comes first, all get the same answers."""
    org = aimed(seed)
    other = shuffled(org, seed)
    assert answers(other) == answers(org)
    assert findings(other) == findings(org)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_customer_changes_no_other_answer(seed):
    """Whoever is added in front, behind or between, the others keep their answers."""
    made = Aimed(seed)
    org, new = made.org, made.customer("a-new-one")
    more = rebuilt(org, made.chance.shuffle, more=[new])
    before, after = answers(org), answers(more)
    for id_ in CUSTOMERS:
        assert of(after, id_) == of(before, id_)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_for_one_alone_is_the_answer_among_all(seed):
    """A design with one customer says of it what the design with all of them does."""
    org = aimed(seed)
    among = answers(org)
    for id_ in CUSTOMERS:
        assert answers(rebuilt(org, only={id_})) == of(among, id_)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_changes_no_figure(seed):
    """All measures of the catalogue come out the same."""
    org = aimed(seed)
    figures = [
        {
            (f.measure.name, f.of): f.value
            for f in table(Measured(coverage(each, on=day(5)))).figures
        }
        for each in (org, shuffled(org, seed))
    ]
    assert figures[0].keys() == figures[1].keys()
    for key, value in figures[0].items():
        same = pytest.approx(value) if isinstance(value, float) else value
        assert figures[1][key] == same, key


@pytest.mark.parametrize("seed", SEEDS)
def test_a_book_answers_for_one_alone_as_among_all(tmp_path, seed):
    """Customers of a table who share a resolution get the answers that a design gives each."""
    pytest.importorskip("polars", reason="large books need the extra 'book'")
    from orgmodel.books import cover_book, read_book  # noqa: PLC0415 - needs polars

    org = aimed(seed)
    customers = [c for c in org.all(Customer) if not (c.since or c.until)]
    bare = rebuilt(org, only=set())
    named = ("id", "place", "segment", "size", "status", "managed_by", "deputy")
    lines = [",".join([*named, "line", "territories", "excluded_from"])]
    for c in customers:
        cells = [str(getattr(c, name) or "") for name in named]
        cells += [str(c.attributes.get("line", "")), ";".join(c.territories)]
        lines.append(",".join([*cells, ";".join(c.excluded_from)]))
    (tmp_path / "book.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    answered = cover_book(bare, read_book(tmp_path / "book.csv"), on=day(5)).frame
    together = rebuilt(org, only={c.id for c in customers})
    unassigned = Org(org.name)
    for row in together:
        if not isinstance(row, Assignment):
            unassigned.add(row)
    expected = coverage(unassigned, on=day(5))
    columns = "id", "state", "owner", "stand_in", "territory"
    for id_, *found in answered.select(*columns).iter_rows():
        c = expected.of(id_)
        post, place = c.position and c.position.id, c.territory and c.territory.id
        assert found == [c.state, post, c.stand_in and c.stand_in.id, place]


@pytest.mark.parametrize("order", [("c1", "c2"), ("c2", "c1")])
def test_customers_who_match_the_same_territories_need_not_have_the_same_winner(order):
    """A key account that nobody covers is told, and none that is covered, in either order."""
    org = Org("Aurora Components")
    org.add(Territory("a", Where(place=["IT-21", "IT-2*"])))
    org.add(Territory("b", Where(place=["IT-25", "IT-2*"])))
    job = roles.SALES_REPRESENTATIVE
    org.add(Position("pa", job, held_by="Ada", covers=["a"]))
    org.add(Position("pb", job, held_by="Bob", covers=["b"], until=day(20)))
    for id_ in order:
        place = {"c1": "IT-21", "c2": "IT-25"}[id_]
        org.add(Customer(id_, place=place, key_account=True))
    found = [str(x) for x in lapses(org) if isinstance(x.subject, Customer)]
    assert found == [f"c2: nobody from {day(20)} on"]


def test_a_customer_asked_about_with_other_values_gets_an_answer_of_its_own():
    """What a coverage has answered for an id is no answer for other values under that id."""
    org = Org("Aurora Components")
    for place in ("IT", "FR"):
        org.add(Territory(place, Where(place=[place])))
        org.add(Position(f"rep-{place}", held_by=place, covers=[place]))
    acme = org.add(Customer("acme", place="IT"))
    asked = coverage(org)
    assert asked.of(acme).position.id == "rep-IT"
    assert asked.of(Customer("acme", place="FR")).position.id == "rep-FR"
    assert asked.of("acme").position.id == "rep-IT"
