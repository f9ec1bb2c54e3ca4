"""Every limit is exact: what reaches it is fine, what is one beyond is found."""

import datetime as dt

import pytest
from rules.findings import sentences, team


def coordinated(size):
    """Write a coordinator with so many representatives."""
    rows = (f"  r{n}: {{role: sales_representative, coordinated_by: zoe}}" for n in range(size))
    return "\n".join(["positions:", "  zoe: {role: sales_coordinator}", *rows])


def chain(levels):
    """Write so many levels, one below the other."""
    rows = (f"  p{n}: {{role: sales_manager, reports_to: p{n - 1}}}" for n in range(1, levels))
    return "\n".join(["positions:", "  p0: {role: sales_director}", *rows])


def nested(levels):
    """Write so many territories, one within the other."""
    rows = (f"  t{n}: {{within: t{n - 1}}}" for n in range(1, levels))
    return "\n".join(["territories:", "  t0: {}", *rows])


def book(keys, customers=0):
    """Write so many key accounts of one account manager, among so many customers."""
    rows = [f"  k{n}: {{key_account: true, managed_by: ada}}" for n in range(keys)]
    rows += [f"  c{n}: {{managed_by: ada}}" for n in range(customers - keys)]
    return "\n".join(["positions:", "  ada: {role: account_manager}", "customers:", *rows])


def graded(gap):
    """Write a manager so many grades above a report."""
    return team(1, f"ann: {{role: sales_manager, grade: {10 + gap}}}", grade=10)


def coach(size):
    """Write a manager with customers of their own and so many reports."""
    return f"{team(size)}customers:\n  acme: {{managed_by: ann}}\n"


@pytest.mark.parametrize(
    ("code", "write", "fine", "wrong", "numbers"),
    [
        ("SPN201", team, 10, 11, ["11 direct reports", "limit of 10"]),
        ("SPN205", chain, 5, 6, ["6 layers", "limit of 5"]),
        ("SPN206", coordinated, 4, 5, ["5 positions", "limit of 4"]),
        ("SPN207", coach, 5, 6, ["6 direct reports", "limit of 5"]),
        ("TER310", nested, 5, 6, ["level 6", "limit of 5"]),
        ("KEY509", book, 15, 16, ["16 of 16", "limit of 50 or 5%"]),
        ("KEY511", book, 20, 21, ["21 key accounts", "limit of 20"]),
        ("ORG108", graded, 2, 3, ["3 grades", "less than 3"]),
        ("ORG107", graded, 1, 0, ["grade 10", "up to 10"]),
        ("SPN203", team, 2, 1, ["only 1 direct report"]),
    ],
)
def test_the_limit_itself_is_fine_and_one_beyond_is_not(code, write, fine, wrong, numbers):
    """The sentence names both the value and the limit."""
    assert not sentences(write(fine), code)
    (sentence,) = sentences(write(wrong), code)
    assert all(number in sentence for number in numbers)


@pytest.mark.parametrize(
    ("code", "write", "size", "options"),
    [
        ("SPN201", lambda size: team(size, "ann: {}"), 13, {"most": 13}),
        ("SPN205", chain, 6, {"small": 6}),
        ("SPN206", coordinated, 5, {"most": 5}),
        ("SPN207", coach, 6, {"most": 6}),
        ("TER310", nested, 6, {"most": 6}),
        ("KEY509", book, 16, {"few": 16}),
        ("KEY511", book, 21, {"most": 21}),
        ("ORG108", graded, 3, {"gap": 4}),
    ],
)
def test_an_option_moves_the_limit(code, write, size, options):
    """What is beyond the default is fine where the company says so."""
    assert sentences(write(size), code)
    assert not sentences(write(size), code, **options)


def test_a_span_without_a_limit_of_its_role_has_that_of_the_option():
    """Where the role says nothing, 12 direct reports are the most."""
    assert not sentences(team(12, "ann: {}"), "SPN201")
    assert sentences(team(13, "ann: {}"), "SPN201")


