"""Whatever bytes a file holds, it is imported or refused in plain words."""

import contextlib
import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orgmodel.formats import dumps, loads
from orgmodel.formats.importing import (
    Mapping,
    Table,
    TableMapping,
    Use,
    import_design,
    recognise,
    understand,
)
from orgmodel.formats.importing.import_tables import built
from orgmodel.formats.importing.read import tables as reading
from orgmodel.formats.importing.read.vocabulary import KINDS, fields_of
from orgmodel.model import DesignError

HEADINGS = st.sampled_from(
    [
        *("ID", "Name", "Title", "Manager", "Email", "Territory", "Customer", "Revenue", "FTE"),
        *("Since", "Employee", "Status", "Vorname", "ZIP", "Country", "Parent", "Share", "x"),
    ]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["1", "2", "1 ", "a", "b", "1,234", "1.234,5", "Vacant", "(1)", "a (1)", "b, a"]
    ),
    st.sampled_from(["2026-01-31", "31/12/2026", "yes", "100%", "-5", "€ 5", "NA", "=1+1", "0"]),
)
NAMES = st.sampled_from(["people", "customers", "territories", "assignments", "contacts", "x"])


@st.composite
def tables(draw):
    """Tables of columns that mean something, with cells that may not."""
    made = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)):
        columns = draw(st.lists(HEADINGS, min_size=1, max_size=6, unique=True))
        row = st.lists(CELLS.map(str.strip), min_size=len(columns), max_size=len(columns))
        rows = draw(st.lists(row, max_size=6))
        made.append(Table(name, tuple(columns), rows, range(2, len(rows) + 2), f"{name}.csv"))
    return made


@given(tables())
@settings(deadline=None)
def test_any_tables_are_understood(found):
    """Each value ends in the design, or in a note with its place; the design can be saved."""
    mapping = recognise(found)
    org, notes = built(understand(found, mapping), mapping)
    assert loads(dumps(org)) == org
    assert all(note.source for note in notes)


@given(st.binary(max_size=300), st.sampled_from([".csv", ".tsv", ".csv.gz", ".json", ".xlsx"]))
@example(b'"', ".csv")
@example(b"\xff\xfe", ".csv")
@example(b"\xff\xfea", ".csv")
@example(b"a\0b,c\n", ".csv")
@example(b"\r\r\r,\r", ".csv")
@example(b"sep=;", ".csv")
@example(b"[" * 100_000, ".json")
@example(b'[{"a": NaN}]', ".json")
@example(b'{"id": 1e999999, "name": "x", "title": "y"}', ".json")
@example(b"PK\x05\x06" + b"\0" * 18, ".xlsx")
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data, ending):
    """With an error of ours and no other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster{ending}"
        path.write_bytes(data)
        with contextlib.suppress(DesignError):
            import_design(path)


def test_every_field_of_every_kind_can_be_filled(tmp_path):
    """A column of each, by mapping; what has no value there is told and not a crash."""
    for kind in KINDS:
        fields = fields_of(kind)
        text = f"{','.join(fields)}\n" + f"{','.join('1' for _ in fields)}\n" * 2
        (tmp_path / "x.csv").write_text(text)
        uses = {field: Use((field,), "told") for field in fields}
        found = import_design(tmp_path / "x.csv", Mapping(tables={"x": TableMapping(kind, uses)}))
        assert found.mapping.tables["x"].kind == kind


@pytest.mark.parametrize(
    ("name", "data", "limit"),
    [
        ("x.csv", b"Name,Title\nA," + b"x" * 200_000, "more than 131,072 characters"),
        ("x.csv", b"Name,Title\nA,B\n" + b'"' + b"\n" * 1000 + b'"', "closed nowhere near"),
        ("x.csv", b"Name," + b"," * 2000 + b"\n" + b"a," * 2000, "the limit is 1,000"),
        ("x.json", json.dumps([{"a": [[[1]]] * 2}]).encode()[:5] + b"}", "This is no JSON"),
        ("x.json", b'[{"a":' * 40 + b"1" + b"}]" * 40, "nested deeper than 16"),
        ("x.json", b"[1, 2]", "There are no records"),
        ("x.csv.gz", b"\x1f\x8b\x08", "damaged"),
    ],
)
def test_limits_are_named(tmp_path, name, data, limit):
    """And told with the file."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DesignError, match=limit):
        import_design(tmp_path / name)


def test_a_packed_bomb_is_not_unpacked(tmp_path, monkeypatch):
    """No more than the limit is."""
    monkeypatch.setattr(reading, "MAX_BYTES", 1 << 20)
    (tmp_path / "x.csv.gz").write_bytes(gzip.compress(b"\n" * (1 << 24)))
    with pytest.raises(DesignError, match="larger than"):
        import_design(tmp_path / "x.csv.gz")
