"""Codes of countries that tables name in words."""

from functools import cache

_LANGUAGES = ("en", "de", "it", "fr", "es", "pl", "hi", "pt", "nl")
_ALSO = {"usa": "US", "u.s.a.": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB", "great britain": "GB"}


def country_code(name: str) -> str | None:
    """Return the ISO 3166 code of a country by its name in one of nine languages.

    The names are those of Unicode's CLDR, as Babel has them; without that library (an extra), or
    for an unknown name, there is none.
    """
    return _codes().get(name.casefold()) if name else None


@cache
def _codes() -> dict[str, str]:
    try:
        from babel import Locale  # noqa: PLC0415 - an extra, and only of use here
    except ImportError:
        return {}
    found = dict(_ALSO)
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == len("IT") and code.isalpha():
                found.setdefault(name.casefold(), code)
    return found
