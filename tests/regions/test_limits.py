"""What cannot be compared is refused in a sentence, and still matched."""

import pytest

from orgmodel.model import Between, DesignError, Where
from orgmodel.regions import Matcher, Space, diagram, gap


def many_fields(count):
    """Rules that each ask for an attribute of their own."""
    return {n: Where(attributes={f"a{n}": "yes"}) for n in range(count)}


def crossing(count):
    """Rules over pairs of fields that cannot be put side by side: 2 to the count cases."""
    pairs = ({f"a{n}": "yes", f"b{n}": "yes"} for n in range(count))
    return {n: Where(attributes=pair) for n, pair in enumerate(pairs)}


def test_too_many_fields_are_matched_but_not_compared():
    """Hundreds of different attributes are matched; asking for regions says what to do."""
    matcher = Matcher(many_fields(300))
    assert [hit.key for hit in matcher.match({"attributes.a7": "Yes"})] == [7]
    with pytest.raises(DesignError, match=r"300 different fields.*at most 200"):
        matcher.uncovered()
    with pytest.raises(DesignError, match=r"300 different fields.*at most 200"):
        matcher.gap()


def test_as_many_fields_as_allowed_are_compared():
    """The rules of 200 attributes are compared without running out of stack."""
    matcher = Matcher(many_fields(200))
    assert matcher.gap() is not None
    assert not matcher.uncovered().empty


def test_too_intricate_rules_are_refused(monkeypatch):
    """Rules with more cases than the limit are refused, yet one gap is found all the same."""
    monkeypatch.setattr(diagram, "MOST_NODES", 1000)
    matcher = Matcher(crossing(12))
    with pytest.raises(DesignError, match="too many to compare"):
        matcher.uncovered()
    assert matcher.gap() is not None


def test_a_search_without_end_is_given_up(monkeypatch):
    """A search beyond the limit of steps says so and what would help."""
    monkeypatch.setattr(gap, "MOST_STEPS", 3)
    with pytest.raises(DesignError, match="add a catch-all"):
        Matcher(crossing(12)).gap()


@pytest.mark.parametrize(
    "stranger",
    [
        Where(place="FR"),
        Where(segment="A"),
        Where(size=Between(7)),
        Where(attributes={"x": "1"}),
    ],
)
def test_a_rule_from_elsewhere_is_refused(stranger):
    """A space knows only the conditions that it was cut by."""
    space = Space([Where(place="IT", size=Between(5, 10))])
    with pytest.raises(ValueError, match="none of the rules"):
        space.region(stranger)


def test_regions_of_two_spaces_do_not_combine():
    """Regions that were cut differently cannot be compared, even of the same rule."""
    rule = Where(place="IT")
    with pytest.raises(ValueError, match="two spaces"):
        Space([rule]).region(rule) & Space([rule]).region(rule)


def test_a_gap_within_an_unknown_rule_is_an_error():
    """Asking within a rule that is not there does not pass for the whole market."""
    with pytest.raises(KeyError):
        Matcher({"a": Where(place="IT")}).gap(within="b")


def test_only_wanted_pairs_are_compared():
    """The caller chooses which pairs matter, as siblings do and parent and child do not."""
    matcher = Matcher({"it": Where(place="IT"), "21": Where(place="IT-21"), "all": Where()})
    asked = [(o.first, o.second) for o in matcher.overlaps(lambda _, second: second != "all")]
    assert asked == [("it", "21")]
