"""Who holds which position and who leads whom, from the headings and values of many programs."""

import pytest

CHAIN = [("Tom Berg", "Ada Rossi"), ("Zoe Chan", "Tom Berg")]
FLAT = [("Tom Berg", "Ada Rossi"), ("Zoe Chan", "Ada Rossi")]

COLUMNS = {
    "surrogate keys": "EmployeeKey,ParentEmployeeKey,FirstName,LastName,Title\n"
    "1,NULL,Ada,Rossi,Sales Director\n2,1,Tom,Berg,Territory Manager\n3,2,Zoe,Chan,Sales Rep\n",
    "upline": "agent_code,agent_name,upline_code,rank\n"
    "A9,Ada Rossi,,4\nB7,Tom Berg,A9,3\nC3,Zoe Chan,B7,2\n",
    "mgr": "empno,ename,job,mgr,hiredate,sal,comm,deptno\n"
    "7839,Ada Rossi,PRESIDENT,,1981-11-17,5000,,10\n"
    "7566,Tom Berg,MANAGER,7839,1981-04-02,2975,,20\n"
    "7499,Zoe Chan,SALESMAN,7566,1981-02-20,1600,300,20\n",
    "no heading says the manager": "Ref,Who,What,Above\n"
    "r1,Ada Rossi,Sales Director,\nr2,Tom Berg,Territory Manager,r1\nr3,Zoe Chan,Sales Rep,r2\n",
    "names as managers under an odd heading": "Name,Job Title,N+1\n"
    "Ada Rossi,Sales Director,\nTom Berg,Territory Manager,Ada Rossi\n"
    "Zoe Chan,Sales Rep,Tom Berg\n",
    "addresses as managers": "mail,displayName,jobTitle,manager.mail\n"
    "ada@x.example,Ada Rossi,Sales Director,\n"
    "tom@x.example,Tom Berg,Territory Manager,ada@x.example\n"
    "zoe@x.example,Zoe Chan,Sales Rep,tom@x.example\n",
    "staff and supervisor numbers": "Staff No,Staff Name,Designation,Supervisor Staff No\n"
    "0101,Ada Rossi,Sales Director,\n0102,Tom Berg,Territory Manager,0101\n"
    "0103,Zoe Chan,Sales Rep,0102\n",
    "an id beside a kind of user": "id,name,email,title,manager,user type\n"
    "1,Ada Rossi,ada@x.example,Director,,Member\n2,Tom Berg,tom@x.example,Manager,1,Member\n"
    "3,Zoe Chan,zoe@x.example,Rep,2,Member\n",
    "a lead id": "user_id,full_name,position,lead_id\n"
    "11,Ada Rossi,Director,\n12,Tom Berg,Manager,11\n13,Zoe Chan,Rep,12\n",
    "German": "Personalnr.;Name;Stelle;Vorgesetzter Personalnr.\n"
    "1;Ada Rossi;Vertriebsleiterin;\n2;Tom Berg;Gebietsleiter;1\n3;Zoe Chan;Vertreterin;2\n",
    "Portuguese": "Matrícula,Nome do funcionário,Cargo,Gestor\n"
    "1,Ada Rossi,Diretora,\n2,Tom Berg,Gerente,1\n3,Zoe Chan,Vendedora,2\n",
    "Dutch": "Personeelsnummer,Naam,Functie,Leidinggevende\n"
    "1,Ada Rossi,Directeur,\n2,Tom Berg,Manager,1\n3,Zoe Chan,Verkoper,2\n",
    "Swedish": "Anställningsnummer,Namn,Befattning,Närmaste chef\n"
    "1,Ada Rossi,Försäljningschef,\n2,Tom Berg,Distriktschef,1\n3,Zoe Chan,Säljare,2\n",
    "French": "Matricule,Nom complet,Poste,Supérieur hiérarchique\n"
    "1,Ada Rossi,Directrice,\n2,Tom Berg,Chef de secteur,1\n3,Zoe Chan,Commerciale,2\n",
    "top is its own manager": "Employee ID,Name,Title,Manager ID\n"
    "1,Ada Rossi,Director,1\n2,Tom Berg,Manager,1\n3,Zoe Chan,Rep,2\n",
    "whole numbers with a point": "Employee ID,Name,Title,Manager ID\n"
    "1,Ada Rossi,Director,\n2,Tom Berg,Manager,1.0\n3,Zoe Chan,Rep,2.0\n",
    "ids with a point beside managers without": "id,name,title,manager_id\n"
    "1.0,Ada Rossi,Director,\n2.0,Tom Berg,Manager,1\n3.0,Zoe Chan,Rep,2\n",
    "points mixed with codes": "id,name,title,manager_id\n"
    "1,Ada Rossi,Director,N/A\n2,Tom Berg,Manager,1.0\n3,Zoe Chan,Rep,2.0\n",
    "a job number and a person number": "Position ID,Employee ID,Name,Title,Reports To Position\n"
    "P1,901,Ada Rossi,Director,\nP2,902,Tom Berg,Manager,P1\nP3,903,Zoe Chan,Rep,P2\n",
    "managers as name and number": "Worker ID,Worker,Job,Manager\n"
    "1,Ada Rossi,Director,\n2,Tom Berg,Manager,Ada Rossi (1)\n3,Zoe Chan,Rep,Tom Berg (2)\n",
    "second heading line in words": "USERID,USERNAME,FIRSTNAME,LASTNAME,MANAGER,TITLE\n"
    "User ID,User name,Given name,Surname,Manager user id,Job title\n"
    "1001,ada,Ada,Rossi,NO_MANAGER,Director\n1002,tom,Tom,Berg,1001,Manager\n"
    "1003,zoe,Zoe,Chan,1002,Rep\n",
    "heading again on the second page": "Employee ID,Name,Title,Manager ID\n"
    "1,Ada Rossi,Director,\n2,Tom Berg,Manager,1\nEmployee ID,Name,Title,Manager ID\n"
    "3,Zoe Chan,Rep,2\n",
    "logins beside names": "login,first_name,last_name,job,manager_login\n"
    "arossi,Ada,Rossi,Director,\ntberg,Tom,Berg,Manager,arossi\nzchan,Zoe,Chan,Rep,tberg\n",
    "user names beside first and last names": "username,firstname,lastname,title,manager\n"
    "ada,Ada,Rossi,Director,\ntom,Tom,Berg,Manager,ada\nzoe,Zoe,Chan,Rep,tom\n",
    "aliases": "Alias,Full Name,Role,Reports To Alias\n"
    "arossi,Ada Rossi,Director,\ntberg,Tom Berg,Manager,arossi\nzchan,Zoe Chan,Rep,tberg\n",
}


