"""Rules that a design has no data for are passed over, and said to be."""

import pytest
from hypothesis import given
from rules.findings import design
from strategies import orgs

from orgmodel import validate
from orgmodel.rules import RULES, RuleContext, Settings, examine, rule
from orgmodel.rules.core.data_requirements import Holdings
from orgmodel.rules.core.examination import Examination

EXAMPLES = [
    pytest.param(text, id=f"{each.code}-{kind}")
    for each in RULES
    for kind, text in each.examples.items()
]
SILENT = "positions:\n  ann: {role: sales_director, held_by: Ann}\n"


def unfounded(org):
    """Give the rules that find something in a design which lacks what they need."""
    examined = RuleContext.of(org)
    holdings = Holdings(examined.org)
    empty = Examination(RULES, RULES, ())
    for each in RULES:
        given_ = (examined, empty) if each.judges_findings else (examined,)
        if holdings.lack(each.needs) and any(each.check(*given_)):
            yield each.code


@pytest.mark.parametrize("text", EXAMPLES)
def test_rules_find_nothing_where_their_data_is_missing(text):
    """So passing over them loses no finding, in any example of the catalogue."""
    assert not [*unfounded(design(text))]


@given(orgs())
def test_no_finding_is_lost_in_any_design(org):
    """Nor in designs of every other shape."""
    assert not [*unfounded(org)]


def test_reports_say_what_is_missing():
    """With the code of the rule, and in the summary."""
    report = validate(design(SILENT), settings=Settings(select=["KEY502", "ORG101", "MOD001"]))
    assert dict(report.silent) == {
        "KEY502": "customers.key_account",
        "ORG101": "positions.reports_to",
    }
    assert report.checked == 1
    assert report.summary == "No findings; 1 rule checked, 2 without data."


def needing(*needs):
    """Give what is missing for a rule of such needs where one position is all there is."""

    def always(design):
        del design
        yield None, "Found."

    made = rule("XAB101", "info", origin="judgement", needs=needs)(always)
    report = examine(design(SILENT), [made])
    assert bool(report) is not bool(report.silent)
    return dict(report.silent).get("XAB101")


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        ([], None),
        (["positions"], None),
        (["customers"], "customers"),
        (["positions.held_by"], None),
        (["positions.fte"], "positions.fte"),
        (["customers | positions"], None),
        (["customers | targets"], "customers or targets"),
        (["positions", "customers", "territories.where"], "customers, territories.where"),
        (["targets.period"], "targets.period"),
    ],
)
def test_needs_are_sections_and_fields(needs, missing):
    """A field is there if one entity says something else than the default."""
    assert needing(*needs) == missing


@pytest.mark.parametrize("need", ["customer", "customers.revenu", "customers | x"])
def test_needs_that_no_design_can_meet_are_refused(need):
    """A misspelt one would silence its rule for ever."""
    with pytest.raises(ValueError, match="no"):
        rule("XAB101", "info", origin="judgement", needs=[need])
