"""Rules written for Salesforce mean what they meant, by its own meaning and when read again."""

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.formats.salesforce import read_metadata, to_territory2
from orgmodel.model import Between, Customer, Org, Territory, Where, holds

PLACES = ("IT", "it-21", "IT-25", "PL", "PL-14", "FR-75", "DE-BY")
CITIES = ("Turin", "TURIN", "Turin, Old Town", "Łódź", "New York", "Paris", "a&b", "<x>", "Tu")
INDUSTRIES = ("Automotive", "Auto", "Energy; Gas", "Chemicals")
CHANNELS = ("direct", "partner", "12", "12.5")
AMOUNTS = (Decimal(0), Decimal("0.01"), Decimal(100), Decimal("100.5"), Decimal(10) ** 9)
SIZES = (0, 1, 9, 10, 500)


def listed(values):
    """List some values, some of them as beginnings of others."""
    starts = [f"{value[:2]}*" for value in values if len(value) > 2 and " " not in value[:2]]
    return st.lists(st.sampled_from([*values, *starts, "*"]), max_size=3, unique=True).map(tuple)


def intervals(numbers):
    """Make intervals between some numbers, open ones too."""
    ends = st.none() | st.sampled_from(numbers).map(Decimal)
    pairs = st.tuples(ends, ends).filter(lambda pair: None in pair or pair[0] < pair[1])
    return st.none() | pairs.map(lambda pair: Between(*pair))


def plain():
    """Make rules without alternatives and exceptions."""
    facts = st.sampled_from(["Name contains GmbH", "Website notContain x", "Skills includes a;b"])
    attributes = st.dictionaries(
        st.sampled_from(["channel", "AnnualRevenue", "Type"]),
        st.lists(st.sampled_from(CHANNELS), min_size=1, max_size=2).map(tuple)
        | st.builds(Between, st.sampled_from(AMOUNTS), st.none()),
        max_size=1,
    )
    told = st.dictionaries(facts, st.just(("yes",)), max_size=1)
    return st.builds(
        Where,
        place=st.lists(st.sampled_from(PLACES), max_size=3).map(tuple),
        city=listed(CITIES),
        industry=listed(INDUSTRIES),
        tier=listed(["A", "B"]),
        status=st.sampled_from([(), ("existing",), ("prospect",)]),
        size=intervals(SIZES),
        revenue=intervals(AMOUNTS),
        attributes=st.builds(lambda one, other: one | other, attributes, told),
    )


def rules():
    """Make rules with alternatives and exceptions, and exceptions of these."""
    return st.recursive(
        plain(),
        lambda inner: st.builds(
            lambda base, include, exclude: Where(
                **{k: getattr(base, k) for k in ("place", "city", "size")},
                include=include,
                exclude=exclude,
            ),
            plain(),
            st.lists(inner, max_size=2).map(tuple),
            st.lists(inner, max_size=2).map(tuple),
        ),
        max_leaves=4,
    )


def customers():
    """Make customers of the same few values, or without."""
    return st.builds(
        Customer,
        st.just("c"),
        place=st.none() | st.sampled_from(PLACES),
        city=st.none() | st.sampled_from(CITIES),
        industry=st.none() | st.sampled_from(INDUSTRIES),
        tier=st.none() | st.sampled_from(["A", "B", "C"]),
        status=st.sampled_from(["existing", "prospect"]),
        size=st.none() | st.sampled_from(SIZES),
        revenue=st.none() | st.sampled_from(AMOUNTS),
        attributes=st.fixed_dictionaries(
            {},
            optional={
                "channel": st.sampled_from(CHANNELS) | st.sampled_from(AMOUNTS),
                "AnnualRevenue": st.sampled_from(AMOUNTS),
                "Type": st.sampled_from(["direct", "Customer"]),
                "Name contains GmbH": st.just("yes"),
                "Skills includes a;b": st.just("yes"),
            },
        ),
    )


def written(where):
    """Write a design of one territory and read it again; give the model and what was lost."""
    org = Org("Model")
    org.add(Territory("t", where))
    metadata = to_territory2(org)
    with tempfile.TemporaryDirectory() as folder:
        for path, data in metadata.files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_bytes(data)
        return read_metadata(folder), metadata.losses


@given(rules(), st.lists(customers(), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_rules_read_again_hold_for_the_same_customers(where, some):
    """Whatever a rule says, unless it was told that it could not be written."""
    model, losses = written(where)
    again = model.wheres().get("t")
    assert not model.problems
    assert (again is None) == bool(losses)
    for customer in some if again is not None else ():
        values = customer.values()
        assert holds(again, values) == holds(where, values), (where, again, values)
