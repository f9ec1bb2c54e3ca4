"""Single values as YAML, so that every reader takes them for what they are."""

import datetime as dt
import json
import re
from decimal import Decimal
from functools import lru_cache

from yaml import ScalarNode
from yaml.resolver import Resolver

MAX_ZEROS = 30
"""Zeros or decimals beyond which a number is written with an exponent."""

_RESOLVER = Resolver()
_TEXT = _RESOLVER.DEFAULT_SCALAR_TAG
_INVISIBLES = r"\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_INVISIBLE = re.compile(f"[{_INVISIBLES}]")
# begins with a letter or digit of any script and holds nothing that means something to YAML
_PLAIN = re.compile(rf"\w([^\x00-\x1f{_INVISIBLES},:?#\[\]{{}}\"\\]|:(?=\w))*")
# numbers of YAML 1.2 and the one-letter yes and no of YAML 1.1, which the resolver lets pass
_MISREAD = re.compile(r"0o[0-7]+|([0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?|[yYnN]")


def scalar(value: object) -> str:
    """Write a text, number, day, or yes and no; texts are quoted where they look like others.

    Raises:
        TypeError: If the value is none of these.
    """
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        plain = isinstance(exponent, int) and abs(exponent) <= MAX_ZEROS
        return f"{value:f}" if plain else str(value)
    if isinstance(value, float | int | dt.date):
        return str(value).lower()
    raise TypeError(f"{value!r} has no place in a file")


@lru_cache(1 << 12)
def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or _MISREAD.fullmatch(text) or text != text.strip():
        return False
    return bool(_RESOLVER.resolve(ScalarNode, text, (True, False)) == _TEXT)  # type: ignore[no-untyped-call]


def _quoted(text: str) -> str:
    return _INVISIBLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(hit: re.Match[str]) -> str:
    return f"\\u{ord(hit.group()):04x}"
