"""Titles are aliases of roles, in any language."""

import pytest

from orgmodel import Org, Position, Role, roles
from orgmodel.network import Known
from orgmodel.roles import Titles

TITLES = [
    ("Vice President, Sales", roles.SALES_DIRECTOR),
    ("VP of Sales", roles.SALES_DIRECTOR),
    ("Regional Manager", roles.SALES_MANAGER),
    ("Inside Sales Coordinator", roles.SALES_COORDINATOR),
    ("Key Account Manager", roles.ACCOUNT_MANAGER),
    ("Responsabile del territorio", roles.TERRITORY_MANAGER),
    ("Direttrice vendite", roles.SALES_DIRECTOR),
    ("Rappresentante", roles.SALES_REPRESENTATIVE),
    ("menedżer terytorium", roles.TERRITORY_MANAGER),
    ("Opiekun klienta", roles.ACCOUNT_MANAGER),
    ("Przedstawicielka handlowa", roles.SALES_REPRESENTATIVE),
    ("खाता प्रबंधक", roles.ACCOUNT_MANAGER),
    ("बिक्री प्रतिनिधि", roles.SALES_REPRESENTATIVE),
    ("क्षेत्र प्रबंधक", roles.TERRITORY_MANAGER),
    ("बिक्री समन्वयक", roles.SALES_COORDINATOR),
]


@pytest.mark.parametrize(("title", "role"), TITLES, ids=[title for title, _ in TITLES])
def test_a_title_in_any_language_names_its_role(title, role):
    """English, Italian, Polish and Hindi titles find the role, however they are written."""
    titles = Titles()
    assert titles.role_of(title) is role
    assert titles.role_of(title.upper()) is role
    assert titles.role_of(f"Senior {title}") is role
    assert titles.role_of(title.replace(" ", " - ")) is role


@pytest.mark.parametrize("role", roles.STANDARD_ROLES, ids=lambda role: role.id)
def test_every_role_has_titles_in_four_languages(role):
    """No standard role is English only, and each of its titles leads back to it."""
    assert set(role.titles) == {"en", "it", "pl", "hi"}
    assert all(Titles().role_of(t) is role for titles in role.titles.values() for t in titles)


def test_accents_count():
    """Titles that differ by an accent only are different words, however the accent is encoded."""
    assert Titles().role_of("menedz\u0307er terytorium") is roles.TERRITORY_MANAGER
    assert Titles().role_of("menedzer terytorium") is None


def test_an_unknown_title_gives_the_nearest_role_or_none():
    """A slip of the pen leads to the role that was meant; nonsense leads nowhere."""
    titles = Titles()
    assert titles.role_of("Teritory Manger") is None
    assert titles.nearest("Teritory Manger") is roles.TERRITORY_MANAGER
    assert titles.nearest("xqzw") is None


def test_account_manager_and_representative_may_be_one_job():
    """Where a company uses both titles for one job, it says so with a role of its own."""
    org = Org("Aurora")
    seller = org.add(
        Role("seller", "Seller", titles={"en": ["Account Manager", "Sales Representative"]})
    )
    known = Known(org)
    for number, title in enumerate(["Account Manager", "SALES REPRESENTATIVE"]):
        assert known.role_of(org.add(Position(f"p{number}", title=title))) is seller


def test_a_stated_role_counts_more_than_the_title():
    """A title is an alias, never the role itself."""
    org = Org("Aurora")
    post = org.add(Position("p", roles.SALES_REPRESENTATIVE, title="Key Account Manager"))
    assert Known(org).role_of(post) is roles.SALES_REPRESENTATIVE
