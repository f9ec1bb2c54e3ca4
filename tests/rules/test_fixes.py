"""What a finding offers as its fix mends it and brings nothing grave."""

import textwrap

import pytest
from rules.findings import design as read

from orgmodel import Position, validate
from orgmodel.changes import Remove, Set, apply
from orgmodel.rules import RULES, Rule, examine, offered, rule, safe
from orgmodel.rules.core.fix import Fix


def design(text):
    """Read a design from YAML without its name, however far it is indented."""
    return read(textwrap.dedent(text))


FIXING = [rule for rule in RULES if rule.fix != "none"]

MORE = {
    "CUS407": "customers: {acme: {parent: acme}}\npositions: {rep: {}}",
    "KEY501": """
        positions: {ada: {role: account_manager, held_by: Ada Rossi}}
        customers: {acme: {key_account: true}}
    """,
    "KEY502": """
        positions:
          ada: {role: account_manager, held_by: Ada Rossi}
          ben: {role: account_manager, held_by: Ben Koch}
        customers: {acme: {key_account: true, managed_by: ada}}
    """,
    "MOD005": """
        positions: {ann: {role: sales_director}}
        accepted: {x: {rule: ORG102, about: "position:ann", because: So., until: 2020-01-01}}
    """,
    "MOD007": """
        people: {ada: {name: Ada Rossi}}
        positions: {am-1: {role: account_manager, held_by: ada rossi}}
    """,
    "ORG104": """
        positions:
          ann: {role: sales_manager}
          rep: {role: sales_representative, reports_to: ann, dotted_to: [rep, ann]}
    """,
    "ORG110": "positions: {ann: {role: sales_director, held_by: Ann Lee, deputy: ann}}",
    "TER309": """
        territories: {north: {where: {place: [IT]}, within: north}}
        positions: {rep: {role: sales_representative, covers: [north]}}
    """,
    "TGT810": """
        positions: {bob: {role: sales_representative, held_by: Bob Ray}}
        targets:
          t1: {position: bob, period: "2026", revenue: 100}
          t2: {position: bob, period: "2026", revenue: 100}
    """,
}
"""Designs whose findings are mended where the one on the page is not, or not surely."""


def mended(each: Rule):
    """The findings of a rule that carry a fix, each with the design that it is about."""
    for text in (each.examples["bad"], MORE.get(each.code)):
        if text is not None:
            org = design(text)
            for finding in validate(org):
                if finding.code == each.code and finding.fix is not None:
                    yield org, finding


@pytest.mark.parametrize("each", FIXING, ids=lambda rule: rule.code)
def test_a_fix_mends_its_finding_and_brings_no_error(each: Rule):
    """Made of the design it leaves no such finding, and no error that was not there."""
    found = list(mended(each))
    assert found, "there is a design in which the rule knows what to change"
    for org, finding in found:
        before, after = validate(org), validate(apply(org, finding.fix.changes))
        assert (finding.code, finding.sentence) not in {(f.code, f.sentence) for f in after}
        grave = {(f.code, f.subject) for f in after.at_least("error")}
        assert grave <= {(f.code, f.subject) for f in before.at_least("error")}


@pytest.mark.parametrize("each", FIXING, ids=lambda rule: rule.code)
def test_the_page_says_how_sure_fixes_are(each: Rule):
    """A rule that calls its fixes safe has such; one that only offers some has none."""
    kinds = {finding.fix.safe for _, finding in mended(each)}
    assert (True in kinds) == (each.fix == "safe")


@pytest.mark.parametrize("each", RULES, ids=lambda rule: rule.code)
def test_rules_that_promise_no_fix_give_none(each: Rule):
    """The page is true the other way round, too."""
    if each.fix == "none":
        assert not list(mended(each))


def test_an_unsure_reference_is_only_offered():
    """With two posts alike, or a short name, nobody knows which was meant."""
    for text in (
        "positions: {bob: {}, rep: {reports_to: bop}}",
        "positions: {rep-anna: {}, rep-anne: {}, tom: {reports_to: rep-ann}}",
    ):
        (finding,) = [f for f in validate(design(text)) if f.code == "MOD001"]
        assert not finding.fix.safe


def test_numbers_are_no_slips():
    """Posts that differ in a digit are different posts on purpose."""
    text = "positions: {rep-001: {}, rep-002: {}, tom: {reports_to: rep-003}}"
    (finding,) = [f for f in validate(design(text)) if f.code == "MOD001"]
    assert not finding.fix.safe


def test_all_that_names_the_missing_one_is_mended_at_once():
    """One cause, one finding, one fix; a list names what it gets once."""
    org = design("""
        territories: {lombardy: {where: {}}}
        positions:
          a: {covers: [lombardi]}
          b: {covers: [lombardy, lombardi]}
    """)
    (finding,) = [f for f in validate(org) if f.code == "MOD001"]
    made = apply(org, finding.fix.changes)
    assert [p.covers for p in made.all(Position)] == [("lombardy",), ("lombardy",)]


def test_a_line_with_dates_is_no_field():
    """What a dated line says on a day cannot be taken out of the position, so there is no fix."""
    org = design("""
        positions: {ann: {role: sales_manager}, rep: {reports_to: ann}}
        reporting_lines: {x: {position: rep, manager: ann, dotted: true, since: 2020-01-01}}
    """)
    (finding,) = [f for f in validate(org) if f.code == "ORG104"]
    assert finding.fix is None


def test_a_rule_of_ones_own_gives_fixes_too():
    """The third part of what a rule yields is its fix; without one there is none."""

    @rule("XAB100", "warning", origin="our handbook", fix="safe")
    def titled(given):
        """A position should have a title."""
        for position in given.org.all(Position):
            change = Set(Position, position.id, {"title": "Rep"})
            yield position, "No title.", safe(change)
            yield position, "No grade.", None
            yield position, "No pay."

    found = examine(design("positions: {rep: {}}"), [titled])
    assert [f.fix for f in found] == [
        None,
        None,
        Fix((Set(Position, "rep", {"title": "Rep"}),), safe=True),
    ]


def test_fixes_are_told_in_words():
    """Whoever reads a fix knows what it changes, and to what."""
    said = {
        str(
            offered(Set(Position, "a", {"reports_to": "b"}))
        ): "set reports_to of position 'a' to 'b'",
        str(
            offered(Set(Position, "a", {"covers": ("x", "y")}))
        ): "set covers of position 'a' to ['x', 'y']",
        str(offered(Set(Position, "a", {"deputy": None}))): "remove deputy of position 'a'",
        str(offered(Remove(Position, "a"))): "remove position 'a'",
        str(offered(*(Remove(Position, str(n)) for n in range(7)))): "and 2 more changes",
    }
    for told, expected in said.items():
        assert told.endswith(expected)
    assert offered(None) is None
    assert safe(Remove(Position, "a"), None) is None
