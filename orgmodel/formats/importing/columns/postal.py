"""Postal codes as tables write them: lists, ranges, beginnings, and codes without their zeros."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmodel.model import range_ends

_SPLIT = re.compile(r"\s*(?:[;,|\n/+]|\s&\s|\s(?:and|und|e|et|y|i|en|och)\s)\s*", re.IGNORECASE)
_TO = r"(?:\.\.+|\u2026|\u2013|\u2014|-|\bto\b|\bthru\b|\bthrough\b|\bbis\b|\ba\b|\bal\b|\bau\b"
_TO += r"|\bdo\b|\bhasta\b|\btot\b|\bate\b)"
_RANGE = re.compile(
    rf"(?:from |von |da |de |od )?([A-Z]?\d[\w ]*?)\s*{_TO}\s*"
    r"([A-Z]?\d[\w ]*)",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"([A-Z0-9][A-Z0-9 -]*?)\s*(?:[*%?]+|[xX]{1,5}|\.{2,}|\u2026|_+)")
_COUNTRY = re.compile(r"(?:D|A|CH|F|I|E|L|B|PL|DE|AT|FR|IT|ES|LU|BE|NL|DK|S|SE|N|FL)[- ]?(\d{4,5})")
_PLUS4 = re.compile(r"(\d{5})-?\d{4}")
_OUTWARD = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")
_AREA = re.compile(r"[A-Z]{1,2}")
_SHORT = 3
"""Digits that are the beginning of a code: no country has codes so short."""
_FIVE = 5
_DIGITS = {
    4: "AT CH BE DK NO AU NZ HU SI BG LU ZA NL PT LI CY LV",
    5: "US DE FR IT ES MX FI HR EE LT UA TR GR TH MY SE CZ SK PR GU VI",
    6: "IN CN SG RO RU CO VN KZ",
}
"""Countries by the number of digits of their codes, where these are all alike."""
_WIDTHS = {country: digits for digits, found in _DIGITS.items() for country in found.split()}


@dataclass(slots=True)
class PostalCodes:
    """Reads postal codes of all tables alike, knowing what the other tables hold.

    Attributes:
        known: All codes of customers.
        width: Digits of a code where no country is named, if the tables show it.
        padded: Codes that have got their zeros back.
        shortened: Codes that were taken for beginnings.
    """

    known: frozenset[str] = frozenset()
    width: int | None = None
    padded: list[str] = field(default_factory=list)
    shortened: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, customers: Iterable[str], others: Iterable[str]) -> "PostalCodes":
        """Learn from the codes of customers, and from those that are listed elsewhere."""
        known = frozenset(map(_clean, customers))
        ends = [end for cell in others for token in _SPLIT.split(cell) for end in _ends(token)]
        digits = [code for code in (*known, *map(_clean, ends)) if code.isdecimal()]
        five = [code for code in digits if len(code) == _FIVE]
        zeros = any(code.startswith("0") for code in five)
        fours = sum(len(code) == _FIVE - 1 for code in digits)
        longer = any(len(code) > _FIVE for code in digits)
        plain = five and not longer and (zeros or len(five) >= fours)
        return cls(known, _FIVE if plain else None)

    def code(self, written: str, country: str | None = None) -> str:
        """Return the code of a customer as rules ask for it."""
        return self._full(_clean(written), country) if written else ""

    def listed(self, cell: str, country: str | None = None, *, begins: bool = False) -> list[str]:
        """Return the codes, ranges and beginnings that a cell lists.

        Args:
            cell: The cell.
            country: The code of the country, where the row names one.
            begins: Whether its heading says that it lists beginnings.
        """
        tokens = [token for token in _SPLIT.split(cell) if token]
        if len(tokens) == 1 and re.fullmatch(r"\d{4,6}(?:\s+\d{4,6})+", tokens[0]):
            tokens = tokens[0].split()
        found = [each for token in tokens for each in self._token(token, country, begins=begins)]
        return list(dict.fromkeys(found))

    def between(self, low: str, high: str, country: str | None = None) -> list[str]:
        """Return the range from one code to another; one alone is itself."""
        if not low or not high or low == high:
            return self.listed(low or high, country)
        ends = (self._full(_clean(low), country), self._full(_clean(high), country))
        width = max(map(len, ends))
        first, last = (
            end.zfill(width) if end.isdecimal() and self.width != 0 else end for end in ends
        )
        return self._range(first, last, f"{low} to {high}")

    def _range(self, low: str, high: str, written: str) -> list[str]:
        plain = low.isdecimal() and high.isdecimal()
        text = f"{low}-{high}" if plain else f"{low}..{high}"
        if range_ends(text) is None:
            self.wrong.append(written)
            return []
        return [text]

    def _token(self, token: str, country: str | None, *, begins: bool) -> list[str]:
        token = token.strip().strip("'\"")
        bare = _COUNTRY.fullmatch(token)
        if bare is None and (match := _RANGE.fullmatch(token)) and _is_range(match[1], match[2]):
            return self.between(match[1], match[2], country)
        if match := _BEGINNING.fullmatch(token):
            return [f"{match[1].strip().upper()}*"]
        code = _clean(token)
        if begins:
            return self._beginning(code, country)
        full = self._full(code, country)
        if full in self.known:
            return [f"{full}*" if self._plus4() else full]
        return self._beginning(full, country) if self._is_short(full) else [self._exact(full)]

    def _exact(self, code: str) -> str:
        return f"{code}*" if self._plus4() and code.isdecimal() and len(code) == _FIVE else code

    def _plus4(self) -> bool:
        return any(_PLUS4.fullmatch(code) for code in self.known)

    def _is_short(self, code: str) -> bool:
        """Return whether a code can only be the beginning of others."""
        if code.isdecimal() and len(code) <= _SHORT:
            return not any(len(known) == len(code) and known.isdecimal() for known in self.known)
        if _OUTWARD.fullmatch(code) or _AREA.fullmatch(code):
            return True
        return len(code) < min(map(len, self.known), default=0) and any(
            known.startswith(code) for known in self.known
        )

    def _beginning(self, code: str, country: str | None) -> list[str]:
        """Return the pattern of codes that begin with another one."""
        self.shortened.append(code)
        if _AREA.fullmatch(code):
            return [f"{code}{digit}*" for digit in range(10)]
        if _OUTWARD.fullmatch(code) and not re.fullmatch(r"[A-Z]\d[A-Z]", code):
            spaced = any(" " in known for known in self.known) or not self.known
            return [f"{code} *"] if spaced else [f"{code}*"]
        if code.isdecimal() and len(code) >= _WIDTHS.get(country or "", self.width or 9):
            return [code]
        return [f"{code}*"]

    def _full(self, code: str, country: str | None) -> str:
        """Give a code its leading zeros back, where its country or the tables show how many."""
        width = _WIDTHS.get(country[:2]) if country else self.width
        if width and code.isdecimal() and _SHORT <= len(code) < width == _FIVE:
            if country is None and len(code) == _SHORT:
                return code
            if len(code) == _SHORT and country not in {"US", "PR"}:
                return code
            if len(code) == _SHORT and not any(k[:2] == "00" for k in self.known):
                return code
            self.padded.append(code.zfill(width))
            return code.zfill(width)
        return code


def _is_range(low: str, high: str) -> bool:
    """Return whether two texts may be the ends of a range, and are no code such as ``00-001``."""
    a, b = _clean(low), _clean(high)
    if len(a) == len(b):
        return a <= b
    digits = a.isdecimal() and b.isdecimal() and not a.startswith("0")
    return digits and _SHORT < len(a) == len(b) - 1


def _clean(text: str) -> str:
    """Return a code in capitals, without the letter of its country."""
    bare = " ".join(text.upper().strip().strip("'\"").split())
    match = _COUNTRY.fullmatch(bare)
    return match[1] if match else bare


def _ends(token: str) -> tuple[str, ...]:
    match = _RANGE.fullmatch(token.strip())
    return match.groups() if match else (token,)
