"""Rosters as offices and databases publish them, with headings that nobody agreed upon."""

import pytest

from orgmodel.formats.importing import import_design
from orgmodel.model import Customer, Department, Position, Territory

ORGANOGRAM = """\
Post Unique Reference,Name,Grade (or equivalent),Job Title,Unit,Contact E-mail,\
Reports to Senior Post,FTE,Actual Pay Floor (£)
90115,Jane Smith,SCS4,Permanent Secretary,Office,perm@x.org,XX,1.00,180000
90116,N/D,SCS3,Director General,Operations,,90115,1.00,N/D
90117,N/D,SCS1,Deputy Director,Operations,,90116,0.80,N/D
90118,Vacant,SCS1,Deputy Director,Operations,,90116,1.00,0
90119,Eliminated,SCS1,Deputy Director,Operations,,90116,0,0
"""
ORACLE = {
    "EMPLOYEES.csv": (
        "EMPLOYEE_ID,FIRST_NAME,LAST_NAME,JOB_ID,SALARY,MANAGER_ID,DEPARTMENT_ID\n"
        "100,Steven,King,AD_PRES,24000,,90\n145,John,Russell,SA_MAN,14000,100,80\n"
        "150,Peter,Tucker,SA_REP,10000,145,80\n151,David,Bernstein,SA_REP,9500,145,80\n"
    ),
    "DEPARTMENTS.csv": "DEPARTMENT_ID,DEPARTMENT_NAME,MANAGER_ID\n80,Sales,145\n90,Executive,100\n",
    "JOBS.csv": (
        "JOB_ID,JOB_TITLE,MIN_SALARY\nAD_PRES,President,1\nSA_MAN,Sales Manager,2\n"
        "SA_REP,Sales Representative,3\n"
    ),
}
CLASSIC = {
    "employees.csv": (
        "employeeNumber,lastName,firstName,email,reportsTo,jobTitle\n"
        "1002,Murphy,Diane,dm@x.com,NULL,President\n1165,Jennings,Leslie,lj@x.com,1002,Sales Rep\n"
    ),
    "customers.csv": (
        "customerNumber,customerName,contactLastName,city,country,salesRepEmployeeNumber\n"
        "103,Atelier,Schmitt,Nantes,France,1165\n125,Havel,Piest,Warszawa,Poland,NULL\n"
    ),
    "payments.csv": "customerNumber,checkNumber,paymentDate,amount\n103,HQ,2004-10-19,6066.78\n",
}
GERMAN = """\
Personalnummer;Name;Vorname;Stelle;Abteilung;Vorgesetzter;Beschäftigungsgrad
0815;Müller;Jürgen;Geschäftsführer;Leitung;;100%
0816;Groß;Änne;Vertriebsleiterin;Vertrieb;Müller, Jürgen;80%
0817;Kurz;Uli;Außendienst;Vertrieb;Groß, Änne;50%
"""


@pytest.fixture
def imported(tmp_path):
    """Import files by name, or one roster."""

    def run(files):
        files = {"roster.csv": files} if isinstance(files, str) else files
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return import_design(tmp_path)

    return run


def lines(found):
    """Give who reports to whom."""
    return {post.id: post.reports_to for post in found.org.all(Position)}


def test_an_organogram_of_a_ministry(imported):
    """Posts by reference, undisclosed names, abolished posts, and XX above the head."""
    found = imported(ORGANOGRAM)
    assert lines(found) == {"90115": None, "90116": "90115", "90117": "90116", "90118": "90116"}
    held = {post.id: post.held_by for post in found.org.all(Position)}
    assert (held["90116"], held["90117"], held["90118"]) == ("90116", "90117", None)
    assert not found.problems
    told = " ".join(str(note) for note in found.notes)
    assert "'Actual Pay Floor (£)' is not used: it is confidential" in told
    assert "its post is 'Eliminated'" in told


def test_tables_of_a_database_are_joined(imported):
    """Codes of jobs and departments become their names."""
    found = imported(ORACLE)
    assert lines(found) == {"100": None, "145": "100", "150": "145", "151": "145"}
    tucker = found.org.get(Position, "150")
    assert (tucker.title, tucker.department) == ("Sales Representative", "Sales")
    assert {each.id for each in found.org.all(Department)} == {"Sales", "Executive"}


def test_a_sample_database(imported):
    """Camel case, NULL for nothing, and a heading that is only like a known one."""
    found = imported(CLASSIC)
    assert lines(found) == {"1002": None, "1165": "1002"}
    assert [each.managed_by for each in found.org.all(Customer)] == ["1165", None]
    assert found.mapping.tables["payments"].kind == "ignore"
    assert not found.problems


def test_a_german_roster(imported):
    """The family name stands in a column called Name, and zeros in front count."""
    found = imported(GERMAN)
    assert lines(found) == {"0815": None, "0816": "0815", "0817": "0816"}
    shares = {post.held_by: post.fte for post in found.org.all(Position)}
    assert shares == {"Jürgen Müller": 1.0, "Änne Groß": 0.8, "Uli Kurz": 0.5}


