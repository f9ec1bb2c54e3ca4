"""Tables that nobody has seen before: what is in them decides where headings mislead."""

import datetime as dt
import io
import zipfile

import pytest

from orgmodel.formats.importing import REPORTS, import_design
from orgmodel.model import Customer, Person, Position, Territory, TerritoryAssignment

GONE = "2001-02-03"


@pytest.fixture
def imported(tmp_path, monkeypatch):
    """Import files by name, or one roster."""
    monkeypatch.chdir(tmp_path)

    def run(files):
        files = {"roster.csv": files} if isinstance(files, str) else files
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(data)
        return import_design(list(files))

    return run


def lines(found):
    """Give who reports to whom."""
    return {post.id: post.reports_to for post in found.org.all(Position)}


def told(found):
    """Give all notes as a user reads them."""
    return "\n".join(map(str, found.notes))


def uses(found, table="roster"):
    """Give the fields of each column."""
    return {c: u.fields for c, u in found.mapping.tables[table].columns.items()}


def test_the_column_whose_values_are_people_names_the_managers(imported):
    """Slugs of functions do not, and several managers are one solid and one dotted line."""
    found = imported(
        "entry_id,person_id,role,reports_to_slug,manager_role_slug,manager_entry_ids\n"
        "P1,P1,Founder,,chief,\nP1b,P1,Interim,chief,head,P1\nP2,P2,Team Lead,chief,lead,P1\n"
        "P3,P3,Engineer,lead,,P2;P1b\n"
    )
    assert lines(found) == {"P1": None, "P1b": "P1", "P2": "P1", "P3": "P2"}
    assert found.org.get(Position, "P3").dotted_to == ("P1b",)
    assert not found.problems
    assert "'P2' is the manager, 'P1b' by dotted line" in told(found)
    assert uses(found)["reports_to_slug"] == ()
    assert "and those of 'manager_entry_ids' do" in told(found)


def test_slugs_are_found_in_the_column_that_has_them(imported):
    """Where nothing else names the managers."""
    found = imported(
        "id,name,title,reports_to,slug\n1,Ann,Chief,,the-chief\n2,Bob,Lead,the-chief,the-lead\n"
        "3,Eve,Rep,the-lead,a-rep\n"
    )
    assert lines(found) == {"1": None, "2": "1", "3": "2"}


def test_ids_of_another_numbering_are_no_managers(imported):
    """The names beside them are."""
    found = imported(
        'EmpID,Employee_Name,Position,ManagerID,ManagerName\n101,"Rossi, Ada  B",CEO,7,\n'
        '102,"Berg, Tom",Head,1,Ada Rossi\n103,"Lee, Kim",Rep,2,Tom Berg\n'
    )
    assert lines(found) == {"101": None, "102": "101", "103": "102"}
    assert not found.problems


def test_flags_name_nobody(imported):
    """A leader may be whom one reports to, or whether one is a leader."""
    found = imported(
        "id,name,title,reports_to,leader\n1,Ann,CEO,,TRUE\n2,Bob,Head,1,TRUE\n3,Eve,Rep,2,FALSE\n"
    )
    assert lines(found) == {"1": None, "2": "1", "3": "2"}
    assert "'leader' is not used: it only says yes or no" in told(found)


@pytest.mark.parametrize("heading", ["OrganizationLevel", "Typical Hours", "Up"])
def test_levels_and_hours_are_no_managers(imported, heading):
    """Although their numbers are ids as well; nor is anything that hundreds would report to."""
    rows = "".join(f"{n},P{n},Rep,{'' if n == 1 else min(n - 1, 4)}\n" for n in range(1, 200))
    found = imported(f"ID,Name,Title,{heading}\n{rows}")
    assert set(lines(found).values()) == {None}


@pytest.mark.parametrize(
    "heading", ["Immediate Supervisor", "Direct supervisor", "Manager Emp Code"]
)
def test_headings_with_a_word_for_managers_are_tried(imported, heading):
    """Names in either order, with family names of two words."""
    found = imported(
        f"Employee #,Last Name,First Name,Position,{heading}\n1,San Jose,Brad,CEO,N/A\n"
        '2,Lee,Kim,Rep,"San, Jose Brad"\n'
    )
    assert lines(found) == {"1": None, "2": "1"}