def test_coordinators_count_in_a_span_only_on_request():
    """Who works at the side of a manager is not led like the others."""
    text = team(10) + "  zoe: {role: sales_coordinator, reports_to: ann}\n"
    assert not sentences(text, "SPN201")
    assert sentences(text, "SPN201", at_side=True)


def test_layers_are_judged_by_size():
    """Six levels are too many below 500 positions, and fine from 500 on."""
    rows = "".join(f"\n  x{n}: {{reports_to: p0}}" for n in range(493))
    assert sentences(chain(6) + rows, "SPN205")
    assert not sentences(f"{chain(6)}{rows}\n  y: {{reports_to: p0}}", "SPN205")


def test_key_accounts_are_few_in_a_large_book():
    """Fifty are the most anywhere; above fifteen 5 % is the limit."""
    assert not sentences(book(16, 320), "KEY509")
    assert sentences(book(16, 319), "KEY509")
    assert not sentences(book(50, 2000), "KEY509")
    assert sentences(book(51, 2000), "KEY509")


def test_narrow_spans_are_judged_by_their_share_and_not_in_small_organisations():
    """Three of eight managers with one report are too many; with seven managers nothing is said."""

    def managers(narrow, wide):
        rows = []
        for n in range(narrow + wide):
            rows.append(f"  m{n}: {{role: sales_manager}}")
            rows += [
                f"  m{n}r{k}: {{role: account_manager, reports_to: m{n}}}"
                for k in range(3 if n < narrow else 4)
            ]
        return "\n".join(["positions:", *rows])

    assert not sentences(managers(2, 6), "SPN204")
    (sentence,) = sentences(managers(3, 5), "SPN204")
    assert sentence.startswith("3 of 8 managers have 3 direct reports or fewer (38%")
    assert not sentences(managers(3, 4), "SPN204")


@pytest.mark.parametrize(("share", "wrong"), [(33.33, False), (33, True), (34, True)])
def test_credit_in_thirds_is_whole(share, wrong):
    """Shares rounded to hundredths make 100 %, whole numbers that do not are found."""
    rows = "".join(
        f"  a{n}: {{customer: acme, position: p{n}, share: {share}}}\n" for n in range(3)
    )
    posts = "".join(f"  p{n}: {{}}\n" for n in range(3))
    text = f"positions:\n{posts}customers:\n  acme: {{}}\nassignments:\n{rows}"
    assert bool(sentences(text, "CUS405")) == wrong


def test_overlay_credit_comes_on_top():
    """A specialist's share does not count towards the 100 %."""
    text = """
positions: {ada: {}, spec: {}}
customers: {acme: {}}
assignments:
  a1: {customer: acme, position: ada, share: 100}
  a2: {customer: acme, position: spec, role: specialist, share: 50}
"""
    assert not sentences(text, "CUS405")


def assigned(number, role):
    """Write a customer with so many others assigned in a role."""
    posts = "".join(f"  p{n}: {{held_by: P{n}}}\n" for n in range(number + 1))
    rows = "".join(
        f"  a{n}: {{customer: x, position: p{n}, role: {role}}}\n" for n in range(number)
    )
    return f"positions:\n{posts}customers:\n  x: {{managed_by: p{number}}}\nassignments:\n{rows}"


def sponsored(number):
    """Write a sponsor of so many accounts."""
    customers = "".join(f"  c{n}: {{managed_by: eve}}\n" for n in range(number))
    rows = "".join(
        f"  a{n}: {{customer: c{n}, position: eve, role: executive sponsor}}\n"
        for n in range(number)
    )
    return f"positions:\n  eve: {{}}\ncustomers:\n{customers}assignments:\n{rows}"


def parts(number):
    """Write a territory with so many parts."""
    rows = "".join(f"  t{n}: {{within: it}}\n" for n in range(number))
    return f"territories:\n  it: {{}}\n{rows}"


def conditions(number):
    """Write a territory with so many conditions."""
    more = ", ".join(f"{{industry: [i{n}]}}" for n in range(number - 1))
    return f"territories:\n  it: {{where: {{place: [IT], exclude: [{more}]}}}}\n"


