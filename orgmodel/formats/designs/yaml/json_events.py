"""JSON text to the same events that YAML gives, so that one reader reads both.

The ready-made parser keeps no places, loses names written twice and recurses.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # public, but the stubs lack it
from typing import Any, NamedTuple, NoReturn

from yaml import events
from yaml.events import Event

from orgmodel.formats.designs.yaml.nodes import Fault, MalformedError, Place

_TOKEN = re.compile(
    r"[ \t\n\r]*(?:(?P<sign>[{}\[\],:])|(?P<text>\")"
    r"|(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])"
    r"|(?P<word>true|false|null)(?!\w)|(?P<other>[^ \t\n\r]))"
)
_CLOSING = {"{": "}", "[": "]"}
_WORDS = {
    "'": "Texts are in double quotes.",
    "/": "JSON has no comments. Delete this, or write the design as YAML.",
    "#": "JSON has no comments. Delete this, or write the design as YAML.",
}
_TEXT_FAULTS = {
    "Unterminated": "The quotes opened here are not closed.",
    "control character": "A line or a tab ends here inside of quotes. Write \\n or \\t.",
}


class _Mark(NamedTuple):
    """Where an event begins; lines and columns count from 0."""

    line: int
    column: int


def json_events(text: str) -> Iterator[Event]:
    """Yield what a text in JSON consists of.

    Raises:
        MalformedError: At the first place that is not JSON.
    """
    return _Tokens(text).events()


class _Tokens:
    """The tokens of a text, one after the other; `open` holds the brackets not yet closed."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.start = text, 0, 0
        self.lines = [0, *(found.end() for found in re.finditer(r"\n", text))]
        self.open: list[str] = []
        self.fresh = False

    def events(self) -> Iterator[Event]:
        """Yield one value with all that is inside it, and then nothing."""
        yield self.value(self.next())
        while self.open:
            closing, token = _CLOSING[self.open[-1]], self.next()
            if token == closing:
                yield self.close()
                continue
            if not self.fresh:
                token = self.after_comma(token, closing)
            if closing == "}":
                yield self.name(token)
                token = self.next()
            yield self.value(token)
        if self.text[self.at :].strip(" \t\n\r"):
            self.next()
            self.stop("The design ended before this. Delete what follows.")

    def after_comma(self, sign: str, closing: str) -> str:
        """Return what follows the comma that must stand between two entries."""
        if sign != ",":
            self.stop("A comma is missing before this.")
        token = self.next()
        if token == closing:
            self.stop("A comma too many before this bracket.")
        return token

    def name(self, sign: str) -> Event:
        """Return a name, behind which a colon must stand."""
        if sign != '"':
            self.stop("A name in double quotes is expected here.")
        name = self.scalar(self.string(), '"')
        if self.next() != ":":
            self.stop("A colon is missing before this.")
        return name

    def value(self, sign: str) -> Event:
        """Return a text, number or word, or the opening of what holds others."""
        if sign in _CLOSING:
            return self.opening(sign)
        if sign in {"", "}", "]", ",", ":"}:
            self.stop("A value is expected here.")
        self.fresh = False
        return self.scalar(self.string(), '"') if sign == '"' else self.scalar(sign, None)

    def next(self) -> str:
        """Return the next token: a sign, a quotation mark, a number or a word; or nothing."""
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            self.start = self.at = len(self.text)
            if self.open:
                self.stop(f"The text ends before the last '{self.open[-1]}' is closed.")
            return ""
        name = found.lastgroup or ""
        self.start, self.at = found.start(name), found.end()
        if name == "other":
            self.stop(
                _WORDS.get(
                    found[name], "This is neither text in quotes nor a number, true or null."
                )
            )
        return str(found[name])

    def string(self) -> str:
        """Return the text whose quotes were opened."""
        try:
            text, self.at = scanstring(self.text, self.at, True)  # noqa: FBT003  # its signature
        except JSONDecodeError as error:
            self.start = error.pos
            known = (words for part, words in _TEXT_FAULTS.items() if part in error.msg)
            self.stop(next(known, "Unknown escape after '\\'. Write '\\\\'."))
        return str(text)

    def opening(self, sign: str) -> Event:
        """Open a bracket."""
        self.open.append(sign)
        self.fresh = True
        made: Any = events.MappingStartEvent if sign == "{" else events.SequenceStartEvent
        event: Event = made(None, None, implicit=True, start_mark=self.mark())
        return event

    def close(self) -> Event:
        """Close the last bracket."""
        self.fresh = False
        made: Any = events.MappingEndEvent if self.open.pop() == "{" else events.SequenceEndEvent
        event: Event = made(start_mark=self.mark())
        return event

    def scalar(self, text: str, style: str | None) -> Event:
        """Return the event of a text, number or word."""
        made: Any = events.ScalarEvent
        event: Event = made(None, None, (True, True), text, start_mark=self.mark(), style=style)
        return event

    def mark(self) -> _Mark:
        """Return where the last token begins."""
        line = bisect_right(self.lines, self.start) - 1
        return _Mark(line, self.start - self.lines[line])

    def stop(self, message: str) -> NoReturn:
        """Return the fault of the last token."""
        line, column = self.mark()
        raise MalformedError(Fault(Place(line + 1, column + 1), message))