@pytest.mark.parametrize("heading", ["Is Manager", "Account Manager", "Years with Curr Manager"])
def test_other_headings_with_that_word_are_left_alone(imported, heading):
    """They mean somebody or something else."""
    found = imported(f"ID,Name,Title,{heading}\n1,Ann,CEO,x\n2,Bob,Rep,y\n")
    assert uses(found)[heading] == ()


def test_people_without_row_who_are_named_often_are_made(imported):
    """One name that comes again and again is no slip; a number may well be."""
    rows = "".join(f"{n},P{n},Rep,Zoe Head\n" for n in range(2, 8))
    found = imported(f"ID,Name,Title,Manager\n1,Ann,CEO,\n8,Bob,Rep,Ann\n9,C,Rep,99\n{rows}")
    assert found.org.get(Position, "Zoe Head").held_by == "Zoe Head"
    assert lines(found)["2"] == "Zoe Head"
    assert [str(p) for p in found.problems] == [
        "roster.csv:4: There is no '99', which 'Manager' names; did you mean '9'?"
    ]


def test_numbers_that_a_spreadsheet_shortened_are_told_as_such(imported):
    """They cannot be mended here."""
    found = imported("ID,Name,Title,Manager\n3911,Ann,CEO,\n2,Bob,Rep,3.91E+03\n3,C,Rep,3911\n")
    assert "'3.91E+03', which 'Manager' names: a spreadsheet has shortened" in told(found)


@pytest.mark.parametrize(
    "day", ["2019-07-23", "7/23/19", "23.07.2019", "23-JUL-19", "July 23, 2019", "23 juillet 2019"]
)
def test_days_of_hire_are_first_days_of_people(imported, day):
    """However they are written, with years of two digits too."""
    found = imported(f'ID,Name,Title,Hire Date\n1,Ann,CEO,"{day}"\n')
    assert found.org.get(Person, "1").since == dt.date(2019, 7, 23)
    assert not found.problems


def test_who_has_left_by_a_day_or_a_word_is_not_there(imported):
    """The row is told with the day; who has yet to leave is there until then."""
    found = imported(
        "ID,Name,Title,Employment Status,Termination Date,Manager\n1,Ann,CEO,Active,,\n"
        f"2,Bob,Head,Active,{GONE},1\n3,Eve,Head,Voluntarily Terminated,,1\n"
        "4,Kim,Rep,Active,2999-12-31,2\n5,Zoe,Rep,Not terminated,,1\n"
    )
    assert lines(found) == {"1": None, "4": None, "5": "1"}
    assert found.org.get(Person, "4").until == dt.date(3000, 1, 1)
    assert f"by 'Termination Date' its last day was {GONE}" in told(found)
    assert "'Employment Status' is 'Voluntarily Terminated'" in told(found)
    (problem,) = found.problems
    assert "'2', whom 'Manager' names, is not there any more (roster.csv:3)" in problem.sentence


def test_tables_that_add_to_people_make_no_further_boxes(imported):
    """A history of departments and a list of territories know them by number alone."""
    found = imported(
        {
            "Employee.csv": "EmployeeID,JobTitle\n1,CEO\n2,Rep\n",
            "EmployeeDepartmentHistory.csv": (
                "EmployeeID,DepartmentID,StartDate,EndDate\n1,9,2000-01-31,\n"
                f"2,8,2000-01-31,{GONE}\n2,7,{GONE},\n"
            ),
            "Department.csv": "DepartmentID,Name\n7,Sales\n8,Tools\n9,Board\n",
            "SalesPerson.csv": "EmployeeID,TerritoryID\n2,N\n",
        }
    )
    posts = {post.id: post for post in found.org.all(Position)}
    assert {id_: post.department for id_, post in posts.items()} == {"1": "Board", "2": "Sales"}
    assert posts["2"].covers == ("N",)
    assert "EmployeeDepartmentHistory.csv:3: This row is not used: what it says is over" in told(
        found
    )


