"""What functions want to be given, asked for in one way and refused in one sentence."""

import datetime as dt
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from orgmodel.model.source import OrgmodelError, UnknownError
from orgmodel.model.validation.messages import described
from orgmodel.text import did_you_mean

_SAID: dict[type[Any], str] = {
    str: "text",
    int: "a whole number",
    PathLike: "a path",
    Mapping: "names with values, as {'am-1': 5}",
}
"""How to say what is wanted where the name of its class says it badly."""


class WrongKindError(OrgmodelError, TypeError):
    """Something of another kind was given than is wanted."""


def want(given: object, *kinds: type[Any], by: str) -> None:
    """Refuse what is of none of some kinds.

    Args:
        given: What was given.
        kinds: The kinds that will do.
        by: Who wants it, such as ``coverage()``; the sentence begins with it.

    Raises:
        WrongKindError: If it is of none of them.
    """
    if not isinstance(given, kinds):
        *others, last = (_SAID.get(kind) or _with_article(kind) for kind in kinds)
        wanted = f"{', '.join(others)} or {last}" if others else last
        raise WrongKindError(f"{by} wants {wanted}, not {described(given)}.{_hint(given, kinds)}")


def _with_article(kind: type[Any]) -> str:
    if kind.__name__.endswith("s"):  # Settings
        return kind.__name__
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _hint(given: object, kinds: Iterable[type[Any]]) -> str:
    """Tell where the thing that is wanted comes from."""
    if not any(kind.__name__ == "Org" for kind in kinds):
        return ""
    if isinstance(given, str):
        return " Read a file by load()."
    return " Give the organisation itself." if type(given).__name__ == "MultiDiGraph" else ""


def want_day(given: object) -> None:
    """Refuse what is no day and not left out.

    Raises:
        WrongKindError: If it is something else, such as text.
    """
    if given is not None and not isinstance(given, dt.date):
        said = f"A day is given as datetime.date(2026, 7, 1), not as {described(given)}."
        raise WrongKindError(said)


def choose(given: object, known: Iterable[str], what: str) -> None:
    """Refuse what is not one of some words.

    Args:
        given: What was asked for.
        known: The words that are known.
        what: What they are, such as ``grouping``.

    Raises:
        UnknownError: If it is none of them; the text names the nearest, or all.
    """
    known = tuple(known)
    if given not in known:
        hint = did_you_mean(str(given), known, list_known=True)
        raise UnknownError(f"There is no {what} {given!r}{hint}")
