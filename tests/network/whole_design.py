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
    Holding,
    Leave,
    PayBenchmark,
    ProspectingPlan,
    ReportingLine,
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
    org.add(AccountPlan("account", "acme", "ada"))
    org.add(TerritoryPlan("territory", "north", "rep"))
    org.add(ProspectingPlan("prospecting", "rep", territory="north"))
    org.add(Target("target", "rep", "2026", revenue=1, set_by="director"))
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
