"""Small organisations with few ids and much overlap, so that everything that can happen does."""

import datetime as dt

from hypothesis import strategies as st

from orgmodel import Assignment, Between, Customer, Org, Position, Territory, Where
from orgmodel.model import Leave, TerritoryType, references

DAY = dt.date(2026, 6, 1)
RENAMED = {"position", "territory", "customer"}

RULES = st.builds(
    Where,
    place=st.sampled_from([(), ("IT",), ("it-21",), ("IT-2*", "FR"), ("*",)]),
    segment=st.sampled_from([(), ("A",), ("A", "B")]),
    size=st.sampled_from([None, Between(50), Between(100), Between(50, 250), Between(below=250)]),
    exclude=st.sampled_from([(), (), (Where(tier="Z"),)]),
)
ROLES = [
    "sales_director",
    "territory_manager",
    "account_manager",
    "sales_representative",
    "sales_specialist",
    None,
]


def subsets(ids):
    """Make lists of a few different ids."""
    return st.lists(st.sampled_from(ids), max_size=3, unique=True) if ids else st.just([])


def maybe(ids):
    """Make one of some ids, or none."""
    return st.sampled_from([None, *ids])


@st.composite
def books(draw):
    """Make the rows of a design: kind, id and fields, with plain ids as references."""
    territories = list("abcdef"[: draw(st.integers(1, 5))])
    posts = [f"p{n}" for n in range(draw(st.integers(1, 6)))]
    customers = [f"c{n}" for n in range(3)]
    rows = [(TerritoryType, "partner", {"rank": 1})]
    rows += [(Territory, t, draw(places(territories[:n]))) for n, t in enumerate(territories)]
    rows += [(Position, p, draw(positions(posts, n, territories))) for n, p in enumerate(posts)]
    rows += [(Customer, c, draw(accounts(posts, territories))) for c in customers]
    count = draw(st.integers(0, 4))
    rows += [(Assignment, f"s{n}", draw(parts(customers, posts))) for n in range(count)]
    away = draw(st.just(0) | st.integers(0, 2))
    rows += [(Leave, f"l{n}", draw(leaves(posts))) for n in range(away)]
    return rows


def places(above):
    """Make the fields of a territory within one of some others."""
    types = st.sampled_from([*["direct"] * 8, "channel", "overlay", "partner", "lost"])
    rules = st.sampled_from([True] * 9 + [False]).flatmap(
        lambda is_so: RULES if is_so else st.none()
    )
    return st.fixed_dictionaries(
        {"where": rules, "within": maybe([None, None, *above]), "type": types}
    )


def positions(posts, number, territories):
    """Make the fields of a position below one of those before it."""
    return st.fixed_dictionaries(
        {
            "role": st.sampled_from(ROLES),
            "held_by": st.sampled_from([None, "Ada", "Bob", "Zoe"]),
            "reports_to": maybe(posts[:number]),
            "deputy": maybe(posts),
            "covers": subsets(territories),
        }
    )


def accounts(posts, territories):
    """Make the fields of a customer."""
    return st.fixed_dictionaries(
        {
            "place": st.sampled_from([None, "IT-21", "IT-21", "IT-21", "IT-25", "FR"]),
            "segment": st.sampled_from([None, "a", "a", "B"]),
            "size": st.sampled_from([None, 60, 120, 120, 300]),
            "tier": st.sampled_from([None, None, None, "Z"]),
            "status": st.sampled_from(["existing", "existing", "prospect"]),
            "managed_by": maybe([None, None, *posts, "nobody"]),
            "deputy": maybe(posts),
            "territories": st.just([]) | subsets([*territories, "nowhere"]),
            "excluded_from": st.just([]) | subsets(territories),
        }
    )


BEFORE, TODAY, AFTER = "2026-05-31", "2026-06-01", "2026-06-02"
TIMES = [
    (None, None), (None, None), (TODAY, None), (None, AFTER), (TODAY, AFTER),
    (AFTER, None), (None, TODAY), (BEFORE, TODAY),
]  # fmt: skip
"""First day and the day after the last: around the day, just before and just after it."""


def dated(fields):
    """Make the fields of something that holds on the day, or not."""
    times = st.sampled_from(TIMES).map(lambda time: {"since": time[0], "until": time[1]})
    return st.tuples(fields, times).map(lambda both: both[0] | both[1])


def parts(customers, posts):
    """Make the fields of an assignment that holds on the day, or not."""
    fields = st.fixed_dictionaries(
        {
            "customer": st.sampled_from(customers),
            "position": st.sampled_from(posts),
            "role": st.sampled_from(["owner", "owner", "deputy", "specialist"]),
            "share": st.sampled_from([None, 40, 60]),
            "temporary": st.booleans(),
        }
    )
    return dated(fields)


def leaves(posts):
    """Make the fields of a leave on the day, or not."""
    fields = {"person": st.sampled_from(["Ada", "Bob", "Zoe"]), "stand_in": maybe(posts)}
    return dated(st.fixed_dictionaries(fields))


def built(rows, rename=str):
    """Return the design of some rows, its own ids renamed."""
    org = Org("Aurora")
    for kind, id_, fields in rows:
        points = {n: k for n, k in references(kind).items() if k in RENAMED and fields.get(n)}
        said = {n: _each(rename, fields[n]) for n in points}
        own = rename(id_) if kind in {Position, Territory, Customer} else id_
        org.add(kind(own, **{**fields, **said}))
    return org


def _each(rename, value):
    return rename(value) if isinstance(value, str) else [rename(each) for each in value]
