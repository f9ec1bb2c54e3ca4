"""Small markets in which every case that rules can tell apart has a customer to try."""

from decimal import Decimal
from itertools import product

from hypothesis import strategies as st

from orgmodel.model import Between, Where

LISTED = {
    "place": ["IT", "it-21", "IT-21*", "I*", "FR", "*"],
    "postal_code": ["20*", "2012", "201*", "30"],
    "segment": ["A", "b", "Straße*"],
    "status": ["prospect", "existing", "lead"],
}
BOUNDS = {
    "size": ["-3", "0", "100", "100.2", "100.5", "200", "300"],
    "profit": ["-5", "0", "7.5"],
}
MIXED_LISTED = ["12", "1*", "3*", "gold", "-*", "*"]
MIXED_BOUNDS = ["0", "10", "12", "35"]

VALUES = {
    "place": ["IT", "IT-21", "it-21-b", "IT-21b", "IT-3", "I", "FR", "FR-1", "DE", None],
    "postal_code": ["2000", "2012", "20123", "30", "300", None],
    "segment": ["a", "B", "strasse 1", "C", None],
    "status": ["existing", "prospect"],
    "size": [*map(Decimal, (0, 50, 100, 150, 200, 250, 300)), None],
    "profit": [*map(Decimal, ("-6", "-5", "0", "1", "7.5")), None],
    "attributes.x": [
        *("12", "1", "3", "gold", "-", "other", None),
        *map(
            Decimal, ("1", "10", "12", "12.0", "100", "3", "30", "35", "-1", "-0", "2", "20", "4")
        ),
        Decimal(40),
    ],
}
"""Of each field, a value of every class that a customer can be in."""

ODD = {
    "place": ["", "\u0131t", Decimal(20)],
    "postal_code": [Decimal(2012), Decimal("30.0"), "", "2"],
    "segment": ["STRASSE", "straße", Decimal(1)],
    "status": [None, "lead", "EXISTING"],
    "size": [Decimal(-1), Decimal("100.3"), "100", Decimal("1E+30")],
    "profit": ["1", Decimal("-0"), Decimal("-1E+30")],
    "attributes.x": [Decimal("1.2E+1"), Decimal("1E+9"), Decimal("-1E-9"), "GOLD", "1E+1", ""],
}
"""Values that rules may be asked about though no customer has them, or seldom."""


def texts(listed):
    """Conditions that list some of these values."""
    return st.lists(st.sampled_from(listed), min_size=1, max_size=3)


def intervals(bounds):
    """Conditions with none, one or two of these bounds."""
    ends = st.none() | st.sampled_from(bounds).map(Decimal)
    pairs = st.tuples(ends, ends).filter(lambda pair: None in pair or pair[0] < pair[1])
    return pairs.map(lambda pair: Between(*pair))


CONDITIONS = {
    **{name: texts(listed) for name, listed in LISTED.items()},
    **{name: intervals(bounds) for name, bounds in BOUNDS.items()},
    "attributes": st.fixed_dictionaries(
        {}, optional={"x": texts(MIXED_LISTED) | intervals(MIXED_BOUNDS)}
    ),
}
FIELDS = st.lists(st.sampled_from(sorted(CONDITIONS)), min_size=1, max_size=3, unique=True)


def wheres(fields, depth=2):
    """Rules over some fields that include and exclude others, up to a depth."""
    parts = {name: CONDITIONS[name] for name in fields}
    if depth:
        deeper = st.lists(wheres(fields, depth - 1), max_size=2).map(tuple)
        parts |= {"include": deeper, "exclude": deeper}
    return st.fixed_dictionaries({}, optional=parts).map(lambda given: Where(**given))


def markets(least=1, most=3):
    """Some rules, and the fields that they ask for."""
    return FIELDS.flatmap(
        lambda fields: st.tuples(
            st.lists(wheres(fields), min_size=least, max_size=most), st.just(fields)
        )
    )


def points(fields):
    """All customers that rules over some fields can tell apart."""
    names = [_value_name(name) for name in fields]
    return [dict(zip(names, p, strict=True)) for p in product(*(VALUES[n] for n in names))]


def customers():
    """Values of customers, likely and unlikely, some left out."""
    choices = {name: st.sampled_from(VALUES[name] + ODD[name]) for name in VALUES}
    return st.fixed_dictionaries({}, optional=choices)


def _value_name(field):
    return "attributes.x" if field == "attributes" else field
