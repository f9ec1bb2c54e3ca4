"""The sheet of one manager: what it holds, and what comes back of it."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel import Customer, Org, Person, Position, Territory
from orgmodel.cli import main
from orgmodel.formats import load, save
from orgmodel.formats.export.office import to_manager_sheet
from orgmodel.formats.importing.presets import merge_sheet
from orgmodel.model import DesignError, UnknownError

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def design(tmp_path, monkeypatch):
    """A director, two branches, and customers of both."""
    monkeypatch.chdir(tmp_path)
    org = Org("Trio")
    org.add(Person("secret", email="secret@example.com"))
    org.add(Territory("north"))
    org.add(Position("top", held_by="Ann", pay=9))
    org.add(Position("left", title="Lead", held_by="Bob", reports_to="top", covers=["north"]))
    org.add(Position("rep", title="Rep", reports_to="left", fte=0.5))
    org.add(Position("right", held_by="Cid", reports_to="top", note="private"))
    org.add(Customer("acme", name="Acme", managed_by="rep", tier="0123", potential="10.5"))
    org.add(Customer("other", name="Other", managed_by="right"))
    save(org, "design.yaml")
    return org


def edited(design, cells, position="left", name="sheet.xlsx"):
    """Export a sheet, write into cells by sheet, id and field, and save it."""
    book = openpyxl.load_workbook(io.BytesIO(to_manager_sheet(design, position)))
    for (sheet, id_, field), value in cells.items():
        page = book[sheet]
        heads = [cell.value for cell in page[1]]
        row = next(r for r in page.iter_rows(min_row=2) if r[0].value == id_)
        row[heads.index(field)].value = value
    book.save(name)
    return name


def test_a_sheet_holds_one_branch_and_its_customers(design):
    """Nothing of other branches is in it, not even hidden, and no pay."""
    data = to_manager_sheet(design, "left")
    book = openpyxl.load_workbook(io.BytesIO(data))
    ids = {page.title: [r[0].value for r in page.iter_rows(min_row=2)] for page in book}
    assert ids["positions"] == ["left", "rep"]
    assert ids["customers"] == ["acme"]
    everything = str([[c.value for c in row] for page in book for row in page.iter_rows()])
    for word in ("private", "secret", "Other", "pay"):
        assert word not in everything


def test_only_some_columns_may_be_edited(design):
    """The ids are locked and the titles are not."""
    book = openpyxl.load_workbook(io.BytesIO(to_manager_sheet(design, "left")))
    page = book["positions"]
    assert page.protection.sheet
    assert page["A2"].protection.locked
    assert not page["B2"].protection.locked


def test_an_unedited_sheet_changes_nothing(design):
    """Whatever a spreadsheet did to its numbers and blanks."""
    merge = merge_sheet(edited(design, {}), design)
    assert (merge.changes, merge.conflicts) == ([], [])


def test_edits_become_a_scenario_to_review(design):
    """The command writes it, `plan` reads it, and the design has the new values."""
    edited(
        design,
        {
            ("positions", "rep", "held_by"): "Dora",
            ("positions", "rep", "fte"): 1,
            ("positions", "left", "covers"): None,
            ("customers", "acme", "tier"): "0042",
            ("customers", "acme", "potential"): 12,
        },
    )
    result = CliRunner().invoke(
        main, ["import", "--into", "design.yaml", "sheet.xlsx", "-o", "edits.yaml"]
    )
    assert result.exit_code == 0, result.output
    assert "sheet.xlsx" in result.output
    changed = load("edits.yaml")
    rep = changed.get(Position, "rep")
    assert (rep.held_by, rep.fte) == ("Dora", 1.0)
    assert changed.get(Position, "left").covers == ()
    assert changed.get(Customer, "acme").tier == "0042"
    plan = CliRunner().invoke(main, ["plan", "design.yaml", "edits.yaml"])
    assert "Dora" in plan.output


def test_what_somebody_else_changed_since_is_a_conflict(design):
    """The cell, the three values and the place in the design are told; the rest is merged."""
    cells = {("positions", "rep", "title"): "Senior", ("positions", "rep", "note"): "new"}
    edited(design, cells)
    text = Path("design.yaml").read_text(encoding="utf-8").replace("title: Rep", "title: Junior")
    Path("design.yaml").write_text(text, encoding="utf-8")
    merge = merge_sheet("sheet.xlsx", load("design.yaml"))
    (conflict,) = merge.conflicts
    for word in ("'Rep'", "'Junior'", "'Senior'", "design.yaml:"):
        assert word in conflict.sentence
    assert conflict.source.cell == "B3"
    assert [dict(change.fields) for change in merge.changes] == [{"note": "new"}]
    result = CliRunner().invoke(main, ["import", "--into", "design.yaml", "sheet.xlsx"])
    assert result.exit_code == 1
    assert "1 conflict" in result.output


def test_a_change_that_both_made_is_no_conflict(design):
    """The design has it already."""
    edited(design, {("positions", "rep", "title"): "Senior"})
    text = Path("design.yaml").read_text(encoding="utf-8").replace("title: Rep", "title: Senior")
    Path("design.yaml").write_text(text, encoding="utf-8")
    merge = merge_sheet("sheet.xlsx", load("design.yaml"))
    assert (merge.changes, merge.conflicts) == ([], [])


def test_rows_added_removed_or_unsound_are_told(design):
    """Nothing of them is merged, and nothing is lost in silence."""
    name = edited(
        design, {("positions", "left", "fte"): 7, ("customers", "acme", "potential"): "x"}
    )
    book = openpyxl.load_workbook(name)
    book["positions"].delete_rows(3)
    book["positions"].append(["new", "Title"])
    book.save(name)
    merge = merge_sheet(name, design)
    told = "\n".join(map(str, merge.conflicts))
    assert (merge.changes, merge.edits) == ([], [])
    for words in ("'rep' is gone", "'new' was not exported", "'x' is not a number", "fte"):
        assert words in told


def test_another_workbook_is_refused(design, tmp_path):
    """The sentence says what to export."""
    openpyxl.Workbook().save(tmp_path / "plain.xlsx")
    with pytest.raises(DesignError, match="--for POSITION"):
        merge_sheet(tmp_path / "plain.xlsx", design)
    with pytest.raises(UnknownError, match="left"):
        to_manager_sheet(design, "lefd")


def test_a_sheet_of_another_design_is_told(design):
    """Rows that nobody edited and that the design lacks are conflicts, not passed over."""
    name = edited(design, {})
    merge = merge_sheet(name, Org("Elsewhere"))
    told = "\n".join(map(str, merge.conflicts))
    assert merge.changes == []
    assert "'left' and 'rep'" in told
    assert "'acme'" in told


def test_a_name_that_the_design_lacks_is_told(design):
    """A territory that was mistyped does not become a reference to nothing."""
    name = edited(design, {("positions", "left", "covers"): "nroth"})
    merge = merge_sheet(name, design)
    told = "\n".join(map(str, merge.conflicts))
    assert merge.changes == []
    assert "'nroth'" in told
    assert "'north'" in told
