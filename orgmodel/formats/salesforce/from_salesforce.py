"""Conditions of assignment rules to those of designs."""

import re
from collections.abc import Mapping
from decimal import Decimal

from orgmodel.formats.salesforce.fields import COUNTRY, field_of, is_custom, is_number, is_text
from orgmodel.formats.salesforce.items import (
    COMPARISONS,
    HOLDS,
    OPERATIONS,
    OPPOSITES,
    Item,
    number,
)
from orgmodel.formats.salesforce.logic import LogicError
from orgmodel.formats.salesforce.terms import (
    Terms,
    inverse,
    number_terms,
    text_terms,
)
from orgmodel.model import Between

_STEPS: Mapping[str, Decimal] = {
    "size": Decimal(1),
    **dict.fromkeys(("revenue", "profit", "potential"), Decimal("0.01")),
}
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
LARGEST = Decimal(10) ** 18
"""Numbers of Salesforce have at most 18 digits."""
_STEP = Decimal("0.000001")
"""Smallest step between numbers, where an interval must begin after one."""


def positive(item: Item) -> Item:
    """Return a condition, or the one that it is the opposite of."""
    return Item(item.field, OPPOSITES.get(item.operation, item.operation), item.value)


def is_fact(item: Item) -> bool:
    """Return whether no rule of a design can express a condition, and an attribute must."""
    if item.operation in {"contains", "within"}:
        return True
    if item.operation == "includes" and is_custom(item.field):
        return True  # standard fields hold one value, and including it is being it
    if item.operation in COMPARISONS:
        return not item.values or any(number(v) is None for v in item.values) or is_text(item.field)
    return any(value.endswith("*") for value in item.values)


def terms_of(item: Item) -> Terms:
    """Return the condition on customers that a condition on accounts means.

    Raises:
        LogicError: If there is no such operation, or a number is not valid.
    """
    if item.operation not in OPERATIONS:
        raise LogicError(f"there is no operation {item.operation[:60]!r}")
    if not _FIELD.fullmatch(item.field):
        raise LogicError(f"{item.field[:60]!r} is not a name of a field")
    if item.operation in OPPOSITES:
        return inverse(terms_of(positive(item)))
    name = field_of(item.field, item.values)
    if is_fact(item):
        return text_terms(f"attributes.{item.fact}", [HOLDS])
    if item.operation in COMPARISONS:
        return number_terms(name, [_interval(item, name, value) for value in item.values])
    if not item.values:
        return _missing(item, name)
    if is_number(item.field):
        return number_terms(name, [_interval(item, name, value) for value in item.values])
    ending = "*" if item.operation == "startsWith" else ""
    return text_terms(name, [f"{value}{ending}" for value in item.values])


def _missing(item: Item, name: str) -> Terms:
    """Return that a field is empty; that of no account is its name."""
    if name == "attributes.Name":
        return ()
    if item.operation == "startsWith":
        return ()
    if is_number(item.field):
        return inverse(number_terms(name, [Between()]))
    return inverse(text_terms("place" if name == f"attributes.{COUNTRY}" else name, ["*"]))


def _interval(item: Item, name: str, value: str) -> Between:
    bound, step = number(value), _STEPS.get(name, _STEP)
    if bound is None or abs(bound) >= LARGEST:
        raise LogicError(f"{value[:60]!r} is not a number of at most 18 digits")
    match item.operation:
        case "lessThan":
            return Between(None, bound)
        case "lessOrEqual":
            return Between(None, bound + step)
        case "greaterThan":
            return Between(bound + step, None)
        case "greaterOrEqual":
            return Between(bound, None)
        case _:
            return Between(bound, bound + step)
