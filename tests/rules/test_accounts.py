"""What is found about customers, key accounts and the people around them."""

import datetime as dt

import pytest
from rules.findings import about, design, sentences

from orgmodel import validate
from orgmodel.rules import Settings

PEOPLE = """
positions:
  ada: {role: account_manager, held_by: Ada Rossi}
  ben: {role: account_manager, held_by: Ben Koch}
  box: {role: account_manager, held_by: Ada Rossi}
  gap: {role: account_manager}
  rep: {role: sales_representative, held_by: Bob Ray}
"""


def account(fields, rest=""):
    """Write a key account with some fields."""
    return f"{PEOPLE}customers:\n  acme: {{key_account: true, revenue: 5000, {fields}}}\n{rest}"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("managed_by: ada", "KEY502"),
        ("managed_by: ada, deputy: gap", "KEY503"),
        ("managed_by: ada, deputy: box", "KEY503"),
        ("managed_by: ada, deputy: ada", "KEY503"),
        ("managed_by: ada, deputy: ben", None),
    ],
)
def test_a_deputy_is_somebody_else_who_is_there(fields, code):
    """None, a vacancy, the same person and the same position are no deputies."""
    found = {f.code for f in validate(design(account(fields)))} & {"KEY502", "KEY503"}
    assert found == ({code} if code else set())


def test_the_deputy_of_the_position_is_one_for_its_accounts():
    """Whoever stands in for the account manager stands in for the account."""
    text = account("managed_by: ada").replace("Ada Rossi}", "Ada Rossi, deputy: ben}", 1)
    assert not sentences(text, "KEY502")


@pytest.mark.parametrize(
    ("fields", "alone"),
    [
        ("managed_by: ada", False),
        ("managed_by: ada, deputy: box", True),
        ("managed_by: ada, deputy: gap, contacts: [{name: Jo, known_by: ada}]", True),
        ("managed_by: ada, contacts: [{name: Jo, known_by: ben}]", False),
        ("managed_by: gap, contacts: [{name: Jo, known_by: box}, {name: Al, known_by: ada}]", True),
    ],
)
def test_an_account_hangs_on_one_person_whatever_boxes_they_hold(fields, alone):
    """People count, not positions; vacancies hold no relation; a lone manager is KEY502."""
    found = sentences(account(fields), "KEY507")
    assert bool(found) == alone
    assert all("'Ada Rossi'" in sentence and "EUR 5,000" in sentence for sentence in found)


def test_an_account_manager_is_one_by_role():
    """A representative is none, a position without a known role may be, a prospect needs none."""
    assert "attaches by territory" in sentences(account("managed_by: rep"), "KEY501")[0]
    assert not sentences(account("managed_by: ada"), "KEY501")
    assert not sentences(account("managed_by: rep, status: prospect"), "KEY501")
    untitled = account("managed_by: rep").replace("role: sales_representative, ", "")
    assert not sentences(untitled, "KEY501")


def test_a_vacant_account_manager_is_told_once_with_who_stands_in():
    """It is an error for a key account and no warning besides."""
    text = account("managed_by: gap, deputy: ben")
    (sentence,) = sentences(text, "KEY510")
    assert sentence.endswith("'gap', is vacant; 'ben' stands in.")
    assert not sentences(text, "CUS402")


def test_customers_of_a_vacancy_are_one_finding():
    """All of them hang on one position to fill."""
    text = f"{PEOPLE}customers:\n  x: {{managed_by: gap, revenue: 2}}\n  y: {{managed_by: gap}}\n"
    assert about(text, "CUS402") == ["position:gap"]
    assert sentences(text, "CUS402") == [
        "Vacant position 'gap' has 2 customers worth EUR 2 a year; nobody stands in."
    ]


DATED = """
assignments:
  a1: {customer: acme, position: ben, role: owner, since: 2026-03-01, until: 2026-06-01}
"""


@pytest.mark.parametrize(
    ("day", "extra", "wrong"),
    [
        (dt.date(2026, 2, 28), "", False),
        (dt.date(2026, 3, 1), "", True),
        (dt.date(2026, 5, 31), "", True),
        (dt.date(2026, 6, 1), "", False),
        (dt.date(2026, 3, 1), "temporary: true, ", False),
    ],
)
def test_owners_are_counted_on_the_day(day, extra, wrong):
    """Two owners are an error from the first day to the last, and a stand-in is none."""
    text = account("managed_by: ada", DATED.replace("role: owner", f"{extra}role: owner"))
    report = validate(design(text), settings=Settings(select=["CUS404"]), on=day)
    assert bool(report.findings) == wrong


def test_why_a_customer_is_uncovered_is_said():
    """Excluded, only in an overlay, named to nobody, or in no territory: each reads differently."""
    text = """
territories:
  it: {where: {place: [IT]}}
  extra: {where: {place: [DE]}, type: overlay}
positions: {rep: {role: sales_representative, held_by: Bob, covers: [it, extra]}}
customers:
  a: {place: IT, excluded_from: [it]}
  b: {place: DE}
  c: {managed_by: nobody}
  d: {place: FR-75}
"""
    whys = [sentence.partition(": ")[2] for sentence in sentences(text, "CUS401")]
    assert whys == [
        "it is excluded from 'it', and no other territory matches it.",
        "only overlays match it, 'extra', and they only support an owner.",
        "its account manager 'nobody' does not exist.",
        "it names no account manager, and no territory matches it (place FR-75).",
    ]


def test_buying_roles_that_are_asked_for_can_be_chosen():
    """A company whose customers decide otherwise says so."""
    text = account("managed_by: ada, contacts: [{name: Jo, role: decider, known_by: ada}]")
    assert sentences(text, "KEY505")
    assert not sentences(text, "KEY505", roles=["decider"])


def test_contacts_whom_nobody_knows_are_named():
    """Neither a missing relation nor that of a vacancy counts."""
    contacts = "[{name: Jo}, {name: Al, known_by: gap}, {name: Max, known_by: ben}]"
    text = account(f"managed_by: ada, contacts: {contacts}")
    assert sentences(text, "KEY506") == [
        "Nobody knows 2 of 3 contacts at key account 'acme': 'Al' and 'Jo'."
    ]
