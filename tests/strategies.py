"""Sound organisations of every shape, for properties that must hold for all of them."""

import datetime as dt
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from orgmodel.model import (
    STANDARD_TYPES,
    AcceptedFinding,
    AccountPlan,
    AccountProfile,
    AccountRole,
    Activity,
    Assignment,
    Attachment,
    Between,
    BuyingRole,
    Contact,
    Contract,
    Customer,
    Dated,
    Department,
    Goal,
    Holding,
    Leave,
    Opportunity,
    Org,
    PayBenchmark,
    Person,
    PlannedActivity,
    Position,
    Product,
    ProspectingPlan,
    Rating,
    Relation,
    RelationType,
    ReportingLine,
    Result,
    Role,
    Stage,
    Successor,
    Target,
    Territory,
    TerritoryAssignment,
    TerritoryPlan,
    TerritoryType,
    Where,
)
from orgmodel.text import clean

HOSTILE = (
    "NO", "on", "y", "~", "null", "Null", "true", "0123", "1_000", "12:30", "1e3", "0x1F", "0o17",
    ".5", "1.", ".inf", "2026-01-01", "=", "<<", "-", "?", "- a", "a: b", "a #b", "#", "&a", "*a",
    "!a", "%a", "@a", "`a", "[a", "{a}", "a, b", '"', "'", "it's", 'say "no"', "\\", "a\\nb", "$x$",
    "A$AP $Corp", r"$\frac{1$", "खाता प्रबंधक", "बिक्री प्रतिनिधि", "menedżer", "Müller", "محمد",
    "李小龍", "😀", "a\u200bb", "<b>", "&amp;", "=1+1", "../x", "a/b", "CON", "x" * 200, "---",
    "...",
)  # fmt: skip
"""Texts that formats, shells and fonts trip over."""


def texts():
    """Make text as the model keeps it, often of the hostile kind."""
    anything = st.text(min_size=1, max_size=12).map(clean).filter(bool)
    return st.sampled_from(HOSTILE) | anything


def maybe(strategy):
    """Make nothing or something."""
    return st.none() | strategy


def amounts(least=-(10**12)):
    """Make money: cents, whole numbers, and numbers with many zeros."""
    cents = st.decimals(least, 10**12, places=2, allow_nan=False, allow_infinity=False)
    extremes = st.sampled_from([Decimal("1E+40"), Decimal("1.5E-33"), Decimal("1E+3"), Decimal(0)])
    return cents | extremes


def money():
    """Make money that is no debt."""
    return amounts(0)


def counts():
    """Make numbers of things."""
    return st.integers(0, 10**6)


def days():
    """Make days."""
    return st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))


def near_days():
    """Make days of which many are alike or neighbours."""
    return st.integers(-1, 8).map(lambda number: dt.date(2026, 6, 1) + dt.timedelta(number))


def periods():
    """Make a first day and the day after the last, either of them open."""
    ends = st.lists(near_days(), min_size=2, max_size=2, unique=True).map(sorted)
    return st.tuples(ends, st.booleans(), st.booleans()).map(
        lambda drawn: (drawn[0][0] if drawn[1] else None, drawn[0][1] if drawn[2] else None)
    )


def dictionaries(values):
    """Make a few named values."""
    return st.dictionaries(texts(), values, max_size=2)


def few(strategy):
    """Make a tuple of a few values."""
    return st.lists(strategy, max_size=3).map(tuple)


def betweens():
    """Make intervals, open at either end or both."""
    ends = st.lists(amounts(), min_size=2, max_size=2, unique=True).map(sorted)
    return st.builds(
        lambda pair, low, high: Between(pair[0] if low else None, pair[1] if high else None),
        ends,
        st.booleans(),
        st.booleans(),
    )


def wheres():
    """Make rules of territories, with alternatives and exceptions inside."""
    listed = few(texts())
    own = {
        "place": listed,
        "postal_code": listed,
        "industry": listed,
        "status": few(st.sampled_from(["existing", "prospect"])),
        "size": maybe(betweens()),
        "revenue": maybe(betweens()),
        "attributes": dictionaries(betweens() | st.lists(texts(), min_size=1, max_size=2)),
    }
    plain = st.builds(Where, **own)
    return st.builds(
        Where,
        **own,
        include=st.lists(plain, max_size=1).map(tuple),
        exclude=st.lists(plain, max_size=2),
    )


