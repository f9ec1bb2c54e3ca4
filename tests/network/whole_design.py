"""A design in which every relation that can be stated is stated, and nothing is missing."""

from orgmodel import (
    AcceptedFinding,
    Assignment,
    Contact,
    Customer,
    Department,
    Org,
    Person,
    Position,
    Role,
    Territory,
    Where,
    roles,
)
from orgmodel.model import (
    AccountPlan,
    AccountProfile,
    Activity,
    Contract,
    Goal,
    Holding,
    Leave,
    Opportunity,
    PayBenchmark,
    Product,
    ProspectingPlan,
    Relation,
    RelationType,
    ReportingLine,
    Result,
    Successor,
    Target,
    TerritoryAssignment,
    TerritoryPlan,
    TerritoryType,
)


def whole_design():
    """Return an organisation with every kind of entity and of relation."""
    org = Org("Aurora", currency="EUR")
    org.add(Department("legal", "Legal"))
    org.add(Person("dana", "Dana Reyes"))
    org.add(Person("bot", "Lead Desk", holder="software", answered_for_by="dana"))
    org.add(Product("valves", "Valves", department="legal"))
    org.add(TerritoryType("partner", 4))
    org.add(Role("hunter", "Hunter", may_report_to=[roles.TERRITORY_MANAGER], works_with=["legal"]))
    _market(org)
    _posts(org)
    _accounts(org)
    _plans(org)
    org.add(AcceptedFinding("x", "KEY502", "customer:acme", because="The deputy starts in March."))
    return org


def _market(org):
    org.add(Territory("italy", Where(place="IT"), name="Italy"))
    org.add(Territory("north", Where(place="IT-21"), within="italy", type="partner"))
    org.add(Territory("chains"))
    org.add(Territory("public", Where(place="IT-21", segment="public")))


def _posts(org):
    org.add(Position("director", roles.SALES_DIRECTOR, held_by="dana"))
    org.add(Position("ada", "account_manager", held_by="Ada Rossi", reports_to="director"))
    org.add(Position("inside", title="Sales Coordinator", reports_to="director"))
    org.add(
        Position(
            "rep",
            "hunter",
            title="Hunter of the North",
            reports_to="director",
            dotted_to="ada",
            coordinated_by="inside",
            deputy="ada",
            coach="ada",
            covers=["north"],
            works_with="legal",
            department="legal",
        )
    )

    _lines(org)


def _lines(org):
    dates = {"since": "2026-01-01", "until": "2999-01-01"}
    org.add(Holding("h", "rep", "Bob Ray", temporary=True, **dates))
    org.add(Leave("l", "Ada Rossi", stand_in="rep", **dates))
    org.add(ReportingLine("r", "inside", "director", **dates))
    org.add(ReportingLine("d", "rep", "inside", dotted=True, **dates))
    org.add(TerritoryAssignment("t", "chains", "ada", temporary=True, **dates))


def _accounts(org):
    org.add(Customer("group", "The Group"))
    org.add(
        Customer(
            "acme",
            place="IT-21",
            segment="public",
            managed_by="ada",
            deputy="rep",
            parent="group",
            territories="chains",
            excluded_from="public",
            contacts=[
                Contact("Ida Neri", "purchasing", known_by="ada"),
                Contact("Leo Riva", known_by="ada"),
            ],
        )
    )
    terms = {"share": 40, "since": "2026-01-01", "until": "2999-01-01", "temporary": True}
    for role in ("owner", "deputy", "executive sponsor", "specialist", "coordinator"):
        org.add(Assignment(f"a-{role}", "acme", "rep", role, **terms))


def _plans(org):
    org.add(RelationType("mentors", required_for=["hunter"]))
    org.add(Relation("m", "mentors", "ada", "rep", since="2026-01-01", until="2999-01-01"))
    org.add(Successor("s", "director", "dana"))
    org.add(AccountProfile("profile", "acme", products=["valves"]))
    org.add(Opportunity("deal", "acme", "rep", product="valves"))
    org.add(Contract("supply", "acme", "ada", products=["valves"]))
    org.add(
        Activity(
            "visits",
            "rep",
            "visit",
            customer="acme",
            territory="north",
            colleague="ada",
            departments=["legal"],
        )
    )
    org.add(AccountPlan("account", "acme", "ada", programme=["visits"]))
    org.add(TerritoryPlan("territory", "north", "rep", programme=["visits"]))
    org.add(ProspectingPlan("prospecting", "rep", territory="north", programme=["visits"]))
    org.add(Goal("goal", "Grow", product="valves"))
    org.add(
        Target("target", "rep", "2026", revenue=1, set_by="director", product="valves", goal="goal")
    )
    org.add(Result("result", "rep", "2026", customer="acme", product="valves", territory="north"))
    org.add(
        PayBenchmark(
            "pay",
            roles.SALES_MANAGER,
            114_100,
            benchmark_currency="USD",
            publisher="BLS",
            as_of="2010-05-01",
        )
    )
