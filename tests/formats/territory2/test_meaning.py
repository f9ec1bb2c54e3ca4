"""Rules as Salesforce has them hold, once read, for the accounts that Salesforce would take."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.formats.salesforce import Area, AssignmentRule, Item, TerritoryModel, holds_for
from orgmodel.model import holds

FIELDS = {
    "Account.BillingCity": ("Turin", "turin", "Tu", "Milan", "80000", "9"),
    "BillingPostalCode": ("10121", "20*", "9", "80000"),
    "Account.Industry": ("Energy", "Auto, Parts", "En"),
    "Account.Skills__c": ("pumps", "valves", "pumps;valves"),
    "Account.BillingState": ("Piemonte", "Lombardia"),
    "NumberOfEmployees": ("0", "9", "10", "500"),
    "Account.AnnualRevenue": ("0", "1000", "1000.50", "-5"),
}
TEXT = ("equals", "notEqual", "contains", "notContain", "startsWith", "lessThan", "greaterOrEqual")
NUMBER = ("equals", "notEqual", "lessThan", "greaterThan", "lessOrEqual", "greaterOrEqual")


def items():
    """Make conditions of every operation over a few fields."""

    def of(field):
        numeric = field in {"NumberOfEmployees", "Account.AnnualRevenue"}
        several = ("includes", "excludes") if "Skills" in field else ()
        words = st.sampled_from([*(NUMBER if numeric else TEXT), *several])
        values = [f'"{v}"' if "," in v else v for v in FIELDS[field] if ";" not in v]
        return st.builds(
            lambda word, some: Item(field, word, ",".join(some)),
            words,
            st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True),
        )

    return st.sampled_from(list(FIELDS)).flatmap(of)


def logics(number):
    """Make logic over conditions as nested tuples, each used at least once."""
    leaves = st.integers(1, number).map(str)
    trees = st.recursive(
        leaves,
        lambda inner: (
            st.tuples(st.sampled_from(["AND", "OR"]), inner, inner)
            | st.tuples(st.just("NOT"), inner)
        ),
        max_leaves=6,
    )
    rest = [str(n) for n in range(1, number + 1)]
    return trees.map(lambda tree: [tree, *rest]).map(lambda parts: ("OR", parts[0], chain(rest)))


def chain(parts):
    """Join parts by AND."""
    return parts[0] if len(parts) == 1 else ("AND", parts[0], chain(parts[1:]))


def words(tree):
    """Write logic down."""
    if isinstance(tree, str):
        return tree
    word, *parts = tree
    return f"NOT {words(parts[0])}" if word == "NOT" else f"({f' {word} '.join(map(words, parts))})"


def meant(tree, answers):
    """Say what logic comes to."""
    if isinstance(tree, str):
        return answers[int(tree) - 1]
    word, *parts = tree
    inner = [meant(part, answers) for part in parts]
    return {"AND": all(inner), "OR": any(inner), "NOT": not inner[0]}[word]


def accounts():
    """Make accounts of the same few values, or without."""
    return st.fixed_dictionaries({}, optional={f: st.sampled_from(v) for f, v in FIELDS.items()})


def seen(item, account):
    """Say whether a condition holds for an account, in the plainest way."""
    value, wanted = account.get(item.field), [v.casefold() for v in item.values]
    if item.operation in {"notEqual", "notContain", "excludes"}:
        turned = {"notEqual": "equals", "notContain": "contains", "excludes": "includes"}
        return not seen(Item(item.field, turned[item.operation], item.value), account)
    if value is None:
        return False
    value = value.casefold()
    if item.field in {"NumberOfEmployees", "Account.AnnualRevenue"}:
        value, wanted = Decimal(value), [Decimal(v) for v in wanted]
    return any(
        {
            "equals": lambda w: value == w,
            "contains": lambda w: w in value,
            "startsWith": lambda w: str.startswith(value, w),
            "includes": lambda w: w in value.split(";"),
            "lessThan": lambda w: value < w,
            "greaterThan": lambda w: value > w,
            "lessOrEqual": lambda w: value <= w,
            "greaterOrEqual": lambda w: value >= w,
        }[item.operation](w)
        for w in wanted
    )


def customer_of(account, facts):
    """Give the values of a customer that an account becomes."""
    names = {
        "Account.BillingCity": "city",
        "BillingPostalCode": "postal_code",
        "Account.Industry": "industry",
        "Account.Skills__c": "attributes.Skills",
        "Account.BillingState": "attributes.BillingState",
        "NumberOfEmployees": "size",
        "Account.AnnualRevenue": "attributes.AnnualRevenue",
    }
    numbers = {"size", "attributes.AnnualRevenue"}
    values = {names[f]: Decimal(v) if names[f] in numbers else v for f, v in account.items()}
    raw = {f.removeprefix("Account.").casefold(): v for f, v in account.items()}
    told = {f"attributes.{fact.fact}": "yes" for fact in facts if holds_for(fact, raw)}
    return values | told


@st.composite
def rules(draw):
    """Make a rule: conditions, and logic over them."""
    made = draw(st.lists(items(), min_size=1, max_size=4))
    return made, draw(logics(len(made)))


@given(rules(), st.lists(accounts(), min_size=1, max_size=6))
@settings(deadline=None, max_examples=200)
def test_a_rule_holds_for_the_accounts_that_it_names(rule, some):
    """With every operation and any logic; what designs cannot say is a fact of the customer."""
    made, tree = rule
    model = TerritoryModel("m")
    model.rules["r"] = AssignmentRule("r", made, words(tree))
    model.areas["t"] = Area("t", rules=["r"])
    where = model.wheres().get("t")
    if where is None:
        assert len(words(tree)) > 255
        return
    for account in some:
        expected = meant(tree, [seen(item, account) for item in made])
        assert holds(where, customer_of(account, model.facts())) == expected, (where, account)


@pytest.mark.parametrize(
    ("logic", "said"),
    [
        ("1 AND", "it ends too early"),
        ("(1 AND 2", "a bracket is not closed"),
        ("1 AND 2)", "closed that was not opened"),
        ("1 2", "'2' does not belong there"),
        ("1 AND 3", "there is no condition 3"),
        ("1 XOR 2", "'XOR 2' does not belong there"),
        ("0 OR 1 OR 2", "there is no condition 0"),
        ("1 OR 1", "leaves out condition 2"),
        ("(" * 300, "more than 255 characters"),
        ("AND 1", "'AND' does not belong there"),
    ],
)
def test_logic_that_makes_no_sense_is_told(logic, said):
    """With the rule, its place, and what follows."""
    model = TerritoryModel("m")
    two = [Item("Account.BillingCity", "equals", "a"), Item("Account.Industry", "equals", "b")]
    model.rules["r"] = AssignmentRule("r", two, logic)
    model.areas["t"] = Area("t", rules=["r"])
    assert model.wheres() == {}
    (problem,) = model.problems
    assert said in problem.sentence
    assert "'r'" in problem.sentence


def test_and_binds_before_or_and_not_before_both():
    """As everywhere."""
    model = TerritoryModel("m")
    cities = [Item("Account.BillingCity", "equals", name) for name in "abc"]
    model.rules["r"] = AssignmentRule("r", cities, "1 or 2 and not 3")
    model.areas["t"] = Area("t", rules=["r"])
    where = model.wheres()["t"]
    assert [holds(where, {"city": name}) for name in "abcd"] == [True, True, False, False]


def test_all_rules_of_a_territory_must_hold_its_own_and_those_handed_down():
    """An account belongs to a territory only if it meets each of them."""
    model = TerritoryModel("m")
    model.rules["r"] = AssignmentRule("r", [Item("Account.Industry", "equals", "Energy")])
    model.rules["s"] = AssignmentRule("s", [Item("Account.BillingCity", "equals", "Turin")])
    model.areas["top"] = Area("top", rules=["r"], handed_down=["r"])
    model.areas["mid"] = Area("mid", parent="top")
    model.areas["low"] = Area("low", parent="mid", rules=["s"])
    wheres = model.wheres()
    assert str(wheres["mid"]) == "industry Energy"
    assert wheres["low"].industry == ("Energy",)
    assert wheres["low"].city == ("Turin",)


def test_territories_that_lie_in_each_other_end():
    """A circle of parents is for the check of the design to tell."""
    model = TerritoryModel("m")
    model.rules["r"] = AssignmentRule("r", [Item("Account.Industry", "equals", "Energy")])
    model.areas["a"] = Area("a", parent="b", rules=["r"], handed_down=["r"])
    model.areas["b"] = Area("b", parent="a")
    assert set(model.wheres()) == {"a", "b"}
