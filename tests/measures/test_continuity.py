"""What hangs on whom, held against trying each removal."""

import datetime as dt
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from small_books import DAY, books, built

from orgmodel.cover import coverage
from orgmodel.measures import continuity
from orgmodel.model import Assignment, Customer, Leave, Org, Position, Territory, Where


@st.composite
def designs(draw):
    """Make a small design in which some people may be on leave."""
    org = built(draw(books()))
    posts = st.sampled_from([None, *(p.id for p in org.all(Position))])
    for person in draw(st.sets(st.sampled_from(["Ada", "Bob"]))):
        org.add(Leave(f"leave-{person}", person, stand_in=draw(posts)))
    return org


def without(org, people):
    """Return the design when some people have left all their positions."""
    left = Org(org.name, currency=org.currency)
    for entity in org:
        leaves = isinstance(entity, Position) and entity.held_by in people
        left.add(Position(**{**vars(entity), "held_by": None}) if leaves else entity)
    return left


def stand_ins_of(org):
    """Return who is named to stand in, by position; they stay when somebody on leave quits."""
    graph = coverage(org, on=DAY).graph
    leaves = {p.id: graph.leave_of(p) for p in org.all(Position)}
    return {post: leave.stand_in for post, leave in leaves.items() if leave}


def covered(org, stand_ins):
    """Return what has cover, worked out as plainly as the definition says it."""
    found = coverage(org, on=DAY)
    posts = {p.id: p for p in org.all(Position)}

    def kept(some):
        some = list(some)
        deputies = [posts[p.deputy] for p in some if p.deputy in posts]
        named = [posts[stand_ins[p.id]] for p in some if stand_ins.get(p.id) in posts]
        return any(found.graph.present(p) for p in [*some, *deputies, *named])

    customers = {
        cover.customer.id
        for cover in found
        if kept(p for winner in cover.winners for p in winner.posts)
        or any(
            m.role == "deputy" and found.graph.present(m.position)
            for m in found.team_of(cover.customer)
        )
    }
    territories = {
        t.id for t in org.all(Territory) if kept(p for p in posts.values() if t.id in p.covers)
    }
    teams = {
        p.id
        for p in posts.values()
        if any(q.reports_to == p.id and q.id != p.id for q in posts.values()) and kept([p])
    }
    return (
        {("customer", i) for i in customers}
        | {("territory", i) for i in territories}
        | {("team", i) for i in teams}
    )


def names(loss):
    """Return what is lost, by kind and id."""
    return (
        {("customer", c.id) for c in loss.customers}
        | {("territory", t.id) for t in loss.territories}
        | {("team", t.manager.id) for t in loss.teams}
    )


def holders(org):
    """Return everybody who holds a position."""
    return sorted({str(p.held_by) for p in org.all(Position) if p.held_by})


@settings(max_examples=50, deadline=None)
@given(designs())
def test_losses_are_those_found_by_trying_each_removal(org):
    """What hangs on a person is what has cover before and none once they have left."""
    named = stand_ins_of(org)
    before = covered(org, named)
    found = continuity(coverage(org, on=DAY))
    tried = {who: before - covered(without(org, {who}), named) for who in holders(org)}
    assert {who: names(loss) for who, loss in found.people.items()} == {
        who: lost for who, lost in tried.items() if lost
    }


@settings(max_examples=40, deadline=None)
@given(designs())
def test_losses_of_pairs_are_those_found_by_trying_each_pair(org):
    """What hangs on two people is what goes when both leave and stays when either does."""
    named = stand_ins_of(org)
    before = covered(org, named)
    one = {who: covered(without(org, {who}), named) for who in holders(org)}
    tried = {}
    for pair in combinations(holders(org), 2):
        lost = (before & one[pair[0]] & one[pair[1]]) - covered(without(org, set(pair)), named)
        if lost:
            tried[pair] = lost
    found = continuity(coverage(org, on=DAY)).pairs()
    assert {pair: names(loss) for pair, loss in found.items()} == tried