@pytest.mark.parametrize(
    "paths",
    [
        ["1", "1.1", "1.2", "1.1.1"],
        ["/", "/1/", "/2/", "/1/1/"],
        ["", "0x58", "0x68", "0x5AC0"],
        ["Board", "Board > Sales", "Board > IT", "Board > Sales > North"],
        ["A", "A|B", "A|C", "A|B|D"],
    ],
)
@pytest.mark.parametrize("heading", ["OrganizationNode", "Where"])
def test_paths_say_who_reports_to_whom(imported, paths, heading):
    """Numbered, named, or as a database of Microsoft exports them."""
    rows = "".join(f"{n},P{n},Rep,{path}\n" for n, path in enumerate(paths, 1))
    found = imported(f"ID,Name,Title,{heading}\n{rows}")
    assert lines(found) == {"1": None, "2": "1", "3": "1", "4": "2"}
    assert not found.problems


@pytest.mark.parametrize("cells", ["1.5 2.5 3.5 4.5", "a/b c/d e/f g/h", "1 2 3 4"])
def test_other_columns_are_no_paths(imported, cells):
    """Numbers with points, and words with strokes."""
    rows = "".join(f"{n},P{n},Rep,{cell}\n" for n, cell in enumerate(cells.split(), 1))
    found = imported(f"ID,Name,Title,Path\n{rows}")
    assert set(lines(found).values()) == {None}


def test_columns_without_values_do_not_tell_what_a_table_is(imported):
    """The size of nobody makes no customers of people."""
    found = imported(
        "name,imageUrl,area,positionName,id,parentId,size\nAnn,u,Corporate,CEO,1,,\n"
        "Bob,u,Corporate,CTO,2,1,\nEve,u,Corporate,Rep,3,2,\n"
    )
    assert lines(found) == {"1": None, "2": "1", "3": "2"}
    assert found.org.get(Position, "2").title == "CTO"


def test_regions_of_people_and_customers_are_territories_where_they_agree(imported):
    """And say who covers whom."""
    found = imported(
        {
            "sales_reps.csv": "rep_id,name,region,quota\nR1,Ann,North,5\nR2,Bob,South,6\n",
            "accounts.csv": (
                "account_id,name,type,region,annual_revenue\nA1,Acme,Clinic,North,5\n"
                "A2,Bolt,Hospital,South,7\n"
            ),
        }
    )
    assert {post.id: post.covers for post in found.org.all(Position)} == {
        "R1": ("North",),
        "R2": ("South",),
    }
    assert {c.id: c.territories for c in found.org.all(Customer)} == {
        "A1": ("North",),
        "A2": ("South",),
    }
    assert {c.segment for c in found.org.all(Customer)} == {"Clinic", "Hospital"}
    assert not found.problems


@pytest.mark.parametrize("sizes", [("51-200", "11-50"), ("Medium", "Large")])
def test_classes_of_size_are_segments(imported, sizes):
    """A range is no number of employees."""
    rows = "".join(f"{n},C{n},{size},Eva\n" for n, size in enumerate(sizes))
    found = imported({"customers.csv": f"customer_id,company_name,company_size,owner\n{rows}"})
    assert tuple(each.segment for each in found.org.all(Customer)) == sizes
    assert not found.problems


@pytest.mark.parametrize("name", ["suppliers", "sales", "fornitori", "Person.Subscriptions"])
def test_tables_of_other_things_are_left_out(imported, name):
    """Companies that sell to us are no customers, nor are sales."""
    found = imported(
        {
            "people.csv": "ID,Name,Title\n1,Ann,Rep\n",
            f"{name}.csv": "supplier_id,company_name,city,country,rep_id\n7,Acme,Rome,Italy,1\n",
        }
    )
    assert found.org.all(Customer) == ()
    assert f"{name} is not used: its rows are nothing that a design holds" in told(found)


