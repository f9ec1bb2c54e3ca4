"""Bytes to text: UTF-8, or UTF-16 with its byte-order mark, and no control characters."""

import codecs
import re
from itertools import islice

from orgmodel.formats.designs.yaml.nodes import Fault, Place

MAX_SHOWN = 20
"""Number of control characters that are named one by one; a binary file has thousands."""
MAX_COUNTED = 10_000
"""Limit of the count of control characters."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class UndecodableError(Exception):
    """The bytes are not text in a known encoding; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def decode(data: bytes) -> str:
    """Turn the bytes of a file into text, without its byte-order mark.

    Raises:
        UndecodableError: naming the first byte that fits neither UTF-8 nor the announced UTF-16.
    """
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        if data.startswith(_UTF32):
            raise UndecodableError(
                Fault(Place(1, 1), "The file is UTF-32, which is not supported. Save it as UTF-8.")
            )
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(_undecodable(data, encoding, error)) from None


def _undecodable(data: bytes, encoding: str, error: UnicodeDecodeError) -> Fault:
    if encoding == "utf-16":
        return Fault(Place(1, 1), f"Byte {error.start + 1} is not UTF-16. Save the file as UTF-8.")
    # utf-8-sig counts from behind the mark
    start = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    line_start = data.rfind(b"\n", 0, start) + 1
    place = Place(data.count(b"\n", 0, start) + 1, start - line_start + 1)
    guess = data[start : start + 1].decode("cp1252", errors="ignore")
    hint = f" (in Windows-1252 it is {guess!r})" if guess else ""
    return Fault(
        place,
        f"Byte {start + 1}, 0x{data[start]:02X}, is not UTF-8{hint}. Save the file as UTF-8.",
    )


def control_characters(text: str) -> list[Fault]:
    """Name every character that no text should hold, with its place; at most `MAX_SHOWN`."""
    hits = _FORBIDDEN.finditer(text)
    faults = [
        Fault(place_of(text, hit.start()), f"{_name(hit.group())} is not allowed. Delete it.")
        for hit in islice(hits, MAX_SHOWN)
    ]
    more = sum(1 for _ in islice(hits, MAX_COUNTED))
    if more:
        counted = f"{more}" if more < MAX_COUNTED else f"{more:,} or"
        faults.append(Fault(faults[-1].place, f"{counted} more characters that are not allowed."))
    return faults


def has_control_characters(text: str) -> bool:
    """Tell whether a text holds a character that no text should hold."""
    return _FORBIDDEN.search(text) is not None


def place_of(text: str, index: int) -> Place:
    """Give the line and column of the character at an index."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _name(character: str) -> str:
    code = f"The control character U+{ord(character):04X}"
    return f"{code} (UTF-16 without a byte-order mark?)" if character == "\0" else code
