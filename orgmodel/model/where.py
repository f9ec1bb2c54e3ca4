"""Territory rules: which customers belong somewhere, as data."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import field
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from orgmodel.model.money import Amount, exact
from orgmodel.model.place_names import named_places
from orgmodel.model.postal_ranges import spread
from orgmodel.model.ref import OneOrMany
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

TEXT_FIELDS = ("place", "postal_code", "city", "industry", "segment", "tier", "status")
NUMBER_FIELDS = ("size", "revenue", "profit", "potential")
Value = str | Decimal | None


def _above(below: Decimal | float, info: ValidationInfo) -> Decimal | float:
    least = info.data.get("at_least")
    if least is not None and below <= least:
        raise ValueError(f"should be above at_least, {least}: no number lies between")
    return below


@checked
class Between:
    """A half-open interval of numbers: from ``at_least`` (included) to ``below`` (not included).

    Attributes:
        at_least: The lowest number in it; None for no lower bound.
        below: The lowest number above it; None for no upper bound.
    """

    at_least: Amount | None = None
    below: Annotated[Amount, AfterValidator(_above)] | None = None

    def __str__(self) -> str:
        ends = [f"at least {self.at_least}"] if self.at_least is not None else []
        ends += [f"below {self.below}"] if self.below is not None else []
        return " and ".join(ends) or "any number"

    def holds(self, value: Value) -> bool:
        """Return whether a value lies in the interval; no value and no number lie in none."""
        if not isinstance(value, Decimal):
            return False
        low = self.at_least is None or value >= exact(self.at_least)
        return low and (self.below is None or value < exact(self.below))


def _filled(value: object) -> object:
    """Refuse a list of nothing, which reads as nobody and would hold for every customer."""
    if isinstance(value, Sized) and not len(value) and not isinstance(value, str):
        raise ValueError("lists no value; list some, or leave it out to hold for all")
    return value


def _filled_or_unsaid(value: object) -> object:
    return value if value == () else _filled(value)


_AT_LEAST_ONE = Field(json_schema_extra={"minItems": 1})
# the last validator runs first
Filled = Annotated[OneOrMany[Text], BeforeValidator(_filled), _AT_LEAST_ONE]
Listed = Annotated[OneOrMany[Text], BeforeValidator(_filled_or_unsaid), _AT_LEAST_ONE]
Alternatives = Annotated["OneOrMany[Where]", BeforeValidator(_filled_or_unsaid), _AT_LEAST_ONE]
Condition = Between | Filled


@checked
class Where:
    """A rule over the fields of customers, for a territory.

    All conditions given must hold. A text condition lists the accepted values: letter case
    does not count, a trailing ``*`` stands for any ending (``postal_code=["20*"]``), and a place
    takes in all places below it (``IT`` holds for ``IT-21``). A number condition is a
    :class:`Between`. A customer without a value fails a condition on it.

    ``include`` adds alternatives and ``exclude`` takes away, so the whole reads "(these
    conditions, or any that is included) and none that is excluded". Without conditions of its
    own a rule with ``include`` means just the alternatives; one without either holds for every
    customer and so is a catch-all.

    Attributes:
        place: Codes of places, such as IT or IT-21; a place takes in all places below it. The name
            of a country or state, as Italy, holds for its code, too.
        postal_code: Postal codes, beginnings of them as ``20*``, or ranges as ``20000-20999``
            (``00-001..02-999`` where codes have hyphens), both ends included. A range is short
            for the prefixes that it stands for.
        city: Cities.
        industry: Industries.
        segment: Segments of the market.
        tier: Classes by value.
        status: ``existing`` or ``prospect``.
        size: Number of employees.
        revenue: Revenue in a year.
        profit: Profit in a year.
        potential: Potential revenue in a year.
        attributes: Conditions on further fields, by name: accepted values, or an interval.
        include: Alternative rules, any of which suffices.
        exclude: Rules for customers that it never holds for.
    """

    place: Listed = ()
    postal_code: Listed = ()
    city: Listed = ()
    industry: Listed = ()
    segment: Listed = ()
    tier: Listed = ()
    status: Listed = ()
    size: Between | None = None
    revenue: Between | None = None
    profit: Between | None = None
    potential: Between | None = None
    attributes: Mapping[Text, Condition] = field(default_factory=dict, hash=False)
    include: Alternatives = ()
    exclude: "OneOrMany[Where]" = ()

    def conditions(self) -> dict[str, Condition]:
        """Return the conditions given, by field; free attributes as ``attributes.NAME``.

        Ranges of postal codes are written as the prefixes that they stand for, and names of
        countries and states are followed by their codes.
        """
        given = self._given()
        listed, places = given.get("postal_code"), given.get("place")
        if isinstance(listed, tuple):
            given["postal_code"] = spread(listed)
        if isinstance(places, tuple):
            codes = (code for text in places for code in (text, *named_places(text)))
            given["place"] = tuple(dict.fromkeys(codes))
        return given

    def _given(self) -> dict[str, Condition]:
        """Return the conditions as they are written."""
        named = ((name, getattr(self, name)) for name in TEXT_FIELDS + NUMBER_FIELDS)
        given: dict[str, Condition] = {
            name: value for name, value in named if value not in ((), None)
        }
        return given | {f"attributes.{name}": value for name, value in self.attributes.items()}

    @property
    def catches_all(self) -> bool:
        """Whether the rule holds for every customer."""
        return not self.conditions() and not self.include and not self.exclude

    def __str__(self) -> str:
        return "; ".join(self._phrases()) or "everything"

    def _phrases(self) -> Iterator[str]:
        for name, condition in self._given().items():
            label = name.removeprefix("attributes.").replace("_", " ")
            values = condition if isinstance(condition, Between) else " or ".join(condition)
            yield f"{label} {values}"
        yield from (f"or ({also})" for also in self.include)
        yield from (f"but not ({never})" for never in self.exclude)


def matches(text: str, pattern: str, *, nested: bool = False) -> bool:
    """Return whether a text fits one listed value of a condition.

    Args:
        text: The customer's value.
        pattern: A value, or the beginning of one followed by ``*``.
        nested: Whether ``IT`` also takes in ``IT-21``, as places do.
    """
    text, pattern = text.casefold(), pattern.casefold()
    if pattern.endswith("*"):
        return text.startswith(pattern[:-1])
    return text == pattern or (nested and text.startswith(f"{pattern}-"))


def holds(where: Where, values: Mapping[str, Any]) -> bool:
    """Return whether a rule holds for the values of one customer, by field.

    This is the plain definition of a rule; many customers are better matched by
    the compiled form in :mod:`orgmodel.regions`.
    """
    conditions = where.conditions()
    own = bool(conditions) or not where.include
    base = own and all(
        _met(name, condition, values.get(name)) for name, condition in conditions.items()
    )
    included = base or any(holds(also, values) for also in where.include)
    return included and not any(holds(never, values) for never in where.exclude)


def _met(name: str, condition: Condition, value: Value) -> bool:
    if isinstance(condition, Between):
        return condition.holds(value)
    text = str(value) if value is not None else None
    return text is not None and any(matches(text, p, nested=name == "place") for p in condition)
