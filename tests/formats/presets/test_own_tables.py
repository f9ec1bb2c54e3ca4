"""What a design was exported to is read back as the same design."""

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import orgs

from orgmodel.formats import load
from orgmodel.formats.export import to_csv_tables
from orgmodel.formats.importing.presets import import_any
from orgmodel.model import DesignError, Org, Position


def written(folder, org, **how):
    """Write the tables of a design."""
    for old in folder.iterdir():
        old.unlink()
    for name, data in to_csv_tables(org, **how).items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(orgs(dated=True))
def test_a_design_survives_its_tables(tmp_path, separator, org):
    """Every entity, in its order, with every value, whatever the texts."""
    imported = import_any(written(tmp_path, org, separator=separator))
    assert imported.problems == []
    assert imported.org == org


def test_places_are_those_of_the_tables(tmp_path):
    """A finding points to the file and line where the row stands."""
    (tmp_path / "organisation.csv").write_text("name,currency\nAurora,EUR\n")
    (tmp_path / "positions.csv").write_text("id,role,fte\nhead,sales_director,\nrep,,much\n")
    with pytest.warns(UserWarning, match=r"positions\.csv:3: Position 'rep': fte should be a"):
        org = load(tmp_path)
    assert [str(org.source_of(p)).rpartition("/")[2] for p in org][:2] == [
        "positions.csv:2",
        "positions.csv:3",
    ]


def test_other_tables_of_such_names_are_looked_at_closer(tmp_path):
    """A folder with a table of positions from elsewhere is not taken for an export."""
    (tmp_path / "organisation.csv").write_text("name,currency\nAurora,EUR\n")
    (tmp_path / "positions.csv").write_text("id,title,manager,name\n1,Head,,Ann\n2,Rep,1,Bob\n")
    org = import_any(tmp_path).org
    assert [p.reports_to for p in org][:2] != [None, None]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(orgs(dated=True))
def test_an_exported_workbook_is_the_same_design_or_refused(tmp_path, org):
    """No customer, position or line comes of a workbook that the design does not have."""
    pytest.importorskip("xlsxwriter")
    from orgmodel.formats.export.office import to_xlsx  # noqa: PLC0415  # an extra

    file = tmp_path / "design.xlsx"
    file.write_bytes(to_xlsx(org))
    try:
        imported = import_any(file)
    except DesignError as error:
        assert "orgmodel export" in str(error) or not len(org)  # noqa: PT017 - or the same
    else:
        assert imported.org == org


def test_a_manager_sheet_is_merged_and_not_imported(tmp_path):
    """The sentence names the command that merges it."""
    pytest.importorskip("xlsxwriter")
    from orgmodel.formats.export.office import to_manager_sheet  # noqa: PLC0415  # an extra

    org = Org("One")
    org.add(Position("top", held_by="Ann"))
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(to_manager_sheet(org, "top"))
    with pytest.raises(DesignError, match="import --into"):
        import_any(file)
