"""Who answers while somebody is away: on leave, left, or not there yet."""

import datetime as dt

import pytest

from orgmodel import (
    Assignment,
    Customer,
    Org,
    Person,
    Position,
    Territory,
    Where,
    coverage,
    roles,
    why,
)
from orgmodel.cover import Coverage
from orgmodel.model import (
    Holding,
    Leave,
    ReportingLine,
    TerritoryAssignment,
    UnknownError,
    today,
)
from orgmodel.network import OrgGraph

FIRST, AFTER = dt.date(2026, 6, 1), dt.date(2026, 7, 1)
EVE, LAST = FIRST - dt.timedelta(1), AFTER - dt.timedelta(1)
JUNE = {"since": FIRST, "until": AFTER}


@pytest.fixture
def org():
    """A director above two account managers and a representative; Ada has Acme."""
    org = Org("Aurora")
    org.add(Territory("north", Where(place="IT-21")))
    org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
    org.add(Position("am-1", "account_manager", held_by="Ada Rossi", reports_to="director"))
    org.add(Position("am-2", "account_manager", held_by="Ben Koch", reports_to="director"))
    org.add(
        Position(
            "rep", "sales_representative", held_by="Bob Ray", reports_to="director", covers="north"
        )
    )
    org.add(Customer("acme", managed_by="am-1"))
    org.add(Customer("brio", place="IT-21"))
    return org


def answers(org, day, customer="acme"):
    """Return state, position and stand-in on a day."""
    covered = coverage(org, on=day)
    cover = covered.of(covered.graph.org.get(Customer, customer))
    return cover.state, cover.position and cover.position.id, cover.stand_in and cover.stand_in.id


def outcome(org, day, customer="acme"):
    """Return what the second line of an explanation says."""
    return str(why(org, customer, on=day)).splitlines()[1].strip()


def test_whoever_the_leave_names_covers_meanwhile(org):
    """The position stays the owner; before and after the leave its holder covers."""
    org.add(Leave("l", "Ada Rossi", stand_in="am-2", **JUNE))
    assert answers(org, EVE) == answers(org, AFTER) == ("covered", "am-1", None)
    assert answers(org, FIRST) == answers(org, LAST) == ("covered", "am-1", "am-2")
    assert outcome(org, LAST) == (
        "Covered for a time: Ada Rossi (Account Manager, am-1) is on leave until 2026-07-01; "
        "Ben Koch (Account Manager, am-2) stands in."
    )
    assert outcome(org, AFTER) == "Covered by Ada Rossi (Account Manager, am-1)."


def test_the_one_who_answers_is_whoever_is_there(org):
    """Position or stand-in, or nobody."""
    org.add(Leave("l", "Ada Rossi", stand_in="am-2", **JUNE))
    org.add(Customer("lost"))
    who = lambda day, id_: coverage(org, on=day).of(org.get(Customer, id_)).answers  # noqa: E731
    assert who(EVE, "acme") == org.get(Position, "am-1")
    assert who(FIRST, "acme") == org.get(Position, "am-2")
    assert who(FIRST, "lost") is None


@pytest.mark.parametrize(
    ("account", "position", "named", "stand_in"),
    [
        ("am-2", "rep", "director", "director"),
        ("am-2", "rep", None, "am-2"),
        (None, "rep", None, "rep"),
    ],
)
def test_a_leave_then_the_account_then_the_position_names_who_stands_in(
    account, position, named, stand_in
):
    """Whoever of them is there covers the customer."""
    org = Org("Aurora")
    org.add(Position("director", held_by="Dana"))
    org.add(Position("am-1", held_by="Ada", reports_to="director", deputy=position))
    org.add(Position("am-2", held_by="Ben"))
    org.add(Position("rep", held_by="Bob"))
    org.add(Customer("acme", managed_by="am-1", deputy=account))
    org.add(Leave("l", "Ada", stand_in=named))
    assert answers(org, FIRST) == ("covered", "am-1", stand_in)


def test_where_nobody_is_named_a_leave_is_a_gap(org):
    """As in a vacancy the manager only stands in; a deputy on leave is none."""
    org.add(Leave("l", "Ada Rossi", stand_in="am-2", **JUNE))
    org.add(Leave("m", "Ben Koch", since=LAST))
    assert answers(org, FIRST) == ("covered", "am-1", "am-2")
    assert answers(org, LAST) == ("vacant", "am-1", "director")
    assert outcome(org, LAST) == (
        "Covered by nobody: Ada Rossi (Account Manager, am-1) is on leave until 2026-07-01; "
        "Dana Reyes (Sales Director, director) stands in."
    )
    org.add(Leave("n", "Dana Reyes"))
    assert answers(org, LAST) == ("vacant", "am-1", None)


def test_a_leave_without_end_is_told_without_one(org):
    """Of several leaves the one that ends last counts."""
    org.add(Leave("l", "Ada Rossi", **JUNE))
    assert "is on leave until 2026-07-01; Dana" in outcome(org, FIRST)
    org.add(Leave("m", "Ada Rossi", since="2026-05-01", stand_in="am-2"))
    assert "is on leave; Ben" in outcome(org, FIRST)


