"""What a Python user types without reading a page first."""

import pandas as pd
import polars as pl
import pytest

import orgmodel
from orgmodel import (
    Customer,
    Org,
    OrgGraph,
    Position,
    Territory,
    Where,
    coverage,
    import_tables,
    load,
    roles,
    save,
    validate,
    why,
)
from orgmodel.changes import Plan, diff
from orgmodel.measures import table
from orgmodel.model import SECTIONS, UnknownError


def small():
    """Return a design with a vacancy, a key account without a deputy, and a gap."""
    org = Org("Small")
    it = org.add(Territory("it", Where(place="IT")))
    head = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana"))
    am = org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Ada", reports_to=head))
    org.add(Position("rep", roles.SALES_REPRESENTATIVE, reports_to=head, covers=[it]))
    org.add(Customer("acme", name="Acme S.p.A.", key_account=True, revenue=5, managed_by=am))
    org.add(Customer("brio", name="Brio", place="IT-21"))
    org.add(Customer("brio-2", name="Brio", place="FR"))
    return org


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_is_an_attribute(name):
    """A design has all entities of a kind under the name that they have in files."""
    org = small()
    assert list(getattr(org, name)) == list(org.all(SECTIONS[name]))


def test_an_entity_is_found_by_id():
    """Index, membership, iteration and length work as they do for a mapping of ids."""
    org = small()
    assert org.positions["director"].held_by == "Dana"
    assert "director" in org.positions
    assert "nobody" not in org.positions
    assert org.positions["director"] in org.positions
    assert org.customers["acme"] not in org.positions
    assert [p.id for p in org.positions] == ["director", "am", "rep"]
    assert len(org.positions) == 3
    assert org.positions.get("nobody") is None


def test_an_id_that_is_not_there_is_a_key_error_with_the_nearest():
    """Both `KeyError` and the product's own error catch it, and the text helps."""
    with pytest.raises(KeyError, match="director") as caught:
        small().positions["directer"]
    assert isinstance(caught.value, UnknownError)
    assert str(caught.value).startswith("There is no position 'directer'")


def test_sections_show_the_design_as_it_is():
    """An entity that is added later is there, too."""
    org = small()
    positions = org.positions
    org.add(Position("late", roles.SALES_REPRESENTATIVE))
    assert "late" in positions


def test_reports_and_managers_are_asked_by_id():
    """The graph answers for an id as for the position itself."""
    org = small()
    graph = OrgGraph(org)
    assert [p.id for p in graph.reports_of("director")] == ["am", "rep"]
    assert graph.manager_of(org.positions["am"]).id == "director"
    assert [p.id for p in graph.managers_of("rep")] == ["director"]
    with pytest.raises(KeyError):
        graph.reports_of("nobody")


def test_validate_takes_a_selection():
    """Selecting and ignoring work as on the command line, for one name or several."""
    org = small()
    assert {f.code[:3] for f in validate(org, select="KEY")} == {"KEY"}
    assert all(f.code[:3] != "KEY" for f in validate(org, ignore=["KEY"]))


def test_a_severity_that_does_not_exist_is_refused():
    """The text names the value and what there is."""
    with pytest.raises(UnknownError, match="'critical' is not a severity"):
        validate(small()).at_least("critical")


def test_errors_are_the_findings_of_that_severity():
    """`report.errors` holds the errors and nothing else."""
    report = validate(small())
    assert report.errors
    assert all(finding.severity == "error" for finding in report.errors)


def records():
    """Return the records of every result."""
    org = small()
    later = Org("Small")
    for entity in org:
        if not isinstance(entity, Customer) or entity.id != "acme":
            later.add(entity)
    later.add(Customer("acme", key_account=True, revenue=5))
    return {
        "report": validate(org).to_records(),
        "coverage": coverage(org).to_records(),
        "measures": table(org).to_records(),
        "plan": Plan(diff(org, later)).to_records(),
    }


@pytest.mark.parametrize("what", ["report", "coverage", "measures", "plan"])
def test_records_make_tables(what):
    """Both pandas and polars make a table of the records, with all rows and the same columns."""
    rows = records()[what]
    assert rows
    there = pl.DataFrame(rows, infer_schema_length=None)
    assert pd.DataFrame(rows).shape == there.shape
    assert list(pd.DataFrame(rows).columns) == there.columns


def test_records_say_who_covers_whom():
    """A gap has nobody, and a vacancy somebody who stands in."""
    rows = {row["customer"]: row for row in records()["coverage"]}
    assert (rows["acme"]["state"], rows["acme"]["held_by"]) == ("covered", "Ada")
    assert (rows["brio"]["state"], rows["brio"]["answers"]) == ("vacant", "director")
    assert (rows["brio-2"]["state"], rows["brio-2"]["position"]) == ("nobody", None)


def test_a_plan_lists_who_changes_hands():
    """The customer that lost its account manager is the one row."""
    assert records()["plan"] == [
        {
            "customer": "acme",
            "key_account": True,
            "before": "am",
            "after": None,
            "from": "Ada",
            "to": None,
            "revenue": 5.0,
        }
    ]


def test_results_write_themselves():
    """Reports and plans render without a function from elsewhere."""
    org = small()
    report = validate(org)
    assert "KEY502" in report.to_markdown()
    assert '"code": "KEY502"' in report.to_json()
    assert report.to_html().startswith("<!DOCTYPE html>")
    plan = Plan(diff(org, Org("Small")))
    assert plan.to_markdown().startswith("## Plan for Small")
    assert '"organisation"' in plan.to_json() or plan.to_json().startswith("{")
    with pytest.raises(UnknownError, match="pdf"):
        report.render("pdf")


def test_why_takes_an_exact_name():
    """A name that one customer has is as good as its id; one that two have is refused."""
    org = small()
    assert str(why(org, "acme s.p.a.")) == str(why(org, "acme"))
    with pytest.raises(UnknownError, match="'brio', 'brio-2'"):
        why(org, "Brio")


def test_tables_are_imported_alike_at_the_top(tmp_path):
    """`load` and `import_tables` understand the same file in the same way."""
    file = tmp_path / "people.csv"
    file.write_text("ID,Name,Manager ID,Title\n1,Dana,,Sales Director\n2,Ada,1,Account Manager\n")
    assert import_tables(file).org == load(file)


def test_a_reference_compares_with_an_id(tmp_path):
    """A reference is the id as text, in scripts as in files."""
    org = small()
    save(org, tmp_path / "small.yaml")
    for each in (org, load(tmp_path / "small.yaml")):
        assert each.positions["am"].reports_to == "director" == each.positions["director"].id


def test_everything_public_is_there():
    """Every name that the package lists can be had."""
    assert all(getattr(orgmodel, name) is not None for name in orgmodel.__all__)