@pytest.mark.parametrize("text", COLUMNS.values(), ids=COLUMNS.keys())
def test_lines_are_found_whatever_the_columns_are_called(arrived, text):
    """Each of three people arrives with the one above, and one is the head."""
    found = arrived(text)
    assert found.holders == ["Ada Rossi", "Tom Berg", "Zoe Chan"]
    assert found.lines == CHAIN
    assert found.heads == ["Ada Rossi"]


BESIDE = {
    "HR partner": ("HR Business Partner", "3", []),
    "HRBP id": ("HRBP ID", "3", []),
    "HR manager's name": ("HR Manager Name", "Zoe Chan", []),
    "second level": ("Second Level Manager ID", "3", []),
    "manager's manager": ("Manager's Manager ID", "3", []),
    "skip level": ("Skip-Level Manager", "Zoe Chan", []),
    "previous": ("Previous Manager ID", "3", []),
    "former": ("Former Supervisor", "Zoe Chan", []),
    "interim": ("Interim Manager ID", "3", []),
    "hiring": ("Hiring Manager", "Zoe Chan", []),
    "time off": ("Time Off Approver", "Zoe Chan", []),
    "dotted": ("Dotted Line Manager ID", "3", [("Ada Rossi", "Zoe Chan")]),
    "dotted name": ("Dotted-Line Manager Name", "Zoe Chan", [("Ada Rossi", "Zoe Chan")]),
    "functional": ("Functional Manager", "3", [("Ada Rossi", "Zoe Chan")]),
    "matrix": ("Matrix Manager", "Zoe Chan", [("Ada Rossi", "Zoe Chan")]),
    "secondary": ("Secondary Manager ID", "3", [("Ada Rossi", "Zoe Chan")]),
    "German dotted": ("Fachlicher Vorgesetzter", "3", [("Ada Rossi", "Zoe Chan")]),
    "French dotted": ("Responsable fonctionnel", "3", [("Ada Rossi", "Zoe Chan")]),
    "Italian dotted": ("Responsabile funzionale", "3", [("Ada Rossi", "Zoe Chan")]),
    "mentor": ("Mentor", "Zoe Chan", []),
    "coach": ("Coach ID", "3", []),
    "payroll": ("Payroll Manager ID", "3", []),
}


