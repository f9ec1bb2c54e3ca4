"""Meridian Instruments: a larger design, built by small functions from tables of values.

Five countries and some eighty positions, key accounts served across borders, and specialists who
support the owners of customers. It has defects. Run it to read the findings, and who covers one
key account and why, and to draw meridian.png (everybody) and meridian-italy.png (one branch).
"""

import datetime as dt

from meridian_people import COUNTRIES, Country, Team

from orgmodel import (
    AcceptedFinding,
    Assignment,
    Between,
    Contact,
    Customer,
    Department,
    Org,
    Position,
    Role,
    Territory,
    Where,
    roles,
    validate,
    why,
)
from orgmodel.charts import OrgChart
from orgmodel.model import (
    CHANNEL,
    OVERLAY,
    AccountPlan,
    PayBenchmark,
    PlannedActivity,
    ProspectingPlan,
    Target,
    TerritoryPlan,
)

YEAR = "2026"
INDUSTRIES = ("pharma", "food", "machinery", "energy", "research")
NAMES = ("Alba", "Borea", "Corvo", "Dorado", "Elektra", "Fenix", "Gamma", "Hydra", "Indus", "Jade")


def add_head_office(org: Org) -> Position:
    """Add departments and benchmarks of pay; return the director."""
    quality = org.add(Department("quality", "Quality"))
    for department in roles.STANDARD_DEPARTMENTS:
        org.add(department)
    for role, low, high in (
        (roles.SALES_MANAGER, 114_100, None),
        (roles.SALES_REPRESENTATIVE, 60_430, 84_360),
    ):
        pay = PayBenchmark(
            role.id,
            role,
            low,
            high=high,
            benchmark_currency="USD",
            publisher="US Bureau of Labor Statistics",
            as_of=dt.date(2010, 5, 1),
        )
        org.add(pay)
    role = roles.SALES_DIRECTOR
    return org.add(
        Position("director", role, held_by="Ingrid Sommer", works_with=[quality], grade=12)
    )


def add_country(org: Org, country: Country, director: Position) -> Position:
    """Add a country with its account managers and teams; return its sales manager."""
    code, role = country.code.lower(), roles.ACCOUNT_MANAGER
    org.add(Territory(code, Where(place=[country.code]), name=country.name))
    head = org.add(
        Position(
            f"{code}-head",
            roles.SALES_MANAGER,
            held_by=country.manager,
            reports_to=director,
            covers=[code],
            grade=10,
        )
    )
    for number, (name, account) in enumerate(country.account_managers.items(), 1):
        post, title = f"{code}-am-{number}", country.titles.get(role)
        org.add(Position(post, role, title=title, held_by=name, reports_to=head, grade=8))
        named = f"{code}-named-{number}"
        org.add(Customer(named, account, place=country.code, revenue=190_000, managed_by=post))
    for number, team in enumerate(country.teams, 1):
        add_team(org, country, team, f"{code}-{number}", head)
    org.add(Target(f"{code}-{YEAR}", head, YEAR, revenue=4_000_000, set_by=director))
    return head


def add_team(org: Org, country: Country, team: Team, code: str, head: Position) -> None:
    """Add a team: its territory, its people, their plan, and an area for each representative."""
    region = Where(place=[area.split()[0] for area in team.areas])
    whole = org.add(Territory(code, region, name=team.name, within=country.code.lower()))
    role = roles.TERRITORY_MANAGER
    manager = org.add(
        Position(
            f"{code}-tm",
            role,
            title=country.titles.get(role),
            held_by=team.manager,
            reports_to=head,
            covers=[whole],
            grade=8,
        )
    )
    role = roles.SALES_COORDINATOR
    org.add(Position(f"{code}-sc", role, held_by=team.coordinator, reports_to=manager, grade=4))
    seminar = PlannedActivity("Spring seminar", "seminar", cost=8_000)
    org.add(TerritoryPlan(code, whole, manager, period=YEAR, activities=[seminar], budget=20_000))
    org.add(ProspectingPlan(code, manager, territory=whole, calls=400, new_customers=12))
    for area, seller in team.areas.items():
        place, name = area.split(maxsplit=1)
        patch = f"{code}-{place.partition('-')[2].lower()}"
        org.add(Territory(patch, Where(place=[place]), name=name, within=whole))
        add_representative(org, country, code, patch, seller)
        add_customers(org, country, patch, place)


def add_representative(org: Org, country: Country, team: str, patch: str, name: str | None) -> None:
    """Add the seller of an area, or the vacancy, with a target from the manager."""
    role, manager = roles.SALES_REPRESENTATIVE, f"{team}-tm"
    post = org.add(
        Position(
            f"{patch}-rep",
            role,
            title=country.titles.get(role),
            held_by=name,
            reports_to=manager,
            coordinated_by=f"{team}-sc",
            covers=[patch],
            grade=6,
        )
    )
    org.add(Target(post.id, post, YEAR, revenue=300_000, set_by=manager))


