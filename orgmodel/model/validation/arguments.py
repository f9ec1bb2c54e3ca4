"""Checks of arguments: one sentence for every value of the wrong kind."""

import datetime as dt
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from orgmodel.model.source import OrgmodelError, UnknownError
from orgmodel.model.validation.messages import described
from orgmodel.text import did_you_mean

_DESCRIPTIONS: dict[type[Any], str] = {
    str: "text",
    int: "a whole number",
    PathLike: "a path",
    Mapping: "names with values, as {'am-1': 5}",
}
"""Descriptions of expected types whose class name does not explain them."""


class WrongKindError(OrgmodelError, TypeError):
    """A value of the wrong kind was given."""


def require(given: object, *kinds: type[Any], by: str) -> None:
    """Refuse a value that is of none of the given kinds.

    Args:
        given: What was given.
        kinds: The kinds that are accepted.
        by: The function, such as ``coverage()``; the sentence begins with it.

    Raises:
        WrongKindError: If it is of none of them.
    """
    if not isinstance(given, kinds):
        *others, last = (_DESCRIPTIONS.get(kind) or _with_article(kind) for kind in kinds)
        expected = f"{', '.join(others)} or {last}" if others else last
        raise WrongKindError(
            f"{by} expected {expected}, got {described(given)}.{_hint(given, kinds)}"
        )


def _with_article(kind: type[Any]) -> str:
    if kind.__name__.endswith("s"):  # Settings
        return kind.__name__
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _hint(given: object, kinds: Iterable[type[Any]]) -> str:
    """Return a hint where the expected value comes from."""
    if not any(kind.__name__ == "Org" for kind in kinds):
        return ""
    if isinstance(given, str):
        return " Read a file with load()."
    return " Pass the Org itself." if type(given).__name__ == "MultiDiGraph" else ""


def require_day(given: object) -> None:
    """Refuse a value that is neither a date nor None.

    Raises:
        WrongKindError: If it is something else, such as text.
    """
    if given is not None and not isinstance(given, dt.date):
        message = f"A day is a datetime.date such as date(2026, 7, 1), got {described(given)}."
        raise WrongKindError(message)


def choose(given: object, known: Iterable[str], what: str) -> None:
    """Refuse a value that is not one of the known words.

    Args:
        given: The requested value.
        known: The words that are known.
        what: What they are, such as ``grouping``.

    Raises:
        UnknownError: If it is none of them; the text names the nearest, or all.
    """
    known = tuple(known)
    if given not in known:
        hint = did_you_mean(str(given), known, list_known=True)
        raise UnknownError(f"There is no {what} {given!r}{hint}")
