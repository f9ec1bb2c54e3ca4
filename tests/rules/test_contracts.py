"""Contracts are said in one line, refuse what is misspelt, and find whoever breaks them."""

import pytest
from rules.findings import about, design

from orgmodel import validate
from orgmodel.model import DesignError
from orgmodel.rules import RULES, Baseline, Settings, read_settings
from orgmodel.rules.contract_language import Contract

KEY_ACCOUNT_CONTRACT = (
    '{of="key account", needs="account manager", by_name=true, in_line_of="territory manager"}'
)
MARKET = """
territories:
  it: {where: {place: [IT]}}
  fr: {where: {place: [FR]}}
positions:
  tom: {role: territory_manager, held_by: Tom Berg, covers: [it]}
  ina: {role: territory_manager, held_by: Ina Roux, covers: [fr]}
  rep: {role: sales_representative, reports_to: tom, covers: [it]}
  ada: {role: account_manager, reports_to: tom, held_by: Ada Rossi}
  ben: {role: account_manager, reports_to: ina, held_by: Ben Koch}
  ren: {role: account_manager, reports_to: ina}
customers:
  in-line: {place: IT, key_account: true, managed_by: ada, tier: A, deputy: ben}
  out-of-line: {place: IT, key_account: true, managed_by: ben, deputy: ren, tier: A}
  alone: {place: IT, key_account: true, tier: B}
  nowhere: {place: DE, key_account: true, managed_by: ben, deputy: ben}
"""


def settings(folder, *lines):
    """Read settings with some contracts from a file."""
    (folder / "orgmodel.toml").write_text(f"contracts = [{', '.join(lines)}]", encoding="utf-8")
    return read_settings(folder).narrowed(select=["CTR9"])


def broken(folder, line):
    """Give the ids of those who break a contract, in order."""
    report = validate(design(MARKET), settings=settings(folder, line))
    return sorted(finding.subject.partition(":")[2] for finding in report)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            KEY_ACCOUNT_CONTRACT,
            ["alone", "out-of-line"],
        ),
        ('{of="key account", needs="deputy", held=true}', ["alone", "out-of-line"]),
        ('{of="key account", needs="deputy", held=false}', ["alone"]),
        (
            '{of="key account", needs="deputy", other_than="owner"}',
            ["alone", "nowhere", "out-of-line"],
        ),
        ('{of="key account", needs="owner", by_name=true, tier="A"}', []),
        ('{of="key account", needs="owner", by_name=true, within="it"}', ["alone"]),
        (
            '{of="key account", needs="owner", in_line_of="position:tom"}',
            ["alone", "nowhere", "out-of-line"],
        ),
        ('{of="territory", needs="sales representative"}', ["fr", "it"]),
        ('{of="territory", needs="sales_representative", held=false}', ["fr"]),
        ('{of="account manager", needs="territory manager"}', []),
        ('{of="manager", needs="report", at_least=2, held=false}', []),
        ('{of="manager", needs="report", at_least=0, at_most=1, held=false}', ["ina", "tom"]),
        ('{of="sales_representative", needs="coordinator"}', ["rep"]),
        ('{of="territory manager", needs="target"}', ["ina", "tom"]),
    ],
)
def test_a_contract_finds_whoever_breaks_it(tmp_path, line, who):
    """Nobody else, and nobody where there is no manager to be in line of."""
    assert broken(tmp_path, line) == who


def test_the_finding_says_who_does_not_count_and_why(tmp_path):
    """A reader need not look it up."""
    line = '{of="key account", needs="deputy", other_than="owner"}'
    report = validate(design(MARKET), settings=settings(tmp_path, line))
    told = {finding.subject: finding.sentence for finding in report}
    assert told["customer:out-of-line"].endswith("besides the owner; 'ren' is vacant.")
    assert told["customer:nowhere"].endswith("besides the owner; 'ben' is the owner.")
    assert told["customer:alone"] == "Key account 'alone' has no deputy besides the owner."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{of="key acount", needs="owner"}', "did you mean 'key account'"),
        ('{of="key account", needs="acount manager"}', "did you mean 'account manager'"),
        ('{of="key account", need="owner"}', "did you mean 'needs'"),
        ('{of="key account", needs="owner", in_line_of="territory manger"}', "territory manager"),
        ('{of="key account", needs="owner", in_line_of="position:tim"}', "did you mean 'tom'"),
        ('{of="key account", needs="owner", within="it-1"}', "not a territory"),
        ('{of="key account", needs="owner", other_than="ownr"}', "did you mean 'owner'"),
        ('{of="territory", needs="owner", by_name=true}', "only for customers"),
        ('{of="manager", needs="report", at_least=3, at_most=2}', "below 'at_least'"),
        ('{of="manager", needs="report", code="ABC1"}', "contracts.1.code"),
        (
            '{of="territory", needs="target"}',
            "nor one of owner, deputy, coordinator, territory plan",
        ),
        ('{of="manager", needs="report", at_leest=2}', "'contracts.1.at_leest'; did you mean 'at"),
    ],
)
def test_what_is_misspelt_is_refused_with_what_was_meant(tmp_path, line, said):
    """A contract that says nothing would be kept by everybody."""
    with pytest.raises(DesignError, match=said.replace(".", r"\.")):
        validate(design(MARKET), settings=settings(tmp_path, line))