@settings(max_examples=40, deadline=None)
@given(designs())
def test_losses_of_positions_are_those_found_by_emptying_each(org):
    """What hangs on a position is what has cover before and none once it is vacant."""
    named, tried = stand_ins_of(org), {}
    before = covered(org, named)
    for position in org.all(Position):
        rows = [Position(**{**vars(e), "held_by": None}) if e == position else e for e in org]
        emptied = Org("Emptied")
        for row in rows:
            emptied.add(row)
        lost = before - covered(emptied, named)
        if lost:
            tried[position.id] = lost
    found = continuity(coverage(org, on=DAY)).positions()
    assert {post: names(loss) for post, loss in found.items()} == tried


@settings(max_examples=25, deadline=None)
@given(designs(), st.randoms())
def test_the_order_of_entities_makes_no_difference(org, chance):
    """A design says the same in any order."""
    rows = list(org)
    chance.shuffle(rows)
    shuffled = Org(org.name)
    for row in rows:
        shuffled.add(row)
    before, after = (continuity(coverage(o, on=DAY)) for o in (org, shuffled))
    assert {w: names(x) for w, x in before.people.items()} == {
        w: names(x) for w, x in after.people.items()
    }


def shop(**fields):
    """Make two account managers, the first with a customer."""
    org = Org("Shop")
    org.add(Position("boss", held_by="Bo"))
    org.add(Position("a", held_by="Ada", reports_to="boss"))
    org.add(Position("b", held_by="Ben", reports_to="boss"))
    org.add(Customer("c", revenue=100, key_account=True, managed_by="a", **fields))
    return org


def test_a_key_account_without_a_deputy_hangs_on_its_manager():
    """Revenue and key accounts at stake are told by person."""
    loss = continuity(coverage(shop())).of("Ada")
    assert [c.id for c in loss.key_accounts] == ["c"]
    assert loss.revenue == 100


def test_a_deputy_shares_the_stake_as_a_pair():
    """With a deputy, only both together can be missed."""
    found = continuity(coverage(shop(deputy="b")))
    assert not found.of("Ada").customers
    assert [c.id for c in found.pairs()["Ada", "Ben"].customers] == ["c"]


def test_a_deputy_by_assignment_counts_on_its_days():
    """A dated deputy helps while the assignment holds."""
    org = shop()
    org.add(Assignment("x", "c", "b", "deputy", until=dt.date(2026, 6, 2)))
    assert not continuity(coverage(org, on=DAY)).of("Ada").customers
    assert continuity(coverage(org, on=dt.date(2026, 6, 2))).of("Ada").customers


def test_a_team_names_who_would_stand_in():
    """A team without its manager falls to the nearest manager above who stays."""
    org = Org("Line")
    org.add(Position("top", held_by="Dana"))
    org.add(Position("mid", held_by="Tom", reports_to="top"))
    org.add(Position("low", held_by="Tom", reports_to="mid"))
    org.add(Position("rep", held_by="Leo", reports_to="low"))
    found = continuity(coverage(org))
    stand_ins = {team.manager.id: team.stand_in for team in found.of("Tom").teams}
    assert {who: p and p.id for who, p in stand_ins.items()} == {"mid": "top", "low": "top"}
    assert [team.stand_in for team in found.of("Dana").teams] == [None]


def test_who_covers_a_shared_territory_is_not_missed_alone():
    """Two who cover the same are each other's cover."""
    org = Org("Shared")
    org.add(Territory("it", Where(place=["IT"])))
    for name in ("Ada", "Ben"):
        org.add(Position(name, held_by=name, covers=["it"]))
    org.add(Customer("c", place="IT"))
    found = continuity(coverage(org))
    assert not found.people
    assert [c.id for c in found.pairs()["Ada", "Ben"].customers] == ["c"]


def test_deep_lines_do_not_matter():
    """Nothing climbs a chain level by level for each of its positions, nor recurses over it."""
    org, levels = Org("Deep"), 20_000
    for level in range(levels):
        boss = f"p{level - 1}" if level else None
        org.add(Position(f"p{level}", held_by=f"Person {level // 2}", reports_to=boss))
    found = continuity(coverage(org))
    assert len(found.people) == levels // 2
    assert [t.stand_in for t in found.of("Person 0").teams] == [None, None]
    assert {t.stand_in.id for t in found.of("Person 9000").teams} == {"p17999"}
