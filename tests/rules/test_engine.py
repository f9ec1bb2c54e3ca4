"""Applying rules: which ones, how gravely, with which options, and what is accepted."""

import datetime as dt

import pytest
from rules.findings import design, found

from orgmodel import DesignError, Org, validate
from orgmodel.model import Problem
from orgmodel.rules import Settings, examine, rule

SELF = "positions:\n  ann: {role: sales_director, reports_to: ann}\n"
TWO = f"{SELF}customers:\n  acme: {{key_account: true, managed_by: ann}}\n"


def codes(org, **settings):
    """The codes found, each once, in order."""
    return sorted({f.code for f in validate(org, settings=Settings(**settings))})


@rule("XXX001", "warning", origin="judgement")
def many_positions(design, *, most: int = 0):
    """There should be few positions."""
    count = len(tuple(design.roled))
    if count > most:
        yield None, f"{count} positions are above the limit of {most}."


@rule("XXX002", "error", origin="judgement")
def broken(design):
    """A rule must not raise."""
    yield None, f"{1 // len(design.org)} is no number."


@rule("XXX003", "warning", origin="judgement")
def beyond_limits(design):
    """There should be an end."""
    yield None, f"This was found in {design.org.name} before."
    raise DesignError([Problem("Too many cases.")])


def test_select_takes_codes_beginnings_and_names():
    """A rule is chosen by its code, the beginning of codes, or its name."""
    org = design(TWO)
    assert codes(org, select=["ORG102"]) == ["ORG102"]
    assert codes(org, select=["self-report"]) == ["ORG102"]
    assert {code[:3] for code in codes(org, select=["key", "ORG"])} == {"KEY", "ORG"}
    assert codes(org, select=["ORG"], extend_select=["KEY502"]) == ["KEY502", "ORG102"]


def test_ignore_wins_over_select():
    """What is ignored is not applied, however it was selected."""
    org = design(TWO)
    assert codes(org, select=["ORG", "KEY502"], ignore=["ORG1"]) == ["KEY502"]
    assert "ORG102" not in codes(org, ignore=["self-report"])


def test_severity_is_set_by_code_or_name():
    """How grave a breach is can be set for a rule."""
    for key in ("ORG102", "self-report"):
        report = validate(design(SELF), settings=Settings(rules={key: {"severity": "info"}}))
        assert {f.severity for f in report if f.code == "ORG102"} == {"info"}


def test_options_reach_the_rule():
    """An option moves the limit, and the sentence names the limit that was set."""
    settings = Settings(rules={"XXX001": {"most": 1}})
    assert not examine(design(SELF), [many_positions], settings=settings).findings
    (finding,) = examine(design(SELF), [many_positions])
    assert finding.sentence == "1 positions are above the limit of 0."


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"ignore": ["KEY599"]}, "There is no rule 'KEY599'"),
        ({"rules": {"SPN201": {"mots": 3}}}, "has no option 'mots'"),
        ({"rules": {"SPN201": {"most": "many"}}}, "'most' of rule SPN201 must be"),
        ({"rules": {"SPN201": {"severity": "fatal"}}}, "'severity' of rule SPN201 must be"),
    ],
)
def test_settings_that_mean_nothing_are_refused(settings, said):
    """A misspelt rule or option never silently does nothing."""
    with pytest.raises(DesignError, match=said):
        validate(design(SELF), settings=Settings(**settings))


def test_a_rule_that_raises_is_a_crash():
    """A bug in a rule is never taken for 'no finding'."""
    with pytest.raises(ZeroDivisionError):
        examine(Org("Aurora"), [broken])


def test_what_is_too_intricate_to_examine_is_told():
    """Where the design is beyond the limits of a rule, that is a finding of the rule."""
    report = examine(design(SELF), [beyond_limits])
    assert [f.sentence for f in report] == [
        "This could not be examined: Too many cases.",
        "This was found in Aurora before.",
    ]


ACCEPTED = "accepted:\n  x: {{rule: {rule}, about: '{about}', because: Agreed.{until}}}\n"


def accepting(rule, about, until=""):
    """Write an acceptance of a finding."""
    return ACCEPTED.format(rule=rule, about=about, until=until and f", until: {until}")


@pytest.mark.parametrize("name", ["ORG102", "self-report"])
def test_an_accepted_finding_is_kept_apart_with_its_reason(name):
    """It is no finding any more, and the report still has it."""
    report = validate(design(SELF + accepting(name, "position:ann")))
    assert not report.at_least("error")
    (accepted,) = report.accepted
    assert (accepted.code, accepted.accepted) == ("ORG102", "Agreed.")


def test_a_finding_about_the_organisation_can_be_accepted():
    """What is about the whole is accepted under the word organisation."""
    empty = "customers:\n  acme: {}\n"
    report = validate(design(empty + accepting("MOD003", "organisation")))
    assert [f.code for f in report.accepted] == ["MOD003"]
    assert "MOD003" not in {f.code for f in report}


def test_an_acceptance_ends_on_its_day():
    """The day before it still holds; on the day itself the finding is back, and so is a warning."""
    org = design(SELF + accepting("ORG102", "position:ann", "2026-05-02"))
    before, after = (validate(org, on=dt.date(2026, 5, day)) for day in (1, 2))
    assert [f.code for f in before.accepted] == ["ORG102"]
    assert "MOD005" not in {f.code for f in before}
    assert not after.accepted
    assert {"MOD005", "ORG102"} <= {f.code for f in after}
    assert "MOD004" not in {f.code for f in after}, "one cause is one finding"


def test_an_acceptance_of_another_entity_fits_nothing():
    """Who accepts a finding about somebody else than was found learns it."""
    text = SELF + accepting("ORG102", "position:anne")
    assert [f.subject for f in found(text, "MOD004")] == []
    report = validate(design(text))
    assert {"MOD004", "ORG102"} <= {f.code for f in report}
    (unmatched,) = (f for f in report if f.code == "MOD004")
    assert unmatched.sentence.startswith("Acceptance 'x' matches none of the 1 finding of ORG102")


def test_acceptances_of_rules_that_were_not_applied_are_left_alone():
    """Ignoring a rule does not make its acceptances wrong."""
    org = design("positions:\n  ann: {}\n" + accepting("ORG102", "position:ann"))
    assert "MOD004" in codes(org)
    assert "MOD004" not in codes(org, ignore=["ORG102"])


def test_an_acceptance_of_no_rule_names_the_nearest():
    """A misspelt rule in an acceptance is an error with a suggestion."""
    report = validate(design(SELF + accepting("self-raport", "position:ann")))
    (wrong,) = (f for f in report if f.code == "MOD006")
    assert wrong.sentence.endswith("did you mean 'self-report'?")


def test_findings_come_in_the_order_of_their_places():
    """A report reads like the file: line by line."""
    text = "positions:\n  zed: {reports_to: zed}\n  ann: {reports_to: ann}\n"
    report = validate(design(text), settings=Settings(select=["ORG102"]))
    assert [f.subject for f in report] == ["position:zed", "position:ann"]