def test_a_role_of_the_design_may_be_named():
    """By its id or its title, in any case."""
    text = MARKET + "roles:\n  hunter: {title: New business hunter}\n"
    contract = Contract(of="territory", needs="new business hunter")
    report = validate(design(text), settings=Settings(select=["CTR9"], contracts=[contract]))
    assert len(report) == 2


def test_a_contract_is_a_rule_like_any_other():
    """It has a code, a page, a severity that settings change, and a place in baselines."""
    contract = Contract(of="key account", needs="deputy", code="CTR500", severity="error")
    given = Settings(
        select=["CTR500"], contracts=[contract], rules={"CTR500": {"severity": "info"}}
    )
    report = validate(design(MARKET), settings=given)
    assert {(f.code, f.name, f.severity) for f in report} == {
        ("CTR500", "key-account-needs-deputy", "info")
    }
    (rule,) = given.own_rules
    assert 'contracts = [{of = "key account", needs = "deputy"}]' in rule.page
    known = Baseline().updated(report, RULES, grow=True)
    assert not validate(design(MARKET), settings=given, baseline=known)


def test_a_contract_without_data_is_silent():
    """No key accounts, no breach, and the report says so."""
    given = Settings(select=["CTR9"], contracts=[Contract(of="key account", needs="deputy")])
    report = validate(design("positions: {ann: {}}\n"), settings=given)
    assert report.silent == (("CTR901", "customers.key_account"),)


PROSPECTS = """
territories:
  it: {where: {place: [IT]}}
  fr: {where: {place: [FR]}}
positions:
  tom:
    {role: sales_representative, held_by: Tom Berg, covers: [it], deputy: ina, coordinated_by: zoe}
  ina: {role: sales_representative, held_by: Ina Roux, covers: [fr]}
  zoe: {role: sales_coordinator, held_by: Zoe Bianchi}
customers:
  new: {place: IT, status: prospect}
  fresh: {place: FR, status: prospect}
  old: {place: IT, deputy: ina}
  far: {place: DE, tier: A}
"""


@pytest.mark.parametrize(
    ("contract", "who"),
    [
        (Contract(of="prospect", needs="deputy"), ["fresh"]),
        (Contract(of="existing customer", needs="deputy"), ["far"]),
        (Contract(of="customer", needs="deputy"), ["far", "fresh"]),
        (Contract(of="customer", needs="owner"), ["far"]),
        (Contract(of="territory", needs="deputy"), ["fr"]),
        (Contract(of="territory", needs="coordinator"), ["fr"]),
        (Contract(of="territory", needs="owner", at_least=1, at_most=1), []),
        (Contract(of="territory", needs="owner", at_least=2), ["fr", "it"]),
        (Contract(of="territory", needs="deputy", within="it"), []),
        (Contract(of="territory", needs="territory plan"), ["fr", "it"]),
        (Contract(of="customer", needs="deputy", tier="A"), ["far"]),
        (Contract(of="customer", needs="deputy", within="it"), []),
        (Contract(of="customer", needs="deputy", within="fr"), ["fresh"]),
    ],
    ids=lambda value: f"{value.of} {value.needs}" if isinstance(value, Contract) else None,
)
def test_a_contract_holds_for_its_kind_alone(contract, who):
    """Prospects, customers whom we have, and all of them are three kinds."""
    report = validate(design(PROSPECTS), settings=Settings(select=["CTR9"], contracts=[contract]))
    assert sorted(finding.subject.partition(":")[2] for finding in report) == who


@pytest.mark.parametrize(
    ("contract", "said"),
    [
        (
            Contract(of="customer", needs="deputy", at_least=2),
            "Customer 'old' has 1 of 2 deputies.",
        ),
        (
            Contract(of="territory", needs="owner", at_least=0, at_most=0),
            "Territory 'it' has 1 owner ('tom'), above the limit of 0.",
        ),
        (
            Contract(of="territory", needs="coordinator", at_least=3),
            "Territory 'it' has 1 of 3 coordinators.",
        ),
    ],
    ids=["deputies", "owner", "coordinators"],
)
def test_numbers_are_said_in_words_that_fit(contract, said):
    """One deputy, two deputies; and what there is beside what there should be."""
    report = validate(design(PROSPECTS), settings=Settings(select=["CTR9"], contracts=[contract]))
    assert said in [finding.sentence for finding in report]


