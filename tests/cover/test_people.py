"""Who answers for a customer: who is there, who is missing, and who stands in."""

import datetime as dt

import pytest

from orgmodel import Assignment, Customer, Org, Position, Territory, Where, coverage, roles


@pytest.fixture
def org():
    """A director above a territory manager above a vacant representative, in Italy's north."""
    org = Org("Aurora")
    org.add(Territory("italy", Where(place="IT")))
    org.add(Territory("north", Where(place="IT-21"), within="italy"))
    org.add(Territory("south", Where(place="IT-72"), within="italy"))
    org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana", covers="italy"))
    org.add(
        Position(
            "tm", roles.TERRITORY_MANAGER, held_by="Tom", reports_to="director", covers="north"
        )
    )
    org.add(Position("rep", roles.SALES_REPRESENTATIVE, reports_to="tm", covers="north"))
    org.add(Position("ada", roles.ACCOUNT_MANAGER, held_by="Ada", reports_to="director"))
    return org


def answers(org, day=None, **facts):
    """Return state, post and stand-in for a customer with some facts."""
    acme = org.get(Customer, "acme") or org.add(Customer("acme", **facts))
    cover = coverage(org, on=day).of(acme)
    return cover.state, cover.position and cover.position.id, cover.stand_in and cover.stand_in.id


def test_a_vacancy_is_a_gap_in_which_the_manager_stands_in(org):
    """People below serve before their manager; a vacant one covers nobody."""
    assert answers(org, place="IT-21") == ("vacant", "rep", "tm")


def test_the_chain_runs_from_the_post_to_the_head_held_or_not(org):
    """It starts at the vacant post; where there is none, at whoever stands in."""
    north, south = org.add(Customer("n", place="IT-21")), org.add(Customer("s", place="IT-72"))
    covered = coverage(org)
    chains = [[p.id for p in covered.chain_of(covered.of(c))] for c in (north, south)]
    assert chains == [["rep", "tm", "director"], ["director"]]


def test_a_territory_that_nobody_covers_is_looked_after_from_around(org):
    """No position covers it, so nobody does; who covers the territory around stands in."""
    assert answers(org, place="IT-72") == ("nobody", None, "director")


def test_the_deputy_of_the_account_stands_in_first(org):
    """Before the deputy of the post, its manager, and who covers the territory around."""
    org.add(Position("zoe", held_by="Zoe"))
    assert answers(org, place="IT-21", deputy="zoe") == ("vacant", "rep", "zoe")


def test_the_deputy_of_the_post_stands_in_before_its_manager(org):
    """The position's own deputy comes before whoever is above."""
    org.add(Position("zoe", held_by="Zoe"))
    org.add(Position("kam", roles.ACCOUNT_MANAGER, reports_to="tm", deputy="zoe"))
    assert answers(org, managed_by="kam") == ("vacant", "kam", "zoe")


def test_a_vacant_deputy_cannot_stand_in(org):
    """Whoever is not there is passed over, up to the first who is."""
    org.add(Position("nobody"))
    org.add(Position("kam", roles.ACCOUNT_MANAGER, reports_to="rep", deputy="nobody"))
    assert answers(org, managed_by="kam", deputy="nobody") == ("vacant", "kam", "tm")


def test_nobody_stands_in_where_nobody_is_left(org):
    """A vacant head without deputy leaves a gap that nobody fills."""
    org.add(Position("kam", roles.ACCOUNT_MANAGER))
    assert answers(org, managed_by="kam") == ("vacant", "kam", None)


def test_a_held_position_serves_before_a_vacant_one(org):
    """Among equals who is there does, else the first by id; all are told."""
    org.add(
        Position("rep-2", roles.SALES_REPRESENTATIVE, held_by="R", reports_to="tm", covers="north")
    )
    assert answers(org, place="IT-21") == ("covered", "rep-2", None)
    cover = coverage(org).of(org.get(Customer, "acme"))
    assert [post.id for post in cover.winner.posts] == ["rep-2", "rep"]


def test_a_prospect_goes_only_to_who_wins_new_business(org):
    """The account manager named for it is passed over; the territory's hunter has it."""
    org.add(Position("rep-2", roles.SALES_REPRESENTATIVE, held_by="R", covers="north"))
    assert answers(org, place="IT-21", status="prospect", managed_by="ada") == (
        "covered",
        "rep-2",
        None,
    )
    cover = coverage(org).of(org.get(Customer, "acme"))
    assert [c.verdict for c in cover.candidates][:2] == ["wins no new business", "wins"]


def test_a_prospect_passes_over_a_manager_who_does_not_hunt(org):
    """A sales director may cover a territory, and still takes no prospects."""
    assert answers(org, place="IT-99", status="prospect") == ("nobody", None, None)


