"""What the rows of a territory say of its customers, put together to one rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from orgmodel.formats.importing.columns.places import Named, is_place, parts_of
from orgmodel.formats.importing.interpret.geography import POSTAL, Geography
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.read.mapping import ATTRIBUTE
from orgmodel.formats.importing.read.table import folded

_LISTED = ("industry", "segment")
_ABROAD = frozenset({"country", "place"})
_PLACED = frozenset({"country", "state", "place"})
RULED = (*POSTAL, "city", "country", "state", "place", *_LISTED)
"""Fields of a territory from which its rule is made."""

Clause = dict[str, tuple[str, ...]]
"""Values by field that must all hold; one without any holds for everybody."""


@dataclass(slots=True)
class RuleReader:
    """Reads the rule of one row after the other of one table.

    The finest of its places decides: a row of a postal code states its city and state beside it
    for readers, and customers may not have them. A country stays where there are several.
    """

    reader: Reader
    geography: Geography

    def clause(self, at: int) -> Clause | None:
        """Return what a row says of customers, or None if it says nothing."""
        named = self.geography.named(self.reader, at)
        clause = self._placed(at, named)
        for name in _LISTED:
            if values := self.reader.listed(at, name, commas=True):
                clause[name] = tuple(values)
        for name in self.reader.attributes:
            if values := self.reader.listed(at, name):
                clause[name] = tuple(values)
        return clause if clause or named.rest else None

    def _placed(self, at: int, named: Named) -> Clause:
        codes = self._postal(at, named)
        cities = tuple(self.reader.listed(at, "city", commas=True))
        geography = self.geography
        if codes:
            several = len(geography.countries) > 1
            asked = several and (not geography.customers or geography.stated & _ABROAD)
            countries = tuple(dict.fromkeys(code[:2] for code in named.codes)) if asked else ()
            return _without_empty({"place": countries, "postal_code": codes})
        clause = self._words(at, named)
        if cities:
            beside = not geography.customers or bool(geography.stated & _PLACED)
            finer = not geography.customers or bool(geography.stated & {"state", "place"})
            places = named.codes if finer else tuple(code[:2] for code in named.codes)
            kept = {"place": tuple(dict.fromkeys(places)) if beside else ()}
            return _without_empty({**kept, "city": cities})
        return {**clause, **_without_empty({"place": named.codes})}

    def _postal(self, at: int, named: Named) -> tuple[str, ...]:
        """Return the postal codes of a row, from lists, beginnings, and two ends."""
        reader, postal = self.reader, self.geography.postal
        country = self.geography.country(named)
        found: list[str] = []
        for cell in reader.cells(at, "postal_code"):
            found += postal.listed(cell, country)
        for cell in reader.cells(at, "postal_prefix"):
            found += postal.listed(cell, country, begins=True)
        low, high = reader.cell(at, "postal_from"), reader.cell(at, "postal_to")
        if low or high:
            found += postal.between(low, high, country)
        return tuple(dict.fromkeys(found))

    def _words(self, at: int, named: Named) -> Clause:
        """Return conditions on words that are no places, as customers have them; told."""
        found: dict[str, list[str]] = {}
        for word in named.unknown:
            field = self._column(at, word)
            name = "place" if field == "place" else f"{ATTRIBUTE}{field}"
            found.setdefault(name, []).append(word)
            self._tell(at, word, field)
        return {name: tuple(words) for name, words in found.items()}

    def _column(self, at: int, word: str) -> str:
        for name in ("country", "state"):
            if any(word in parts_of(cell, is_place) for cell in self.reader.cells(at, name)):
                return name
        return "place"

    def _tell(self, at: int, word: str, field: str) -> None:
        geography, place = self.geography, self.reader.place(at, field)
        if folded(word) in geography.words or (id(self.reader), word) in geography.told:
            return
        geography.told.add((id(self.reader), word))
        sentence = (
            f"{word[:60]!r} in {self.reader.heading(field)!r} is not the name or code of a country "
            "or state. The rule asks for the word as written."
        )
        understood = self.reader.understood
        tell = understood.problem if geography.customers else understood.note
        tell(sentence, place)

    def tell(self) -> None:
        """Tell what was done with the postal codes of the table."""
        for name in POSTAL:
            if name in self.reader.firsts:
                self.geography.tell_postal(self.reader, name)


def _without_empty(clause: Mapping[str, tuple[str, ...]]) -> Clause:
    return {name: values for name, values in clause.items() if values}


def rule_of(clauses: Iterable[Clause]) -> dict[str, Any]:
    """Return the rule for whom any of some clauses holds, in as few clauses as that takes.

    Clauses that differ in the values of one field become one with all of these values.
    """
    found = list(clauses)
    if any(not clause for clause in found):
        return {}
    fields = dict.fromkeys(name for clause in found for name in clause)
    for name in sorted(fields, key=lambda name: name != "postal_code"):
        found = _joined(found, name)
    parts = [_plain(clause) for clause in found]
    return parts[0] if len(parts) == 1 else {"include": parts}


def _joined(clauses: Iterable[Clause], name: str) -> list[Clause]:
    """Join the clauses that have the same values in all fields but one."""
    groups: dict[object, dict[str, None]] = {}
    whole: dict[object, Clause] = {}
    for clause in clauses:
        others = frozenset((n, values) for n, values in clause.items() if n != name)
        key = (others, name in clause)
        whole.setdefault(key, clause)
        groups.setdefault(key, {}).update(dict.fromkeys(clause.get(name, ())))
    return [{**whole[key], name: tuple(v)} if v else whole[key] for key, v in groups.items()]


def _plain(clause: Clause) -> dict[str, Any]:
    """Return a clause as a design file would hold it."""
    where: dict[str, Any] = {n: list(v) for n, v in clause.items() if not n.startswith(ATTRIBUTE)}
    attributes = {
        n.removeprefix(ATTRIBUTE): list(v) for n, v in clause.items() if n.startswith(ATTRIBUTE)
    }
    return {**where, "attributes": attributes} if attributes else where
