"""The listed values of a text condition, in the one form that they are compared in."""

from collections.abc import Iterator
from typing import NamedTuple


class Pattern(NamedTuple):
    """A text, or the beginning of texts.

    Attributes:
        text: Without regard to letter case.
        exact: Whether it is the whole text and not just its beginning.
    """

    text: str
    exact: bool


def patterns(listed: str, *, nested: bool) -> Iterator[tuple[Pattern, str]]:
    """Yield what a listed value stands for, each with its spelling.

    Args:
        listed: A value, or the beginning of one followed by ``*``.
        nested: Whether ``IT`` also takes in ``IT-21``, as places do.
    """
    if listed.endswith("*"):
        yield Pattern(listed[:-1].casefold(), exact=False), listed[:-1]
        return
    yield Pattern(listed.casefold(), exact=True), listed
    if nested:
        yield Pattern(f"{listed.casefold()}-", exact=False), f"{listed}-"
