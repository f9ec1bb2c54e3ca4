"""Several levels in one table: territories within each other, people in one line, each once."""

from pathlib import Path

import pytest

from orgmodel.model import Position, Territory
from tests.formats.importing.test_geography import covered, imported

CASES = {
    title: blocks.strip().split("\n\n")
    for title, blocks in (
        case.split("\n", 1)
        for case in Path(__file__)
        .with_name("level_cases.txt")
        .read_text(encoding="utf-8")
        .removeprefix("# ")
        .split("\n# ")
    )
}
"""A table, its territories as ``inner<outer`` and its lines as ``report<manager``, by title."""


def pairs(items):
    """Write what lies below what as the cases do."""
    return {f"{inner}<{outer}" if outer else inner for inner, outer in items}


def wanted(line):
    """Read what a case says, none where it is a dash."""
    return set() if line == "-" else set(line.split("; "))


@pytest.mark.parametrize("case", CASES)
def test_levels_become_levels(case, tmp_path):
    """Whatever the words, the order and the language of the headings."""
    table, territories, lines = CASES[case]
    org = imported(tmp_path, s=table).org
    names = {t.id: t.name or t.id for t in org.all(Territory)}
    found = pairs((names[t.id], names.get(str(t.within), "")) for t in org.all(Territory))
    assert found == wanted(territories)
    held = {p.id: str(p.held_by) for p in org.all(Position)}
    found = pairs((held[p.id], held.get(str(p.reports_to), "")) for p in org.all(Position))
    assert found == wanted(lines)


def covers(found):
    """Give who covers which territories."""
    return {str(p.held_by): {str(t) for t in p.covers} for p in found.org.all(Position)}


@pytest.mark.parametrize(
    "cell",
    [
        f"Tom Berg{sign}Zoe Chan"
        for sign in (" / ", "/", " & ", " and ", "; ", ", ", " e ", " und ")
    ],
)
def test_two_in_a_cell_are_two(cell, tmp_path):
    """Both cover the territory, and the report says so."""
    found = imported(tmp_path, t=f"Territory|City|Rep\nNE1|Boston|{cell}\nNE2|Hartford|Leo Diaz")
    assert covers(found) == {"Tom Berg": {"NE1"}, "Zoe Chan": {"NE1"}, "Leo Diaz": {"NE2"}}
    assert any("names 2 people" in note.sentence for note in found.notes)


def test_a_name_with_a_comma_is_one(tmp_path):
    """``Berg, Tom`` is one person."""
    found = imported(tmp_path, t="Territory|City|Rep\nNE1|Boston|Berg, Tom\nNE2|Hartford|Diaz, Leo")
    assert set(covers(found)) == {"Berg, Tom", "Diaz, Leo"}


def test_a_note_on_somebody_is_not_the_name(tmp_path):
    """``Tom Berg (interim)`` is Tom Berg."""
    found = imported(tmp_path, t="Territory|State|Rep\nNE1|MA|Tom Berg (interim)\nNE2|CT|Leo Diaz")
    assert set(covers(found)) == {"Tom Berg", "Leo Diaz"}


def test_merged_cells_are_told_with_their_row(tmp_path):
    """What was filled down can be checked."""
    table = "Territory|Postal Code|Rep\nNE1|01001|Tom Berg\n|01002|\nNE2|06010|Zoe Chan"
    found = imported(tmp_path, t=table)
    assert any("row 3" in note.sentence for note in found.notes)
    (first, _) = found.org.all(Territory)
    assert first.where.postal_code == ("01001", "01002")


