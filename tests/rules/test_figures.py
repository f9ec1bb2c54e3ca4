"""Numbers, orders and examples in findings are those that a reader would work out by hand."""

import datetime as dt

import pytest
from rules.findings import about, design, sentences

from orgmodel import validate
from orgmodel.rules import Settings


def hanging(percent):
    """Write twenty-one holders, of whom Ada alone has this much per cent of all revenue."""
    posts = "".join(f"  p{n}: {{held_by: P{n}}}\n" for n in range(20))
    each = (1000 - percent * 10) / 20
    rest = "".join(f"  c{n}: {{revenue: {each}, managed_by: p{n}}}\n" for n in range(20))
    return (
        f"positions:\n  ada: {{held_by: Ada Rossi}}\n{posts}"
        f"customers:\n  acme: {{revenue: {percent * 10}, managed_by: ada}}\n{rest}"
    )


def test_revenue_that_hangs_on_one_person():
    """A tenth of it is fine; a little more is found, with the share."""
    assert not sentences(hanging(10), "CNT952")
    assert sentences(hanging(10.1), "CNT952")
    (sentence,) = sentences(hanging(11), "CNT952")
    assert sentence.endswith("'ada', leaves, 11% of all revenue loses its cover.")


def families(number):
    """Write so many families of two companies with two owners, and one of three with three."""
    rows = []
    for n in range(number - 1):
        rows += [f"  x{n}: {{managed_by: ada}}", f"  y{n}: {{managed_by: ben, parent: x{n}}}"]
    rows += ["  z: {managed_by: ada}", "  z1: {managed_by: ben, parent: z}"]
    rows += ["  z2: {managed_by: eva, parent: z}"]
    return "\n".join(["positions: {ada: {}, ben: {}, eva: {}}", "customers:", *rows])


def test_split_families_are_told_up_to_twenty_the_most_split_first():
    """What is beyond is counted in words; one more than the limit is told itself."""
    found = sentences(families(23), "CUS406")
    assert "The family of 'z' has 3 owners: 'ada', 'ben' and 'eva'." in found
    assert "3 more families have several owners, beyond the 20 that are listed." in found
    assert len(found) == 21
    assert len(sentences(families(21), "CUS406")) == 21


def test_who_buys_most_is_told_where_not_all_are():
    """The twenty with the largest revenue, and the number of the others."""
    rows = "".join(f"  c{n}: {{revenue: {n + 5}, potential: 1}}\n" for n in range(22))
    text = f"customers:\n{rows}"
    assert {*about(text, "CUS411")} == {"organisation", *(f"customer:c{n}" for n in range(2, 22))}
    said = "2 more customers have a potential below their revenue, beyond the 20 that are listed."
    assert said in sentences(text, "CUS411")


def test_what_a_key_account_loses_us_is_a_loss():
    """The amount stands without a sign."""
    text = "customers:\n  acme: {key_account: true, profit: -12500}\n"
    assert sentences(text, "KEY515") == ["Key account 'acme' makes a loss of EUR 12,500 a year."]


@pytest.mark.parametrize(("without", "wrong"), [(1, False), (2, True)])
def test_one_in_twenty_may_lack_its_revenue(without, wrong):
    """95% with a figure are enough."""
    rows = "".join(f"  c{n}: {{revenue: 1}}\n" for n in range(20 - without))
    rows += "".join(f"  x{n}: {{}}\n" for n in range(without))
    assert bool(sentences(f"customers:\n{rows}", "MOD018")) == wrong


def test_a_territory_is_named_after_a_person_in_its_id_too():
    """With underlines for blanks, as ids are written."""
    text = "territories: {ada_rossi: {}, ada_bianchi: {}}\npositions: {p: {held_by: Ada Rossi}}\n"
    assert about(text, "MOD017") == ["territory:ada_rossi"]


def test_two_customers_without_anything_are_told_once():
    """None of them is attached, and there is nothing to attach them to; one alone is named."""
    assert about("customers: {a: {}, b: {}}\n", "CUS401") == ["organisation"]
    assert about("customers: {a: {}}\n", "CUS401") == ["customer:a"]


def test_a_ladder_is_told_at_its_top():
    """Once, and not again for every rung below."""
    rows = "".join(f"  p{n}: {{reports_to: p{n - 1}}}\n" for n in range(1, 6))
    (sentence,) = sentences(f"positions:\n  p0: {{}}\n{rows}", "SPN210")
    assert sentence.startswith(
        "Position 'p0' is at the top of a chain of 5 managers with 1 direct report"
    )


