"""Rules are found by code or name, and settings can do without those of others."""

import pytest

from orgmodel import Org, Position, validate
from orgmodel.changes import Remove, Set
from orgmodel.model import AccountPlan, UnknownError
from orgmodel.rules import RULES, Part, Settings, find_rule, offered


@pytest.mark.parametrize("name", ["KEY502", "key502", "key-account-without-deputy"])
def test_a_rule_is_found_by_its_code_or_name(name):
    """The code in any case."""
    assert find_rule(name).code == "KEY502"


def test_what_is_no_rule_names_the_nearest():
    """Among codes and names alike, and only among the rules there are."""
    with pytest.raises(UnknownError) as caught:
        find_rule("key-account-without-depty")
    assert str(caught.value) == (
        "There is no rule 'key-account-without-depty'; did you mean 'key-account-without-deputy'?"
    )
    with pytest.raises(UnknownError, match="There is no rule 'KEY5002'; did you mean 'KEY50"):
        find_rule("KEY5002")
    with pytest.raises(UnknownError):
        find_rule("KEY502", [rule for rule in RULES if rule.code != "KEY502"])


def test_settings_do_without_what_they_say_of_some_rules():
    """In all that they say; a part for some of them alone goes, one for all rules stays."""
    settings = Settings(
        select=["KEY", "X1"],
        ignore=["KEY502", "X2"],
        extend_select=["x3", "SPN"],
        rules={"X1": {"most": 3}, "SPN201": {"most": 9}},
        parts=[
            Part("off", under="ann", rules=["X1", "KEY"]),
            Part("off", under="bob", rules=["X1"]),
            Part("off", under="eve", rules=[]),
        ],
    )
    assert settings.without("X") == Settings(
        select=["KEY"],
        ignore=["KEY502"],
        extend_select=["SPN"],
        rules={"SPN201": {"most": 9}},
        parts=[Part("off", under="ann", rules=["KEY"]), Part("off", under="eve", rules=[])],
    )


@pytest.mark.parametrize("place", [{}, {"under": "ann", "within": "it"}])
def test_a_part_is_one_thing(place):
    """Neither nothing nor both."""
    with pytest.raises(ValueError, match="a part is either under a position or within a territory"):
        Part("off", **place)


def test_a_part_that_is_nowhere_is_called_as_the_settings_do():
    """Within a territory or under a position."""
    settings = Settings(parts=[Part("off", within="north"), Part("off", under="ann")])
    notes = validate(Org("Aurora"), settings=settings).notes
    assert [note.partition(",")[0] for note in notes] == [
        "The settings name a part within 'north'",
        "The settings name a part under 'ann'",
    ]


def test_fixes_call_kinds_and_values_by_what_they_are():
    """Kinds in words, numbers without quotes."""
    assert str(offered(Remove(AccountPlan, "p"))) == "remove account plan 'p'"
    assert str(offered(Set(Position, "a", {"grade": 3}))) == "set grade of position 'a' to 3"
