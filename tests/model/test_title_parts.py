"""Titles that no role lists name their role by their parts, with a confidence."""

import csv
import re
from pathlib import Path

import pytest

from orgmodel import Role
from orgmodel.roles import STANDARD_ROLES, Titles

TITLES = {
    "sales_director": [
        "Head of Sales, DACH",
        "Regional Sales Director, West",
        "VP, Sales & Marketing",
        "Directeur commercial",
        "Directrice des ventes",
        "Director comercial",
        "Diretora de vendas",
        "Commercieel directeur",
        "dyrektorka sprzedaży",
    ],
    "sales_manager": [
        "Sales Manager (EMEA)",
        "Regional Sales Manager, South",
        "Channel Sales Manager",
        "responsabile delle vendite",
        "responsabili delle vendite",
        "Vertriebsleiterin",
        "Verkaufsleiter",
        "Responsable des ventes",
        "Jefa de ventas",
        "Gerente de vendas",
        "menedżerowie sprzedaży",
        "kierowniczka sprzedaży",
        "Verkoopleider",
        "वरिष्ठ बिक्री प्रबंधक",
    ],
    "territory_manager": [
        "responsabile del territorio di vendita",
        "menedżer terytorialny",
        "zarządca terytorium",
        "responsabili del territorio",
        "Gebietsverkaufsleiter",
        "Gebietsleiterin",
        "Chef de secteur",
        "Gerente de zona",
        "Gerente de território",
        "Rayonmanager",
        "Territory Manager - North",
    ],
    "account_manager": [
        "gestore dell'account",
        "gestori dell' account",
        "Customer Success Manager",
        "Kundenbetreuerin",
        "Chargé de clientèle",
        "Ejecutiva de cuentas clave",
        "Gerente de contas",
        "Accountmanager",
        "opiekunka klienta",
        "Senior Key Account Manager (Retail)",
    ],
    "sales_representative": [
        "Enterprise Account Executive",
        "Inside Sales Representative",
        "SDR",
        "Sales Development Representative (EMEA)",
        "rappresentante di vendita",
        "rappresentanti di vendita",
        "venditrice",
        "przedstawiciele handlowi",
        "Außendienstmitarbeiterin",
        "Handelsvertreter",
        "Délégué commercial",
        "Vendedora",
        "Representante de vendas",
        "Vertegenwoordiger",
        "बिक्री के प्रतिनिधि",
    ],
    "sales_coordinator": [
        "coordinatore delle vendite",
        "coordinatrice delle vendite",
        "koordynatorzy sprzedaży",
        "Vertriebsinnendienst",
        "Assistante commerciale",
        "Coordinadora de ventas",
        "Coordenador de vendas",
        "Verkoopcoördinator",
        "बिक्री के समन्वयक",
    ],
    "sales_specialist": ["Senior Customer Engineer", "Solutions Engineer", "Presales Consultant"],
}
PAIRS = [(title, role) for role, titles in TITLES.items() for title in titles]


@pytest.mark.parametrize(("title", "role"), PAIRS, ids=[title for title, _ in PAIRS])
def test_the_parts_of_a_title_name_its_role(title, role):
    """Forms that no role lists are understood, in eight languages and whatever stands behind."""
    found, confidence = Titles().match(title)
    assert found is not None
    assert found.id == role
    assert 0.6 <= confidence <= 1


@pytest.mark.parametrize(
    "title",
    [
        "Software Engineer", "Product Manager", "Marketing Manager", "HR Manager", "Manager",
        "Director", "Office Manager", "Accounts Payable Clerk", "Project Manager", "Accountant",
        "Sales Operations Manager", "Executive Business Partner, Sales and Marketing",
        "Senior Salesforce Administrator", "Customer Support Manager", "Chef de produit",
        "Responsabile risorse umane", "Leiter Einkauf", "Data Engineer", "Sales",
    ],
)  # fmt: skip
def test_a_title_of_another_trade_names_no_role(title):
    """A word of sales or of leading alone makes nobody a seller."""
    assert Titles().match(title) == (None, 0.0)


def test_a_listed_title_is_certain_and_unknown_words_cost_confidence():
    """The confidence says how a title was understood."""
    titles = Titles()
    assert titles.match("Key Account Manager")[1] == 1.0
    assert titles.match("Sales Manager")[1] == 1.0
    assert titles.match("Channel Sales Manager")[1] > titles.match("Zorbo Sales Manager")[1]


def test_a_company_that_lists_a_title_itself_decides():
    """What a role lists goes before the parts of the title."""
    own = Role("hunter", "Hunter", titles={"en": ["Inside Sales Representative"]})
    assert Titles((*STANDARD_ROLES, own)).role_of("Inside Sales Representative") is own


LIST = Path(__file__).parents[3] / "shared/data/sourcegraph/team_2022-07-01.csv"
_SALES = re.compile(
    r"\bsales\b|account ex|customer engineer|value engineering|deal desk", re.IGNORECASE
)


@pytest.mark.skipif(not LIST.exists(), reason="the list of July 2022 is not on this machine")
def test_the_titles_of_a_real_sales_team_have_roles():
    """Of a company's sales entries all have roles but these few."""
    with LIST.open(encoding="utf-8") as stream:
        titles = [row["role"] for row in csv.DictReader(stream)]
    sales = [t for t in titles if _SALES.search(t) and "Business Partner" not in t]
    known = Titles()
    without = sorted(title for title in sales if known.role_of(title) is None)
    assert len(sales) == 59
    assert without == [
        "Deal Desk Manager",
        "Director, Sales Strategy & Operations",
        "Director, Value Engineering & Sales Enablement",
    ]
