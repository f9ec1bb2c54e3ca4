"""Finding what a cell refers to: by id, address, name, or name with id, and never by a guess."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from orgmodel.formats.importing.read.table import folded
from orgmodel.formats.importing.read.vocabulary import means

_SIGNS = frozenset({"", "0", "*", "xx", "xxx", "#n/a", "#ref!", "?", "."})
"""Signs that stand where there is nobody above, if nobody is called so."""


def is_nobody(cell: str) -> bool:
    """Return whether a cell says that there is nobody, if nobody is called so."""
    bare = cell.strip(" ()[]<>-\u2013\u2014_/").casefold()
    if bare in _SIGNS:
        return True
    return means(bare, "nobody", "undisclosed", "vacant") is not None


_BRACKETED = re.compile(r"(.*?)\s*[(\[<]\s*([^()\[\]<>]+?)\s*[)\]>]")
_OPENING = re.compile(r"[(\[<]")
_DASHED = re.compile(r"(\S+)\s+[-\u2013\u2014:|]\s+(.+)|(.+?)\s+[-\u2013\u2014:|]\s+(\S+)")
_IDS = ("position", "id", "key")
SORTS = ("position", "id", "key", "email", "name", "title")
"""By what a thing may be referred to; the first that fits wins unless a column tells otherwise."""


@dataclass(slots=True)
class Found:
    """What a cell refers to: numbers of things, several where it is ambiguous, none if unknown."""

    numbers: Sequence[int] = ()
    by: str = ""


@dataclass(slots=True)
class Index:
    """Things by what they may be called.

    Attributes:
        bare: Things by id without its leading zeros, which sheets drop.
        named: Things with their names as written, of which nobody has asked loosely so far.
        loose: Things by the words of their names, whatever the order, without initials.
        whose: Which thing is the same as which: two boxes of one person are one answer.
    """

    sorts: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: {sort: {} for sort in SORTS}
    )
    whose: dict[int, str] = field(default_factory=dict)
    bare: dict[str, list[int]] = field(default_factory=dict)
    named: list[tuple[str, int]] = field(default_factory=list)
    loose: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    def add(self, sort: str, text: str, number: int) -> None:
        """Let a thing be found by a text."""
        for called in _ways(sort, text):
            numbers = self.sorts[sort].setdefault(called, [])
            if number not in numbers[-1:]:
                numbers.append(number)
        if sort == "name":
            self.named.append((text, number))
        if sort in _IDS and text.startswith("0") and (bare := text.lstrip("0")):
            self.bare.setdefault(bare, []).append(number)

    def find(self, cell: str, order: Sequence[str] = SORTS) -> Found:
        """Return what a cell refers to.

        Args:
            cell: The cell: an id, an address, a name, ``Name (id)`` or ``id - Name``.
            order: The sorts to look in, in this order.
        """
        found = self._plain(cell, order)
        if not found.numbers:
            found = self._composed(cell)
        if not found.numbers:
            found = self._without_zeros(cell)
        return found if found.numbers else self._loosely(cell)

    def _loosely(self, cell: str) -> Found:
        """Look for a name whose words stand in another order or leave out an initial."""
        words = _words(cell)
        while words and self.named:
            name, number = self.named.pop()
            self.loose.setdefault(_words(name), []).append(number)
        numbers = self._apart(self.loose.get(words, ()) if words else ())
        return Found(numbers, "name") if len(numbers) == 1 else Found()

    def _without_zeros(self, cell: str) -> Found:
        """Look for an id of which either side has lost its leading zeros."""
        bare = cell.lstrip("0")
        found = self._plain(bare, _IDS) if bare != cell else Found()
        if not found.numbers and bare in self.bare:
            found = Found(self._apart(self.bare[bare]), "id")
        return found

    def _plain(self, cell: str, order: Iterable[str]) -> Found:
        for sort in order:
            numbers = self.sorts[sort].get(_way(sort, cell))
            if numbers:
                return Found(self._apart(numbers), sort)
        return Found()

    def _composed(self, cell: str) -> Found:
        """Look for the id that stands beside a name."""
        for name, id_ in parted(cell):
            found = self._plain(id_, (*_IDS, "email"))
            if found.numbers:
                return found
            named = self._plain(name, ("name",))
            if named.numbers:
                return named
        return Found()

    def _apart(self, numbers: Sequence[int]) -> list[int]:
        """Keep the first of those that are the same."""
        if len(numbers) <= 1:
            return list(numbers)
        first: dict[str, int] = {}
        for number in numbers:
            first.setdefault(self.whose.get(number, str(number)), number)
        return list(first.values())

    def order_for(self, cells: Iterable[str], preferred: Sequence[str]) -> tuple[str, ...]:
        """Return the sorts in the order in which they explain a column's cells.

        Args:
            cells: The cells.
            preferred: The sorts that come first where several explain as many.
        """
        distinct = {cell for cell in cells if cell}
        hits = {
            sort: sum(_way(sort, cell) in self.sorts[sort] for cell in distinct) for sort in SORTS
        }
        liked = [*preferred, *(sort for sort in SORTS if sort not in preferred)]
        return tuple(sorted(liked, key=lambda sort: -hits[sort]))

    def names(self) -> Iterator[str]:
        """Yield everything that things are called by, for telling the nearest."""
        for sort in ("id", "position", "name"):
            yield from self.sorts[sort]


def _way(sort: str, text: str) -> str:
    if sort in {"name", "title"}:
        return turned(text)
    return text.casefold() if sort == "email" else text


def _ways(sort: str, text: str) -> Iterable[str]:
    if sort == "name":
        bare = _BRACKETED.fullmatch(text) if _OPENING.search(text) else None
        return {turned(text), turned(bare[1])} - {""} if bare else {turned(text)} - {""}
    way = _way(sort, text)
    return (way,) if way else ()


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name of several, sorted, without initials."""
    words = [word for word in folded(name).split() if len(word) > 1]
    return tuple(sorted(words)) if len(words) > 1 else ()


def turned(name: str) -> str:
    """Return a name for comparison; ``Rossi, Ada`` is ``Ada Rossi``."""
    family, comma, given = name.partition(",")
    return folded(f"{given} {family}") if comma and given.strip() else folded(name)


def parted(cell: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a cell into a name and an id."""
    if match := _BRACKETED.fullmatch(cell):
        yield match[1], match[2]
        yield match[2], match[1]
    if match := _DASHED.fullmatch(cell):
        first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
        yield second, first
        yield first, second