class _Maker:
    """Adds entities to one organisation, each referring only to what is there already."""

    def __init__(self, draw, most, *, dated):
        self.draw = draw
        self.most = most
        self.dated = dated
        self.org = Org(draw(texts()), currency=draw(st.sampled_from(["EUR", "INR", "PLN"])))

    def add(self, kind, needs=(), **fields):
        """Add a few entities of a kind, unless what they need is missing."""
        if not all(self.org.all(needed) for needed in needs):
            return
        for id_ in self.draw(st.lists(texts(), max_size=self.most, unique=True)):
            given = {name: strategy() for name, strategy in fields.items()}
            if self.dated and issubclass(kind, Dated):
                since, until = self.draw(periods())
                given |= {"since": st.just(since), "until": st.just(until)}
            self.org.add(self.draw(st.builds(kind, st.just(id_), **given)))

    def one(self, kind):
        """Refer to an entity that is there."""
        return lambda: st.sampled_from([entity.id for entity in self.org.all(kind)])

    def any(self, kind, *others):
        """Refer to an entity, if there is one, or to none."""
        return lambda: maybe(st.sampled_from(self.ids(kind, *others) or [None]))

    def some(self, kind, *others):
        """Refer to a few different entities."""
        ids = lambda: self.ids(kind, *others)  # noqa: E731 - read when a value is made
        return lambda: (
            st.lists(st.sampled_from(ids()), max_size=3, unique=True) if ids() else st.just([])
        )

    def ids(self, kind, *others):
        """Give the ids of a kind, after others."""
        return [*others, *(entity.id for entity in self.org.all(kind))]

    def market(self):
        """Add departments, people, types and territories."""
        self.add(Department, name=lambda: maybe(texts()))
        self.add(
            Person,
            name=lambda: maybe(texts()),
            email=lambda: maybe(texts()),
            holder=lambda: st.sampled_from(["human", "software"]),
            answered_for_by=self.any(Person),
            skills=lambda: dictionaries(st.integers(1, 5)),
        )
        self.add(
            Product,
            name=lambda: maybe(texts()),
            family=lambda: maybe(texts()),
            department=self.any(Department),
        )
        self.add(TerritoryType, rank=lambda: st.integers(1, 9), overlay=st.booleans)
        self.add(
            Territory,
            where=lambda: maybe(wheres()),
            name=lambda: maybe(texts()),
            within=self.any(Territory),
            type=lambda: st.sampled_from(
                self.ids(TerritoryType, *(standard.id for standard in STANDARD_TYPES))
            ),
            note=lambda: maybe(texts()),
        )

    def posts(self):
        """Add roles and the positions that have them, each below an earlier one."""
        self.add(
            Role,
            title=texts,
            attaches_by=lambda: maybe(st.sampled_from(get_args(Attachment))),
            manages_people=st.booleans,
            wins_new_business=st.booleans,
            may_report_to=self.some(Role),
            at_side=st.booleans,
            works_with=self.some(Department, "*"),
            min_span=lambda: maybe(st.integers(0, 3)),
            max_span=lambda: maybe(st.integers(3, 20)),
            titles=lambda: dictionaries(few(texts())),
            occupations=lambda: few(texts()),
            skills=lambda: dictionaries(st.integers(1, 5)),
            coached=lambda: maybe(st.floats(0.25, 8)),
        )
        self.add(
            Position,
            needs=[Role],
            role=self.one(Role),
            title=lambda: maybe(texts()),
            held_by=lambda: maybe(st.sampled_from(self.ids(Person, "Dana Reyes"))),
            reports_to=self.any(Position),
            dotted_to=self.some(Position),
            coordinated_by=self.any(Position),
            deputy=self.any(Position),
            coach=self.any(Position),
            covers=self.some(Territory),
            works_with=self.some(Department),
            department=self.any(Department),
            place=lambda: maybe(texts()),
            grade=lambda: maybe(st.integers(-5, 30)),
            fte=lambda: st.floats(0, 1, exclude_min=True),
            pay=lambda: maybe(money()),
            note=lambda: maybe(texts()),
        )

    def lines(self):
        """Add lines with dates between positions, people and territories."""
        people = lambda: st.sampled_from(self.ids(Person, "Dana Reyes", "Tom Berg"))  # noqa: E731
        self.add(
            Holding,
            needs=[Position],
            position=self.one(Position),
            person=people,
            temporary=st.booleans,
            ramp=lambda: few(st.floats(0, 1)),
            time=lambda: maybe(st.floats(0, 1, exclude_min=True)),
        )
        self.add(Leave, person=people, stand_in=self.any(Position))
        self.add(
            ReportingLine,
            needs=[Position],
            position=self.one(Position),
            manager=self.one(Position),
            dotted=st.booleans,
        )
        self.add(
            TerritoryAssignment,
            needs=[Position, Territory],
            territory=self.one(Territory),
            position=self.one(Position),
            temporary=st.booleans,
        )

    def accounts(self):
        """Add customers and who of ours is there."""
        contacts = st.builds(
            Contact,
            texts(),
            maybe(st.sampled_from(get_args(BuyingRole))),
            title=maybe(texts()),
            known_by=self.any(Position)(),
        )
        self.add(
            Customer,
            name=lambda: maybe(texts()),
            status=lambda: st.sampled_from(["existing", "prospect"]),
            key_account=st.booleans,
            stage=lambda: maybe(st.sampled_from(get_args(Stage))),
            place=lambda: maybe(texts()),
            postal_code=lambda: maybe(texts()),
            size=lambda: maybe(counts()),
            revenue=lambda: maybe(money()),
            profit=lambda: maybe(amounts()),
            currency=lambda: st.sampled_from([None, self.org.currency]),
            contacts=lambda: few(contacts),
            managed_by=self.any(Position),
            parent=self.any(Customer),
            territories=self.some(Territory),
            attributes=lambda: dictionaries(amounts() | texts()),
            note=lambda: maybe(texts()),
        )
        self.add(
            Assignment,
            needs=[Customer, Position],
            customer=self.one(Customer),
            position=self.one(Position),
            role=lambda: st.sampled_from(get_args(AccountRole)),
            share=lambda: maybe(st.floats(0, 100, exclude_min=True)),
            since=lambda: maybe(days()),
            temporary=st.booleans,
        )

    def relations(self):
        """Add relations of the organisation's own, and successors."""
        self.add(
            RelationType,
            name=lambda: maybe(texts()),
            required_for=self.some(Role),
            most=lambda: maybe(counts()),
        )
        self.add(
            Relation,
            needs=[RelationType, Position],
            type=self.one(RelationType),
            position=self.one(Position),
            to=self.one(Position),
        )
        self.add(
            Successor,
            needs=[Position],
            position=self.one(Position),
            person=lambda: st.sampled_from(self.ids(Person, "Dana Reyes")),
            ready=lambda: maybe(days()),
            appointed=st.booleans,
        )

    def deals(self):
        """Add what is known of customers, and what is sold to them."""
        ratings = st.builds(Rating, st.floats(0, 10), maybe(texts()), maybe(days()))
        self.add(
            AccountProfile,
            needs=[Customer],
            customer=self.one(Customer),
            business=lambda: maybe(texts()),
            competitors=lambda: dictionaries(texts()),
            products=self.some(Product),
            satisfaction=lambda: maybe(ratings),
            reviewed=lambda: maybe(days()),
        )
        self.add(
            Opportunity,
            needs=[Customer],
            customer=self.one(Customer),
            owner=self.any(Position),
            product=self.any(Product),
            amount=lambda: maybe(money()),
            status=lambda: st.sampled_from(["open", "won", "lost"]),
            closes=lambda: maybe(days()),
            source=lambda: st.sampled_from([None, "marketing lead", "tender"]),
            new_business=st.booleans,
        )
        self.add(
            Contract,
            needs=[Customer],
            customer=self.one(Customer),
            owner=self.any(Position),
            type=lambda: st.sampled_from(["long-term supply", "framework", "order"]),
            products=self.some(Product),
            value=lambda: maybe(money()),
            notice=lambda: st.integers(0, 365),
            renewal=lambda: maybe(texts()),
        )

    def activities(self):
        """Add what positions plan to do."""
        self.add(
            Activity,
            needs=[Position],
            position=self.one(Position),
            type=lambda: st.sampled_from(["visit", "coaching", "communication"]),
            name=lambda: maybe(texts()),
            customer=self.any(Customer),
            segment=lambda: maybe(wheres()),
            territory=self.any(Territory),
            colleague=self.any(Position),
            departments=self.some(Department),
            period=lambda: maybe(texts()),
            times=lambda: st.integers(0, 400),
            hours=lambda: maybe(st.floats(0, 100)),
            cost=lambda: maybe(money()),
            day=lambda: maybe(days()),
        )

    def plans(self):
        """Add plans, goals, targets and results."""
        self.add(
            AccountPlan,
            needs=[Customer, Position],
            customer=self.one(Customer),
            owner=self.one(Position),
            period=lambda: maybe(texts()),
            targets=lambda: dictionaries(money()),
            actions=lambda: few(texts()),
            competitors=lambda: dictionaries(texts()),
            programme=self.some(Activity),
        )
        activities = st.builds(PlannedActivity, texts(), cost=maybe(money()), day=maybe(days()))
        self.add(
            TerritoryPlan,
            needs=[Territory, Position],
            territory=self.one(Territory),
            owner=self.one(Position),
            activities=lambda: few(activities),
            improvements=lambda: few(texts()),
            budget=lambda: maybe(money()),
            programme=self.some(Activity),
        )
        self.add(
            ProspectingPlan,
            needs=[Position],
            owner=self.one(Position),
            territory=self.any(Territory),
            trends=lambda: few(texts()),
            calls=lambda: maybe(counts()),
            meeting_rate=lambda: maybe(st.floats(0, 100, exclude_min=True)),
        )
        self.add(
            Goal,
            name=lambda: maybe(texts()),
            period=lambda: maybe(texts()),
            revenue=lambda: maybe(money()),
            product=self.any(Product),
        )
        self.add(
            Target,
            needs=[Position],
            position=self.one(Position),
            period=texts,
            revenue=lambda: maybe(money()),
            product=self.any(Product),
            goal=self.any(Goal),
            months=lambda: few(st.floats(0, 10)),
            set_by=self.any(Position),
        )
        self.add(
            Result,
            needs=[Position],
            position=self.one(Position),
            period=texts,
            customer=self.any(Customer),
            product=self.any(Product),
            territory=self.any(Territory),
            revenue=lambda: maybe(amounts()),
            cost=lambda: maybe(money()),
            as_of=lambda: maybe(days()),
        )

    def remarks(self):
        """Add benchmarks and accepted findings."""
        self.add(
            PayBenchmark,
            needs=[Role],
            role=self.one(Role),
            low=money,
            high=lambda: maybe(money()),
            benchmark_currency=lambda: st.sampled_from(["USD", "EUR"]),
            publisher=texts,
            as_of=days,
        )
        nodes = [entity.node for entity in self.org]
        if nodes:
            self.add(
                AcceptedFinding,
                rule=texts,
                about=lambda: st.sampled_from(nodes),
                because=texts,
                until=lambda: maybe(days()),
            )


@st.composite
def orgs(draw, most=2, *, dated=False):
    """Make an organisation with up to ``most`` entities of every kind and no broken reference.

    Its lines are free of loops: whatever points to its own kind points to an earlier one. Where it
    is ``dated``, all that can have dates has some around the first of June 2026, and there are
    lines with dates, which may close loops.
    """
    maker = _Maker(draw, most, dated=dated)
    maker.market()
    maker.posts()
    if dated:
        maker.lines()
    maker.accounts()
    maker.relations()
    maker.deals()
    maker.activities()
    maker.plans()
    maker.remarks()
    return maker.org
