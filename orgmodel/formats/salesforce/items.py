"""The single conditions of assignment rules, and what they mean for an account."""

import csv
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from orgmodel.formats.salesforce.fields import bare, is_text
from orgmodel.text import clean

OPERATIONS = (
    *("equals", "notEqual", "lessThan", "greaterThan", "lessOrEqual", "greaterOrEqual"),
    *("contains", "notContain", "startsWith", "includes", "excludes", "within"),
)
"""All operations of the Metadata API."""
OPPOSITES = {"notEqual": "equals", "notContain": "contains", "excludes": "includes"}
"""Operations that hold where another one does not, accounts without a value included."""
COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "lessThan": operator.lt,
    "greaterThan": operator.gt,
    "lessOrEqual": operator.le,
    "greaterOrEqual": operator.ge,
}
HOLDS = "yes"
"""The value of an attribute that states that a condition holds, where no rule can express it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One condition: a field, an operation and a value, which may be a list."""

    field: str
    operation: str
    value: str = ""

    @property
    def values(self) -> list[str]:
        """The values, one of which must fit; a value with a comma stands in quotation marks."""
        text = self.value.replace(";", ",") if self.operation == "includes" else self.value
        row = next(csv.reader([text.replace("\n", " ")], skipinitialspace=True), [])
        return [value for value in map(clean, row) if value]

    @property
    def fact(self) -> str:
        """The name of the attribute that marks customers for whom it holds."""
        return clean(f"{bare(self.field)} {self.operation} {self.value}")


def item_of_fact(name: str) -> Item | None:
    """Return the condition that an attribute stands for, if it is named as one."""
    parts = name.split(" ", 2)
    if len(parts) == 1 or parts[1] not in OPERATIONS or parts[1] in OPPOSITES:
        return None
    return Item(f"Account.{parts[0]}", parts[1], parts[2] if len(parts) > 2 else "")  # noqa: PLR2004


def number(text: str) -> Decimal | None:
    """Return a finite number, or None."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def holds_for(item: Item, account: Mapping[str, str]) -> bool | None:
    """Return whether a condition holds for an account, or None if that is not known.

    Args:
        item: The condition.
        account: Its values by name of the field in lower case; what is empty or missing is none.
    """
    if item.operation in OPPOSITES:
        held = holds_for(Item(item.field, OPPOSITES[item.operation], item.value), account)
        return None if held is None else not held
    if item.operation == "within":
        return None
    value = account.get(bare(item.field).casefold(), "").casefold()
    expected = [each.casefold() for each in item.values]
    if not expected:
        return item.operation == "equals" and not value
    if item.operation in COMPARISONS:
        return bool(value) and any(_compared(item, value, each) for each in expected)
    return bool(value) and any(_TESTS[item.operation](value, each) for each in expected)


def _compared(item: Item, value: str, bound: str) -> bool:
    """Compare numbers as numbers where both are, and as text where the field holds text."""
    left, right = number(value), number(bound)
    if not is_text(item.field) and left is not None and right is not None:
        return COMPARISONS[item.operation](left, right)
    return COMPARISONS[item.operation](value, bound)


def _is_one_of(value: str, expected: str) -> bool:
    return expected in {each.strip() for each in value.split(";")}


def _contains(value: str, expected: str) -> bool:
    return expected in value


_TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "equals": operator.eq,
    "contains": _contains,
    "startsWith": str.startswith,
    "includes": _is_one_of,
}