@pytest.mark.parametrize(("heading", "cell", "dotted"), BESIDE.values(), ids=BESIDE.keys())
@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
def test_a_further_column_of_managers_is_never_the_solid_line(
    arrived, heading, cell, dotted, first
):
    """The head stays the head though another column names somebody for her."""
    rows = [("1", "Ada Rossi", "", cell), ("2", "Tom Berg", "1", ""), ("3", "Zoe Chan", "2", "")]
    pair = (heading, "Manager ID") if first else ("Manager ID", heading)
    text = f"Employee ID,Name,Title,{','.join(pair)}\n"
    for id_, name, manager, other in rows:
        both = (other, manager) if first else (manager, other)
        text += f"{id_},{name},Rep,{','.join(both)}\n"
    found = arrived(text)
    assert found.heads == ["Ada Rossi"]
    assert found.lines == CHAIN
    assert found.dotted == dotted
    assert dotted or heading in found.said


NOBODY = ["N/D", "n/a", "none", "Not disclosed", "TBD", "NO_MANAGER", "nil", "nan", "NULL", "-"]
NOBODY += ["#N/A", "(none)", "None", "keiner", "nessuno", "aucun", "ninguno", "brak", "geen"]
NOBODY += ["ingen", "nenhum", "कोई नहीं", "N.N.", "unknown", "(blank)", "not applicable", "0", "XX"]


@pytest.mark.parametrize("word", NOBODY)
def test_a_word_for_nobody_makes_no_manager(arrived, word):
    """Whoever has such a word for a manager is a head, and nobody is made of it."""
    found = arrived(
        f"Employee ID,Name,Title,Manager ID\n1,Ada Rossi,Director,{word}\n"
        "2,Tom Berg,Manager,1\n3,Zoe Chan,Rep,2\n"
    )
    assert found.lines == CHAIN
    assert found.positions == 3
    assert not found.problems


@pytest.mark.parametrize("word", ["n/a", "none", "N/D", "nil", "nan", "-", "unknown", "keine"])
def test_a_word_for_nothing_is_no_address(arrived, word):
    """Two people without an address stay two."""
    found = arrived(
        f"Name,Title,Email,Manager\nAda Rossi,Director,ada@x.example,\n"
        f"Tom Berg,Manager,{word},Ada Rossi\nZoe Chan,Rep,{word},Tom Berg\n"
    )
    assert found.holders == ["Ada Rossi", "Tom Berg", "Zoe Chan"]
    assert found.lines == CHAIN