def test_a_position_without_a_known_role_may_have_prospects(org):
    """Nothing is held against a role that nobody stated."""
    org.add(Position("new", held_by="New"))
    assert answers(org, status="prospect", managed_by="new") == ("covered", "new", None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-30", "ada"),
        ("2026-07-01", "zoe"),
        ("2026-08-31", "zoe"),
        ("2026-09-01", "ada"),
    ],
)
def test_a_temporary_assignment_holds_on_its_days_only(org, day, expected):
    """From the first day to the one before the end, it comes before the account manager."""
    org.add(Position("zoe", roles.ACCOUNT_MANAGER, held_by="Zoe"))
    org.add(
        Assignment("leave", "acme", "zoe", since="2026-07-01", until="2026-09-01", temporary=True)
    )
    found = answers(org, dt.date.fromisoformat(day), managed_by="ada")
    assert found == ("covered", expected, None)


def test_an_assignment_that_has_run_out_leaves_a_gap_of_one_day(org):
    """One ends, the next begins a day too late: on that day nobody covers the customer."""
    org.add(Assignment("one", "acme", "ada", until="2026-07-01"))
    org.add(Assignment("two", "acme", "ada", since="2026-07-02"))
    org.add(Customer("acme"))
    states = [answers(org, dt.date(2026, m, d))[0] for m, d in [(6, 30), (7, 1), (7, 2)]]
    assert states == ["covered", "nobody", "covered"]


def test_of_several_owners_the_one_on_the_customer_comes_first_then_the_larger_share(org):
    """However they were added; and an owner named twice counts once."""
    for id_ in ("a", "b", "c"):
        org.add(Position(id_, roles.ACCOUNT_MANAGER, held_by=id_))
    org.add(Assignment("3", "acme", "a", share=20))
    org.add(Assignment("2", "acme", "b", share=80))
    org.add(Assignment("1", "acme", "c"))
    acme = org.add(Customer("acme", managed_by="c"))
    named = [c.posts[0].id for c in coverage(org).of(acme).candidates]
    assert named == ["c", "b", "a"]


def test_the_team_is_everybody_who_is_named(org):
    """Owner, deputy, and those with other roles on the account, on the day."""
    org.add(Assignment("1", "acme", "tm", "executive sponsor"))
    org.add(Assignment("2", "acme", "director", "specialist", until="2026-01-01"))
    acme = org.add(Customer("acme", managed_by="ada", deputy="rep"))
    team = coverage(org, on=dt.date(2026, 1, 1)).team_of(acme)
    assert [(m.role, m.position.id) for m in team] == [
        ("owner", "ada"),
        ("deputy", "rep"),
        ("executive sponsor", "tm"),
    ]


def test_a_ring_of_managers_stops_nobody(org):
    """Two who manage each other cover a territory together, and the answer comes."""
    org.add(Territory("ring", Where(place="FR")))
    org.add(Position("one", reports_to="two", covers="ring"))
    org.add(Position("two", reports_to="one", covers="ring"))
    assert answers(org, place="FR") == ("vacant", "one", None)


def test_any_stated_share_comes_before_none():
    """Even the share of one per cent; who has none stated is not taken to have one."""
    org = Org("Aurora")
    for id_ in ("ada", "ben"):
        org.add(Position(id_, held_by=id_.title()))
    acme = org.add(Customer("acme"))
    org.add(Assignment("1", acme, "ada"))
    org.add(Assignment("2", acme, "ben", share=1))
    cover = coverage(org).of(acme)
    assert cover.position.id == "ben"
    assert cover.candidates[1].because == "the share of 'ben' is larger (1 against 0)"


def test_each_gap_is_looked_after_from_around_itself():
    """Two territories that nobody covers lie within two that different people do."""
    org = Org("Aurora")
    for id_, country in (("italy", "IT"), ("france", "FR")):
        org.add(Territory(id_))
        org.add(Territory(f"all-{id_}", Where(place=country), within=id_))
        org.add(Position(f"tm-{id_}", held_by=f"Head of {id_}", covers=id_))
    covered = coverage(org)
    for id_, country in (("italy", "IT"), ("france", "FR")):
        cover = covered.of(org.add(Customer(f"c-{id_}", place=country)))
        assert (cover.state, cover.stand_in.id) == ("nobody", f"tm-{id_}")


def test_two_assignments_of_one_position_are_told_in_the_order_of_their_ids():
    """However they were added."""
    rows = [Assignment("1", "acme", "ada", share=50), Assignment("2", "acme", "ada", share=50)]
    for written in (rows, rows[::-1]):
        org = Org("Aurora")
        org.add(Position("ada", held_by="Ada"))
        acme = org.add(Customer("acme"))
        for row in written:
            org.add(row)
        assert [m.assignment.id for m in coverage(org).team_of(acme)] == ["1", "2"]


def test_who_has_no_customers_has_none(org):
    """Nothing is returned for a position that answers for nobody, rather than an error."""
    org.add(Customer("acme", managed_by="ada"))
    covered = coverage(org)
    assert [covered.customers_of(org.get(Position, id_)) for id_ in ("ada", "tm")] == [
        (org.get(Customer, "acme"),),
        (),
    ]
