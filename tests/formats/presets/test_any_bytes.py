"""Whatever a directory, a list of users, an export or metadata holds, it is read or refused."""

import contextlib
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orgmodel.formats import dumps, loads
from orgmodel.formats.importing import Table
from orgmodel.formats.importing.presets import PRESETS, import_any, known_exports
from orgmodel.formats.salesforce.items import OPERATIONS
from orgmodel.model import OrgmodelError

LDIF = st.lists(
    st.sampled_from(
        ["dn: cn=a,dc=x", "dn: cn=b", "manager: cn=a,dc=x", "manager: cn=b", "cn: A", "title: CEO",
         " folded", "objectClass: person", "cn:: QQ==", "cn:: !", "", "# x", "version: 1", "-",
         "changetype: modify", "uid: 1", "userAccountControl: 514", "cn:", ":", "cn", "a;b: 1"]
    )
).map("\n".join)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.floats(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=4,
)
NAMES = st.sampled_from(
    ["id", "userName", "schemas", "name", "title", "active", "emails", "Resources", "results",
     "email", "userId", "archived", "teams", "type", "manager", "firstName"]
)  # fmt: skip
JSON = st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=3).map(json.dumps)


def imported(name, data):
    """Import bytes from a file of a name; a design can be saved."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        with contextlib.suppress(OrgmodelError):
            org = import_any(path).org
            assert loads(dumps(org)) == org


@given(LDIF)
@settings(deadline=None)
def test_any_ldif(text):
    """Lines of a directory in any order."""
    imported("x.ldif", text.encode())


@given(JSON)
@settings(deadline=None)
def test_any_json(text):
    """Users and owners with values of any kind."""
    imported("x.json", text.encode())


@given(st.binary(max_size=200), st.sampled_from(["x.ldif", "x.json", "x.territory2Rule-meta.xml"]))
@example(b"\xff\xfe<\0a\0/\0>\0", "x.territory2Rule-meta.xml")
@example(b'<?xml version="1.0" encoding="none"?><a/>', "x.territory2-meta.xml")
@example(b"<a>&x;</a>", "x.territory2Type-meta.xml")
@settings(deadline=None)
def test_any_bytes(data, name):
    """With an error of ours and no other."""
    imported(name, data)


@st.composite
def exports(draw, preset):
    """Make tables of an export, with cells that may not mean anything."""
    cells = st.sampled_from(
        ["", "1", "2", "a", "005Kx000001AbCd", "true", "false", "None", "IT", "cn=a,dc=x", "x;y|z",
         "Customer - Direct", *OPERATIONS, "(1 AND 2) OR 3", "\u202a", "9" * 30, "1e999", "NaN"]
    )  # fmt: skip
    made = []
    for known in known_exports()[preset].tables:
        if draw(st.booleans()):
            sign = draw(st.sampled_from(list(known.signs)))
            others = [*(h for hs in known.fields.values() for h in hs), *known.unused]
            more = draw(st.lists(st.sampled_from(others or ["Id"]), max_size=8, unique=True))
            columns = tuple(dict.fromkeys([*sign, *more]))
            row = st.lists(cells, min_size=len(columns), max_size=len(columns))
            rows = draw(st.lists(row, max_size=4))
            made.append(Table(known.name, columns, rows, range(2, 9), f"{known.name}.csv"))
    return made


@pytest.mark.parametrize("preset", PRESETS)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_any_export(preset, data):
    """Tables of every known export, whatever is in their cells."""
    with tempfile.TemporaryDirectory() as folder:
        for table in data.draw(exports(preset)):
            lines = [",".join(f'"{cell}"' for cell in row) for row in (table.columns, *table.rows)]
            (Path(folder) / f"{table.name}.csv").write_text("\n".join(lines), encoding="utf-8")
        with contextlib.suppress(OrgmodelError):
            org = import_any(folder, preset=preset).org
            assert loads(dumps(org)) == org