@pytest.mark.parametrize("word", ["nan", "None", "NULL", "n/a", "-"])
@pytest.mark.parametrize("heading", ["login", "email"])
def test_a_filler_below_another_heading_is_no_manager(arrived, heading, word):
    """A vacancy whose empty cells hold the filler is not whom the head of all reports to."""
    rows = [
        ("1", word, "Ada", "Rossi", "Director", "ada@x.example"),
        ("2", "1", "Tom", "Berg", "Manager", "tom@x.example"),
        ("3", "2", word, word, "Rep", word),
    ]
    table = "".join(",".join(row) + "\n" for row in rows)
    found = arrived(f"employeeNumber,managerId,firstName,lastName,jobTitle,{heading}\n{table}")
    assert found.heads == ["Ada Rossi"]
    assert ("Tom Berg", "Ada Rossi") in found.lines
    assert len(found.lines) == 2


VACANT = ["TBH", "OPEN", "vacant", "Vacant - backfill", "TBD", "(vacant)", "Open Position", "n/a"]
VACANT += ["Unbesetzt", "vacante", "poste vacant", "wakat", "Vacature", "vakant", "vaga aberta"]
VACANT += ["da assumere", "रिक्त", "To be hired", "Unfilled", "none", "OPEN REQ 12"]


@pytest.mark.parametrize("word", VACANT)
def test_a_word_for_a_vacancy_is_nobody(arrived, word):
    """The position stays and nobody holds it."""
    found = arrived(
        f"Position ID,Name,Title,Reports To\nP1,Ada Rossi,Director,\nP2,Tom Berg,Manager,P1\n"
        f"P3,{word},Sales Representative,P2\n"
    )
    assert found.positions == 3
    assert found.vacant == 1
    assert found.holders == ["Ada Rossi", "Tom Berg"]
    assert found.heads == ["Ada Rossi"]


SHARED = {
    "mailbox": ("Contact E-mail", "office@x.example"),
    "phone": ("Phone", "+1 555 0100"),
    "desk": ("Desk", "D-4"),
}


@pytest.mark.parametrize(("heading", "cell"), SHARED.values(), ids=SHARED.keys())
def test_what_several_names_share_makes_no_person(arrived, heading, cell):
    """People who share an address, a phone or a desk stay as many as there are."""
    found = arrived(
        f"Name,Title,{heading},Manager\nAda Rossi,Director,{cell},\n"
        f"Tom Berg,Manager,{cell},Ada Rossi\nZoe Chan,Rep,{cell},Tom Berg\n"
    )
    assert found.holders == ["Ada Rossi", "Tom Berg", "Zoe Chan"]
    assert found.lines == CHAIN


def test_posts_without_a_name_do_not_take_that_of_a_shared_address(arrived):
    """Of three posts with one mailbox only the one that names her is hers."""
    found = arrived(
        "Post,Name,Job Title,Office E-mail,Reports to Post\nP1,Ada Rossi,Director,o@x.example,\n"
        "P2,,Manager,o@x.example,P1\nP3,,Rep,o@x.example,P2\n"
    )
    assert found.positions == 3
    assert found.titles["Ada Rossi"] == "Director"
    assert found.holders.count("Ada Rossi") == 1
    assert "o@x.example" not in found.holders


def test_two_people_of_one_name_stay_two(arrived):
    """Their ids distinguish them, and each has the manager of the row."""
    found = arrived(
        "Employee ID,Name,Title,Manager ID\n1,Ada Rossi,Director,\n2,Jan Kowalski,Manager,1\n"
        "3,Jan Kowalski,Rep,2\n4,Zoe Chan,Rep,3\n"
    )
    assert found.positions == 4
    assert found.heads == ["Ada Rossi"]
    assert ("Jan Kowalski", "Jan Kowalski") in found.lines
    assert not found.problems


def test_two_people_of_one_name_with_addresses_stay_two(arrived):
    """Addresses distinguish them where there are no ids."""
    found = arrived(
        "Name,Email,Title,Manager Email\nAda Rossi,ada@x.example,Director,\n"
        "Jan Kowalski,jan1@x.example,Manager,ada@x.example\n"
        "Jan Kowalski,jan2@x.example,Rep,jan1@x.example\n"
    )
    assert found.positions == 3
    assert found.lines == [("Jan Kowalski", "Ada Rossi"), ("Jan Kowalski", "Jan Kowalski")]