def add_customers(org: Org, country: Country, patch: str, place: str) -> None:
    """Add two customers and a prospect, as a CRM would list them."""
    for number in range(3):
        turn = len(org)  # something that differs from one to the next
        value = 20_000 * (1 + turn % 7)
        org.add(
            Customer(
                f"{patch}-{number}",
                f"{NAMES[turn % len(NAMES)]} {country.company}",
                place=place,
                industry=INDUSTRIES[turn % len(INDUSTRIES)],
                size=value // 1_000,
                status="existing" if number else "prospect",
                revenue=value if number else None,
                potential=2 * value,
            )
        )


def add_specialists(org: Org, director: Position, heads: list[Position]) -> None:
    """Add specialists, who support the owners of customers in some industries everywhere."""
    role = roles.SALES_SPECIALIST
    head = org.add(
        Position(
            "specialists",
            roles.SALES_MANAGER,
            title="Head of Specialists",
            held_by="Yusuf Demir",
            reports_to=director,
            grade=10,
        )
    )
    staff = (("pharma", "Noor Haddad"), ("food", "Emil Blom"), ("energy", None))
    for (industry, name), ally in zip(staff, heads, strict=False):
        large = Where(industry=[industry], size=Between(at_least=80))
        market = org.add(Territory(f"large-{industry}", large, type=OVERLAY))
        post = f"sp-{industry}"
        org.add(
            Position(
                post,
                role,
                held_by=name,
                reports_to=head,
                dotted_to=[ally],
                covers=[market],
                grade=8,
            )
        )


def add_channel(org: Org, director: Position) -> None:
    """Add the manager of distributors, who covers customers outside all countries."""
    role = Role(
        "channel_manager",
        "Channel Manager",
        attaches_by="territory",
        wins_new_business=True,
        may_report_to=[roles.SALES_DIRECTOR],
    )
    org.add(role)
    world = org.add(Territory("distributors", Where(), name="Distributors", type=CHANNEL))
    org.add(
        Position("channel", role, held_by="Bruno Sá", reports_to=director, covers=[world], grade=10)
    )
    org.add(Customer("atlas", "Atlas Trading", place="TR", industry="machinery", revenue=260_000))


def add_helios(org: Org) -> None:
    """Add a key account that is served across borders, by a team."""
    helios = org.add(
        Customer(
            "helios",
            "Helios Pharma AG",
            place="DE-BY",
            industry="pharma",
            size=12_000,
            revenue=640_000,
            profit=150_000,
            key_account=True,
            managed_by="de-am-1",
            deputy="de-am-2",
            contacts=[
                Contact("Ruth Adler", "purchasing", known_by="de-am-1"),
                Contact("Max Thoma", "technical", known_by="sp-pharma"),
                Contact("Vera Kuhn", "executive", known_by="director"),
            ],
        )
    )
    org.add(
        Customer(
            "helios-italia",
            "Helios Italia S.r.l.",
            place="IT-25",
            revenue=210_000,
            managed_by="de-am-1",
            parent=helios,
        )
    )
    org.add(Assignment("helios-sponsor", helios, "director", "executive sponsor"))
    org.add(Assignment("helios-expert", helios, "sp-pharma", "specialist", share=20))
    org.add(Assignment("helios-owner", helios, "de-am-1", "owner", share=70))
    org.add(Assignment("helios-in-italy", helios, "it-am-1", "coordinator", share=30))
    org.add(
        AccountPlan(
            "helios-plan",
            helios,
            "de-am-1",
            period=YEAR,
            targets={"analysers": 500_000, "service": 180_000},
            actions=["Agree on a three-year service contract"],
            competitors={"Kestrel": "second source for analysers"},
        )
    )


def add_defects(org: Org) -> None:
    """Add defects that grow in any organisation without checks."""
    org.add(Territory("se-north", Where(place=["SE-AC", "SE-BD"]), within="se"))  # nobody's
    everything_through_marta = [
        Contact("Henryk Sowa", "purchasing", known_by="pl-am-1"),
        Contact("Irena Bąk", "technical", known_by="pl-am-1"),
        Contact("Witold Orzeł", "executive", known_by="pl-am-1"),
    ]
    vistula = Customer(
        "vistula",
        "Vistula Foods S.A.",
        place="PL-14",
        revenue=480_000,
        key_account=True,
        managed_by="pl-am-1",
        contacts=everything_through_marta,
    )
    org.add(vistula)
    org.add(
        AccountPlan(
            "vistula-plan",
            vistula,
            "pl-am-1",
            period=YEAR,
            targets={"sensors": 500_000},
            actions=["Find a deputy whom the customer knows"],
        )
    )
    org.add(
        Customer("saffron", "Saffron Labs", place="IN-MH", status="prospect", managed_by="in-am-1")
    )

    interim = "Astrid Lindqvist leads the team herself until a manager is hired"
    org.add(AcceptedFinding("interim", "own-boss", "position:se-1-tm", because=interim))
    org.add(AcceptedFinding("both", "PPL101", "position:se-1-tm", because=interim))


org = Org("Meridian Instruments", currency="EUR")
director = add_head_office(org)
heads = [add_country(org, country, director) for country in COUNTRIES]
add_specialists(org, director, heads)
add_channel(org, director)
add_helios(org)
add_defects(org)

if __name__ == "__main__":
    report = validate(org)
    print(report)
    print(why(org, "helios"))
    OrgChart(org, marks=report).save("meridian.png")
    OrgChart(org, marks=report, under="it-head", title="Meridian Italy").save("meridian-italy.png")
