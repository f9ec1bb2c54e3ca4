"""Hostile files are refused by a named limit, without taking the memory that they are after."""

import gzip
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from orgmodel.formats import load, loads
from orgmodel.formats.designs.yaml import parsing
from orgmodel.formats.designs.yaml.parsing import MAX_ENTITIES, MAX_LOOSE
from orgmodel.model import Customer, DesignError

MEGABYTE = 2**20


def bomb(text, name="bomb.yaml"):
    """Read a bomb; give what is said of it, and how many megabytes Python took beyond the text."""
    tracemalloc.start()
    try:
        with pytest.raises(DesignError) as caught:
            loads(text, name=name)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return "\n".join(str(problem) for problem in caught.value.problems), peak / MEGABYTE


BOMBS = {
    "a list": ("name: X\na: [" + "1," * 1_000_000 + "1]\n", f"More than {MAX_LOOSE:,} values"),
    "a dict": (
        "name: X\ncustomers: {a: {attributes: {" + ",".join(f"k{n}: 1" for n in range(300_000))
        + "}}}\n", f"More than {MAX_LOOSE:,} values",
    ),
    "levels": ("[" * 1_000_000, "Nested deeper than 64 levels"),
    "dashes": ("- " * 1_000_000, "Nested deeper than 64 levels"),
    "aliases": ("a: &a [x]\nb: &b [" + "*a," * 100_000 + "*a]\n", "The alias '*a' is not allowed"),
    "zeros": ("\0" * 5_000_000, "10,000 or more characters that are not allowed"),
    "twice": ("name: X\ncustomers: {" + "a: ," * 100_000 + "}\n", "There may be more"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_of_yaml_are_refused(name):
    """In less memory than a large design takes."""
    text, limit = BOMBS[name]
    said, megabytes = bomb(text)
    assert limit in said
    assert megabytes < 150


@pytest.mark.parametrize("name", ["a list", "levels"])
def test_bombs_of_json_are_refused(name):
    """By the same limits."""
    text = {"a list": '{"name": "X", "a": [' + "1," * 500_000 + "1]}", "levels": "[" * 1_000_000}
    said, megabytes = bomb(text[name], "bomb.json")
    assert BOMBS[name][1] in said
    assert megabytes < 150


def test_mistakes_in_every_entity_end_the_reading_and_are_told(monkeypatch):
    """What was read until then can be mended; the entity in which reading ended is not judged."""
    monkeypatch.setattr(parsing, "MAX_LOOSE", 1_000)
    row = "  c{}: {{nam: a, city: b, tier: c, industry: d}}\n"
    said, _ = bomb("name: X\ncustomers:\n" + "".join(row.format(n) for n in range(2_000)))
    lines = said.splitlines()
    assert lines[0].startswith("bomb.yaml:3: Customer 'c0': there is no field 'nam'")
    assert "Correct what is reported; reading ended here." in lines[-1]
    assert len(lines) == 100


def test_sound_entities_take_no_room_beside_themselves(monkeypatch):
    """Only what has mistakes counts; what is sound but unusual does not, nor do ids."""
    monkeypatch.setattr(parsing, "MAX_LOOSE", 40)
    usual = "".join(f"  u{n}: {{city: a, tier: b}}\n" for n in range(50))
    unusual = "".join(
        f'  v{n}: {{note: "\\u200d{n}", contacts: [{{name: a}}]}}\n' for n in range(50)
    )
    org = loads(f"name: X\ncustomers:\n{usual}{unusual}")
    assert len(org.all(Customer)) == 100


def test_entities_have_a_limit(monkeypatch):
    """Large books belong in tables; the message says so."""
    assert MAX_ENTITIES == 250_000
    monkeypatch.setattr(parsing, "MAX_ENTITIES", 10)
    said, _ = bomb("name: X\npositions:\n" + "".join(f"  p{n}: {{}}\n" for n in range(11)))
    assert said.endswith("More than 10 entities, the limit for a design in such a file. "
                         "Keep large books in tables.")  # fmt: skip
    assert ":13: " in said


@pytest.mark.parametrize("name", ["huge.yaml", "huge.json", "huge.py"])
def test_the_size_is_looked_at_before_reading(tmp_path, name):
    """A file of a terabyte takes no memory."""
    with (tmp_path / name).open("wb") as file:
        file.truncate(2**40)
    tracemalloc.start()
    try:
        with pytest.raises(DesignError, match="larger than 64 MB, the limit"):
            load(tmp_path / name)
        assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nothing tells the memory")
def test_a_text_of_sixty_megabytes_needs_no_gigabyte(tmp_path):
    """The whole program stays below a limit of the system."""
    (tmp_path / "long.yaml").write_text(
        "name: X\npositions: {a: {note: " + "x" * 60_000_000 + "}}\n"
    )
    code = (
        "import re, sys\nfrom pathlib import Path\nfrom orgmodel.formats import load\n"
        "load(sys.argv[1])\n"
        # that of getrusage would count the process that started this one
        "told = Path('/proc/self/status').read_text()\n"
        "sys.exit(int(re.search(r'VmHWM:\\s+(\\d+) kB', told)[1]) > 600_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "long.yaml"], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["small.yaml", "small.csv", "small.csv.gz"])
def test_a_small_file_reserves_little_memory(tmp_path, name):
    """Reading it asks for what it holds, not for the most that it may hold."""
    text = b"Name,Title\nAnn,CEO\n" if ".csv" in name else b"name: X\n"
    (tmp_path / name).write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    load(tmp_path / name)  # with all imports that it takes
    tracemalloc.start()
    try:
        load(tmp_path / name)
        assert tracemalloc.get_traced_memory()[1] < 8 * MEGABYTE
    finally:
        tracemalloc.stop()
