"""Sound organisations of many sizes, to seed faults in."""

import datetime as dt

from orgmodel import Assignment, Contact, Customer, Org, Position, Territory, Where
from orgmodel.model import (
    AccountPlan,
    Person,
    ProspectingPlan,
    Source,
    Target,
    TerritoryPlan,
)

DAY = dt.date(2026, 5, 4)
INDUSTRIES = ("chemicals", "food", "machinery", "pharma", "textiles")


class Rows(dict):
    """The entities of a design by node."""

    def put(self, *entities):
        """Add or replace entities."""
        self.update((entity.node, entity) for entity in entities)

    def change(self, node, **changes):
        """Replace some fields of an entity."""
        entity = self[node]
        self.put(type(entity)(**{**vars(entity), **changes}))

    def org(self):
        """Make an organisation in which the nth entity stands in line n."""
        org = Org("Aurora Components")
        for line, entity in enumerate(self.values(), 1):
            org.add(entity, source=Source("design.yaml", line))
        return org

    def line_of(self, node):
        """Return the line of an entity."""
        return list(self).index(node) + 1


def sound(chance):
    """Make the rows of an organisation in which all is as it should be."""
    rows = Rows()
    regions, areas, customers = (chance.randint(2, 4) for _ in range(3))
    rows.put(
        Territory("rest", Where()),
        TerritoryPlan("plan-rest", "rest", "m0", period="2999", improvements="Ask."),
    )
    rows.put(post("head", "executive", deputy="m0", grade=9))
    for region in range(regions):
        add_region(rows, region, areas)
        add_customers(rows, region, areas, customers, chance)
    add_targets(rows, regions, areas)
    return rows


def post(id_, role, **fields):
    """Make a held position."""
    return Position(id_, role, held_by=f"Holder {name_of(id_)}", **fields)


def name_of(id_):
    """Spell an id so that no two names are alike but for a digit."""
    return " ".join(id_)


def add_region(rows, n, areas):
    """Add a manager, a territory manager, account managers, a coordinator and sellers."""
    manager, leader = f"m{n}", f"t{n}"
    covers = ["rest"] if n == 0 else []
    rows.put(
        Territory(f"north-{n}", Where(place=[f"IT-{n}"])),
        post(manager, "sales_manager", reports_to="head", deputy=leader, grade=7, covers=covers),
        post(
            leader,
            "territory_manager",
            reports_to=manager,
            covers=[f"north-{n}"],
            deputy=manager,
            grade=5,
        ),
        post(f"k{n}", "account_manager", reports_to=manager, deputy=f"l{n}", grade=5),
        post(f"l{n}", "account_manager", reports_to=manager, deputy=f"k{n}", grade=5),
        post(f"c{n}", "sales_coordinator", reports_to=manager, grade=3),
        TerritoryPlan(
            f"plan-north-{n}", f"north-{n}", leader, period="2999", budget=1000, improvements="Ask."
        ),
    )
    for area in range(areas):
        where = Where(place=[f"IT-{n}"], industry=[INDUSTRIES[area]])
        rows.put(
            Territory(f"area-{n}-{area}", where, within=f"north-{n}"),
            post(
                f"s{n}{area}",
                "sales_representative",
                reports_to=leader,
                coordinated_by=f"c{n}",
                covers=[f"area-{n}-{area}"],
                deputy=leader,
                grade=3,
            ),
            TerritoryPlan(
                f"plan-{n}-{area}",
                f"area-{n}-{area}",
                f"s{n}{area}",
                period="2999",
                improvements="Ask.",
            ),
            ProspectingPlan(f"hunt-{n}-{area}", f"s{n}{area}", period="2999", trends="Water."),
        )


def add_customers(rows, n, areas, customers, chance):
    """Add customers to each area, prospects among them, and two key accounts."""
    for area in range(areas):
        for number in range(customers):
            rows.put(small(f"small-{n}-{area}-{number}", n, area, chance))
        prospect = small(f"lead-{n}-{area}", n, area, chance)
        rows.put(Customer(**{**vars(prospect), "status": "prospect", "revenue": None}))
    for number in range(2):
        add_key_account(rows, f"key-{n}-{number}", n)


def small(id_, n, area, chance):
    """Make a customer that falls to an area."""
    revenue = chance.randint(50, 60)
    return Customer(
        id_, place=f"IT-{n}", industry=INDUSTRIES[area], tier="C", revenue=revenue, profit=5
    )


def add_key_account(rows, id_, n):
    """Add a key account with its team, its buying centre and its plan."""
    known = [("Jo Hill", "purchasing", f"k{n}"), ("Max Orr", "technical", f"l{n}")]
    known += [("Lea Poe", "executive", f"m{n}")]
    rows.put(
        Customer(
            id_,
            key_account=True,
            stage="partnership",
            tier="A",
            place=f"IT-{n}",
            industry=INDUSTRIES[0],
            revenue=100,
            profit=20,
            managed_by=f"k{n}",
            deputy=f"l{n}",
            contacts=[Contact(name, role, known_by=by) for name, role, by in known],
        ),
        AccountPlan(
            f"plan-{id_}", id_, f"k{n}", period="2999", targets={"pumps": 120}, actions=["Visit."]
        ),
        Assignment(f"sponsor-{id_}", id_, "head", "executive sponsor"),
    )


def add_targets(rows, regions, areas):
    """Add targets that add up: 100 for each front, the sum for each leader."""
    whole = 0
    for n in range(regions):
        fronts = [f"s{n}{area}" for area in range(areas)]
        rows.put(*(goal(front, 100, f"t{n}") for front in fronts))
        rows.put(goal(f"t{n}", 100 * areas, f"m{n}"))
        rows.put(goal(f"k{n}", 100, f"m{n}"), goal(f"l{n}", 100, f"m{n}"))
        rows.put(goal(f"m{n}", 100 * areas + 200, "head"))
        whole += 100 * areas + 200
    rows.put(goal("head", whole, "head"))


def goal(position, revenue, set_by):
    """Make a target."""
    return Target(f"goal-{position}", position, "2999", revenue=revenue, set_by=set_by)


def listed_people(rows):
    """List everybody who holds a position."""
    for entity in list(rows.values()):
        if isinstance(entity, Position) and entity.held_by:
            rows.put(Person(str(entity.held_by)))
