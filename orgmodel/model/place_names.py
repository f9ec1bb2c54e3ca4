"""Names of countries and states, as the codes of places that rules ask for.

The codes are those of ISO 3166; the names of countries are those of Unicode's CLDR in twelve
languages, with usual variants. States are listed for the countries whose tables name them.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

COUNTRY = 2
"""Letters of a code of a country."""


def _lines(name: str) -> Iterator[list[str]]:
    text = files("orgmodel.model").joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=1 << 14)
def bare_name(text: str) -> str:
    """Return a name for comparison: case, accents and signs do not count."""
    parted = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    kept = (_plain(char) for char in parted)
    return " ".join("".join(kept).replace("&", " and ").split())


_LONGEST = 120


def _plain(char: str) -> str:
    if unicodedata.category(char)[0] == "M":
        return "" if char < "\u0900" else char
    return char if char.isalnum() or char == "&" else "" if char in ".'\u2019" else " "


@cache
def _countries() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, *names in _lines("countries.tsv"):
        for name in (code, *names):
            found.setdefault(bare_name(name), code)
    return found


@cache
def _states() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of states by their names and by the codes alone."""
    found: dict[str, list[str]] = {}
    for code, *names in _lines("states.tsv"):
        for name in (code.partition("-")[2], code, *names):
            if code not in found.setdefault(bare_name(name), []):
                found[bare_name(name)].append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def country_code(text: str) -> str | None:
    """Return the code of a country by its code of two or three letters, or its name."""
    return _countries().get(bare_name(text)) if text else None


def state_codes(text: str) -> tuple[str, ...]:
    """Return the codes, such as ``US-MA``, of all states of which a text is the code or name."""
    return _states().get(bare_name(text), ()) if text else ()


@lru_cache(maxsize=1 << 14)
def named_places(text: str) -> tuple[str, ...]:
    """Return the codes of the places that a text is the *name* of; codes themselves are none.

    A name that several places have, as Georgia is a country and a state, is that of all.
    """
    name = bare_name(text)
    if len(name) <= _CODE or (text.isupper() and "-" in text):
        return ()
    country = _countries().get(name)
    return (*([country] if country else []), *_states().get(name, ()))


_CODE = 3
"""Letters up to which a text is taken for a code."""
