"""What the page about imports says of mapping files is what they take."""

import re
from pathlib import Path

from orgmodel.formats.importing import KINDS, read_mapping
from orgmodel.formats.importing.read.vocabulary import fields_of

PAGE = (Path(__file__).parents[3] / "docs" / "import.md").read_text(encoding="utf-8")


def test_the_example_is_a_mapping(tmp_path):
    """Every line of it."""
    (tmp_path / "m.yaml").write_text(re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1])
    mapping = read_mapping(tmp_path / "m.yaml")
    assert mapping.tables["territories"].columns["territory_id"].fields == ("id", "postal_code")
    assert mapping.tables["markets"].source == "territories"


def test_all_fields_are_listed():
    """And no other."""
    listed = {}
    for kinds, fields in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| (`.*?) \|$", PAGE, re.MULTILINE):
        for kind in re.findall(r"\w+", kinds):
            listed[kind] = set(re.findall(r"\w+", fields)) - {"key"}
    assert listed == {kind: set(fields_of(kind)) for kind in KINDS}