def test_a_vacant_position_is_nobody_else_than_itself():
    """Two vacancies are two positions, one is the owner though nobody holds it."""
    text = """
positions: {gap: {}, other: {}}
customers: {a: {managed_by: gap, deputy: gap}, b: {managed_by: gap, deputy: other}}
"""
    contract = Contract(of="customer", needs="deputy", other_than="owner", held=False)
    report = validate(design(text), settings=Settings(select=["CTR9"], contracts=[contract]))
    assert [finding.sentence for finding in report] == [
        "Customer 'a' has no deputy besides the owner; 'gap' is the owner."
    ]


def test_who_is_excluded_from_a_territory_is_in_no_line_of_its_manager():
    """The territory that remains says whose line it is."""
    text = """
territories: {it: {where: {place: [IT]}}, mi: {where: {place: [IT-25]}, within: it}}
positions:
  tom: {role: territory_manager, held_by: Tom Berg, covers: [it]}
  ina: {role: territory_manager, held_by: Ina Roux, covers: [mi]}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: ina}
  ben: {role: account_manager, held_by: Ben Koch, reports_to: tom}
customers:
  acme: {place: IT-25, managed_by: ben, excluded_from: [mi]}
  brio: {place: IT-25, managed_by: ada}
"""
    contract = Contract(of="customer", needs="account manager", in_line_of="territory manager")
    report = validate(design(text), settings=Settings(select=["CTR9"], contracts=[contract]))
    assert not report


def test_the_line_of_any_manager_reaches_further_than_that_of_the_nearest():
    """Tom covers all of Italy, Ina the part in which the customer lies."""
    text = """
territories: {it: {where: {place: [IT]}}, mi: {where: {place: [IT-25]}, within: it}}
positions:
  tom: {role: territory_manager, held_by: Tom Berg, covers: [it]}
  ina: {role: territory_manager, held_by: Ina Roux, covers: [mi]}
  rep: {role: sales_representative, held_by: Rita Neri, reports_to: ina}
  ben: {role: account_manager, held_by: Ben Koch, reports_to: tom}
customers: {acme: {place: IT-25, managed_by: ben}}
"""
    told = {}
    for line in ("any territory manager", "territory manager"):
        contract = Contract(of="customer", needs="account manager", in_line_of=line)
        given = Settings(select=["CTR9"], contracts=[contract])
        told[line] = [found.sentence for found in validate(design(text), settings=given)]
    assert told["any territory manager"] == []
    (sentence,) = told["territory manager"]
    assert sentence.endswith("in the line of its territory's manager; 'ben' is not in it.")


def test_every_wrong_word_of_a_contract_is_told_with_its_number():
    """The first is the first; of both words each is told, and the territory that was meant."""
    given = Settings(
        select=["CTR9"],
        contracts=[
            Contract(of="prospct", needs="mangaer"),
            Contract(of="prospect", needs="owner", within="itt"),
        ],
    )
    with pytest.raises(DesignError) as caught:
        validate(design(PROSPECTS.replace("  it:", "  ita:")), settings=given)
    told = [problem.sentence for problem in caught.value.problems]
    assert told[0].startswith(
        "Contract 1 has of 'prospct', which is neither a role nor one of customer, "
    )
    assert told[0].endswith("did you mean 'prospect'?")
    assert told[1].startswith(
        "Contract 1 has needs 'mangaer', which is neither a role nor one of manager, "
    )
    assert told[1].endswith("did you mean 'manager'?")
    assert told[2] == ("Contract 2 is within 'itt', which is not a territory; did you mean 'ita'?")


def test_whoever_has_no_account_manager_is_out_of_no_line():
    """KEY501 tells it, and one cause is told once; a contract of the company's own still does."""
    text = """
territories:
  north: {where: {place: [IT]}}
positions:
  eve: {role: executive, held_by: Eve Long}
  tom: {role: territory_manager, held_by: Tom Berg, covers: [north], reports_to: eve}
  rep: {role: sales_representative, held_by: Bob Ray, reports_to: tom}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: eve}
customers:
  acme: {key_account: true, place: IT}
  nova: {key_account: true, place: IT, managed_by: ada}
"""
    assert about(text, "KEY501") == ["customer:acme"]
    assert about(text, "CTR101") == ["customer:nova"]
    own = Contract(of="key account", needs="owner", by_name=True, in_line_of="territory branch")
    report = validate(design(text), settings=Settings(select=["CTR9"], contracts=[own]))
    assert [finding.subject for finding in report] == ["customer:acme", "customer:nova"]
