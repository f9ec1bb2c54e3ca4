"""Exports of other programs become designs, whatever their files are called."""

import json

import pytest

from orgmodel.formats.importing import Note
from orgmodel.formats.importing.presets import PRESETS, import_any, known_exports
from orgmodel.formats.importing.presets.directories import normal
from orgmodel.model import (
    Customer,
    DesignError,
    OrgmodelError,
    Person,
    Position,
    Territory,
    UnknownError,
)


@pytest.fixture
def read(tmp_path):
    """Write files and import them; give the design and all notes as one text."""

    def import_(files, **options):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        imported = import_any([tmp_path / name for name in files], **options)
        return imported, "\n".join(map(str, imported.notes))

    return import_


def lines(org):
    """Give who reports to whom."""
    return {p.id: p.reports_to for p in org.all(Position)}


ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def scim():
    """Make an answer of a SCIM service with three users."""

    def user(id_, given, family, title, manager, **more):
        return {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
            "id": id_,
            "userName": f"{given.lower()}@aurora.example",
            "name": {"givenName": given, "familyName": family},
            "title": title,
            "active": True,
            "emails": [
                {"value": f"{given.lower()}@home.example", "type": "home"},
                {"value": f"{given.lower()}@aurora.example", "type": "work", "primary": True},
            ],
            ENTERPRISE: {
                "employeeNumber": f"00{id_}",
                "department": "Sales",
                "manager": {"value": manager, "displayName": "Boss"} if manager else {},
            },
        } | more

    return {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": 4,
        "Resources": [
            user("1", "Dana", "Reyes", "Sales Director", None),
            user("2", "Tom", "Berg", "Territory Manager", "1"),
            user("3", "Ada", "Rossi", "Sales Representative", "tom@aurora.example"),
            user("4", "Old", "Rep", "Sales Representative", "2", active=False),
        ],
    }


def test_scim(read):
    """Managers are ids, or addresses as some services have it; the primary address is taken."""
    imported, told = read({"users.json": json.dumps(scim())})
    assert "This is an export of SCIM 2.0." in told
    assert not imported.problems, told
    org = imported.org
    assert lines(org) == {"1": None, "2": "1", "3": "2"}
    assert org.get(Person, "1").email == "dana@aurora.example"
    assert org.get(Person, "1").name == "Dana Reyes"
    assert org.get(Position, "3").title == "Sales Representative"
    assert org.get(Position, "3").department == "Sales"


LDIF = """version: 1
# people of Aurora
dn: CN=Reyes\\, Dana,OU=Sales,DC=aurora,DC=example
objectClass: top
objectClass: person
objectClass: user
sAMAccountName: dreyes
displayName: Dana Reyes
title: Sales Director
department: Sales
userAccountControl: 512
jpegPhoto:: /9j/4AAQ

dn: CN=Łucja Berg,OU=Sales,DC=aurora,DC=example
objectClass: user
sAMAccountName: lberg
displayName:: xYF1Y2phIEJlcmc=
title: Territory
  Manager
department: Sales
manager: cn=Reyes\\2C Dana, ou=sales, dc=aurora, dc=example
userAccountControl: 512
homePage:< file:///etc/passwd

dn: CN=Gone,OU=Sales,DC=aurora,DC=example
objectClass: user
sAMAccountName: gone
userAccountControl: 514

dn: CN=PC-1,OU=Sales,DC=aurora,DC=example
objectClass: user
objectClass: computer
sAMAccountName: PC-1$

dn: CN=Ada,OU=Sales,DC=aurora,DC=example
objectClass: user
sAMAccountName: ada
displayName: Ada Rossi
title: Sales Representative
manager: CN=Outside,OU=Other,DC=aurora,DC=example
"""


def test_ldif(read):
    """Folded lines, base64, escaped commas, and managers who are not in the file."""
    imported, told = read({"people.ldif": LDIF})
    assert "This is an export of LDAP or Active Directory." in told
    org = imported.org
    assert org.get(Position, "lberg").held_by == "Łucja Berg"
    assert org.get(Position, "lberg").title == "Territory Manager"
    assert org.get(Position, "lberg").reports_to == "dreyes"
    assert "Entries that are not people, and not used: 1." in told
    assert "disabled, and who are not used: 1." in told
    (problem,) = imported.problems
    assert "cn=outside" in problem.sentence
    assert problem.source.line == 35


def test_csvde(read):
    """The same as a table, as csvde and PowerShell write it."""
    text = (
        "DN,objectClass,displayName,title,department,manager,sAMAccountName\n"
        '"CN=Dana,DC=x",user,Dana Reyes,Sales Director,Sales,,dana\n'
        '"CN=Tom,DC=x",user,Tom Berg,Sales Representative,Sales,"CN=Dana,DC=x",tom\n'
    )
    imported, told = read({"export.csv": text})
    assert not imported.problems, told
    assert lines(imported.org) == {"dana": None, "tom": "dana"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CN=A\\, B,DC=x", "cn=a\\2c b, dc=X"),
        ("cn = A , dc = x", "CN=A,DC=x"),
        ("CN=\\C5\\81,DC=x", "cn=\\c5\\81,dc=x"),
    ],
)
def test_distinguished_names_are_compared_by_what_they_say(one, other):
    """Escapes, case and blanks do not count."""
    assert normal(one) == normal(other)


