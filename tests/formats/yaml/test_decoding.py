"""Bytes become text in the encodings that people's editors write."""

import codecs

import pytest

from orgmodel.formats.designs.yaml.parsing import parse

TEXT = "name: खाता Müller\ncity: Łódź\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "Windows line ends"],
)
def test_the_usual_encodings_are_read_alike(data):
    """The same text comes out of each."""
    tree = parse(data)
    assert tree.faults == []
    assert {n: v.text for n, v in tree.root.entries.items()} == {
        "name": "खाता Müller",
        "city": "Łódź",
    }


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ("a: 1\nname: Müller\n".encode("cp1252"), 2,
         "Byte 13, 0xFC, is not UTF-8 (in Windows-1252 it is 'ü'). Save the file as UTF-8."),
        (codecs.BOM_UTF8 + b"a: \x9d", 1, "Byte 7, 0x9D, is not UTF-8. Save the file as UTF-8."),
        (TEXT.encode("utf-32"), 1, "The file is UTF-32, which is not supported. Save it as UTF-8."),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", 1, "Byte 3 is not UTF-16. Save the file as UTF-8."),
    ],
    ids=["cp1252", "behind a mark", "utf-32", "half a pair"],
)  # fmt: skip
def test_other_encodings_are_refused_at_the_byte(data, line, said):
    """The byte and the line are named, with what to do."""
    (fault,) = parse(data).faults
    assert (fault.place.line, fault.message) == (line, said)


def test_utf_16_without_a_mark_is_suspected():
    """Zero bytes between the letters are what gives it away."""
    first = parse("a: 1\n".encode("utf-16-le")).faults[0]
    assert first.message.startswith("The control character U+0000 (UTF-16 without a byte-order")


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x90", "\ud800", "\uffff"])
def test_a_control_character_is_placed(character):
    """Line and column of the character, and its number, since it cannot be seen."""
    (fault,) = parse(f"a: 1\nbc: x{character}y\n").faults
    assert fault.place == (2, 6)
    assert f"U+{ord(character):04X}" in fault.message


def test_a_binary_file_does_not_flood_the_screen():
    """After twenty characters the rest is counted."""
    faults = parse(b"\x01" * 1000).faults
    assert len(faults) == 21
    assert faults[-1].message == "980 more characters that are not allowed."
