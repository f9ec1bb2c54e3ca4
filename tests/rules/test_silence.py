"""Rules say nothing where the data that they need is not there, and never flood."""

from rules.findings import about, design, sentences

from orgmodel import Customer, Org, Position, Territory, validate
from orgmodel.rules import RULES, Settings, examine

WHOLE_COMPANY = """
positions:
  gm: {title: General Manager, held_by: Andrew Adams}
  sm: {title: Sales Manager, held_by: Nancy Edwards, reports_to: gm}
  rep-1: {title: Sales Support Agent, held_by: Jane Peacock, reports_to: sm}
  rep-2: {title: Sales Support Agent, held_by: Margaret Park, reports_to: sm}
  rep-3: {title: Sales Support Agent, held_by: Steve Johnson, reports_to: sm}
  it: {title: IT Manager, held_by: Michael Mitchell, reports_to: gm}
  it-1: {title: IT Staff, held_by: Robert King, reports_to: it}
  it-2: {title: IT Staff, held_by: Laura Callahan, reports_to: it}
customers:
  c1: {place: BR, managed_by: rep-1}
  c2: {place: BR, managed_by: rep-2}
  c3: {place: CA, managed_by: rep-3}
"""


def test_a_company_with_named_accounts_only_is_covered():
    """No territories, every customer named, and people who do not sell: only titles are unknown."""
    report = validate(design(WHOLE_COMPANY))
    assert {f.code for f in report} == {"MOD002"}
    assert len(report) == 3


def test_lines_alone_raise_nothing_about_customers():
    """A chart without customers, territories and key accounts is not asked for them."""
    text = "positions:\n  ann: {role: executive, held_by: Eve Long}\n" + "".join(
        f"  m{n}: {{role: territory_manager, held_by: Person {n}, reports_to: ann}}\n"
        for n in range(3)
    )
    assert not validate(design(text)).findings


def test_positions_without_lines_are_no_heads():
    """A mere list of positions is not blamed for having no lines."""
    text = "positions:\n  a: {role: account_manager}\n  b: {role: sales_director}\n"
    assert not validate(design(text)).findings


def test_no_coordinator_at_all_is_one_finding():
    """A design without coordinators hears it once, not once per representative."""
    text = "positions:\n" + "".join(f"  r{n}: {{role: sales_representative}}\n" for n in range(9))
    assert not sentences(text, "ROL104")
    assert len(sentences(text, "ROL110")) == 1


def test_plans_sponsors_and_contacts_that_nobody_has_are_one_finding_each():
    """What no key account has is told once; what some have is told for each of the others."""
    keys = "".join(f"  k{n}: {{key_account: true, managed_by: ada}}\n" for n in range(5))
    text = f"positions:\n  ada: {{role: account_manager}}\ncustomers:\n{keys}"
    assert about(text, "KEY504") == about(text, "KEY505") == ["organisation"]
    assert about(text, "KEY508") == ["organisation"]
    planned = f"{text}account_plans:\n  p: {{customer: k0, owner: ada}}\n"
    assert about(planned, "KEY504") == [f"customer:k{n}" for n in range(1, 5)]


def test_what_is_true_of_most_is_one_finding():
    """Six of eleven with little work have one cause; five are five cases."""

    def idle(number, everyone):
        times = [1 if n < number else 0.03 for n in range(everyone)]
        posts = "".join(
            f"  p{n}: {{role: account_manager, held_by: P{n}, fte: {fte}}}\n"
            for n, fte in enumerate(times)
        )
        book = "".join(f"  c{n}: {{tier: A, managed_by: p{n}}}\n" for n in range(everyone))
        return f"positions:\n{posts}customers:\n{book}"

    assert about(idle(6, 11), "CAP702") == ["organisation"]
    assert "6 of 11 positions" in sentences(idle(6, 11), "CAP702")[0]
    assert len(about(idle(5, 5), "CAP702")) == 5
    assert len(about(idle(6, 12), "CAP702")) == 6


def test_what_the_whole_design_lacks_is_one_finding():
    """Territories that nobody covers, and such as no customer belongs to, have one cause each."""
    ground = "territories:\n" + "".join(f"  t{n}: {{where: {{place: [X{n}]}}}}\n" for n in range(9))
    book = "customers: {acme: {place: IT}}\n"
    assert about(f"{ground}positions: {{ann: {{}}}}\n{book}", "TER301") == ["organisation"]
    covers = ", ".join(f"t{n}" for n in range(9))
    covered = f"{ground}positions: {{ann: {{covers: [{covers}]}}}}\n{book}"
    assert about(covered, "TER306") == ["organisation"]
    assert sentences(covered, "TER306") == [
        "None of 9 territories has a customer, out of 1 customer."
    ]


