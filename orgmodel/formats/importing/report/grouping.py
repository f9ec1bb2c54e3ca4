"""Notes that say the same of many places, told once with their number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.formats.importing.read.table import Note

_DIFFERENT = re.compile(r"'[^']*'|\"[^\"]*\"|\S*\d\S*|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Notes of one kind: the first, and how many there are."""

    first: Note
    number: int

    def __str__(self) -> str:
        if self.number == 1:
            return str(self.first)
        return f"{self.first} ({self.number - 1:,} more like it)"


def grouped(notes: Iterable[Note]) -> list[Group]:
    """Return notes by what they say, names, numbers and places apart; the most frequent first."""
    firsts: dict[tuple[str, str], Note] = {}
    numbers: dict[tuple[str, str], int] = {}
    for note in notes:
        file = note.source.file if note.source else ""
        kind = (file, _DIFFERENT.sub("", note.sentence))
        firsts.setdefault(kind, note)
        numbers[kind] = numbers.get(kind, 0) + 1
    groups = [Group(note, numbers[kind]) for kind, note in firsts.items()]
    return sorted(groups, key=lambda group: -group.number)
