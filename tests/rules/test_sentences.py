"""What findings say, where the number, the name or the word decides whether it is understood."""

import pytest
from rules.findings import sentences


def rows(number, fields):
    """Write so many rows, numbered."""
    return "".join(f"  c{n:02}: {{{fields.format(n=n)}}}\n" for n in range(number))


TARGETS = """
positions: {ann: {role: sales_manager}, bob: {reports_to: ann}, eve: {reports_to: ann}}
targets:
  t1: {position: ann, period: "2026", new_customers: 10}
  t2: {position: bob, period: "2026", new_customers: 10}
"""
BENCHMARK = """
pay_benchmarks:
  b:
    {role: sales_manager, low: 9000, high: 4500, benchmark_currency: EUR, publisher: BLS, as_of:
      2026-01-01}
"""
MARKET = "territories: {it: {}}\npositions:\n"
AID = MARKET.replace("pos", "roles: {aid: {title: Aid, attaches_by: coordination}}\npos")
AID += "  zoe: {role: aid, covers: [it]}\n"
ONE = "positions: {ada: {role: account_manager, held_by: Ada}}\ncustomers:\n"
REST = "beyond the 20 that are listed."

SAID = [
    (
        "CAP701",
        ONE + rows(62, "tier: A, managed_by: ada"),
        (
            "Position 'ada' has 3,013 hours of work a year for a capacity of 1,350, 223%, "
            "above the limit of 120%."
        ),
    ),
    (
        "CUS412",
        "customers:\n" + rows(22, "status: prospect, revenue: 9"),
        f"2 more prospects have revenue, {REST}",
    ),
    (
        "CUS414",
        ONE + rows(101, "managed_by: ada"),
        "Position 'ada' has 101 customers by name, above the limit of 100.",
    ),
    ("MOD016", BENCHMARK, "Pay benchmark 'b' runs backwards, from 9,000 to 4,500."),
    (
        "MOD017",
        "territories: {t: {name: North of Ada Rossi}}\npositions: {p: {held_by: Ada Rossi}}\n",
        "Territory 't' is named after 'Ada Rossi', who may leave.",
    ),
    (
        "ROL107",
        AID,
        "Position 'zoe' covers 'it', but its role 'aid' attaches by coordination.",
    ),
    (
        "ROL113",
        MARKET
        + "  a: {role: sales_representative}\n  b: {role: sales_representative, covers: [it]}\n",
        "1 of 2 positions that sell by territory have no territory and no named accounts: 'a'.",
    ),
    (
        "TGT801",
        TARGETS,
        "Without a target for new customers in 2026: 1 direct report of 'ann' ('eve').",
    ),
    (
        "TER302",
        MARKET + "  rep: {role: sales_representative, covers: [it]}\n",
        "Territory 'it' has only vacant positions: 'rep'.",
    ),
    (
        "TIM013",
        "positions: {p: {}}\ncustomers:\n"
        + rows(22, "managed_by: p")
        + "holdings:\n  h: {position: p, person: Ada, until: 2999-01-01}\n",
        f"2 more customers will be covered by nobody, {REST}",
    ),
]


@pytest.mark.parametrize(("code", "text", "said"), SAID, ids=[row[0] for row in SAID])
def test_it_is_said_like_this(code, text, said):
    """Word by word, among whatever else the rule finds."""
    assert said in sentences(text, code)


@pytest.mark.parametrize(
    ("stage", "number"), [("early", 1), ("mid", 2), ("partnership", 3), ("synergistic", 3)]
)
def test_every_stage_asks_for_its_number_of_people(stage, number):
    """So many on both sides are enough, and one fewer is not."""
    posts = "".join(f"  p{n}: {{held_by: P{n}}}\n" for n in range(number))

    def known(people):
        contacts = ", ".join(f"{{name: C{n}, known_by: p{n}}}" for n in range(people))
        return f"positions:\n{posts}customers:\n  a: {{stage: {stage}, contacts: [{contacts}]}}\n"

    assert not sentences(known(number), "KEY518")
    (sentence,) = sentences(known(number - 1), "KEY518")
    assert sentence.endswith(f"stage '{stage}' requires {number} and {number}.")


def test_a_deputy_counts_for_positions_and_not_for_customers_of_nobody():
    """A customer counts as the position that manages it, and only where there is one."""
    posts = "positions:\n  ann: {}\n" + "".join(f"  p{n}: {{deputy: ann}}\n" for n in range(5))
    loose = "customers:\n  a: {deputy: ann}\n  b: {managed_by: p0, deputy: ann}\n"
    assert not sentences(posts + loose, "CNT956")
    more = "  c: {managed_by: p9, deputy: ann}\n"
    assert sentences(posts + loose + more, "CNT956") == [
        "Position 'ann' is deputy of 6 positions; the limit is 5."
    ]


@pytest.mark.parametrize(
    ("own", "told"),
    [(20, ["20 customers of 'Ben'", "144% of capacity"]), (40, [])],
)
def test_who_has_too_much_already_is_not_told_again_as_a_deputy(own, told):
    """What comes on top decides only where there was time before."""
    text = (
        "positions:\n  ada: {role: account_manager, held_by: Ada}\n"
        "  ben: {role: account_manager, held_by: Ben, deputy: ada}\n"
        "customers:\n"
        + rows(20, "tier: A, managed_by: ben")
        + rows(own, "tier: A, managed_by: ada").replace("  c", "  d")
    )
    found = sentences(text, "CNT955")
    assert len(found) == bool(told)
    assert all(part in found[0] for part in told)
