"""Tables are loaded as any design is; a mapping file may lie with them."""

import pytest

from orgmodel.formats import load
from orgmodel.model import DesignError, Position, Source

ROSTER = "Who,Job,Boss\nAnn,CEO,\nBob,Rep,Ann\n"


def test_a_roster_is_a_design(tmp_path, monkeypatch):
    """With places in the roster."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text("Name,Job,Boss\nAnn,CEO,\nBob,Rep,Ann\n")
    org = load("roster.csv")
    assert org.get(Position, "Bob").reports_to == "Ann"
    assert org.source_of(org.get(Position, "Bob")) == Source("roster.csv", 3)


@pytest.mark.parametrize(
    ("tables", "mapping"), [("r.csv", "r.mapping.yaml"), (".", "mapping.yaml")]
)
def test_a_mapping_file_may_lie_with_tables(tmp_path, tables, mapping):
    """Beside a file under its name, or in a folder."""
    (tmp_path / "r.csv").write_text(ROSTER)
    (tmp_path / mapping).write_text("name: Acme\ntables: {r: {columns: {Who: name}}}\n")
    org = load(tmp_path / tables)
    assert org.name == "Acme"
    assert org.get(Position, "Bob").reports_to == "Ann"


def test_what_is_not_understood_is_a_warning(tmp_path):
    """The first problem, and how to see the others."""
    path = tmp_path / "roster.csv"
    path.write_text("Name,Job,Boss\nAnn,CEO,\nBob,Rep,Zoe\nEve,Rep,Kim\n")
    with pytest.warns(UserWarning, match="There is no 'Zoe'.* 1 more problems: orgmodel import"):
        load(path)


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "design"])
def test_other_files_are_told_what_was_looked_for(tmp_path, name):
    """All kinds that are read."""
    (tmp_path / name).write_text("x")
    with pytest.raises(DesignError, match=r"ends in \.yaml.*\.csv.*\.xlsx"):
        load(tmp_path / name)


def test_a_folder_without_tables_is_told(tmp_path):
    """With what was looked for."""
    with pytest.raises(DesignError, match=r"No table is in this folder; looked for files that end"):
        load(tmp_path)