def test_a_clash_names_the_first_of_the_others():
    """By the alphabet, and counts those besides."""
    text = "territories:\n" + "".join(f"  {t}: {{where: {{place: [IT]}}}}\n" for t in "dbca")
    text += "positions:\n" + "".join(f"  p{t}: {{covers: [{t}]}}\n" for t in "dbca")
    (first,) = (said for said in sentences(text, "TER303") if "'a' and" in said)
    assert first.startswith("Territories 'a' and 'b' both match ")
    assert first.endswith("between them (also for 2 more).")


def test_a_gap_beside_one_territory_reads_differently():
    """There is no choice of territories where there is one."""
    one = "territories:\n  it: {where: {place: [IT]}}\n"
    assert "would not belong to the only territory with a rule" in sentences(one, "TER305")[0]
    two = one + "  fr: {where: {place: [FR]}}\n"
    assert "would belong to none of the 2 territories with rules" in sentences(two, "TER305")[0]


def test_a_role_that_others_may_report_to_is_used():
    """Though no position of this design has it yet."""
    text = """
roles:
  lead: {title: Lead}
  idle: {title: Idle}
  rep: {title: Rep, may_report_to: [lead]}
positions: {a: {role: rep}}
"""
    assert about(text, "MOD010") == ["role:idle"]


def test_fields_that_few_customers_have_are_counted():
    """In the order of their names, without what sets a company's own fields apart."""
    rows = "".join(f"  c{n}: {{place: IT}}\n" for n in range(18))
    text = (
        "territories:\n  a: {where: {attributes: {region_code: [x]}, industry: [steel]}}\n"
        f"customers:\n{rows}  y: {{industry: steel, place: IT}}\n"
        "  z: {attributes: {region_code: x}, place: IT}\n"
    )
    (sentence,) = sentences(text, "TER315")
    assert sentence.startswith("Fewer than 95% of 20 customers have fields ")
    assert sentence.endswith(" that territory rules use: 'region_code' (1), 'industry' (1).")


def test_who_will_have_nobody_soonest_is_told_where_not_all_are():
    """Twenty of those whose manager leaves later stand behind the one whose leaves first."""
    rows = "".join(f"  a{n:02}: {{managed_by: p}}\n" for n in range(21))
    text = f"""
positions: {{p: {{}}, q: {{}}}}
customers:
{rows}  z: {{managed_by: q}}
holdings:
  h1: {{position: p, person: Ada, until: 2999-03-01}}
  h2: {{position: q, person: Ben, until: 2999-02-01}}
"""
    found = about(text, "TIM013")
    assert {"customer:z", "customer:a18", "organisation"} <= {*found}
    assert not {"customer:a19", "customer:a20"} & {*found}


def test_nobody_warns_today_of_what_is_amiss_already():
    """A gap that is there on the day is another rule's; those of the past are nobody's."""
    text = """
positions: {p: {}}
customers: {a: {managed_by: p}}
holdings:
  h1: {position: p, person: Ada, until: 2020-01-01}
"""
    assert not sentences(text, "TIM013")


def test_a_gap_that_closes_is_no_end_of_cover():
    """Days between two assignments are told as such, by another rule."""
    text = """
positions: {ada: {held_by: Ada}, ben: {held_by: Ben}}
customers: {acme: {}}
assignments:
  a1: {customer: acme, position: ada, until: 2999-01-01}
  a2: {customer: acme, position: ben, since: 2999-02-01}
"""
    assert not sentences(text, "TIM013")
    assert sentences(text, "TIM001")
    assert sentences(text.partition("  a2")[0], "TIM013") == [
        "From 2999-01-01, nobody covers customer 'acme'."
    ]


def test_a_plan_without_anything_lacks_both():
    """Target and action in one sentence."""
    text = """
positions: {ada: {role: account_manager}}
customers: {acme: {key_account: true, managed_by: ada}}
account_plans: {p: {customer: acme, owner: ada}}
"""
    assert sentences(text, "KEY514") == ["Account plan 'p' has no target and no action."]


