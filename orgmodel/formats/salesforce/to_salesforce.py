"""Conversion of territory rules to assignment rules of Salesforce."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from orgmodel.formats.salesforce.fields import COUNTRY, STATE, api_of, is_number
from orgmodel.formats.salesforce.from_salesforce import LARGEST, is_fact
from orgmodel.formats.salesforce.items import HOLDS, OPPOSITES, Item, item_of_fact
from orgmodel.formats.salesforce.logic import MAX_LOGIC
from orgmodel.model import Between, Condition, Where

MAX_ITEMS = 10
"""Conditions of an assignment rule, as Salesforce has it."""
MAX_RULES = 15
"""Assignment rules of a territory, as Salesforce has it."""
_MAX_VALUE = 255
"""Characters of a value; longer lists are split."""
_PLACE = re.compile(r"([A-Za-z]{2})(?:-([A-Za-z0-9]{1,3}))?")
_DIGITS = 18
_INVERSES = {value: key for key, value in OPPOSITES.items()}


class CannotSayError(ValueError):
    """No assignment rule can express a condition; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Both:
    """Conditions that all must hold, or one of which must, or the first of which must not."""

    word: Literal["AND", "OR", "NOT"]
    parts: "Sequence[Item | Both]"


Logic = Item | Both
_ALWAYS = Item("Account.Name", "notEqual")
"""Every account has a name."""


def conjuncts(where: Where) -> list[Logic]:
    """Return conditions that together equal a rule of a territory.

    Raises:
        CannotSayError: If no assignment rule can express it.
    """
    own = [_condition(name, condition) for name, condition in where.conditions().items()]
    if where.include:
        alternatives = [_all(conjuncts(each)) for each in where.include]
        own = [_any([_all(own), *alternatives] if own else alternatives)]
    return [*own, *(_not(_all(conjuncts(each))) for each in where.exclude)] or [_ALWAYS]


def _all(parts: Sequence[Logic]) -> Logic:
    return parts[0] if len(parts) == 1 else Both("AND", parts)


def _any(parts: Sequence[Logic]) -> Logic:
    return parts[0] if len(parts) == 1 else Both("OR", parts)


def _not(part: Logic) -> Logic:
    if isinstance(part, Item) and (opposite := (_INVERSES | OPPOSITES).get(part.operation)):
        return Item(part.field, opposite, part.value)
    return Both("NOT", (part,))


def _condition(name: str, condition: Condition) -> Logic:
    fact = item_of_fact(name.removeprefix("attributes."))
    if fact is not None and condition == (HOLDS,) and is_fact(fact):
        return fact
    if isinstance(condition, Between):
        return _between(_field(name), condition)
    if name == "place":
        return _places(condition)
    return _texts(_field(name), condition)


def _field(name: str) -> str:
    api = api_of(name)
    if api is None:
        raise CannotSayError(f"no field of accounts can be named {name!r}")
    return api


def _between(field: str, interval: Between) -> Logic:
    ends = (("greaterOrEqual", interval.at_least), ("lessThan", interval.below))
    items = [Item(field, word, _number(Decimal(end))) for word, end in ends if end is not None]
    return _all(items or [Item(field, "notEqual")])


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    if abs(value) >= LARGEST or len(text.replace(".", "").strip("-0")) > _DIGITS:
        raise CannotSayError(f"{text[:40]} has more than {_DIGITS} digits")
    return text


def _texts(field: str, listed: Iterable[str]) -> Logic:
    values = list(listed)
    if "*" in values:
        return Item(field, "notEqual")
    if is_number(field):
        raise CannotSayError(f"{field!r} holds numbers, but texts are listed for it")
    whole = [value for value in values if not value.endswith("*")]
    starts = [value[:-1] for value in values if value.endswith("*")]
    return _any([*_lists(field, "equals", whole), *_lists(field, "startsWith", starts)])


def _lists(field: str, operation: str, values: Iterable[str]) -> Iterator[Item]:
    """Yield as many conditions as it takes to list some values."""
    line = ""
    for value in map(_quoted, values):
        if line and len(line) + len(value) >= _MAX_VALUE:
            yield Item(field, operation, line)
            line = ""
        line = f"{line},{value}" if line else value
    if line:
        yield Item(field, operation, line)


def _quoted(value: str) -> str:
    if '"' in value or len(value) > _MAX_VALUE - 2 or value != value.strip():
        raise CannotSayError(f"the value {value[:40]!r} has quotation marks or is too long")
    return f'"{value}"' if "," in value or ";" in value else value


def _places(listed: Iterable[str]) -> Logic:
    """Say places as countries and states; states of one country share a condition."""
    countries: dict[str, list[str]] = {}
    whole: list[str] = []
    for place in listed:
        match = _PLACE.fullmatch(place)
        if match is None:
            raise CannotSayError(f"{place!r} is not a code of a country and a state, such as IT-21")
        country, state = match.groups()
        if state is None:
            whole.append(country.upper())
        else:
            countries.setdefault(country.upper(), []).append(state)
    country_field, state_field = f"Account.{COUNTRY}", f"Account.{STATE}"
    parts: list[Logic] = [*_lists(country_field, "equals", whole)]
    for country, states in countries.items():
        either = _any([*_lists(state_field, "equals", states)])
        parts.append(Both("AND", (Item(country_field, "equals", country), either)))
    return _any(parts)


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """The conditions of one assignment rule, and their logic; none is that all must hold."""

    items: Sequence[Item]
    logic: str = ""


def assignment_rules(where: Where) -> list[AssignmentRule]:
    """Return assignment rules that a customer meets, all of them, if a rule of a territory holds.

    Raises:
        CannotSayError: If no assignment rules can express it, or not within Salesforce's limits: 10
            conditions and 255 characters of logic in a rule, 15 rules.
    """
    rules: list[list[Logic]] = [[]]
    for part in _flat(conjuncts(where)):
        if not _fits([part]):
            raise CannotSayError(f"it takes more than {MAX_ITEMS} conditions in one rule")
        if _fits([*rules[-1], part]):
            rules[-1].append(part)
        else:
            rules.append([part])
    if len(rules) > MAX_RULES:
        raise CannotSayError(f"it takes more than {MAX_RULES} rules")
    return [_assignment_rule(parts) for parts in rules]


def _flat(parts: Iterable[Logic]) -> Iterator[Logic]:
    for part in parts:
        if isinstance(part, Both) and part.word == "AND":
            yield from _flat(part.parts)
        else:
            yield part


def _fits(parts: Sequence[Logic]) -> bool:
    said_ = _assignment_rule(parts)
    return len(said_.items) <= MAX_ITEMS and len(said_.logic) <= MAX_LOGIC


def _assignment_rule(parts: Sequence[Logic]) -> AssignmentRule:
    items: list[Item] = []
    words = " AND ".join(_words(part, items) for part in parts)
    if len(parts) == 1 and words.startswith("("):
        words = words[1:-1]
    return AssignmentRule(items, "" if all(isinstance(part, Item) for part in parts) else words)


def _words(part: Logic, items: list[Item]) -> str:
    if isinstance(part, Item):
        items.append(part)
        return str(len(items))
    inner = [_words(each, items) for each in part.parts]
    return f"(NOT {inner[0]})" if part.word == "NOT" else f"({f' {part.word} '.join(inner)})"
