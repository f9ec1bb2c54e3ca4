"""What an import says of what arrived, and the mapping that it writes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel.cli import main
from orgmodel.formats.importing import REPORTS, import_design, mapping_text, read_mapping
from orgmodel.formats.importing.presets import import_any
from orgmodel.model import TerritoryAssignment

CASES = Path(__file__).parents[4] / "shared" / "cases" / "import"
PEOPLE = "Employee ID,Name,Job Title,Manager ID\n1,Ada Rossi,Director,\n2,Tom Berg,Rep,1\n"


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write files into an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)

    def run(**files):
        paths = []
        for name, text in files.items():
            Path(f"{name}.csv").write_text(text, encoding="utf-8")
            paths.append(f"{name}.csv")
        return paths

    return run


def tallies(imported):
    """Give what arrived and what the files hold."""
    return {t.subject: (t.arrived, t.held) for t in imported.account.tallies}


def test_everything_that_arrived_is_counted(write):
    """People, lines, vacancies, owners and sums stand beside what the files hold."""
    imported = import_design(
        write(
            staff=PEOPLE + "3,Vacant,Rep,1\n",
            customers="Customer ID,Name,Revenue,Owner\na,Acme,10,2\nb,Bolt,5.5,\n",
        )
    )
    assert not imported.problems
    assert tallies(imported) == {
        "people": (2, 2),
        "lines": (2, 2),
        "vacancies": (1, 1),
        "customers with an owner": (1, 1),
        "sum of revenue": (imported.account.tallies[-1].held, 15.5),
    }
    assert [(t.table, t.rows, t.used) for t in imported.account.tables] == [
        ("staff", 3, 3),
        ("customers", 2, 2),
    ]


def test_rows_left_out_have_their_reason(write):
    """Somebody who has left is counted with the word that says so."""
    status = PEOPLE.replace("\n", ",Status\n", 1).replace("Director,", "Director,,Active")
    imported = import_design(write(staff=status.replace("Rep,1", "Rep,1,Terminated")))
    (table,) = imported.account.tables
    assert (table.rows, table.used) == (2, 1)
    assert sum(table.left_out.values()) == 1
    assert "Terminated" in next(iter(table.left_out))


def test_a_table_that_loses_most_of_its_rows_is_a_problem(write):
    """The problem names the column to switch off, as a mapping file has it."""
    rows = "".join(f"{n},Name {n},Rep,,Terminated\n" for n in range(2, 9))
    (file,) = write(staff="ID,Name,Title,Manager,Status\n1,Ada,Head,,Active\n" + rows)
    imported = import_design(file)
    (problem,) = imported.problems
    assert "1 of 8 rows of 'staff' went into the design" in problem.sentence
    Path("map.yaml").write_text("\n".join(problem.cure), encoding="utf-8")
    assert len(import_design(file, read_mapping("map.yaml")).org) == 8


def test_a_design_without_people_is_a_problem(write):
    """Customers alone are no organisation, and the report never says that all is well."""
    (file,) = write(customers="Customer ID,Name,Revenue\na,Acme,10\nb,Bolt,5\n")
    result = CliRunner().invoke(main, ["import", file])
    assert result.exit_code == 1
    assert "no people" in result.output
    assert "no problems" not in result.output
    assert "managed_by" in result.output


def test_a_column_that_names_other_rows_is_offered_as_the_managers(write):
    """Its lines in a mapping file draw the lines."""
    text = "code,name,title,xref\nA1,Ada,Head,\n" + "".join(
        f"B{n},Name {n},Rep,{'A1' if n < 4 else 'B1'}\n" for n in range(1, 8)
    )
    (file,) = write(staff=text)
    imported = import_design(file)
    if tallies(imported).get("lines", (0, 0))[0] == 7:
        return  # the values were evidence enough
    problem = next(p for p in imported.problems if "'xref'" in p.sentence)
    Path("map.yaml").write_text("\n".join(problem.cure), encoding="utf-8")
    again = import_design(file, read_mapping("map.yaml"))
    assert tallies(again)["lines"] == (7, 7)


def test_a_link_table_that_is_not_used_is_a_problem(write):
    """A table of owners is not thrown away for the name of its file."""
    imported = import_design(
        write(
            staff=PEOPLE,
            customers="Customer ID,Name\nc1,Acme\nc2,Bolt\nc3,Cove\n",
            orders="ref_c,who\nc1,Ada Rossi\nc2,Tom Berg\nc3,Tom Berg\n",
        )
    )
    told = "\n".join(map(str, imported.problems))
    assert "'orders' is not used" in told


def test_the_report_has_the_account_in_all_forms(write):
    """A reader of text, Markdown and JSON sees the same numbers."""
    imported = import_design(write(staff=PEOPLE))
    account = json.loads(REPORTS["json"](imported))["account"]
    assert account["tables"] == [
        {"table": "staff", "kind": "people", "rows": 2, "used": 2, "left_out": []}
    ]
    assert {"subject": "lines", "design": 1, "files": 1} in account["arrived"]
    assert "2 rows, 2 used" in REPORTS["text"](imported)
    assert "| lines | 1 | 1 |" in REPORTS["md"](imported)


def test_the_written_mapping_gives_the_same_design(write):
    """It names every table and column, and a second import with it changes nothing."""
    (file,) = write(staff=PEOPLE)
    result = CliRunner().invoke(main, ["import", file, "--write-mapping", "map.yaml"])
    assert result.exit_code == 0, result.output
    first = Path("staff.yaml").read_bytes()
    again = ["import", file, "--mapping", "map.yaml", "-o", "again.yaml"]
    assert CliRunner().invoke(main, again).exit_code == 0
    assert Path("again.yaml").read_bytes() == first
    assert "Manager ID: manager" in Path("map.yaml").read_text(encoding="utf-8")
    refused = CliRunner().invoke(
        main, ["import", file, "-o", "x.yaml", "--write-mapping", "map.yaml"]
    )
    assert refused.exit_code == 2
    assert "map.yaml" in refused.output


LINKS = {
    "role": ("Employee ID,Territory ID,Role\n1,N,Backup rep\n", "Backup rep"),
    "note": ("Employee ID,Territory ID,Note\n1,N,until the merger\n", "until the merger"),
}


@pytest.mark.parametrize("field", LINKS)
def test_what_a_row_says_of_a_territory_arrives(field, write):
    """A role or note of who covers what is kept with the assignment, not dropped with the row."""
    text, kept = LINKS[field]
    imported = import_design(write(staff=PEOPLE, territory_assignments=text))
    (line,) = imported.org.all(TerritoryAssignment)
    assert (line.territory, line.position) == ("N", "1")
    assert kept in line.note


def test_two_sources_with_different_owners_are_reported(write):
    """Both places are named; neither is chosen in silence."""
    imported = import_design(
        write(
            staff=PEOPLE,
            customers="Customer ID,Name,Owner\na,Acme,1\nb,Bolt,1\n",
            account_team="Customer ID,Employee ID,Role\na,2,Owner\nb,1,Owner\n",
        )
    )
    told = [str(p) for p in imported.problems if "has the owner" in p.sentence]
    assert len(told) == 1
    assert "customers.csv:2" in told[0]
    assert "account_team.csv:2" in told[0]


SHAPES = {
    "outline": "Level 1,Level 2,Level 3\nAda,,\n,Tom,\n,,Zoe\n,Mia,\n",
    "pairs": "from,to\nTom,Ada\nZoe,Ada\nMia,Tom\n",
    "chain": "Name,L1,L2\nAda,,\nTom,Ada,\nZoe,Ada,Tom\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_written_mapping_of_a_reshaped_table_gives_the_same_design(shape, write):
    """What the form of a table says is said again by the mapping."""
    (file,) = write(staff=SHAPES[shape])
    first = import_design(file)
    Path("map.yaml").write_text(mapping_text(first), encoding="utf-8")
    assert import_design(file, read_mapping("map.yaml")).org == first.org


@pytest.mark.skipif(not CASES.is_dir(), reason="the handed cases are not beside this tree")
@pytest.mark.parametrize("case", sorted(p.name for p in CASES.glob("*") if p.is_dir()))
def test_the_written_mapping_of_a_handed_case_gives_the_same_design(case, tmp_path):
    """Whatever the input is, the mapping that is written reads it in the same way."""
    files = sorted(f for f in (CASES / case).iterdir() if f.name != "expect.json")
    try:
        first = import_any(files)
    except Exception as error:  # noqa: BLE001 - a refusal has no mapping
        pytest.skip(str(error)[:80])
    file = tmp_path / "map.yaml"
    file.write_text(mapping_text(first), encoding="utf-8")
    assert import_any(files, read_mapping(file)).org == first.org
