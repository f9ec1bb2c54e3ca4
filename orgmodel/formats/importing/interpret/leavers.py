"""Rows about people who are not there: they have left, or never were employees."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.read.table import folded
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.text import counted

_WORDS = re.compile(r"\W+")


@dataclass(frozen=True)
class Employment:
    """From when and until when the people of a table are with the company.

    Attributes:
        today: The day as of which rows are read.
        since: First days by row.
        until: Days after the last ones, by row.
        letters: Whether statuses are letters, as those of PeopleSoft are.
    """

    reader: Reader
    today: dt.date
    since: Sequence[dt.date | None]
    until: Sequence[dt.date | None]
    letters: bool = False

    def says_left(self, status: str) -> bool:
        """Return whether a status says that somebody has left."""
        return status.upper() in _LEFT_LETTERS if self.letters else _says_left(status)

    def is_over(self, at: int) -> bool:
        """Return whether what a row says held until some day that has passed."""
        until = self.until[at]
        return until is not None and until <= self.today

    def why_gone(self, at: int, name: str) -> str | None:
        """Return why a row is about nobody who is there, or None.

        Args:
            at: The row.
            name: The name in it, which may say that its post was abolished.
        """
        reader, until = self.reader, self.until[at]
        if until is not None and self.is_over(at):
            last = until - dt.timedelta(days=1)
            return f"by {reader.heading('until')!r} its last day was {last}"
        for field in ("active", "inactive"):
            cell = reader.cell(at, field)
            if cell and (self.says_left(cell) if field == "active" else reader.answer(at, field)):
                return f"{reader.heading(field)!r} is {cell!r}"
        return f"its post is {name!r}" if name and means(name, "abolished") else None


def employment_of(reader: Reader) -> Employment:
    """Read when the people of a table come and go; days that cannot be read are told."""
    today = dt.datetime.now().astimezone().date()
    letters = _are_letters(reader)
    if not letters:
        _tell_unknown(reader)
    return Employment(reader, today, reader.days("since"), days_after(reader), letters)


_LEFT_LETTERS = frozenset("TDRQUVXI")
"""Statuses of PeopleSoft that say that somebody has left: terminated, retired, deceased ..."""
_LETTERS = frozenset("ALPSTDRQUVXIWN")


def _are_letters(reader: Reader) -> bool:
    """Return whether statuses are letters of which one says that somebody is active."""
    if "active" not in reader.firsts:
        return False
    found = {value.upper() for value in reader.table.values(reader.firsts["active"])}
    return "A" in found and found <= _LETTERS


def _tell_unknown(reader: Reader) -> None:
    """Count the statuses that say neither that somebody is there nor has left."""
    if "active" not in reader.firsts:
        return
    column = reader.firsts["active"]
    for status, times in Counter(reader.table.values(column)).items():
        words = (status, *_WORDS.split(folded(status)))
        if not any(means(word, *_KNOWN) for word in words):
            sentence = (
                f"{status[:60]!r} in {reader.heading('active')!r} ({counted(times, 'row')}) says "
                "neither that somebody is there nor has left; the positions are kept."
            )
            reader.understood.note(sentence, reader.table.source(None, column))


_KNOWN = ("present", "left", "yes", "no", "vacant", "filled", "abolished")


def days_after(reader: Reader) -> list[dt.date | None]:
    """Return the days after the last ones: tables name the last day, designs the one after it."""
    last = dt.date.max
    return [
        None if day is None or day == last else day + dt.timedelta(days=1)
        for day in reader.days("until")
    ]


def _says_left(status: str) -> bool:
    """Return whether a status, or a word of it, says that somebody has left."""
    if means(status, "left", "no"):
        return True
    words = _WORDS.split(folded(status))
    return "not" not in words and any(means(word, "left") for word in words)
