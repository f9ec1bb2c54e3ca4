"""What is found in reporting lines and in what roles may do."""

import pytest
from rules.findings import about, sentences


@pytest.mark.parametrize(
    ("target", "idle"),
    [
        ("bob", True),
        ("ann", True),
        ("low", True),
        ("eve", False),
        ("nobody", False),
        ("top", False),
    ],
)
def test_a_dotted_line_leads_somewhere_else(target, idle):
    """Itself, the own manager and anybody below are idle; others, even further above, are not."""
    text = f"""
positions:
  top: {{}}
  ann: {{reports_to: top}}
  eve: {{reports_to: top}}
  bob: {{reports_to: ann, dotted_to: [{target}]}}
  mid: {{reports_to: bob}}
  low: {{reports_to: mid}}
"""
    assert about(text, "ORG104") == (["position:bob"] if idle else [])


def test_boxes_of_a_person_are_found_at_any_distance():
    """Boxes below another of the same person are told once, with the nearest above them."""
    text = """
positions:
  a: {held_by: Ann}
  b: {held_by: Bob, reports_to: a}
  c: {held_by: Ann, reports_to: b}
  d: {held_by: Ann, reports_to: a}
  e: {held_by: Ann, reports_to: c}
"""
    assert about(text, "ORG105") == ["position:c", "position:e"]
    assert "'c' is above 'e'" in sentences(text, "ORG105")[-1]


def test_heads_with_reports_and_lone_boxes_are_told_apart():
    """Two trees and a lone box are one finding about the organisation and one about the box."""
    text = "positions:\n  a: {}\n  b: {reports_to: a}\n  c: {}\n  d: {reports_to: c}\n  e: {}\n"
    assert about(text, "ORG103") == ["organisation"]
    assert about(text, "ORG109") == ["position:e"]
    assert not about(text, "ORG103", most=2)


def test_a_missing_manager_makes_no_head():
    """Whoever reports to nobody that exists is a broken reference, and no second head besides."""
    text = "positions:\n  a: {}\n  b: {reports_to: a}\n  c: {reports_to: x}\n  d: {reports_to: c}\n"
    assert about(text, "MOD001") == ["position:c"]
    assert not about(text, "ORG103")
    assert not about(text, "ORG109")


def test_a_ring_is_told_once_whatever_hangs_below_it():
    """The ring itself is named, from its first id on; who reports into it is not."""
    text = "positions:\n" + "".join(
        f"  {who}: {{reports_to: {boss}}}\n" for who, boss in ("cb", "ac", "ba", "da", "ed")
    )
    assert sentences(text, "ORG101") == [
        "Reporting lines form a loop of 3 positions: 'a' -> 'c' -> 'b' -> 'a'."
    ]


@pytest.mark.parametrize(
    ("size", "end"),
    [(12, "'p10' -> 'p11' -> 'p00'."), (13, "'p10' -> 'p11' -> ... -> 'p00'.")],
)
def test_a_long_ring_is_told_shortly(size, end):
    """Twelve are named, and dots stand for the others before it closes."""
    rows = "".join(f"  p{n:02}: {{reports_to: p{(n + 1) % size:02}}}\n" for n in range(size))
    (sentence,) = sentences(f"positions:\n{rows}", "ORG101")
    assert sentence.startswith(
        f"Reporting lines form a loop of {size} positions: 'p00' -> 'p01' -> "
    )
    assert sentence.endswith(end)


@pytest.mark.parametrize(("deputy", "found"), [("bob", 0), ("gap", 1), ("x", 1)])
def test_a_vacant_manager_needs_a_deputy_who_is_there(deputy, found):
    """A vacant or a missing deputy is none."""
    text = f"""
positions:
  ann: {{deputy: {deputy}}}
  bob: {{reports_to: ann, held_by: Bob}}
  gap: {{reports_to: ann}}
"""
    assert len(about(text, "ORG106")) == found


ROLE = """
roles:
  lead: {title: Lead, manages_people: true}
  seller: {title: Seller, may_report_to: [lead]}
  boss: {title: Boss, manages_people: true}
positions:
"""


@pytest.mark.parametrize(
    ("manager", "wrong"), [("lead", []), ("boss", ["ROL101"]), ("seller", ["ROL102"])]
)
def test_a_contract_is_data_of_the_company(manager, wrong):
    """Its own roles are held to their own contracts, and one cause is one finding."""
    text = f"{ROLE}  a: {{role: {manager}}}\n  b: {{role: seller, reports_to: a}}\n"
    assert [code for code in ("ROL101", "ROL102") if about(text, code)] == wrong


def test_a_title_gives_the_role_that_is_judged():
    """A title in another language has the same contract."""
    text = """
positions:
  a: {title: Responsabile clienti}
  b: {role: sales_representative, reports_to: a}
"""
    assert about(text, "ROL102") == ["position:a"]


def test_account_work_keeps_a_coordinator_busy():
    """Whoever coordinates an account by assignment is not idle."""
    text = """
positions: {zoe: {role: sales_coordinator}}
customers: {acme: {}}
assignments: {a: {customer: acme, position: zoe, role: coordinator}}
"""
    assert not about(text, "ROL105")
    assert about(text.replace("role: coordinator", "role: specialist"), "ROL105")


def test_a_territory_manager_without_a_team_is_none_of_the_idle():
    """Only roles that come to their customers through people need some."""
    text = """
positions:
  d: {role: sales_director}
  t: {role: territory_manager, reports_to: d}
  m: {role: sales_manager, reports_to: d}
"""
    assert about(text, "ROL109") == ["position:m"]
