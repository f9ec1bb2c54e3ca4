"""Where the rows of all tables are: countries, states and postal codes, read alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from orgmodel.formats.importing.columns.places import (
    Named,
    countries_in,
    home_of,
    is_place,
    parts_of,
    places_named,
)
from orgmodel.formats.importing.columns.postal import PostalCodes
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.read.table import folded
from orgmodel.text import counted

_PLACES = ("country", "state", "place")
POSTAL = ("postal_code", "postal_prefix", "postal_from", "postal_to")
"""Fields of a territory that hold postal codes."""


@dataclass(slots=True)
class Geography:
    """What all tables of an import say of places, by which each of them is read.

    Attributes:
        postal: Reads postal codes.
        countries: The countries that columns of countries name.
        words: What customers have for countries and states that are none, folded.
        stated: The fields that customers state of where they are.
        customers: Whether there are customers at all.
    """

    postal: PostalCodes = field(default_factory=PostalCodes)
    countries: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    customers: bool = False
    homes: dict[int, str | None] = field(default_factory=dict)
    told: set[tuple[int, str]] = field(default_factory=set)

    @classmethod
    def of(cls, customers: Sequence[Reader], others: Sequence[Reader]) -> "Geography":
        """Learn what tables of customers hold, and other tables."""
        listed = [cell for reader in others for name in POSTAL for cell in _column(reader, name)]
        codes = [cell for reader in customers for cell in _column(reader, "postal_code")]
        made = cls(
            PostalCodes.of(codes, listed),
            frozenset(_countries([*customers, *others])),
            stated=frozenset(
                name
                for reader in customers
                for name in (*_PLACES, "postal_code", "city")
                if _column(reader, name)
            ),
            customers=bool(customers),
        )
        words = (w for r in customers for n in _PLACES for w in _column(r, n))
        made.words = frozenset(map(folded, words))
        return made

    def home(self, reader: Reader) -> str | None:
        """Return the country whose states a table names, told once where it is not written."""
        key = id(reader)
        if key not in self.homes:
            parts = [p for n in ("state", "place") for p in _parts(reader, n)]
            self.homes[key] = home = home_of(parts, self.countries)
            bare = not all(part.upper().startswith(f"{home}-") for part in parts)
            if home and bare and "state" in reader.firsts and "country" not in reader.firsts:
                sentence = (
                    f"{reader.heading('state')!r} names no country; its values are read as states "
                    f"of {home}."
                )
                place = reader.table.source(None, reader.firsts["state"])
                reader.understood.note(sentence, place)
        return self.homes[key]

    def named(self, reader: Reader, at: int) -> Named:
        """Return the places that a row names."""
        country, state, place = (reader.cells(at, name) for name in _PLACES)
        filled = country or state or place
        return places_named(country, state, place, self.home(reader)) if filled else Named()

    def country(self, named: Named) -> str | None:
        """Return the country of a row, or the only one of all tables."""
        found = {code[:2] for code in named.codes} or set(self.countries)
        return next(iter(found)) if len(found) == 1 else None

    def tell_postal(self, reader: Reader, name: str) -> None:
        """Tell which codes of a column were not read as they are written."""
        column = reader.table.source(None, reader.firsts[name])
        codes = self.postal
        if codes.padded:
            some = counted(len(set(codes.padded)), "code")
            sentence = (
                f"{some} in {reader.heading(name)!r} had lost leading zeros, and got them back, "
                f"such as {codes.padded[0]}."
            )
            reader.understood.note(sentence, column)
        if codes.shortened:
            sentence = (
                f"Codes in {reader.heading(name)!r} such as {codes.shortened[0]!r} are read as the "
                "beginnings of postal codes."
            )
            reader.understood.note(sentence, column)
        for written in codes.wrong:
            sentence = f"{written[:60]!r} is not a range of postal codes. It is left out."
            reader.understood.problem(sentence, column)
        codes.padded, codes.shortened, codes.wrong = [], [], []


def _column(reader: Reader, name: str) -> list[str]:
    return [cell for at in reader.columns.get(name, ()) for cell in reader.table.values(at)]


def _parts(reader: Reader, name: str) -> Iterator[str]:
    for cell in dict.fromkeys(_column(reader, name)):
        yield from parts_of(cell, is_place)


def _countries(readers: Iterable[Reader]) -> Iterator[str]:
    for reader in readers:
        for part in _parts(reader, "country"):
            yield from countries_in(part)