def test_dynamics(read):
    """Rows of the web service, with its underscores."""
    imported, told = read(
        {
            "systemusers.csv": "systemuserid,fullname,title,internalemailaddress,"
            "_parentsystemuserid_value,isdisabled\n"
            "u1,Dana Reyes,Sales Director,d@x.example,,false\n"
            "u2,Tom Berg,Sales Representative,t@x.example,u1,false\n"
            "u3,Old,Rep,o@x.example,u1,true\n",
            "territories.csv": "territoryid,name,_parentterritoryid_value,"
            "_managerid_value,description\n"
            "t1,Europe,,u1,\nt2,Italy,t1,u2,Both parts\n",
            "accounts.csv": "accountid,name,_ownerid_value,_territoryid_value,revenue,"
            "numberofemployees,address1_country,address1_city\n"
            "a1,Acme,u2,t2,5000000,12,Italy,Turin\n",
            "teams.csv": "teamid,name\nx,Everybody\n",
        }
    )
    org = imported.org
    assert not imported.problems, told
    assert lines(org) == {"u1": None, "u2": "u1"}
    assert org.get(Territory, "t2").within == "t1"
    assert org.get(Position, "u2").covers == ("t2",)
    acme = org.get(Customer, "a1")
    assert (acme.managed_by, acme.territories, acme.size) == ("u2", ("t2",), 12)
    assert acme.revenue is None
    assert acme.attributes["AnnualRevenue"] == 5_000_000
    assert "teams own records" in told


def test_dynamics_from_excel(read):
    """The headings of its own export."""
    imported, told = read(
        {
            "Active Users.csv": "(Do Not Modify) User,Full Name,Primary Email,Title,Manager\n"
            "u1,Dana Reyes,d@x.example,Sales Director,\n"
            "u2,Tom Berg,t@x.example,Sales Representative,Dana Reyes\n"
        }
    )
    assert not imported.problems, told
    assert lines(imported.org) == {"u1": None, "u2": "u1"}


def test_hubspot(read):
    """Owners have no managers, which is told; queues are no people."""
    owners = {
        "results": [
            {
                "id": "11", "email": "d@x.example", "firstName": "Dana", "lastName": "Reyes",
                "userId": 501, "archived": False, "type": "PERSON",
                "teams": [{"id": "7", "name": "North", "primary": False},
                          {"id": "8", "name": "South", "primary": True}],
            },
            {"id": "12", "email": "q@x.example", "firstName": "Q", "lastName": "U", "userId": 502,
             "archived": False, "type": "QUEUE"},
        ]
    }  # fmt: skip
    companies = "Record ID,Company name,Company owner,Lifecycle Stage,Annual Revenue,City\n"
    companies += "1,Acme,Dana Reyes,Customer,100,Turin\n2,Beta,Dana Reyes,Lead,,Milan\n"
    imported, told = read({"owners.json": json.dumps(owners), "companies.csv": companies})
    org = imported.org
    assert not imported.problems, told
    assert [p.id for p in org.all(Position)] == ["11"]
    assert org.get(Position, "11").department == "South"
    assert org.get(Customer, "1").managed_by == "11"
    assert org.get(Customer, "2").status == "prospect"
    assert "HubSpot knows no managers" in told
    assert "queues, and not used: 1" in told


def test_erpnext(read):
    """Trees by parent; a group without an employee is a vacant post."""
    imported, told = read(
        {
            "Territory.csv": "name,territory_name,parent_territory,"
            "territory_manager,is_group,lft,rgt\n"
            "All Territories,All Territories,,,1,1,6\nItaly,Italy,All Territories,Tom,0,2,3\n",
            "Sales Person.csv": "name,sales_person_name,parent_sales_person,"
            "employee,is_group,enabled\n"
            "Sales Team,Sales Team,,,1,1\nDana,Dana,Sales Team,HR-1,1,1\nTom,Tom,Dana,HR-2,0,1\n",
            "Customer.csv": "name,customer_name,customer_group,"
            "territory,industry,sales_person,disabled\n"
            "C1,Acme,Commercial,Italy,Energy,Tom,0\n,,,,,Dana,\nC2,Gone,Commercial,Italy,,Tom,1\n",
        }
    )
    org = imported.org
    assert not imported.problems, told
    assert lines(org) == {"Sales Team": None, "Dana": "Sales Team", "Tom": "Dana"}
    assert org.get(Position, "Sales Team").vacant
    assert org.get(Position, "Tom").covers == ("Italy",)
    assert org.get(Territory, "Italy").within == "All Territories"
    (acme,) = org.all(Customer)
    assert (acme.id, acme.territories, acme.managed_by) == ("C1", ("Italy",), "Tom")


