"""A design as users write it: type checkers have nothing to say about it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from orgmodel import (
    AcceptedFinding,
    Assignment,
    Between,
    Contact,
    Customer,
    Department,
    Org,
    Person,
    Position,
    Role,
    Territory,
    Where,
    coverage,
    graph,
    roles,
    validate,
    why,
)
from orgmodel.measures import spans
from orgmodel.model import (
    AccountPlan,
    Holding,
    Leave,
    PayBenchmark,
    PlannedActivity,
    ReportingLine,
    Target,
    TerritoryAssignment,
    TerritoryPlan,
)

org = Org("Aurora Components", currency="EUR")
italy = org.add(Territory("italy", Where(place="IT"), name="Italy"))
north = org.add(
    Territory(
        "north",
        Where(
            place=["IT-21", "IT-25"],
            size=Between(50, below=250.5),
            attributes={"fleet": Between(10), "plan": ["gold", "silver"]},
            exclude=[Where(industry=["public"])],
        ),
        within=italy,
        type="direct",
    )
)
hunter = org.add(Role("hunter", "Hunter", wins_new_business=True, titles={"it": ["Cacciatore"]}))
dana = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
person = org.add(Person("tom", "Tom Berg"))
tom = org.add(
    Position(
        "tm-north",
        roles.TERRITORY_MANAGER,
        held_by=person,
        reports_to=dana,
        dotted_to=["abroad"],
        covers=[north, "italy"],
        works_with=[Department("legal")],
        fte=0.5,
    )
)
ada = org.add(Position("am-1", "account_manager", held_by="Ada Rossi", reports_to="tm-north"))
acme = org.add(
    Customer(
        "acme",
        place="IT-21",
        revenue=2_400_000,
        profit=Decimal("1.5"),
        potential=4e6,
        key_account=True,
        managed_by=ada,
        contacts=[Contact("Ida Neri", "purchasing", known_by=ada)],
        attributes={"fleet": 12, "plan": "gold"},
        territories=[north],
    )
)
org.add(Assignment("a1", acme, tom, "deputy", share=40, since=dt.date(2026, 1, 1)))
org.add(AccountPlan("p1", acme, ada, targets={"valves": 900_000, "pumps": Decimal(1)}))
org.add(TerritoryPlan("p2", north, tom, activities=[PlannedActivity("Fair", "trade show", cost=5)]))
org.add(Target("t1", tom, "2026", revenue=1_000_000, set_by=dana))
org.add(
    PayBenchmark(
        "b1",
        roles.SALES_MANAGER,
        114_100,
        benchmark_currency="USD",
        publisher="BLS",
        as_of=dt.date(2010, 5, 1),
    )
)
org.add(AcceptedFinding("x1", "KEY502", acme, because="The deputy starts in March."))
org.add(AcceptedFinding("x2", "KEY502", "customer:acme", because="The deputy starts in March."))

june = dt.date(2026, 6, 1)
org.add(Position("new", reports_to=dana, since=june, until=dt.date(2027, 1, 1)))
org.add(Holding("h1", "new", "Ben Koch", since=june, ramp=[0.25, 0.5]))
org.add(Holding("h2", tom, person, temporary=True))
org.add(Leave("l1", person, since=june, stand_in=ada))
org.add(ReportingLine("r1", ada, dana, since=june, dotted=True))
org.add(TerritoryAssignment("c1", north, ada, until=june, temporary=True))
view: Org = org.as_of(june)
days: tuple[dt.date, ...] = view.whole.days()
there: bool = view.all(Position)[0].on(june)

bigger: Customer = replace(acme, revenue=3_000_000)
found: Position | None = org.get(Position, "am-1")
customers: tuple[Customer, ...] = org.all(Customer)
winner: Territory | None = coverage(org, on=dt.date(2026, 1, 1), winners=None).of(acme).territory
explanation: str = str(why(org, acme)) + str(why(org, "acme"))
posts: list[str] = [n for n, facts in graph(org).nodes(data=True) if facts["kind"] == "position"]
answering: Position | None = coverage(view, on=june).of(acme).answers
later = graph(org, on=june, customers="few")
report = validate(org)
by_id: Position | None = coverage(org).of("acme").position
held: float | None = spans(org).median or spans(coverage(org)).mean