def test_managers_without_rows_get_positions(imported):
    """A list of a team often leaves out who leads it."""
    rows = "".join(f"Agent {n},{'Dana' if n % 2 else 'Melvin'},Central\n" for n in range(6))
    found = imported({"sales_teams.csv": f"sales_agent,manager,regional_office\n{rows}"})
    assert found.org.get(Position, "Agent 1").reports_to == "Dana"
    assert found.org.get(Position, "Dana").held_by == "Dana"
    assert not found.problems
    assert any("'Dana', whom 'manager' names 3 times, has no row" in str(n) for n in found.notes)


def test_a_name_that_nobody_has_is_no_problem_beside_an_id(imported):
    """As long as one column tells the manager."""
    text = "ID,Name,Title,Manager ID,Manager Name\n1,Ann,CEO,,\n2,Bob,Rep,1,Dr. Ann Lee\n"
    found = imported(text)
    assert lines(found)["2"] == "1"
    assert not found.problems


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Manager E-mail Address", "manager_email"),
        ("Supervisor's e-mail", "manager_email"),
        ("Name of line manager", "manager_name"),
        ("Emergency contact name", None),
        ("Date of birth", None),
        ("Employee ID (HRIS)", "id"),
        ("Cost Centre Name", "department"),
        ("Position Titles", "title"),
    ],
)
def test_headings_like_known_ones_mean_what_they_say(imported, heading, field):
    """Other words may change the meaning, and then nothing is guessed."""
    found = imported(f"Full name,Job,{heading}\nAnn,CEO,x\nBob,Rep,y\n")
    fields = found.mapping.tables["roster"].columns[heading].fields
    assert fields == ((field,) if field and field != "title" else ())


def test_territories_name_their_owners(imported):
    """A table of territories may say who covers them, by name."""
    found = imported(
        {
            "staff.csv": "ID,Name,Title\n1,Ann,CEO\n2,Bob,Rep\n",
            "regions.csv": "Code,Region,Owner,Country\nN,North,Bob,NO\nS,South,Ann,NA\n",
        }
    )
    assert found.org.get(Position, "2").covers == ("N",)
    assert found.org.get(Territory, "S").where.place == ("NA",)


def test_owners_without_a_list_of_people_get_positions(imported):
    """An export of accounts alone is a design, with who owns what."""
    text = "Account Name,Account Owner,Industry\nAcme,Dana,Steel\nBrio,Tom,Food\n"
    found = imported({"report.csv": text})
    assert [each.managed_by for each in found.org.all(Customer)] == ["Dana", "Tom"]
    assert set(lines(found)) == {"Dana", "Tom"}
    assert not found.problems


def test_names_in_two_columns_are_found_in_either_order(imported):
    """Family name first, as lists in many countries have it."""
    text = "Matricule,Nom,Prénom,Fonction,N+1\n1,Dupont,Anne,Chef,\n2,Martin,Luc,Rep,DUPONT Anne\n"
    assert lines(imported(text)) == {"1": None, "2": "1"}


@pytest.mark.parametrize(("own", "named"), [("0020", "20"), ("20", "0020")])
def test_zeros_lost_on_one_side_do_not_part_managers_from_their_people(imported, own, named):
    """As long as no other id is meant."""
    found = imported(f"ID,Name,Title,Manager\n{own},Ann,CEO,\n21,Bob,Rep,{named}\n")
    assert lines(found)["21"] == own


def test_exports_of_a_directory(imported):
    """Managers are named by distinguished names, which hold commas."""
    ann = "CN=Ann Lee,OU=Staff,DC=x"
    found = imported(
        "distinguishedName,sAMAccountName,displayName,title,manager,mail\n"
        f'"{ann}",alee,Ann Lee,CEO,,a@x.com\n"CN=Bob,DC=x",bob,Bob Ray,Rep,"{ann}",b@x.com\n'
    )
    assert lines(found) == {"alee": None, "bob": "alee"}


def test_reports_of_a_crm_end_in_lines_about_themselves(imported):
    """Which are told; a type may say more than customer or prospect."""
    found = imported(
        '"Account Owner","Account Name","Type","Annual Revenue"\n'
        '"Ann","Acme","Customer - Direct","$1,200,000.00"\n'
        '"Bob","Brio","Prospect","$350,000.00"\n""\n"Grand Totals (2 records)"\n"Copyright"\n'
    )
    assert [(c.status, int(c.revenue)) for c in found.org.all(Customer)] == [
        ("existing", 1_200_000),
        ("prospect", 350_000),
    ]
    assert not found.problems


def test_managers_named_by_a_column_of_posts(tmp_path):
    """A list may say ``reports to: vp_sales`` and have a column with the names of posts."""
    (tmp_path / "team.csv").write_text(
        "name,role,reports_to,manager_role_slug\n"
        "Dana Reyes,CEO,,the_head\nTom Berg,VP of Sales,the_head,vp_sales\n"
        "Eva Lund,Seller,vp_sales,\nMax Koch,Seller,vp_sales,\n"
        "Tom Berg,Acting Coach,the_head,coach\n",
        encoding="utf-8",
    )
    org = import_design(tmp_path / "team.csv").org
    lines = {post.id: post.reports_to for post in org.all(Position)}
    assert lines == {
        "Dana Reyes": None,
        "Tom Berg": "Dana Reyes",
        "Eva Lund": "Tom Berg",
        "Max Koch": "Tom Berg",
        "Tom Berg-2": "Dana Reyes",
    }