def test_a_manager_of_a_region_covers_it(tmp_path):
    """A heading that has the word of the level says so; others do not."""
    found = imported(
        tmp_path,
        t="Rep|Regional Manager|Director|Region|Territory\nTom Berg|Ada Rossi|Eva Lund|West|CA\n"
        "Zoe Chan|Ada Rossi|Eva Lund|West|NV\nMia Ek|Leo Diaz|Eva Lund|East|MA",
    )
    assert covers(found) == {
        "Tom Berg": {"CA"},
        "Zoe Chan": {"NV"},
        "Mia Ek": {"MA"},
        "Ada Rossi": {"West"},
        "Leo Diaz": {"East"},
        "Eva Lund": set(),
    }


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("stores", "store_id|name|sales_person_id|annual_sales\nS1|Foo|2|1000\nS2|Bar||500"),
        ("outlets", "Outlet Code|Outlet Name|Sales Rep|City\nS1|Foo|Ben Rep|Rome\nS2|Bar||Milan"),
        ("shops", "Shop ID|Shop Name|Rep|Revenue\nS1|Foo|Ben Rep|10\nS2|Bar||20"),
        ("clinics", "Clinic ID|Clinic|Account Manager|State\nS1|Foo|Ben Rep|MA\nS2|Bar||CT"),
        ("apotheken", "Nummer|Name|Betreuer|Umsatz\nS1|Foo|Ben Rep|10\nS2|Bar||20"),
        ("negozi", "Codice|Nome|Venditore|Fatturato\nS1|Foo|Ben Rep|10\nS2|Bar||20"),
        ("tiendas", "Código|Nombre|Vendedor|Ventas\nS1|Foo|Ben Rep|10\nS2|Bar||20"),
        ("magasins", "Code|Nom|Commercial|Ventes\nS1|Foo|Ben Rep|10\nS2|Bar||20"),
        ("dealers", "Dealer No|Dealer|Sales Rep|Country\nS1|Foo|Ben Rep|IT\nS2|Bar||FR"),
    ],
)
def test_whoever_buys_is_a_customer(name, table, tmp_path):
    """Tables of stores, clinics or dealers are tables of customers."""
    people = "employee_id|name|title|manager_id\n1|Ann Boss|Sales Director|\n2|Ben Rep|Rep|1"
    found = imported(tmp_path, people=people, **{name: table})
    assert {c.id: c.managed_by for c in found.org.customers} == {"S1": "2", "S2": None}


@pytest.mark.parametrize(
    ("people", "customers"),
    [
        ("Regional Manager|Region\nAda Rossi|West\nTom Berg|East", "Region"),
        ("Region|Regional Sales Manager\nWest|Ada Rossi\nEast|Tom Berg", "Sales Region"),
        ("Area Manager|Area\nAda Rossi|West\nTom Berg|East", "Area"),
        ("Gebietsleiter|Gebiet\nAda Rossi|West\nTom Berg|East", "Gebiet"),
        ("Zone|Zonal Head\nWest|Ada Rossi\nEast|Tom Berg", "Zone"),
        ("District|District Manager\nWest|Ada Rossi\nEast|Tom Berg", "District"),
    ],
)
def test_managers_of_regions_cover_their_customers(people, customers, tmp_path):
    """Two columns are enough: a manager, and what it is that is managed."""
    table = f"Customer ID|Customer Name|{customers}|Sales\nc1|Acme|West|100\nc2|Brio|East|50"
    found = imported(tmp_path, people=people, customers=table)
    assert covers(found) == {"Ada Rossi": {"West"}, "Tom Berg": {"East"}}
    assert [tuple(c.territories) for c in found.org.customers] == [("West",), ("East",)]


@pytest.mark.parametrize("name", ["assignments", "coverage", "sheet1", "reps"])
@pytest.mark.parametrize(
    "table",
    [
        "Rep|State\nTom Berg|MA\nTom Berg|CT\nZoe Chan|NY",
        "State|Sales Rep\nMassachusetts|Tom Berg\nCT|Tom Berg\nNY|Zoe Chan",
        "Sales Rep|States\nTom Berg|MA, CT\nZoe Chan|NY",
        "Territory|Rep|State|Country\nA|Tom Berg|MA|US\nA|Tom Berg|CT|US\nB|Zoe Chan|NY|US",
    ],
)
def test_assignments_to_places_are_territories(name, table, tmp_path):
    """Who has which state is a rule, and not where somebody sits."""
    customers = "ID|Name|State|Country|Revenue\nc1|A|MA|US|1\nc2|B|NY|US|2\nc3|C|CT|US|2"
    found = imported(tmp_path, **{name: table}, customers=customers)
    assert covered(found) == {"c1": "Tom Berg", "c2": "Zoe Chan", "c3": "Tom Berg"}