def test_somebody_holds_the_position_for_the_time(org):
    """Then the position covers, and the explanation says for how long and in whose place."""
    org.add(Leave("l", "Ada Rossi", since=FIRST, until="2026-08-01"))
    org.add(Person("zoe", "Zoe Bianchi"))
    org.add(Holding("h", "am-1", "zoe", temporary=True, **JUNE))
    assert answers(org, FIRST) == ("covered", "am-1", None)
    assert outcome(org, FIRST) == (
        "Covered by Zoe Bianchi (Account Manager, am-1), for a time until 2026-07-01 in place of "
        "Ada Rossi, on leave until 2026-08-01."
    )
    assert answers(org, AFTER) == ("vacant", "am-1", "director")


def test_for_a_time_in_a_vacancy_is_in_nobodys_place():
    """A holder by a line with dates is displaced, too."""
    org = Org("Aurora")
    org.add(Position("am", held_by=None))
    org.add(Customer("acme", managed_by="am"))
    org.add(Holding("h", "am", "Zoe", temporary=True))
    assert outcome(org, FIRST) == "Covered by Zoe (position, am), for a time."
    org.add(Holding("g", "am", "Ada", since=FIRST))
    assert outcome(org, FIRST) == "Covered by Zoe (position, am), for a time in place of Ada."


def test_whoever_covers_a_territory_for_a_time_comes_before_who_is_away(org):
    """Holders who are there, then those on leave, then vacancies."""
    org.add(Leave("l", "Bob Ray", **JUNE))
    org.add(TerritoryAssignment("t", "north", "am-2", temporary=True, **JUNE))
    assert answers(org, EVE, "brio") == ("covered", "rep", None)
    assert answers(org, FIRST, "brio") == ("covered", "am-2", None)
    assert answers(org, AFTER, "brio") == ("covered", "rep", None)


def test_managers_of_the_day_stand_in(org):
    """The line that holds on the day says who they are."""
    org.add(Position("boss", held_by="Eve Long"))
    org.add(ReportingLine("r", "am-1", "boss", **JUNE))
    org.add(Leave("l", "Ada Rossi"))
    assert answers(org, EVE) == ("vacant", "am-1", "director")
    assert answers(org, FIRST) == ("vacant", "am-1", "boss")


def test_between_two_holders_the_position_is_vacant():
    """From the day after the last of one to the eve of the first of the next."""
    org = Org("Aurora")
    org.add(Position("am"))
    org.add(Customer("acme", managed_by="am"))
    org.add(Holding("h1", "am", "Ada", until=FIRST))
    org.add(Holding("h2", "am", "Ben", since=FIRST + dt.timedelta(1)))
    days = [FIRST + dt.timedelta(n) for n in (-1, 0, 1)]
    assert [answers(org, day)[0] for day in days] == ["covered", "vacant", "covered"]


def test_a_customer_of_another_day_is_said_to_be_one(org):
    """It is no misspelling."""
    org.add(Customer("new", since=AFTER))
    assert outcome(org, AFTER, "new").startswith("Covered by nobody")
    with pytest.raises(UnknownError, match="no customer 'new' on 2026-06-01; ask for another day"):
        why(org, "new", on=FIRST)


def test_the_headline_says_the_day_where_it_matters(org):
    """Only a design with dates differs from day to day."""
    assert "as of" not in str(why(org, "acme", on=FIRST))
    org.add(Assignment("a", "acme", "am-2", since=FIRST))
    assert "as of 2026-06-01" in str(why(org, "acme", on=FIRST))


def test_coverage_of_another_day_than_the_graphs_is_of_that_day(org):
    """It looks at the design anew rather than mix two days; without a day it takes the graph's."""
    org.add(Leave("l", "Ada Rossi", stand_in="am-2", **JUNE))
    graph, acme = OrgGraph(org, on=EVE), org.get(Customer, "acme")
    assert Coverage(graph).of(acme).stand_in is None
    assert Coverage(graph).day == EVE
    later = Coverage(graph, on=FIRST)
    assert (later.day, later.graph.org.day) == (FIRST, FIRST)
    assert later.of(acme).stand_in == org.get(Position, "am-2")


def test_coverage_has_a_day_even_where_none_makes_a_difference():
    """The one that was asked for, else today."""
    org = Org("Aurora")
    assert coverage(org, on=FIRST).day == FIRST
    assert coverage(org).day == today()


def test_whoever_is_away_is_called_by_name(org):
    """By the name of the person where the position states an id."""
    org.add(Person("ada", "Ada Rossi"))
    org.add(Position("am", held_by="ada"))
    org.add(Customer("cima", managed_by="am"))
    org.add(Holding("h", "am", "Zoe", temporary=True, **JUNE))
    assert " in place of Ada Rossi." in outcome(org, FIRST, "cima")


def test_excluded_from_a_whole_is_excluded_from_its_parts():
    """At whatever depth, by rule or by name; the explanation says which whole it is."""
    org = Org("Aurora")
    for id_, outer in (("italy", None), ("north", "italy"), ("milan", "north")):
        org.add(Territory(id_, Where(place="IT"), within=outer))
    org.add(Position("rep", held_by="Bob", covers=["italy", "north", "milan"]))
    org.add(Customer("acme", place="IT-21", territories="milan", excluded_from="north"))
    text = str(why(org, "acme"))
    assert "Covered by Bob" in text
    assert (
        "named territory 'milan' (direct, place IT): Bob (position, rep) - excluded: 'milan' "
        in (text)
    )
    assert "lies within 'north', and the customer is excluded from that" in text
    assert "territory rule 'north' (direct, place IT): Bob (position, rep) - excluded\n" in text
