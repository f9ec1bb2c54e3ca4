"""Countries and states that cells name, by code or in words, one or several, as codes of places."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from orgmodel.model import bare_name, country_code, state_codes

CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
"""A code of ISO 3166-2, such as ``IT-25``."""
_SEPARATORS = (
    re.compile(r"[;|\n]+"),
    re.compile(r"\s*,\s*"),
    re.compile(r"\s*[/+\u2022\u00b7]\s*"),
    re.compile(r"\s*&\s*|\s+(?:and|und|ed?|et|y|i|oraz|en|och|og|plus|aur|और)\s+", re.IGNORECASE),
    re.compile(r"\s+"),
)
_SPACE = _SEPARATORS[-1]
_BESIDE = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]|(.+?)\s+[-\u2013\u2014:]\s+(.+)")
_GROUPS = {
    "dach": "DE AT CH",
    "benelux": "BE NL LU",
    "nordics": "DK FI IS NO SE",
    "nordic countries": "DK FI IS NO SE",
    "scandinavia": "DK NO SE",
    "baltics": "EE LV LT",
    "baltic states": "EE LV LT",
    "iberia": "ES PT",
    "uk and ireland": "GB IE",
    "uki": "GB IE",
    "uk and i": "GB IE",
    "anz": "AU NZ",
}
"""Groups of countries of which nobody doubts who is in them."""
_REST = re.compile(
    r"(?:all |the )?(?:rest|remainder)(?: of(?: the)? (?:world|countries|states|country))?"
    r"|row|(?:all )?(?:other|others|else)(?: (?:countries|states|regions|territories|places))?"
    r"|everything(?: else)?|everywhere(?: else)?|anything else|elsewhere|catch all|default"
    r"|all(?: (?:countries|states|regions|places|customers))?|any|worldwide|global|world|any other"
    r"|(?:alle )?(?:ubrige|ubrigen|andere|anderen|restliche|restlichen|sonstige)"
    r"(?: (?:lander|staaten|welt|bundeslander))?|rest der welt|ubriges|weltweit|alle|der rest"
    r"|(?:il )?resto del mondo|resto d italia|(?:tutti )?(?:gli )?altri(?: (?:paesi|stati))?|altro"
    r"|tutto il mondo|(?:il )?resto"
    r"|(?:le )?reste du monde|autres?(?: pays)?|tous|monde|(?:le )?reste|partout"
    r"|(?:el )?resto del mundo|(?:los )?(?:demas|otros|restantes)(?: paises)?|todos|todo el mundo"
    r"|(?:o )?resto do mundo|outros(?: paises)?|demais(?: paises)?"
    r"|reszta swiata|pozostale(?: kraje)?|inne|reszta|wszystkie"
    r"|rest van de wereld|overige?(?: landen)?|wereldwijd|ovriga(?: lander)?|resten av varlden"
    r"|ovriga varlden|शेष विश्व|बाकी|अन्य"
)
_REST_OF = re.compile(
    r"(?:rest|remainder|reste|resto) (?:of|von|der|d|de|di|du|del|van)(?: the)? (.+)"
    r"|(?:all|all of|other|ubriges|restliches|overig) (.+)"
)


def is_rest(text: str) -> bool:
    """Return whether a cell stands for every place that nothing else names."""
    return text.strip() in {"*", "%"} or bool(_REST.fullmatch(bare_name(text)))


@dataclass(frozen=True, slots=True)
class Named:
    """What cells name: codes of places, words that name none, and whether all the rest."""

    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rest: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes or self.unknown or self.rest)


def parts_of(text: str, known: Callable[[str], bool]) -> list[str]:
    """Return what stands in a cell of several names, parted by any usual sign.

    A name that is known as a whole, such as Bosnia and Herzegovina, is not parted.
    """
    text = text.strip(" ;,|\n\t")
    if not text or known(text):
        return [text] if text else []
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(text) if part]
        if len(parts) > 1:
            found = [each for part in parts for each in parts_of(part, known)]
            if separator is _SPACE or separator is _SEPARATORS[3]:
                return found if all(map(known, found)) else [text]
            return found
    return [text]


@lru_cache(maxsize=1 << 14)
def countries_in(text: str) -> tuple[str, ...]:
    """Return the codes of the countries that one name stands for: one, or those of a group."""
    if code := country_code(text):
        return (code,)
    if group := _GROUPS.get(bare_name(text)):
        return tuple(group.split())
    for one, other in _halves(text):
        first, second = country_code(one), country_code(other)
        if first and (second is None or first == second) and (second or is_rest(other)):
            return (first,)
    if (rest := _REST_OF.fullmatch(bare_name(text))) and (code := country_code(rest[1] or rest[2])):
        return (code,)
    return ()


def _halves(text: str) -> list[tuple[str, str]]:
    match = _BESIDE.fullmatch(text)
    if match is None:
        return []
    one, other = (part for part in match.groups() if part)
    return [(one, other)]


def states_in(text: str, countries: Sequence[str], home: str | None = None) -> tuple[str, ...]:
    """Return the code of the state that one name stands for, if it is plain which.

    Args:
        text: A code or a name.
        countries: The countries that stand beside it.
        home: The country whose states a column without countries names.
    """
    if CODE.fullmatch(text.upper()):
        return (text.upper(),)
    found = state_codes(text)
    for one, other in _halves(text) if not found else ():
        both = (*state_codes(one), *state_codes(other))
        wide = country_code(one) or country_code(other)
        twice = tuple(c for c, times in Counter(both).items() if times > 1 or c[:2] == wide)
        found = found or twice
    if countries:
        return tuple(code for code in found if code[:2] in countries)[:1]
    if len({code[:2] for code in found}) > 1:
        found = tuple(code for code in found if code[:2] == home)
    return found[:1]


def home_of(states: Iterable[str], context: Iterable[str] = ()) -> str | None:
    """Return the country whose states the values of a column are, if it is plain which.

    Args:
        states: Values of a column, several to a cell apart.
        context: The countries that the tables name.

    Where several have states of all these names it is the only country of the tables, else the
    United States, else none.
    """
    counted: Counter[str] = Counter()
    for name in set(states):
        counted.update({code[:2] for code in state_codes(name)})
    if not counted:
        return None
    most = max(counted.values())
    likely = [country for country, times in counted.items() if times == most]
    named = [country for country in set(context) if country in likely]
    if len(named) == 1:
        return named[0]
    return "US" if "US" in likely else likely[0] if len(likely) == 1 else None


def is_place(text: str) -> bool:
    """Return whether a text is a code or a name of a country, a group of these, or a state."""
    return bool(
        countries_in(text) or state_codes(text) or CODE.fullmatch(text.upper()) or is_rest(text)
    )


def places_named(
    country: Iterable[str], state: Iterable[str], place: Iterable[str], home: str | None
) -> Named:
    """Return the places that the cells of a row name together.

    Args:
        country: Cells that name countries.
        state: Cells that name states, within those countries.
        place: Cells that name places of either kind.
        home: The country whose states are named where no country stands beside them.
    """
    countries, unknown, rest = _countries(country, home)
    found: list[str] = []
    states = [part for cell in state for part in parts_of(cell, is_place)]
    beside = [code for part in states if not state_codes(part) for code in countries_in(part)]
    wide = list(dict.fromkeys([*countries, *beside]))
    within = [code[:2] for code in wide]
    for part in states:
        if is_rest(part):
            found += wide
            rest = rest or not wide
        elif inside := states_in(part, within, home):
            found += inside
        elif codes := countries_in(part):
            found += codes if len(states) == len(beside) else ()
        elif len(countries) == 1 and re.fullmatch(r"[A-Za-z0-9]{1,3}", part):
            found.append(f"{countries[0]}-{part.upper()}")
        else:
            unknown.append(part)
    for cell in place:
        more = _either(cell, home)
        found, unknown, rest = [*found, *more.codes], [*unknown, *more.unknown], rest or more.rest
    named = found or (countries if not states or rest else [])
    return Named(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(unknown)), rest and not named)


def _countries(cells: Iterable[str], home: str | None) -> tuple[list[str], list[str], bool]:
    """Return the countries that cells name, the words that name none, and whether all others."""
    found: list[str] = []
    unknown: list[str] = []
    rest = False
    for part in (part for cell in cells for part in parts_of(cell, is_place)):
        if codes := countries_in(part):
            found += codes
        elif is_rest(part):
            rest = True
        elif codes := states_in(part, (), home):
            found += codes
        else:
            unknown.append(part)
    return list(dict.fromkeys(found)), unknown, rest


def _either(cell: str, home: str | None) -> Named:
    """Read a cell that names countries or states, or a state before its country."""
    parts = parts_of(cell, is_place)
    last = countries_in(parts[-1]) if len(parts) > 1 else ()
    found: list[str] = []
    unknown: list[str] = []
    for part in parts:
        before = part is not parts[-1]
        code = states_in(part, last, home) if last and before else ()
        if home and not code and len(part) <= len("USA"):
            code = states_in(part, (home,), home)
        if code := code or countries_in(part) or states_in(part, (), home):
            found += code
        elif not is_rest(part):
            unknown.append(part)
    narrowed = [code for code in found if not any(o.startswith(f"{code}-") for o in found)]
    return Named(tuple(narrowed), tuple(unknown), any(map(is_rest, parts)))