def aims(share):
    """Write a report whose target is this much, in per cent of the manager's."""
    return (
        "positions:\n  ann: {role: sales_manager}\n  bob: {reports_to: ann}\ntargets:\n"
        '  t1: {position: ann, period: "2026", revenue: 100}\n'
        f'  t2: {{position: bob, period: "2026", revenue: {share}}}\n'
    )


def owned_by_one(keys):
    """Write so many key accounts that hang on one person."""
    return book(keys).replace("account_manager}", "account_manager, held_by: Ada Rossi}")


def ground(number):
    """Write so many territories that hang on one person, among five others with one each."""
    names = [f"t{n}" for n in range(number)]
    rows = "".join(f"  {name}: {{}}\n" for name in (*names, *(f"x{n}" for n in range(5))))
    others = "".join(f"  p{n}: {{held_by: Person {n}, covers: [x{n}]}}\n" for n in range(5))
    cover = f"{{held_by: Bob Ray, covers: [{', '.join(names)}]}}"
    return f"territories:\n{rows}positions:\n  bob: {cover}\n{others}"


def reserve(number):
    """Write a deputy of so many positions."""
    rows = "".join(f"  p{n}: {{deputy: ann}}\n" for n in range(number))
    return f"positions:\n  ann: {{}}\n{rows}"


def concentrated(revenue):
    """Write twenty customers, of whom one has so much revenue out of 1,000."""
    rest = (1000 - revenue) / 19
    rows = "".join(f"  c{n}: {{revenue: {rest:.4f}}}\n" for n in range(19))
    return f"positions: {{ann: {{}}}}\ncustomers:\n  acme: {{revenue: {revenue}}}\n{rows}"


def open_days(number):
    """Write a position that was vacant for so many days."""
    after = dt.date(2020, 1, 1) + dt.timedelta(days=number)
    rows = "  h1: {position: p, person: A, until: 2020-01-01}\n"
    rows += f"  h2: {{position: p, person: B, since: {after}}}\n"
    return f"positions:\n  p: {{}}\nholdings:\n{rows}"


def known(number):
    """Write a partnership in which so many of ours know one of theirs each."""
    posts = "".join(f"  p{n}: {{held_by: P{n}}}\n" for n in range(number))
    rows = ", ".join(f"{{name: C{n}, known_by: p{n}}}" for n in range(number))
    return f"positions:\n{posts}customers:\n  x: {{stage: partnership, contacts: [{rows}]}}\n"


@pytest.mark.parametrize(
    ("code", "write", "fine", "wrong"),
    [
        ("ACC604", lambda n: assigned(n - 1, "specialist"), 12, 13),
        ("ACC608", sponsored, 10, 11),
        ("TER313", parts, 20, 21),
        ("TER314", conditions, 10, 11),
        ("TGT802", aims, 100, 99),
        ("TGT803", aims, 120, 121),
        ("CNT951", owned_by_one, 2, 3),
        ("CNT954", ground, 3, 4),
        ("CNT956", reserve, 5, 6),
        ("CON901", concentrated, 99, 100),
        ("CUS414", lambda n: book(0, n), 100, 101),
        ("KEY518", known, 3, 2),
        ("TIM004", open_days, 90, 91),
        ("SPN210", lambda n: chain(n + 1), 2, 3),
    ],
)
def test_newer_limits_are_exact_too(code, write, fine, wrong):
    """What reaches the limit is fine, what is one beyond is found once."""
    assert not sentences(write(fine), code)
    assert len(sentences(write(wrong), code)) == 1


@pytest.mark.parametrize(("gap", "days"), [(0, None), (1, "on 2026-03-01"), (2, "2 days")])
def test_a_single_day_without_an_owner_is_found(gap, days):
    """A handover on the day itself leaves none; the sentence counts the days."""
    after = dt.date(2026, 3, 1) + dt.timedelta(days=gap)
    text = f"""
positions: {{ada: {{held_by: A}}, ben: {{held_by: B}}}}
customers: {{acme: {{}}}}
assignments:
  a1: {{customer: acme, position: ada, until: 2026-03-01}}
  a2: {{customer: acme, position: ben, since: {after}}}
"""
    found = sentences(text, "TIM001")
    assert len(found) == bool(gap)
    assert not gap or days in found[0]
