"""Who of ours knows whom at a key account, and where nobody does."""

import json
from textwrap import dedent

import pytest
from click.testing import CliRunner

from orgmodel import Contact, Customer, Org, Position, coverage, roles
from orgmodel.cli import main
from orgmodel.measures import PEOPLE, buying_centre, buying_centres, buying_table
from orgmodel.rules import find_rule

DESIGN = """name: Aurora
positions:
  eve: {role: sales_director, held_by: Eve Long}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: eve}
  gone: {role: account_manager, reports_to: eve}
customers:
  nova: {key_account: true, managed_by: ada}
  small: {managed_by: ada}
  acme:
    key_account: true
    stage: partnership
    managed_by: ada
    contacts:
      - {name: Jo Hill, role: purchasing, known_by: ada}
      - {name: Max Orr, role: technical, known_by: gone}
      - {name: Lea Poe, role: executive, known_by: eve}
      - {name: Kim Lo, role: executive, known_by: eve}
"""


def office(*contacts, **fields):
    """Make a key account with contacts and two of ours."""
    org = Org("Aurora")
    eve = org.add(Position("eve", roles.SALES_DIRECTOR, held_by="Eve Long"))
    ada = org.add(Position("ada", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to=eve))
    acme = org.add(Customer("acme", key_account=True, managed_by=ada, contacts=contacts, **fields))
    return buying_centre(coverage(org), acme)


THREE = [
    Contact("Jo", "purchasing", known_by="ada"),
    Contact("Max", "technical", known_by="ada"),
    Contact("Lea", "executive", known_by="eve"),
]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a call of the command in a folder with a design."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)
    return lambda *args: CliRunner().invoke(main, args)


def test_why_draws_the_matrix_of_a_key_account(run):
    """Our people in rows, their roles in columns, and every gap in words."""
    said = run("why", "design.yaml", "acme").output
    assert said.endswith(
        dedent("""\
      Buying centre at stage 'partnership':
                         purchasing  technical  executive
        ada (Ada Rossi)  Jo Hill     -          -
        eve (Eve Long)   -           -          Lea Poe, Kim Lo
        nobody           -           Max Orr    -
        Gap: nobody knows Max Orr (technical).
        Gap: 2 people know 3 contacts; stage 'partnership' expects 3 and 3.
    """)
        .replace("\n  ", "\n    ")
        .replace("Buying", "  Buying", 1)
    )


def test_why_says_nothing_of_it_for_small_customers(run):
    """They buy through one person."""
    assert "Buying centre" not in run("why", "design.yaml", "small").output


def test_the_matrix_has_a_row_for_each_key_account(run):
    """The furthest stage first; a dash is a role in which we know of nobody, 0 is a stranger."""
    heads, acme, nova = run("measure", "design.yaml", "buying-centre").output.splitlines()
    roles_ = ["purchasing", "technical", "executive"]
    assert heads.split() == [*roles_, "ours", "theirs", "asked", "gaps"]
    assert acme.split() == ["acme,", "partnership", "1", "0", "1", "2", "3", "3", "2"]
    assert nova.split() == ["nova,", "no", "stage", "-", "-", "-", "0", "0", "0", "3"]
    written = run("measure", "design.yaml", "buying-centre", "--format", "json").output
    rows = json.loads(written)["figures"]
    assert {row["of"] for row in rows} == {"acme, partnership", "nova, no stage"}
    assert "buying-centre" in run("measure", "design.yaml").output


@pytest.mark.parametrize(
    ("contacts", "fields", "gaps"),
    [
        (THREE, {}, []),
        (THREE, {"stage": "mid"}, []),
        (THREE[:2], {}, ["role 'executive'", "only one person knows all 2 contacts"]),
        (THREE[:2], {"stage": "early"}, ["role 'executive'"]),
        (THREE, {"stage": "synergistic"}, ["2 people know 3 contacts"]),
        ([*THREE, Contact("Kay", "user")], {}, ["nobody knows Kay (user)"]),
        ([*THREE, Contact("Kay")], {}, ["nobody knows Kay"]),
        ((), {}, [f"role '{role}'" for role in ("purchasing", "technical", "executive")]),
    ],
)
def test_every_gap_is_told_once(contacts, fields, gaps):
    """By role, by contact, and by the stage of the relation; a complete centre has none."""
    found = office(*contacts, **fields)
    assert len(found.gaps) == len(gaps)
    assert all(gap in said for gap, said in zip(gaps, found.gaps, strict=True))
    assert ("No gaps." in str(found)) == (not gaps)


def test_other_roles_stand_behind_the_three():
    """Users and gatekeepers are shown where there are any, and asked for nowhere."""
    assert office(*THREE, Contact("Kay", "user", known_by="ada")).roles[-1] == "user"
    assert office(*THREE).roles == ("purchasing", "technical", "executive")


def test_the_stages_ask_for_what_the_rule_asks_for():
    """The measure and the check agree unless a company sets its own numbers."""
    assert dict(find_rule("KEY518").options) == PEOPLE


def test_a_design_without_key_accounts_has_an_empty_matrix():
    """Nothing is guessed of nobody."""
    assert not buying_table(buying_centres(coverage(Org("Aurora"))), "EUR").figures