KINDS = {
    "person and vacant": ("kind", "person", "vacant"),
    "filled and open": ("Position Status", "Filled", "Open"),
    "employee and vacancy": ("type", "Employee", "Vacancy"),
    "occupied": ("Occupied", "Yes", "No"),
    "is vacant": ("Is Vacant", "FALSE", "TRUE"),
    "German": ("Status", "besetzt", "unbesetzt"),
}


@pytest.mark.parametrize(("heading", "filled", "vacant"), KINDS.values(), ids=KINDS.keys())
def test_a_column_says_which_positions_are_vacant(arrived, heading, filled, vacant):
    """A row without a person is a position that nobody holds, and the others are held."""
    found = arrived(
        f"entry_id,{heading},role,reports_to,departments\nA1,{filled},Sales Director,,Sales\n"
        f"A2,{filled},Sales Representative,A1,Sales\nA3,{vacant},Sales Representative,A1,Sales\n"
    )
    assert (found.positions, found.vacant, len(found.heads)) == (3, 1, 1)


STATUSES = {
    "Okta": ("status", "ACTIVE", "DEPROVISIONED"),
    "words": ("Employment Status", "Active", "Terminated"),
    "letters": ("Emp Status", "A", "T"),
    "BambooHR": ("Status", "Active", "Inactive"),
    "SAP": ("Employee Status", "Active (A)", "Terminated (T)"),
    "German": ("Status", "Aktiv", "Ausgetreten"),
    "French": ("Statut", "Actif", "Sorti"),
    "enabled": ("Account Enabled", "True", "False"),
    "is active": ("is_active", "1", "0"),
    "terminated flag": ("Terminated", "No", "Yes"),
    "offboarded": ("Lifecycle Status", "Hired", "Offboarded"),
    "suspended in Google": ("Status [READ ONLY]", "Active", "Suspended"),
    "ex": ("Worker Status", "Active", "Retired"),
    "Polish": ("Status", "Aktywny", "Zwolniony"),
    "Spanish": ("Estado", "Activo", "Baja"),
    "deactivated": ("state", "active", "deactivated"),
}


@pytest.mark.parametrize(("heading", "here", "gone"), STATUSES.values(), ids=STATUSES.keys())
def test_who_has_left_is_left_out(arrived, heading, here, gone):
    """A leaver is left out and reported; the others stay."""
    found = arrived(
        f"employee_id,name,title,manager_id,{heading}\n1,Ada Rossi,Director,,{here}\n"
        f"2,Tom Berg,Manager,1,{here}\n3,Zoe Chan,Rep,2,{gone}\n"
    )
    assert found.holders == ["Ada Rossi", "Tom Berg"]
    assert found.lines == [("Tom Berg", "Ada Rossi")]
    assert gone in found.said


HERE = ["On Leave", "LOA", "Parental leave", "Probation", "Staged", "Onboarding", "Notice period"]
HERE += ["PROVISIONED", "PASSWORD_EXPIRED", "Elternzeit", "Full-time", "Permanent", "L"]


@pytest.mark.parametrize("status", HERE)
def test_who_is_on_leave_or_new_stays(arrived, status):
    """Only who has left is left out."""
    found = arrived(
        "employee_id,name,title,manager_id,status\n1,Ada Rossi,Director,,Active\n"
        f"2,Tom Berg,Manager,1,Active\n3,Zoe Chan,Rep,2,{status}\n"
    )
    assert found.lines == CHAIN


def test_an_unknown_status_is_reported_with_its_count(arrived):
    """A word that says neither stays, and the report counts it."""
    rows = "".join(f"{n},Rep {n:02} Test,Rep,1,Zappo\n" for n in range(2, 6))
    found = arrived(
        f"employee_id,name,title,manager_id,status\n1,Ada Rossi,Director,,Active\n{rows}"
    )
    assert found.positions == 5
    assert "'Zappo'" in found.said
    assert "4 rows" in found.said
