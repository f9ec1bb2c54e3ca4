"""Examples of customers, in words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from orgmodel.model import Value
from orgmodel.regions.axis import Unlisted


def describe(example: Mapping[str, Value]) -> str:
    """Return the values of a customer as in "place IT-21, size 300, no segment"."""
    return ", ".join(_phrases(example)) or "any customer"


def customer_like(example: Mapping[str, Value]) -> str:
    """Return a customer as a person would say it, as in "a customer with place IT-21, size 300".

    A place that no rule lists comes first: "a customer in any other place with size 300".
    """
    place = example.get("place")
    if not isinstance(place, Unlisted):
        return f"a customer with {describe(example)}" if example else "any customer"
    others = describe({name: value for name, value in example.items() if name != "place"})
    return "a customer in any other place" + (f" with {others}" if len(example) > 1 else "")


def _phrases(example: Mapping[str, Value]) -> Iterator[str]:
    for name, value in example.items():
        label = name.removeprefix("attributes.").replace("_", " ")
        if value is None:
            yield f"no {label}"
        elif isinstance(value, Unlisted):
            yield f"any other {label}"
        else:
            yield f"{label} {value:f}" if isinstance(value, Decimal) else f"{label} {value}"