def test_workday(read):
    """Positions with ids, managers as name and id, organisations with their managers."""
    imported, told = read(
        {
            "report.csv": "Position ID,Employee ID,Worker,Business Title,Manager,"
            "Supervisory Organization,FTE\n"
            "P1,10,Dana Reyes,Sales Director,,Sales (Dana Reyes),1\n"
            "P2,11,Tom Berg,Sales Representative,Dana Reyes (10),Field Sales (Dana Reyes),0.5\n"
            "P3,,,Sales Representative,Dana Reyes (10),Field Sales (Dana Reyes),1\n"
        }
    )
    org = imported.org
    assert not imported.problems, told
    assert lines(org) == {"P1": None, "P2": "P1", "P3": "P1"}
    assert org.get(Position, "P2").department == "Field Sales"
    assert org.get(Position, "P3").vacant
    assert org.get(Position, "P2").fte == 0.5


def test_bamboohr(read):
    """Supervisors by number of employee, whatever the internal ids are."""
    imported, told = read(
        {
            "employees.csv": "id,employeeNumber,displayName,"
            "jobTitle,department,supervisorEId,status\n"
            "40,E1,Dana Reyes,Sales Director,Sales,,Active\n"
            "41,E2,Tom Berg,Sales Representative,Sales,E1,Active\n"
            "42,E3,Old Rep,Sales Representative,Sales,E1,Inactive\n"
        }
    )
    assert not imported.problems, told
    assert lines(imported.org) == {"40": None, "41": "40"}


@pytest.mark.parametrize(
    "head",
    [
        (
            "ID,First name,Last name,Email,Status,Position,"
            "Subcompany,Office,Department,Team,Supervisor"
        ),
        "ID,Vorname,Nachname,E-Mail,Status,Position,Gesellschaft,Büro,Abteilung,Team,Vorgesetzter",
    ],
)
def test_personio(read, head):
    """In English and German."""
    rows = "1,Dana,Reyes,d@x.example,active,Sales Director,Aurora,Turin,Sales,,\n"
    rows += (
        "2,Tom,Berg,t@x.example,active,Sales Representative,Aurora,Turin,Sales,North,Dana Reyes\n"
    )
    imported, told = read({"employees.csv": f"{head}\n{rows}"})
    assert "This is an export of Personio." in told
    assert not imported.problems, told
    assert lines(imported.org) == {"1": None, "2": "1"}
    assert imported.org.get(Position, "2").place == "Turin"


def test_what_is_of_no_known_kind_is_told_what_was_looked_for(read):
    """Every export by name, with the columns that tell it."""
    with pytest.raises(DesignError) as caught:
        read({"weather.csv": "Celsius,Humidity\n1,2\n"})
    for export in known_exports().values():
        assert export.title in str(caught.value)
    assert "weather has Celsius, Humidity" in str(caught.value)


def test_the_user_has_the_last_word(read):
    """A preset may be named, or none be wanted."""
    text = "systemuserid,fullname,jobtitle,parentsystemuserid\nu1,Dana,CEO,\nu2,Tom,Rep,u1\n"
    _, told = read({"x.csv": text}, preset="none")
    assert "This is an export" not in told
    with pytest.raises(UnknownError, match="did you mean 'salesforce'"):
        read({"x.csv": text}, preset="salesforc")
    imported, told = read({"x.csv": text}, preset="hubspot")
    assert isinstance(imported.problems[0], Note)
    assert "No table looks like one of HubSpot" in told


def test_plain_rosters_are_of_no_program(read):
    """They are understood as before."""
    imported, told = read({"roster.csv": "Name,Title,Manager\nDana,CEO,\nTom,Rep,Dana\n"})
    assert "This is an export" not in told
    assert lines(imported.org) == {"Dana": None, "Tom": "Dana"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dn: a\nno colon here\n", "is not a line of LDIF"),
        ("dn: a\ncn:: %%%\n", "is not base64"),
        ("# nothing\n", "There are no entries"),
        ("dn: a\ncn: " + "x" * 200_000, "more than 131,072 characters"),
        ("dn: a\n" + "".join(f"a{n}: 1\n" for n in range(1_100)), "more than 1,000 attributes"),
    ],
)
def test_broken_ldif_is_told(read, text, said):
    """With the line."""
    with pytest.raises(OrgmodelError, match=said):
        read({"x.ldif": text})


def test_changes_of_entries_are_no_entries(read):
    """They are told and left out."""
    change = "\ndn: CN=b\nchangetype: modify\nreplace: title\ntitle: x\n-\n"
    imported, told = read({"x.ldif": "dn: CN=a\nmanager: CN=b\nuid: a\ncn: A\n" + change})
    assert "This is a change of an entry" in told
    assert len(imported.org.all(Position)) == 1


def test_every_preset_has_a_name_and_signs():
    """What tells each table is among what is known."""
    assert set(PRESETS) == set(known_exports())
    for export in known_exports().values():
        for table in export.tables:
            assert table.signs
            assert bool(table.fields) == (table.kind != "ignore")
            assert table.fields or table.how
