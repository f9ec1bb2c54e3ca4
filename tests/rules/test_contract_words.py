"""A contract is said in a sentence, a name and a line of settings that a reader understands."""

import pytest
from rules.findings import design

from orgmodel import validate
from orgmodel.rules import Settings
from orgmodel.rules.contract_language import Contract

SAID = [
    (
        Contract(of="key account", needs="deputy"),
        "Every key account has a deputy.",
        "key-account-needs-deputy",
    ),
    (
        Contract(
            of="customer",
            needs="executive sponsor",
            at_least=2,
            severity="error",
            tier=["A", "B"],
            within="it",
        ),
        "Every customer of tier A or B within 'it' has at least 2 executive sponsors.",
        "customer-of-tier-a-or-b-within-it-needs-executive-sponsor",
    ),
    (
        Contract(of="manager", needs="report", at_least=0, at_most=3, severity="info"),
        "Every manager has at most 3 reports.",
        "manager-needs-report",
    ),
    (
        Contract(of="territory", needs="owner", at_most=1),
        "Every territory has an owner, and at most 1.",
        "territory-needs-owner",
    ),
    (
        Contract(
            of="prospect",
            needs="account_manager",
            at_most=2,
            by_name=True,
            other_than="deputy",
        ),
        "Every prospect has an account manager, and at most 2, by name besides the deputy.",
        "prospect-needs-account-manager-by-name-besides-deputy",
    ),
    (
        Contract(of="customer", needs="owner", in_line_of="territory manager"),
        "Every customer has an owner in the line of its territory's manager.",
        "customer-needs-owner-in-line",
    ),
    (
        Contract(of="customer", needs="owner", in_line_of="any territory manager"),
        "Every customer has an owner in the line of a manager of its territories.",
        "customer-needs-owner-in-line",
    ),
    (
        Contract(of="customer", needs="owner", in_line_of="territory branch"),
        "Every customer has an owner in the branch of its territory, below the head.",
        "customer-needs-owner-in-line",
    ),
    (
        Contract(of="sales_representative", needs="owner", in_line_of="position:tom"),
        "Every sales representative has an owner in the line of 'tom'.",
        "sales-representative-needs-owner-in-line",
    ),
]


@pytest.mark.parametrize(("contract", "norm", "name"), SAID, ids=[row[1] for row in SAID])
def test_a_contract_reads_as_a_sentence(contract, norm, name):
    """Whom it holds for, how grave it is, what is needed; the name says the same shortly."""
    (rule,) = Settings(contracts=[contract]).own_rules
    assert (rule.norm, rule.name) == (norm, name)


def test_the_page_shows_the_line_to_write_and_why():
    """Only what differs from what is understood; the reason is the company's own."""
    contract = Contract(
        of="key account", needs="deputy", by_name=True, tier="A", held=False, because="We promised."
    )
    (rule,) = Settings(contracts=[contract]).own_rules
    line = 'of = "key account", needs = "deputy", tier = ["A"], by_name = true, held = false'
    assert rule.page.splitlines()[2:] == [
        "We promised.",
        "",
        "```toml",
        f"contracts = [{{{line}}}]",
        "```",
    ]


def test_contracts_are_numbered_in_their_order():
    """From CTR901 on, unless one has a code of its own."""
    contracts = [
        Contract(of="customer", needs="owner"),
        Contract(of="customer", needs="deputy", code="CTR600"),
        Contract(of="territory", needs="owner"),
    ]
    codes = [rule.code for rule in Settings(contracts=contracts).own_rules]
    assert codes == ["CTR901", "CTR600", "CTR903"]


def test_a_role_is_called_by_words_however_it_was_written():
    """By its id in the settings, without underscores in the finding."""
    text = "customers: {acme: {}}\n"
    for needs in ("account_manager", "account manager"):
        contract = Contract(of="customer", needs=needs)
        (found,) = validate(design(text), settings=Settings(select=["CTR9"], contracts=[contract]))
        assert found.sentence == "Customer 'acme' has no account manager."