def test_two_owners_today_are_told_once():
    """By the rule for the day examined, not again by the one for all others."""
    text = """
positions: {ada: {}, ben: {}}
customers: {acme: {}}
assignments:
  a1: {customer: acme, position: ada}
  a2: {customer: acme, position: ben, since: 2026-03-01}
"""
    for day, codes in ((dt.date(2026, 2, 1), {"TIM002"}), (dt.date(2026, 4, 1), {"CUS404"})):
        report = validate(design(text), settings=Settings(select=["TIM002", "CUS404"]), on=day)
        assert {finding.code for finding in report} == codes


def test_who_covers_a_territory_always_fills_its_gaps():
    """A position that names it without dates is there between two assignments."""
    rows = """
positions: {{ada: {{}}, ben: {{}}, eva: {{{}}}}}
territories: {{it: {{}}}}
territory_assignments:
  t1: {{territory: it, position: ada, until: 2026-03-01}}
  t2: {{territory: it, position: ben, since: 2026-05-01}}
"""
    assert about(rows.format(""), "TIM005") == ["territory:it"]
    assert not about(rows.format("covers: [it]"), "TIM005")


def test_credit_without_shares_is_no_forgotten_credit():
    """Only where one owner has a share do the others lack one."""
    rows = """
positions: {{ada: {{}}, ben: {{}}}}
customers: {{acme: {{}}, brio: {{managed_by: ada}}}}
assignments:
  a1: {{customer: acme, position: ada{}}}
  a2: {{customer: acme, position: ben}}
"""
    assert not about(rows.format(""), "ACC609")
    assert sentences(rows.format(", share: 60"), "ACC609") == [
        "Customer 'acme' has a share of the credit for 'ada', but none for 'ben'."
    ]


def test_overlay_credit_is_that_of_specialists_on_the_day():
    """Shares of owners and those that have run out do not add to it."""
    text = """
positions: {ada: {}, ben: {}, eva: {}}
customers: {acme: {}}
assignments:
  a1: {customer: acme, position: ada, role: specialist, share: 80}
  a2: {customer: acme, position: ben, role: owner, share: 100}
  a3: {customer: acme, position: eva, role: specialist, share: 80, until: 2020-01-01}
"""
    assert not sentences(text, "ACC601")


def test_an_assignment_is_an_account_by_name():
    """An account manager with a part in an account is not without accounts."""
    text = """
positions:
  ada: {role: account_manager, held_by: Ada}
  ben: {role: account_manager, held_by: Ben}
  eva: {role: account_manager, held_by: Eva}
customers: {acme: {managed_by: ada}}
assignments:
  a1: {customer: acme, position: ben, role: specialist}
"""
    assert about(text, "ROL112") == ["position:eva"]


def test_the_book_of_somebody_with_several_positions_is_told_at_the_first():
    """By the alphabet; even the smallest amounts count as revenue."""
    posts = "".join(f"  p{n}: {{held_by: P{n}}}\n" for n in range(7))
    book = "".join(f"  c{n}: {{managed_by: p{n}, revenue: 1}}\n" for n in range(7))
    text = (
        f"positions:\n  zed: {{held_by: Zed Ono}}\n  box: {{held_by: Zed Ono}}\n{posts}"
        f"customers:\n  z: {{managed_by: zed, revenue: 7}}\n{book}"
    )
    (sentence,) = sentences(text, "CON902")
    assert sentence.startswith("'Zed Ono', holder of 'box', answers for 50% of all revenue")


def test_a_plan_of_somebody_who_is_not_there_is_judged_by_no_role():
    """That nobody of the name is there is told by another rule."""
    text = "positions: {ann: {}}\nprospecting_plans: {p: {owner: ghost}}\n"
    assert not sentences(text, "ROL111")
    assert about(text, "MOD001") == ["prospecting_plan:p"]


def test_a_single_word_is_too_little_to_be_somebody():
    """A territory may well be called as somebody's first name is."""
    text = "territories: {t: {name: North Ada}}\npositions: {p: {held_by: Ada}}\n"
    assert not sentences(text, "MOD017")


def test_a_position_called_as_its_holder_is_no_twin():
    """Only names of one kind are compared with each other."""
    assert not sentences("positions: {ada-rossi: {held_by: Ada Rossi}}\n", "MOD009")
    twice = "positions: {a: {held_by: ada rossi}, b: {held_by: Ada Rossi}}\n"
    assert sentences(twice, "MOD009") == [
        "People 'Ada Rossi' and 'ada rossi' have similar names; merge them if they are the same."
    ]
