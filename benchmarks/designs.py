"""Made-up designs of any size, the same ones every time."""

import random
from collections.abc import Iterable, Iterator
from decimal import Decimal

from orgmodel import (
    Assignment,
    Between,
    Contact,
    Customer,
    Org,
    Position,
    Role,
    Territory,
    Where,
    roles,
)
from orgmodel.model import BuyingRole

COUNTRIES = "IT", "DE", "FR", "PL", "ES", "IN", "US", "GB"
INDUSTRIES = "automotive", "chemicals", "food", "machinery", "pharma", "textiles"
POSITIONS_PER_REGION = 26
FEWEST_REPS = 3
NAMES = "Nova", "Alta", "Delta", "Orion", "Müller", "Łąka"
BUYING_ROLES: tuple[BuyingRole, ...] = "purchasing", "technical", "executive"


def made_up(positions: int, customers: int) -> Org:
    """Make a design of so many positions, of territories for them, and of customers."""
    chance = random.Random(positions)
    org = Org("Made-up Components")
    places = add_territories(org, max(1, positions // POSITIONS_PER_REGION))
    account_managers = add_positions(org, positions, places)
    for customer in book(customers, places, account_managers, chance):
        org.add(customer)
        if customer.key_account and customer.managed_by is None:
            org.add(Assignment(f"a-{customer}", customer, chance.choice(account_managers)))
    return org


def add_territories(org: Org, regions: int) -> list[str]:
    """Add countries, regions in them, and three areas in each region; return the regions."""
    places = [f"{COUNTRIES[n % len(COUNTRIES)]}-{20 + n // len(COUNTRIES)}" for n in range(regions)]
    for country in dict.fromkeys(map(country_of, places)):
        org.add(Territory(country, Where(place=[country])))
    for at, place in enumerate(places):
        outer = org.add(Territory(place, Where(place=[place]), within=country_of(place)))
        for number, where in enumerate(areas(place, at)):
            org.add(Territory(f"{place}/{number}", where, within=outer))
    return places


def country_of(place: str) -> str:
    """The country of a region."""
    return place.partition("-")[0]


def areas(place: str, at: int) -> Iterator[Where]:
    """Cut a region into three, by industry, by postal code, or by size."""
    if at % 3 == 0:
        yield from (Where(place=[place], industry=[industry]) for industry in INDUSTRIES[:2])
        yield Where(place=[place], exclude=[Where(industry=INDUSTRIES[:2])])
    elif at % 3 == 1:
        for digits in ("012", "345", "6789"):
            yield Where(place=[place], postal_code=[f"{digit}*" for digit in digits])
    else:
        for size in (Between(below=50), Between(50, 250), Between(at_least=250)):
            yield Where(place=[place], size=size)


def add_positions(org: Org, number: int, places: Iterable[str]) -> list[Position]:
    """Add the lines of sellers, and return the account managers.

    Every country has a director and every region a manager, with an account manager, a
    coordinator, and a territory manager for each area, who leads representatives.
    """
    places = list(places)
    head = org.add(Position("head", roles.EXECUTIVE, held_by="Dana Reyes"))
    for country in dict.fromkeys(map(country_of, places)):
        org.add(Position(country, roles.SALES_DIRECTOR, held_by=f"D. {country}", reports_to=head))
    account_managers = []
    for place in places:
        manager = Position(
            place, roles.SALES_MANAGER, held_by=f"M. {place}", reports_to=country_of(place)
        )
        org.add(Position(**vars(manager) | {"covers": [place]}))
        account_managers.append(add_below(org, manager, "am", roles.ACCOUNT_MANAGER))
        add_below(org, manager, "sc", roles.SALES_COORDINATOR)
        for area in range(3):
            add_below(org, manager, f"tm{area}", roles.TERRITORY_MANAGER, [f"{place}/{area}"])
    add_representatives(org, number - len(org.all(Position)), places)
    return account_managers


def add_below(
    org: Org, manager: Position, suffix: str, role: Role, covers: Iterable[str] = ()
) -> Position:
    """Add a held position below a manager."""
    id_ = f"{manager.id} {suffix}"
    post = Position(id_, role, held_by=f"H. {id_}", reports_to=manager, covers=[*covers])
    return org.add(post)


def add_representatives(org: Org, number: int, places: list[str]) -> None:
    """Add so many representatives to the areas in turn; every twentieth post is vacant."""
    for n in range(number):
        place, area = places[n % len(places)], n // len(places) % 3
        org.add(
            Position(
                f"rep-{n}",
                roles.SALES_REPRESENTATIVE,
                held_by=None if n % 20 == 19 else f"Rep {n}",
                reports_to=f"{place} tm{area}",
                coordinated_by=f"{place} sc",
                covers=[f"{place}/{area}"],
            )
        )


def book(
    number: int, places: list[str], account_managers: list[Position], chance: random.Random
) -> Iterator[Customer]:
    """Make customers; every twentieth is a key account, every tenth a prospect."""
    for n in range(number):
        size = int(chance.lognormvariate(4, 1.5)) + 1
        revenue = Decimal(size * chance.randrange(100, 4000))
        key = n % 20 == 0
        yield Customer(
            f"c-{n:06}",
            name=f"{chance.choice(NAMES)} {n} S.p.A.",
            status="prospect" if n % 10 == 9 else "existing",
            key_account=key,
            tier="A" if key else chance.choice("BC"),
            place=chance.choice(places),
            postal_code=f"{chance.randrange(100_000):05}",
            city=f"City {chance.randrange(2000)}",
            industry=chance.choice(INDUSTRIES),
            size=size,
            revenue=revenue,
            profit=revenue * Decimal("0.2") - 1000,
            contacts=[Contact(f"{r} of {n}", r) for r in BUYING_ROLES] if key else [],
            managed_by=chance.choice(account_managers) if n % 40 == 0 else None,
            deputy=chance.choice(account_managers) if n % 80 == 0 else None,
            parent=f"c-{n - 1:06}" if n % 50 == 1 else None,
        )
