"""Every number that a rule can be set to has a case on both sides of it."""

import pytest
from rules.findings import about, sentences, team
from rules.test_limits import (
    aims,
    assigned,
    book,
    chain,
    coach,
    concentrated,
    conditions,
    coordinated,
    graded,
    ground,
    nested,
    open_days,
    owned_by_one,
    parts,
    reserve,
    sponsored,
)
from rules.written import (
    balanced,
    benchmark,
    beside_key,
    busy,
    buyers,
    contacted,
    copied,
    credited,
    customer,
    deputised,
    earners,
    filled,
    goal_of,
    headed,
    heads,
    helpers,
    hunters,
    levels,
    named,
    noticed,
    ones_own,
    overlay,
    rated,
    reachable,
    ring,
    rows,
    spanned,
    spent,
    spread,
    stage,
    tiers,
    timed,
    wanted,
    won,
    worker,
)

from orgmodel.rules import RULES

CASES = [
    ("ACT103", "least", contacted(4), contacted(3), {}),
    ("PPL101", "most", timed(0.5), timed(0.51), {}),
    ("ACC601", "most", overlay(100), overlay(101), {}),
    ("ACC604", "most", assigned(11, "specialist"), assigned(12, "specialist"), {}),
    ("ACC608", "most", sponsored(10), sponsored(11), {}),
    ("CAP701", "most", worker(0.03), worker(0.0299), {}),
    ("CAP702", "least", worker(0.072), worker(0.0721), {}),
    ("CAP702", "known", rated(8, 9), rated(9, 10), {}),
    ("CAP704", "most", balanced(5, 3, 4), balanced(6, 3, 4), {}),
    ("CAP704", "among", balanced(9, 1, 1), balanced(9, 2, 1), {}),
    ("CAP705", "rated", rated(9, 10), rated(8, 9), {}),
    ("CNT951", "most", owned_by_one(2), owned_by_one(3), {}),
    ("CNT952", "most", earners(211, 20), earners(212, 20), {}),
    ("CNT952", "among", earners(900, 19), earners(900, 20), {}),
    ("CNT954", "most", ground(3), ground(4), {}),
    ("CNT954", "times", ground(4), ground(4), {"fine": {"times": 2.7}, "wrong": {"times": 2.6}}),
    ("CNT955", "most", deputised(0.03), deputised(0.0299), {}),
    ("CNT956", "most", reserve(5), reserve(6), {}),
    ("CNT957", "least", ring(2), ring(3), {}),
    ("CNT958", "most", helpers(6), helpers(7), {}),
    ("CON901", "most", concentrated(99), concentrated(100), {}),
    ("CON901", "among", earners(900, 19), earners(900, 20), {}),
    ("CON902", "most", earners(233, 8), earners(234, 8), {}),
    ("CON902", "among", earners(900, 7), earners(900, 8), {}),
    ("CON903", "most", buyers(52, 10), buyers(53, 10), {}),
    ("CON903", "among", buyers(900, 9), buyers(900, 10), {}),
    ("CON904", "most", balanced(11, 3, 4), balanced(12, 3, 4), {}),
    ("CON904", "among", balanced(9, 2, 1), balanced(9, 3, 1), {}),
    ("CUS413", "share", tiers(6, 20), tiers(7, 20), {}),
    ("CUS413", "least", tiers(9, 19), tiers(9, 20), {}),
    ("CUS414", "most", book(0, 100), book(0, 101), {}),
    ("KEY509", "few", book(15), book(16), {}),
    ("KEY509", "most", book(50, 2000), book(51, 2000), {}),
    ("KEY509", "share", book(16, 320), book(16, 319), {}),
    ("KEY511", "most", book(20), book(21), {}),
    ("KEY517", "times", beside_key(200), beside_key(201), {}),
    ("KEY518", "early", stage("early", 1), stage("early", 0), {}),
    ("KEY518", "mid", stage("mid", 2), stage("mid", 1), {}),
    ("KEY518", "partnership", stage("partnership", 3), stage("partnership", 2), {}),
    ("KEY518", "synergistic", stage("synergistic", 3), stage("synergistic", 2), {}),
    ("MOD015", "years", benchmark(2.9), benchmark(3), {}),
    ("MOD018", "filled", filled(19, 20), filled(18, 19), {}),
    ("ORG103", "most", heads(1), heads(2), {}),
    ("ORG108", "gap", graded(2), graded(3), {}),
    ("ROL114", "share", hunters(2, 4), hunters(2, 5), {}),
    ("SPN201", "most", team(12, "ann: {}"), team(13, "ann: {}"), {}),
    ("SPN204", "narrow", spanned(8, 0, 4, 0), spanned(8, 0, 3, 0), {}),
    ("SPN204", "share", spanned(2, 6, 3, 4), spanned(3, 6, 3, 4), {}),
    ("SPN204", "managers", spanned(7, 0, 2, 0), spanned(8, 0, 2, 0), {}),
    ("SPN205", "small", chain(5), chain(6), {}),
    ("SPN205", "medium", levels(7, 500), levels(8, 500), {}),
    ("SPN205", "large", levels(9, 5001), levels(10, 5001), {}),
    ("SPN206", "most", coordinated(4), coordinated(5), {}),
    ("SPN207", "most", coach(5), coach(6), {}),
    ("SPN208", "least", headed(3), headed(2), {}),
    ("SPN208", "most", headed(10), headed(11), {}),
    ("SPN209", "wide", spanned(8, 0, 12, 0), spanned(8, 0, 13, 0), {}),
    ("SPN209", "share", spanned(2, 6, 13, 1), spanned(3, 6, 13, 1), {}),
    ("SPN209", "managers", spanned(7, 0, 13, 0), spanned(8, 0, 13, 0), {}),
    ("SPN210", "most", chain(3), chain(4), {}),
    ("TER310", "most", nested(5), nested(6), {}),
    ("TER313", "most", parts(20), parts(21), {}),
    ("TER314", "most", conditions(10), conditions(11), {}),
    ("TER315", "filled", filled(19, 20, "industry: x"), filled(18, 19, "industry: x"), {}),
    ("TER317", "least", copied(4), copied(5), {}),
    ("TER322", "share", named(1, 5), named(2, 9), {}),
    ("TGT803", "most", aims(120), aims(121), {}),
    ("TIM004", "most", open_days(90), open_days(91), {}),
]