def test_who_covers_what_for_a_time_is_a_line_of_its_own(imported):
    """What is over is left out, and told."""
    found = imported(
        {
            "people.csv": "ID,Name,Title\n1,Ann,Rep\n2,Bob,Rep\n",
            "SalesTerritoryHistory.csv": (
                "Employee ID,Territory ID,Start Date,End Date\n"
                f"1,N,2000-01-31,{GONE}\n1,S,{GONE},\n2,N,{GONE},2999-12-31\n"
            ),
        }
    )
    south, line = found.org.all(TerritoryAssignment)
    assert (south.territory, south.position, south.since) == ("S", "1", dt.date(2001, 2, 3))
    assert (line.territory, line.position, line.until) == ("N", "2", dt.date(3000, 1, 1))
    assert "SalesTerritoryHistory.csv:2: This row is not used" in told(found)


def test_ids_of_territories_stay_as_others_write_them(imported):
    """Those of the parts get the name of their table, whichever file comes first."""
    found = imported(
        {
            "Person.StateProvince.csv": (
                "StateProvinceID,StateProvinceCode,CountryRegionCode,Name,TerritoryID\n"
                "1,AB,CA,Alberta,6\n6,AZ,US,Arizona,1\n"
            ),
            "Sales.Customer.csv": "CustomerID,TerritoryID,AccountNumber\n9,1,A9\n",
            "Sales.SalesTerritory.csv": "TerritoryID,Name,Group\n1,Southwest,N\n6,Canada,N\n",
        }
    )
    assert found.org.get(Territory, "1").name == "Southwest"
    assert found.org.get(Customer, "9").territories == ("1",)
    within = {each.name: each.within for each in found.org.all(Territory) if each.name}
    assert within == {"Southwest": "N", "Canada": "N", "Alberta": "6", "Arizona": "1"}


def test_regions_of_a_roster_are_places(imported):
    """Where nothing makes them territories."""
    found = imported("ID,Name,Title,Manager,Region\n1,Ann,CEO,,Nord\n2,Bob,Rep,1,Sud\n")
    assert found.org.all(Territory) == ()


def test_leads_are_prospects(imported):
    """As the name of their table says."""
    found = imported({"leads.csv": "lead_id,company,status,owner\nL1,Acme,Open,Ann\n"})
    assert found.org.get(Customer, "L1").status == "prospect"


def test_zeros_that_a_workbook_shows_are_kept(imported):
    """An id that is the number 815 in the format 00000."""
    found = imported({"staff.xlsx": _padded_workbook()})
    assert lines(found) == {"00815": None, "00816": "00815"}
    assert found.org.get(Position, "00816").held_by == "Bob"


def _padded_workbook():
    """Make a workbook of two rows with a style of five digits."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = [["ID", "Name", "Title", "Manager"], [815, "Ann", "CEO", ""], [816, "Bob", "Rep", 815]]
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
            f'ContentType="{kind}.sheet.main+xml"/><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
            '<sheet name="Staff" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" '
            'formatCode="00000"/></numFmts><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{main}"><sheetData>{_cells(rows)}</sheetData></worksheet>'
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _cells(rows):
    """Give rows as the XML of a sheet."""
    text = ""
    for number, row in enumerate(rows, 1):
        text += f'<row r="{number}">'
        for letter, value in zip("ABCD", row, strict=True):
            if isinstance(value, int):
                text += f'<c r="{letter}{number}" s="1"><v>{value}</v></c>'
            elif value:
                text += f'<c r="{letter}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        text += "</row>"
    return text


def test_the_report_fits_a_screen(imported):
    """What came out, how it was read, and notes of one kind once."""
    rows = "".join(f"{n},P{n},Rep,1,{GONE if n % 2 else ''}\n" for n in range(2, 90))
    found = imported(f"ID,Name,Title,Manager,Exit Date\n1,Ann,CEO,,\n{rows}")
    text = REPORTS["text"](found)
    assert len(text.splitlines()) < 24
    assert "  positions    45, held by 45 people; 0 vacant" in text
    assert "  managers     1, on 2 levels in all" in text
    assert "  at the top   1: Ann (CEO)" in text
    assert "Notes: 44" in text
    assert "(43 more like it)" in text


def test_a_roster_without_lines_is_told_so(imported):
    """A chart of it would be a heap of boxes."""
    text = REPORTS["text"](imported("ID,Name,Title\n1,Ann,CEO\n2,Bob,Rep\n"))
    assert "none: nobody reports to anybody" in text