def test_contacts_that_name_nobody_of_ours_are_one_finding():
    """Where the field is not kept at all it is said once; where it is, for each key account."""
    keys = "".join(
        f"  k{n}: {{key_account: true, managed_by: ada, contacts: [{{name: Jo}}]}}\n"
        for n in range(3)
    )
    text = f"positions:\n  ada: {{role: account_manager, held_by: Ada}}\ncustomers:\n{keys}"
    assert about(text, "KEY506") == ["organisation"]
    known = text.replace("{name: Jo}", "{name: Jo, known_by: ada}", 1)
    assert about(known, "KEY506") == ["customer:k1", "customer:k2"]


def test_a_role_of_which_nobody_has_a_target_is_one_finding():
    """Whoever is alone without one below a manager is told by name."""
    rows = "".join(
        f"  m{n}: {{role: sales_manager}}\n"
        f"  r{n}: {{role: sales_representative, reports_to: m{n}}}\n"
        f"  a{n}: {{role: account_manager, reports_to: m{n}}}\n"
        for n in range(3)
    )
    aims = "".join(
        f'  {who}: {{position: {who}, period: "2026", revenue: 9}}\n'
        for n in range(3)
        for who in (f"m{n}", f"r{n}")
    )
    text = f"positions:\n{rows}targets:\n{aims}"
    (sentence,) = sentences(text, "TGT801")
    whom = "(3): 'a0', 'a1' and 'a2'."
    assert sentence == f"No 'account_manager' has a target for revenue in 2026 {whom}"
    some = f'{text}  a0: {{position: a0, period: "2026", revenue: 9}}\n'
    assert about(some, "TGT801") == ["position:m1", "position:m2"]


def test_many_uncovered_customers_are_told_from_the_most_revenue_on():
    """Twenty are named, the others are counted, and none gets lost."""
    rows = "".join(f"  c{n:02}: {{place: FR, revenue: {n}}}\n" for n in range(30))
    text = f"territories:\n  north: {{where: {{place: [IT]}}}}\ncustomers:\n{rows}"
    whole, *first = about(text, "CUS401")
    assert whole == "organisation"
    assert sorted(first) == [f"customer:c{n}" for n in range(10, 30)]
    assert sentences(text, "CUS401")[0].startswith("10 more customers are covered by nobody")


def test_one_too_many_is_still_named():
    """Twenty-one are named one by one, for 'one more' would not be shorter."""
    rows = "".join(f"  c{n:02}: {{place: FR}}\n" for n in range(21))
    text = f"territories:\n  north: {{where: {{place: [IT]}}}}\ncustomers:\n{rows}"
    assert len(sentences(text, "CUS401")) == 21


def test_a_book_that_nothing_is_attached_to_is_one_finding():
    """Where no customer names anybody and there are no territories, the cause is one."""
    text = "positions: {ann: {}}\ncustomers: {a: {}, b: {}, c: {}}\n"
    (sentence,) = sentences(text, "CUS401")
    assert sentence == "None of 3 customers is attached to a position or a territory."


def test_many_references_to_one_missing_thing_are_one_finding():
    """The cause is one, and the sentence says how many places it has."""
    rows = "".join(f"  c{n}: {{managed_by: adda}}\n" for n in range(7))
    text = f"positions: {{ada: {{}}}}\ncustomers:\n{rows}"
    (sentence,) = sentences(text, "MOD001")
    assert "(also in 6 other places)" in sentence
    assert sentence.endswith("did you mean 'ada'?")


def test_every_rule_survives_an_organisation_of_nothing():
    """Without any entity only the missing positions are found."""
    assert [f.code for f in validate(Org("Aurora"))] == ["MOD003"]


def test_every_rule_survives_references_to_nothing():
    """Broken references are found once; no rule stumbles over them."""
    org = Org("Aurora")
    org.add(Territory("north", within="nowhere", type="no type"))
    org.add(
        Position(
            "rep",
            "no role",
            reports_to="nobody",
            dotted_to=["nobody"],
            coordinated_by="nobody",
            deputy="nobody",
            covers=["nowhere", "north"],
        )
    )
    org.add(
        Customer(
            "acme",
            key_account=True,
            managed_by="nobody",
            deputy="nobody",
            parent="no one",
            territories=["nowhere", "north"],
        )
    )
    report = examine(org, RULES, settings=Settings(ignore=["KEY", "TER"]))
    missing = {"no role", "nobody", "nowhere", "no one", "no type"}
    told = " ".join(f.sentence for f in report if f.code == "MOD001")
    assert all(f"'{name}'" in told for name in missing)