@pytest.mark.parametrize(("code", "option", "fine", "wrong", "set_"), CASES)
def test_what_reaches_a_limit_is_fine_and_what_is_beyond_is_told(code, option, fine, wrong, set_):
    """Of two designs that differ by the least that there is, one is silent and the other is not."""
    assert not sentences(fine, code, **set_.get("fine", {})), option
    assert sentences(wrong, code, **set_.get("wrong", {})), option


@pytest.mark.parametrize(("code", "option", "_", "wrong", "set_"), CASES)
def test_the_option_is_what_moves_the_limit(code, option, _, wrong, set_):
    """Set to say less, the option silences what is beyond the default."""
    rule = next(rule for rule in RULES if rule.code == code)
    value = rule.options[option]
    less = type(value)(0 if code in LESS or f"{code} {option}" in LESS else 1_000_000)
    assert not sentences(wrong, code, **{**set_.get("wrong", {}), option: less})


LESS = {"ACT103", "CAP705", "KEY518", "MOD018", "ROL114", "TER315"}
LESS |= {"CAP702 least", "SPN204 narrow", "SPN208 least"}
"""Options of which a smaller number says less; of the others a greater one does."""


FIXED = [
    ("ACT101", busy(1350), busy(1350.5)),
    ("ACT106", won(4), won(5)),
    ("DEA106", noticed(91), noticed(90)),
    ("TGT812", goal_of(100), goal_of(101)),
    ("TGT814", spent(100), spent(101)),
    ("CAP703", worker(0.036), worker(0.03)),
    ("CUS405", credited(39.95), credited(39.94)),
    ("CUS405", credited(40.05), credited(40.06)),
    ("CUS410", customer(revenue=9, profit=9), customer(revenue=9, profit=10)),
    ("CUS411", customer(revenue=9, potential=9), customer(revenue=9, potential=8)),
    ("ORG107", graded(1), graded(0)),
    ("SPN202", wanted(2), wanted(3)),
    ("SPN203", team(2), team(1)),
    ("SPN205", levels(6, 500), levels(6, 499)),
    ("SPN205", levels(8, 5001), levels(8, 5000)),
    ("SPN208", headed(11, 49), headed(11, 50)),
    ("TER321", spread(100), spread(101)),
    ("TGT802", aims(100), aims(99)),
    ("TGT811", reachable(100), reachable(99)),
]


