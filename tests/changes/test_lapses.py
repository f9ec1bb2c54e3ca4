"""Times without cover: found by a sweep, and just those that a look at every day finds."""

import datetime as dt
import random

import pytest

from orgmodel import Assignment, Customer, Org, Position, Territory, Where, coverage, roles
from orgmodel.changes import lapses
from orgmodel.model import Holding, Leave, Person, ReportingLine, TerritoryAssignment

START = dt.date(2026, 1, 1)
DAYS = 24


def day(number):
    """Return a day by its number."""
    return START + dt.timedelta(number)


def dates(chance, *, likely=0.7):
    """Return dates for an entity, or none."""
    since, until = sorted(chance.sample(range(DAYS), 2))
    found = {}
    if chance.random() < likely:
        found["since"] = day(since)
    if chance.random() < likely:
        found["until"] = day(until)
    return found


def made_up(seed):
    """Return a random organisation in which nearly everything has dates."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    org = Org("Made-up Components")
    people = ["Ada", "Max", "Zoe", "Tom", None]
    for who in chance.sample(people[:-1], chance.choice([0, 0, 2])):
        org.add(Person(who, **dates(chance)))
    org.add(Territory("IT", Where(place=["IT"]), **dates(chance, likely=0.2)))
    for place in ("IT-21", "IT-25"):
        within = chance.choice(["IT", None])
        org.add(Territory(place, Where(place=[place]), within=within, **dates(chance, likely=0.4)))
    posts = [f"p{n}" for n in range(5)]
    jobs = [roles.SALES_REPRESENTATIVE, roles.ACCOUNT_MANAGER, roles.TERRITORY_MANAGER, None]
    for number, post in enumerate(posts):
        org.add(
            Position(
                post,
                chance.choice(jobs),
                held_by=chance.choice(people),
                reports_to=chance.choice([*posts[:number], None]),
                deputy=chance.choice([*posts, None, None]),
                covers=chance.sample(["IT", "IT-21", "IT-25"], chance.choice([0, 0, 1])),
                **dates(chance, likely=0.3),
            )
        )
    for number in range(chance.randint(0, 4)):
        org.add(
            Holding(
                f"h{number}",
                chance.choice(posts),
                chance.choice(people[:-1]),
                temporary=chance.random() < 0.3,
                **dates(chance),
            )
        )
    for number in range(chance.randint(0, 3)):
        place = chance.choice(["IT", "IT-21", "IT-25"])
        org.add(TerritoryAssignment(f"t{number}", place, chance.choice(posts), **dates(chance)))
    for number in range(chance.choice([0, 0, 1, 2])):
        stand_in = chance.choice([*posts, None])
        who = chance.choice(people[:-1])
        org.add(Leave(f"l{number}", who, stand_in=stand_in, **dates(chance)))
    for number in range(chance.choice([0, 0, 2])):
        low, high = sorted(chance.sample(range(5), 2))
        org.add(ReportingLine(f"r{number}", posts[high], posts[low], **dates(chance)))
    for number in range(4):
        org.add(
            Customer(
                f"c{number}",
                status=chance.choice(["existing", "existing", "prospect"]),
                place=chance.choice(["IT-21", "IT-25", "DE-BY"]),
                managed_by=chance.choice([*posts, None, None, None]),
                deputy=chance.choice([*posts, None, None, None]),
                territories=chance.sample(["IT-21"], chance.choice([0, 0, 1])),
                **dates(chance, likely=0.2),
            )
        )
    for number in range(chance.randint(0, 6)):
        org.add(
            Assignment(
                f"a{number}",
                chance.choice(["c0", "c1", "c2", "c3"]),
                chance.choice(posts),
                chance.choice(["owner", "owner", "owner", "deputy"]),
                share=chance.choice([None, None, 40.0]),
                temporary=chance.random() < 0.2,
                **dates(chance),
            )
        )
    return org


def doubled(org, on):
    """Return the customers that two own by name on a day, neither for a time nor with a share."""
    view = org.as_of(on)
    found = set()
    for customer in view.all(Customer):
        named = [a for a in view.all(Assignment) if a.customer == customer.id and a.role == "owner"]
        lasting = [a for a in named if not a.temporary]
        owners = {a.position for a in lasting} | (
            {customer.managed_by} if customer.managed_by else set()
        )
        if len(owners) > 1 and not any(a.share for a in lasting):
            found.add(customer.id)
    return found


@pytest.mark.parametrize("seed", range(150))
def test_customers_are_without_cover_on_just_the_days_that_a_look_at_each_day_finds(seed):
    """The sweep and the plain way agree on every customer, state and day."""
    org = made_up(seed)
    found = [lapse for lapse in lapses(org) if isinstance(lapse.subject, Customer)]
    for number in range(-1, DAYS + 2):
        on = day(number)
        plain = {(c.customer.id, c.state) for c in coverage(org, on=on) if c.state != "covered"}
        swept = {(x.subject.id, x.trouble) for x in found if x.on(on) and x.trouble != "two"}
        assert swept == plain, on
        two = {x.subject.id for x in found if x.on(on) and x.trouble == "two"}
        assert two == doubled(org, on), on


@pytest.mark.parametrize("seed", range(100))
def test_territories_and_teams_are_without_anybody_on_just_the_days_that_each_day_shows(seed):
    """A territory that anybody covers at any time, and a position that others report to."""
    org = made_up(seed)
    found = lapses(org)
    assigned = {t for p in org.all(Position) for t in p.covers}
    assigned |= {a.territory for a in org.all(TerritoryAssignment)}
    for number in range(-1, DAYS + 2):
        view = org.as_of(day(number))
        away = {leave.person for leave in view.all(Leave)}
        plain = set()
        for territory in view.all(Territory):
            posts = [p for p in view.all(Position) if territory.id in p.covers]
            if territory.id in assigned and not posts:
                plain.add((territory.id, "nobody"))
            elif posts and all(p.vacant or p.held_by in away for p in posts):
                plain.add((territory.id, "vacant"))
        led = {p.reports_to for p in view.all(Position)}
        for position in view.all(Position):
            if position.id in led and (position.vacant or position.held_by in away):
                plain.add((position.id, "vacant"))
        kinds = (Territory, Position)
        swept = {
            (x.subject.id, x.trouble)
            for x in found
            if isinstance(x.subject, kinds) and x.trouble != "outside" and x.on(day(number))
        }
        assert swept == plain, day(number)


def test_a_gap_between_two_owners_is_told_with_its_days():
    """The day after one ends to the day before the next begins, and how many those are."""
    org = Org("Aurora Components")
    org.add(Position("am-1", held_by="Ada"))
    org.add(Position("am-2", held_by="Max"))
    org.add(Customer("acme", "Acme", key_account=True))
    org.add(Assignment("a", "acme", "am-1", until=day(10)))
    org.add(Assignment("b", "acme", "am-2", since=day(15)))
    (gap,) = [lapse for lapse in lapses(org) if lapse.trouble == "nobody"]
    assert str(gap) == "Acme: nobody from 2026-01-11 to 2026-01-15, 5 days"
    assert gap.key_account


def test_dates_outside_those_of_the_whole_are_told():
    """A territory that outlives the one it lies within."""
    org = Org("Aurora Components")
    org.add(Territory("it", Where(place=["IT"]), until=day(10)))
    org.add(Territory("north", Where(place=["IT-21"]), within="it", since=day(0), until=day(12)))
    (found,) = [lapse for lapse in lapses(org) if lapse.trouble == "outside"]
    assert str(found) == (
        "north: dates outside those of what it belongs to from 2026-01-11 to 2026-01-12, 2 days"
    )


def test_a_sound_design_without_dates_has_no_lapses():
    """Without dates nothing changes, so nothing is found that is not so on every day."""
    org = Org("Aurora Components")
    org.add(Position("am", held_by="Ada"))
    org.add(Customer("acme", managed_by="am"))
    assert lapses(org) == ()
