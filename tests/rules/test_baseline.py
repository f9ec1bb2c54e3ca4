"""Findings that are known, recorded and shrinking."""

import json

import pytest
from rules.findings import design

from orgmodel import DesignError, validate
from orgmodel.rules import RULES, Baseline, Settings, read_baseline

TWO_KEYS = """
positions:
  ann: {role: sales_director, held_by: Ann}
  am: {role: account_manager, held_by: Bob, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: am}
  brio: {key_account: true, managed_by: am}
"""
ONE_KEY = TWO_KEYS.replace("brio: {key_account: true, ", "brio: {")
DEPUTIES = Settings(select=["KEY502"])


def keys(report):
    """Give what the findings of a report are about."""
    return [finding.subject for finding in report]


def recorded(text=TWO_KEYS, settings=DEPUTIES):
    """Record all findings of a design."""
    report = validate(design(text), settings=settings)
    return Baseline().updated(report, RULES, grow=True)


def test_known_findings_are_not_reported():
    """They are counted in the summary and kept aside, and only new ones fail."""
    baseline = recorded(ONE_KEY)
    report = validate(design(TWO_KEYS), settings=DEPUTIES, baseline=baseline)
    assert keys(report) == ["customer:brio"]
    assert keys(report.known) == ["customer:acme"]
    assert report.summary == "1 warning (1 in the baseline); 1 rule checked."


def test_known_findings_move_with_their_entity():
    """Lines and other entities around it make no difference."""
    baseline = recorded()
    longer = TWO_KEYS.replace("customers:", "  zoe: {role: sales_coordinator}\n\n\ncustomers:")
    assert not validate(design(longer), settings=DEPUTIES, baseline=baseline)


def test_what_is_gone_is_told_and_dropped():
    """An update without growing removes it and adds nothing."""
    baseline = recorded()
    report = validate(design(ONE_KEY), settings=DEPUTIES, baseline=baseline)
    (note,) = report.notes
    assert note == "The baseline has 1 outdated entry; use --update-baseline."
    smaller = baseline.updated(report, RULES)
    assert smaller.counts == {("KEY502", "customer:acme"): 1}
    assert not validate(design(ONE_KEY), settings=DEPUTIES, baseline=smaller).notes


def test_a_baseline_only_shrinks():
    """New findings are recorded where growing is asked for, and nowhere else."""
    baseline = recorded(ONE_KEY)
    report = validate(design(TWO_KEYS), settings=DEPUTIES, baseline=baseline)
    assert baseline.updated(report, RULES) == baseline
    assert baseline.updated(report, RULES, grow=True) == recorded()


def test_rules_that_are_not_applied_keep_their_records():
    """Looking at one family does not throw away what is known of another."""
    baseline = recorded(settings=None)
    other = validate(design(TWO_KEYS), settings=Settings(select=["SPN"]), baseline=baseline)
    assert not other.notes
    assert baseline.updated(other, RULES) == baseline


def test_rules_that_are_no_more_lose_their_records():
    """But those of plug-ins may only be left out this time."""
    baseline = Baseline({("OLD101", "position:ann"): 1, ("XAB101", "position:ann"): 1})
    report = validate(design(TWO_KEYS), settings=DEPUTIES, baseline=baseline)
    assert len(report.notes) == 1
    assert baseline.updated(report, RULES).counts == {("XAB101", "position:ann"): 1}


def test_more_findings_of_a_kind_are_all_reported():
    """Nobody can tell which of them is the new one."""
    double = "positions:\n  ann: {role: sales_director, held_by: A, reports_to: ghost"
    one, two = f"{double}}}\n", f"{double}, deputy: spirit}}\n"
    settings = Settings(select=["MOD001"])
    baseline = recorded(one, settings)
    assert len(validate(design(two), settings=settings, baseline=baseline)) == 2
    assert not validate(design(one), settings=settings, baseline=recorded(two, settings))


def test_accepted_findings_are_not_recorded():
    """They are dealt with already."""
    text = f"""{TWO_KEYS}
accepted:
  x: {{rule: KEY502, about: "customer:acme", because: Small.}}
"""
    assert recorded(text).counts == {("KEY502", "customer:brio"): 1}


def test_files_are_sorted_and_read_again():
    """A line per entity, so that changes are easy to review."""
    baseline = Baseline({("ORG101", "position:ü"): 2, ("KEY502", "customer:acme"): 1})
    text = baseline.text()
    assert json.loads(text) == {
        "version": 1,
        "findings": {"KEY502": {"customer:acme": 1}, "ORG101": {"position:ü": 2}},
    }
    assert text.index("KEY502") < text.index("ORG101")
    assert read_baseline(text.encode(), "b.json") == baseline


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "cannot be read as JSON"),
        (b"\xff\xfe", "cannot be read as JSON"),
        (b"[" * 100_000, "cannot be read as JSON"),
        (b"[]", "the whole: "),
        (b"{}", "version: Field required"),
        (b'{"version": 2, "findings": {}}', "version: Input should be 1"),
        (b'{"version": 1, "findings": {"KEY502": {"customer:a": 0}}}', "KEY502.customer:a: "),
        (b'{"version": 1, "findings": {"KEY502": {"customer:a": true}}}', "valid integer"),
        (b'{"version": 1, "findings": {"KEY502": {"\\ud800": 1}}}', "is empty"),
        (b'{"version": 1, "findings": {}, "more": 1}', "more: Unexpected"),
    ],
)
def test_broken_files_are_refused(text, said):
    """With the file, the place in it, and what is wrong."""
    with pytest.raises(DesignError, match="not a baseline") as caught:
        read_baseline(text, "b.json")
    assert said in str(caught.value)
    assert str(caught.value).startswith("b.json: This is not a baseline")