@pytest.mark.parametrize(("code", "fine", "wrong"), FIXED)
def test_limits_that_nobody_can_set_are_exact_too(code, fine, wrong):
    """Equal is enough where a sum must be reached, and the sizes of bands belong to the milder."""
    assert not sentences(fine, code)
    assert sentences(wrong, code)


KEY_WITH_STRANGER = "{key_account: true, contacts: [{name: Jo, known_by: ada}]}"
ITALY = "territories: {x: {where: {place: [IT]}}}\n"

MANY = [
    ("ACT103", lambda n: ones_own(n, lambda k: f"c{k}: {{managed_by: ada, tier: A}}")
        + "activities: {a: {position: ada, customer: c0}}"),
    ("CAP702", lambda n: f"""
positions:
{rows(12, lambda k: f"p{k}: {{role: account_manager, held_by: P{k}, fte: {1 if k < n else 0.03}}}")}
customers:
{rows(12, lambda k: f"c{k}: {{tier: A, managed_by: p{k}}}")}"""),
    ("CUS401", lambda n: ITALY + ones_own(n, lambda k: f"c{k}: {{}}")),
    ("CUS403", lambda n: ones_own(n, lambda k: f"c{k}: {{status: prospect, managed_by: ada}}")),
    ("CUS406", lambda n: f"""
positions: {{ada: {{}}, ben: {{}}}}
customers:
{rows(n, lambda k: f"c{k}: {{managed_by: ada}}")}
{rows(n, lambda k: f"d{k}: {{parent: c{k}, managed_by: ben}}")}"""),
    ("CUS409", lambda n: ITALY + ones_own(n, lambda k: f"c{k}: {{place: FR, territories: [x]}}")),
    ("CUS411", lambda n: ones_own(n, lambda k: f"c{k}: {{revenue: 9, potential: 1}}")),
    ("CUS415", lambda n: ones_own(n, lambda k: f"c{k}: {{managed_by: ada, place: Italy}}")),
    ("CUS412", lambda n: ones_own(n, lambda k: f"c{k}: {{status: prospect, revenue: 9}}")),
    ("KEY517", lambda n: beside_key(900, n)),
    ("KEY502", lambda n: ones_own(n, lambda k: f"c{k}: {{key_account: true}}")),
    ("KEY506", lambda n: ones_own(n, lambda k: f"c{k}: {KEY_WITH_STRANGER}")),
    ("MOD002", lambda n: "positions:\n" + rows(n, lambda k: f"p{k}: {{title: Zqx {k}}}")),
    ("MOD009", lambda n: ones_own(n, lambda k: f"c{k}: {{name: Acme {k}}}")
        + rows(n, lambda k: f"d{k}: {{name: ACME {k}}}")),
    ("MOD019", lambda n: ITALY + "positions:\n" + rows(n, lambda k: f"p{k}: {{covers: [x, x]}}")),
    ("TER306", lambda n: f"""
territories:
  full: {{where: {{place: [IT]}}}}
{rows(n, lambda k: f"t{k}: {{where: {{place: [X{k}]}}}}")}positions:
  rep: {{covers: [full{"".join(f", t{k}" for k in range(n))}]}}
customers: {{acme: {{place: IT}}}}
"""),
    ("TIM013", lambda n: f"""
positions: {{ada: {{}}}}
holdings: {{h: {{position: ada, person: A, until: 2999-01-01}}}}
customers:
{rows(n, lambda k: f"c{k}: {{managed_by: ada}}")}"""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "write"), MANY)
def test_the_first_are_told_and_the_others_counted(code, write):
    """One more than the most is still told, for counting it would not be shorter."""
    assert len(sentences(write(3), code, most=2)) == 3
    assert "organisation" not in about(write(3), code, most=2)
    assert sum(said.startswith("2 more ") for said in sentences(write(4), code, most=2)) == 1
    assert len(sentences(write(4), code, most=2)) == 3


def test_every_number_of_every_rule_has_a_case():
    """Whoever adds an option adds a case on both sides of it."""
    numbers = {
        (rule.code, name)
        for rule in RULES
        for name, value in rule.options.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    cases = {(code, option) for code, option, *_ in CASES} | {(code, "most") for code, _ in MANY}
    assert numbers == cases
