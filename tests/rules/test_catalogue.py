"""Every rule of the catalogue does what its page says."""

import ast
import inspect
import re
import textwrap

import pytest
from rules.findings import design

from orgmodel import validate
from orgmodel.rules import RULES, Rule, collect, page_of, rule

EVERY_RULE = pytest.mark.parametrize("each", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
MOOD = re.compile(r"\b(must|should|may|might|need to)\b")
"""How a norm would speak of its severity, which stands beside it."""


def codes(report):
    """The codes of all findings, accepted ones too."""
    return {finding.code for finding in (*report.findings, *report.accepted)}


@EVERY_RULE
def test_the_bad_example_breaks_the_rule(each: Rule):
    """What the page calls bad is found, in a whole sentence that is about something there."""
    org = design(each.examples["bad"])
    report = validate(org)
    mine = [f for f in (*report.findings, *report.accepted) if f.code == each.code]
    assert mine
    for finding in mine:
        assert re.fullmatch(r"[A-Z'0-9].*[.?]", finding.sentence)
        assert "None" not in finding.sentence.replace("None of", "")
        assert (finding.name, finding.severity) == (each.name, each.severity)
        assert (finding.source is None) == (finding.entity is None)
        named = finding.entity is None or f"'{finding.entity.id}'" in finding.sentence
        assert named, "the sentence names what it is about"


@EVERY_RULE
def test_the_good_example_keeps_the_rule_and_causes_no_error(each: Rule):
    """What the page calls good is silent, and would pass every check for errors."""
    report = validate(design(each.examples["good"]))
    assert each.code not in codes(report)
    assert not report.at_least("error")


@EVERY_RULE
def test_the_page_is_whole(each: Rule):
    """A page has a norm as a plain statement, says why, and says where it comes from."""
    assert not MOOD.search(each.norm)
    assert each.norm.endswith(".")
    why = each.page.partition("```")[0].removeprefix(each.norm).strip()
    assert len(why) > 40
    assert len(each.origin) > 5
    assert {*each.examples} == {"bad", "good"}
    assert re.fullmatch(r"[A-Z]{3}\d{3}", each.code)
    assert not each.code.startswith("X"), "kept for the rules of users"


def numbers(each):
    """The numbers that a rule can be set to, by option, as its page may spell them."""
    words = {50: "half", 25: "quarter", 20: "fifth", 3: "three", 2: "twice", 1: "one"}
    for name, value in each.options.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield name, {f"{value:g}", f"{value:,.0f}", words.get(value, f"{value:g}")}


@EVERY_RULE
def test_the_page_says_every_number_and_where_it_comes_from(each: Rule):
    """Each threshold is in the prose, and its origin has it too, or says that it is a judgement."""
    prose = " ".join(each.page.partition("```")[0].split())
    for name, spelt in numbers(each):
        given = {word for word in spelt if re.search(rf"(?<![\d.]){word}(?!\d)", prose)}
        assert given, f"{name} is in no sentence"
        sourced = "judgement" in each.origin or "borrowed" in each.origin
        sourced |= any(re.search(rf"(?<!\d){word}(?!\d)", each.origin) for word in spelt)
        assert sourced or "are listed" in prose, f"{name} has no source"


@EVERY_RULE
def test_the_printed_page_has_all_parts(each: Rule):
    """What it needs, its options, its fix, its source, and who else makes the check."""
    facts = page_of(each).rpartition("```")[2]
    for part in ("Severity", "Fix", "Source", "Elsewhere"):
        (line,) = [line for line in facts.splitlines() if line.startswith(f"- {part}: ")]
        assert len(line) > len(part) + 6
    assert facts.count("- Option: ") == len(each.options)
    assert ("- Silent where a design has no " in facts) == bool(each.needs)


@EVERY_RULE
def test_a_rule_is_short(each: Rule):
    """A rule takes at most 12 lines of code below its page, so that one can read it."""
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(each.check))).body
    assert isinstance(function, ast.FunctionDef)
    first, last = function.body[1], function.body[-1]
    assert last.end_lineno is not None
    assert last.end_lineno - first.lineno < 12


@EVERY_RULE
def test_options_have_defaults_of_a_plain_kind(each: Rule):
    """Settings can say every option in TOML."""
    assert all(isinstance(value, int | float | str | tuple) for value in each.options.values())


def test_codes_and_names_are_unique_and_in_order():
    """No two rules share a code or a name, and the catalogue is sorted by code."""
    assert len({each.code for each in RULES}) == len({each.name for each in RULES}) == len(RULES)
    assert [each.code for each in RULES] == sorted(each.code for each in RULES)
    assert len(RULES) >= 32


def test_a_code_used_twice_is_refused():
    """Two rules of one code cannot be collected."""

    class Family:
        """Stands for a module."""

        one = rule("XYZ001", "error", origin="judgement")(lambda _: iter(()))
        two = rule("XYZ001", "error", origin="judgement")(lambda _: iter(()))

    with pytest.raises(ValueError, match="two rules share XYZ001"):
        collect(Family)


def test_key_account_without_deputy_reads_as_promised():
    """The finding that stands in front of the project says exactly this."""
    report = validate(
        design(
            "positions:\n  ada: {role: account_manager, held_by: Ada Rossi}\n"
            "customers:\n  acme: {key_account: true, managed_by: ada}\n"
        )
    )
    assert "KEY502 Key account 'acme' has no deputy. [key-account-without-deputy]" in str(report)
