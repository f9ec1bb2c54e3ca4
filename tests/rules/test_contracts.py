"""Contracts are said in one line, refuse what is misspelt, and find whoever breaks them."""

import pytest
from rules.findings import design

from orgmodel import validate
from orgmodel.model import DesignError
from orgmodel.rules import RULES, Baseline, Settings, read_settings
from orgmodel.rules.contracts import Contract

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
        ('{of="key account", needs="owner", within="it-1"}', "no territory"),
        ('{of="key account", needs="owner", other_than="ownr"}', "did you mean 'owner'"),
        ('{of="territory", needs="owner", by_name=true}', "only for customers"),
        ('{of="manager", needs="report", at_least=3, at_most=2}', "below 'at_least'"),
        ('{of="manager", needs="report", code="ABC1"}', "contracts.1.code"),
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
    assert {(f.code, f.name, f.level) for f in report} == {
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
