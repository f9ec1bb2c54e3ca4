"""What goes wrong with tables that people have, each trap once."""

import datetime as dt
from decimal import Decimal

import pytest

from orgmodel.formats.importing import Mapping, TableMapping, Use, import_design
from orgmodel.model import Assignment, Customer, DesignError, Person, Position, Source, Territory

ROSTER = "ID,Name,Title,Manager\n1,Zoë Müller,CEO,\n2,Łukasz Żak,Sales Manager,1\n"


@pytest.fixture
def imported(tmp_path, monkeypatch):
    """Import the text or bytes of a file, or of several by name."""
    monkeypatch.chdir(tmp_path)

    def run(content, file="roster.csv", **mapping):
        files = content if isinstance(content, dict) else {file: content}
        for each, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / each).write_bytes(data)
        return import_design(list(files), Mapping(**mapping))

    return run


def posts(found):
    """Give the positions of an import by id."""
    return {post.id: post for post in found.org.all(Position)}


def customers(found):
    """Give the customers of an import by id."""
    return {each.id: each for each in found.org.all(Customer)}


def problems(found):
    """Give the problems of an import as a user reads them."""
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_unicode_are_told_apart(imported, encoding):
    """With a byte-order mark or without, names come out as they were written."""
    found = imported(ROSTER.encode(encoding))
    assert [post.held_by for post in posts(found).values()] == ["Zoë Müller", "Łukasz Żak"]
    assert not found.problems


def test_files_of_windows_are_read_and_the_guess_is_told(imported):
    """A list saved by an older Excel in Western Europe is in cp1252."""
    text = "ID;Name;Position\n1;Jürgen Größe;Geschäftsführer\n2;Renée Façade;Verkäuferin\n"
    found = imported(text.encode("cp1252"))
    assert [post.held_by for post in posts(found).values()] == ["Jürgen Größe", "Renée Façade"]
    assert any("cp1252, which is a guess" in str(note) for note in found.notes)


def test_a_stated_encoding_is_believed(imported):
    """A guess can be wrong, the user is not."""
    found = imported(ROSTER.replace("ë", "e").encode("cp1250"), encoding="cp1250")
    assert posts(found)["2"].held_by == "Łukasz Żak"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_out(imported, separator):
    """Whichever it is, and although titles hold commas."""
    rows = [["ID", "Name", "Title"], ["1", "Ann", '"Vice President, Sales"'], ["2", "Bob", "CEO"]]
    found = imported("\n".join(separator.join(row) for row in rows))
    assert posts(found)["1"].title == "Vice President, Sales"


def test_excel_may_state_its_separator(imported):
    """In a first line of its own."""
    found = imported("sep=;\nID;Name;Title\n1;Ann;CEO\n")
    assert posts(found)["1"].title == "CEO"
    assert found.org.source_of(posts(found)["1"]) == Source("roster.csv", 3)


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        (["1.234,5", "7", "1.000"], ["1234.5", "7", "1000"]),
        (["1,234.5", "7", "1,000"], ["1234.5", "7", "1000"]),
        (["€ 1.234,50", "2 000 €", "(3)"], ["1234.50", "2000", None]),
        (["CHF 1'234.50", "CHF 12", ""], ["1234.50", "12", None]),
        (["1 234,5", "12 000", "n/a"], ["1234.5", "12000", None]),
        (["12,5", "3,25", "1,234"], ["12.5", "3.25", "1.234"]),
        (["2,400,000", "1,234", ""], ["2400000", "1234", None]),
    ],
)
def test_the_decimal_sign_is_that_of_the_column(imported, cells, amounts):
    """One cell that leaves no doubt decides for all of them."""
    rows = "".join(f"{n};C{n};{cell}\n" for n, cell in enumerate(cells))
    found = imported(f"Customer ID;Customer name;Revenue\n{rows}", currency=None)
    revenue = [each.revenue for each in customers(found).values()]
    assert revenue == [None if a is None else Decimal(a) for a in amounts]


def test_a_column_that_may_be_read_in_two_ways_is_not_guessed(imported):
    """Somebody must say, for the difference is a factor of a thousand."""
    text = "Customer;Revenue;Owner\na;1.234;Eva\nb;5.600;Eva\n"
    found = imported(text, "customers.csv")
    assert [each.revenue for each in customers(found).values()] == [None, None]
    (problem,) = problems(found)
    assert problem.startswith("customers.csv:1: Numbers of 'Revenue' such as '1.234' may be read")
    told = imported(text, "customers.csv", decimal=",")
    assert customers(told)["a"].revenue == Decimal(1234)


def test_conventions_that_contradict_each_other_are_told(imported):
    """No cell of such a column can be trusted."""
    found = imported("Customer;Revenue\na;1.234,50\nb;1,234.50\n", "customers.csv")
    assert "'1.234,50' and '1,234.50' contradict each other" in problems(found)[0]
    assert customers(found)["a"].revenue is None


def test_what_is_no_number_is_told_with_its_line(imported):
    """And left out, while the customer stays."""
    found = imported("Customer,Revenue,Owner\na,lots,Eva\nb,5.5,Eva\n", "customers.csv")
    assert problems(found) == [
        "customers.csv:2: 'lots' in 'Revenue' is not a number. It is left out."
    ]
    assert set(customers(found)) == {"a", "b"}


def test_leading_zeros_are_kept(imported):
    """Of ids and of postal codes."""
    found = imported("Customer ID,Customer Name,ZIP\n007,Bond,01581\n", "customers.csv")
    assert customers(found)["007"].postal_code == "01581"


def test_namibia_is_a_country(imported):
    """NA is text, as are NO and TRUE."""
    found = imported("Customer,Country\na,NA\nb,NO\n", "customers.csv")
    assert [each.place for each in customers(found).values()] == ["NA", "NO"]


def test_blanks_around_cells_do_not_count(imported):
    """Nor do those that do not break."""
    text = "ID,Name,Title,Manager\n 1 ,Ann\u00a0,CEO,\n2,Bob ,Rep,\u00a01\u00a0\n"
    found = imported(text)
    assert posts(found)["1"].held_by == "Ann"
    assert posts(found)["2"].reports_to == "1"


@pytest.mark.parametrize(
    "manager",
    ["7", "Rossi, Ada", "Ada Rossi", "ada rossi", "Ada Rossi (7)", "7 - Ada Rossi", "ADA@x.com"],
)
def test_managers_are_found_however_they_are_written(imported, manager):
    """By id, by name in either order, by both, by address."""
    text = (
        "Employee ID,Name,Email,Title,Manager\n7,Ada Rossi,ada@x.com,CEO,\n"
        f'8,Bob Berg,bob@x.com,Rep,"{manager}"\n'
    )
    found = imported(text)
    assert posts(found)["8"].reports_to == "7"
    assert not found.problems


def test_addresses_may_be_ids(imported):
    """Where there is no other column that names a person."""
    text = "Name,Email,Job Title,Manager Email\nAnn,a@x.com,CEO,\nBob,b@x.com,Rep,A@x.com\n"
    found = imported(text)
    assert posts(found)["b@x.com"].reports_to == "a@x.com"
    assert found.org.get(Person, "b@x.com").name == "Bob"


def test_managers_may_be_given_by_the_number_of_their_position(imported):
    """Although persons have numbers too, and the same ones."""
    text = (
        "Position Number,Employee ID,Name,Title,Reports To Position\n"
        "101,102,Ann,CEO,\n102,103,Bob,Head,101\n103,101,Eve,Rep,102\n"
    )
    found = imported(text)
    lines = {id_: post.reports_to for id_, post in posts(found).items()}
    assert lines == {"101": None, "102": "101", "103": "102"}


def test_managers_may_be_given_by_title(imported):
    """Where only one position has it."""
    found = imported("Name,Title,Reports to\nAnn,Head of Sales,\nBob,Rep,Head of Sales\n")
    assert posts(found)["Bob"].reports_to == "Ann"


def test_a_person_may_have_several_boxes(imported):
    """Those that report to the person report to the first of them."""
    text = "ID,Name,Title,Manager\n1,Ann,CEO,\n1,Ann,Interim Head,1\n2,Bob,Rep,1\n"
    found = imported(text)
    assert {id_: p.reports_to for id_, p in posts(found).items()} == {
        "1": None,
        "1-2": "1",
        "2": "1",
    }
    assert {posts(found)[id_].held_by for id_ in ("1", "1-2")} == {"Ann"}
    assert not found.problems


@pytest.mark.parametrize(
    "name", ["", "Vacant", "VACANT - Rep", "TBH", "Open req", "N.N.", "Wakat", "à pourvoir", "रिक्त"]
)
def test_vacancies_are_boxes_without_holder(imported, name):
    """However a language says that there is nobody."""
    found = imported(f"ID,Name,Title,Manager\n1,Ann,CEO,\n2,{name},Rep,1\n")
    assert posts(found)["2"].vacant
    assert posts(found)["2"].reports_to == "1"
    assert not found.problems


def test_vacancies_without_id_do_not_fall_together(imported):
    """Each is a box of its own."""
    found = imported("Name,Title,Manager\nAnn,CEO,\nVacant,Rep,Ann\nVacant,Rep,Ann\n,Rep,Ann\n")
    vacant = [post for post in posts(found).values() if post.vacant]
    assert [post.title for post in vacant] == ["Rep"] * 3
    assert {post.reports_to for post in vacant} == {"Ann"}
    assert not found.problems


def test_rows_that_come_twice_are_told(imported):
    """And taken once."""
    found = imported("ID,Name,Title\n1,Ann,CEO\n2,Bob,Rep\n2,Bob,Rep\n")
    assert set(posts(found)) == {"1", "2"}
    assert problems(found) == [
        "roster.csv:4: This row is the same as roster.csv:3. It is left out."
    ]


def test_an_id_of_two_people_is_told(imported):
    """Neither is lost."""
    found = imported("ID,Name,Title\n1,Ann,CEO\n2,Bob,Rep\n2,Eve,Rep\n")
    assert [post.held_by for post in posts(found).values()] == ["Ann", "Bob", "Eve"]
    assert "'2' is the id of 'Bob' in roster.csv:3 already, and here of 'Eve'" in problems(found)[0]


def test_headings_may_stand_further_down(imported):
    """Below a title, which is told."""
    text = "Staff list 2026,,\n,,\nID,Name,Job title\n1,Ann,CEO\n2,Bob,Rep\n"
    found = imported(text)
    assert found.org.source_of(posts(found)["1"]) == Source("roster.csv", 4)
    assert any("'Staff list 2026', is not used" in str(note) for note in found.notes)


def test_blank_columns_and_rows_do_not_count(imported):
    """They hold nothing, so there is nothing to tell."""
    found = imported("ID,,Name,,Title\n1,,Ann,,CEO\n,,,,\n2,,Bob,,Rep\n")
    assert found.tables[0].columns == ("ID", "Name", "Title")
    assert found.org.source_of(posts(found)["2"]).line == 4


@pytest.mark.parametrize("word", ["Total", "Grand total", "Summe", "Totale", "Razem"])
def test_totals_are_no_customers(imported, word):
    """They are told and left out."""
    found = imported(
        f"Customer,City,Revenue\na,Rome,5.5\nb,Bonn,1.5\n{word},,7.0\n", "customers.csv"
    )
    assert set(customers(found)) == {"a", "b"}
    assert any(f"{word!r}, is not used: it looks like a total" in str(n) for n in found.notes)


def test_what_stands_below_a_table_is_no_row(imported):
    """Reports of a CRM end in lines about themselves."""
    text = "Account Name,Account Owner,Industry\na,Ann,Steel\n,,\nConfidential - do not share,,\n"
    found = imported(text, "report.csv")
    assert set(customers(found)) == {"a"}
    assert any("it stands below the table" in str(note) for note in found.notes)


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["2026-01-02", "2026-03-04"], [(2026, 1, 2), (2026, 3, 4)]),
        (["01/02/2026", "13/02/2026"], [(2026, 2, 1), (2026, 2, 13)]),
        (["01/02/2026", "02/13/2026"], [(2026, 1, 2), (2026, 2, 13)]),
        (["1.2.2026", "3.4.2026"], [(2026, 2, 1), (2026, 4, 3)]),
    ],
)
def test_days_are_read_where_the_column_leaves_no_doubt(imported, cells, days):
    """One day after the twelfth decides for all."""
    rows = "".join(f"c{n},1,{cell}\n" for n, cell in enumerate(cells))
    found = imported(
        {
            "customers.csv": "Customer,City\nc0,Rome\nc1,Bonn\n",
            "people.csv": "ID,Name,Title\n1,Ann,Rep\n",
            "assignments.csv": f"Customer,Employee,Since\n{rows}",
        }
    )
    assert [each.since for each in found.org.all(Assignment)] == [dt.date(*day) for day in days]


def test_days_that_may_be_read_in_two_ways_are_not_guessed(imported):
    """The mapping says which comes first."""
    files = {
        "customers.csv": "Customer,City\nc0,Rome\n",
        "people.csv": "ID,Name,Title\n1,Ann,Rep\n",
        "assignments.csv": "Customer,Employee,Since\nc0,1,01/02/2026\n",
    }
    found = imported(files)
    assert [each.since for each in found.org.all(Assignment)] == [None]
    assert "may be read in two ways" in problems(found)[0]
    told = imported(files, days="DMY")
    assert [each.since for each in told.org.all(Assignment)] == [dt.date(2026, 2, 1)]


def test_the_last_day_of_a_table_is_a_last_day(imported):
    """Designs name the day after it."""
    found = imported(
        {
            "customers.csv": "Customer,City\nc0,Rome\n",
            "people.csv": "ID,Name,Title\n1,Ann,Rep\n",
            "assignments.csv": "Customer,Employee,Until\nc0,1,2026-12-31\n",
        }
    )
    assert [each.until for each in found.org.all(Assignment)] == [dt.date(2027, 1, 1)]


def test_rows_may_be_ragged_and_quoted(imported):
    """Short rows lack their last cells, cells may hold lines, and places stay right."""
    text = 'ID,Name,Title,Note\n1,Ann,CEO\n2,"Bob ""B"" Berg",Rep,"two\nlines"\n3,Eve,Rep,\n'
    found = imported(text)
    assert posts(found)["2"].held_by == 'Bob "B" Berg'
    assert posts(found)["2"].note == "two lines"
    assert found.org.source_of(posts(found)["3"]).line == 5


def test_managers_who_do_not_exist_are_told_and_kept(imported):
    """The nearest is named, and checking the design finds them again."""
    found = imported("ID,Name,Title,Manager\n1,Ann Berg,CEO,\n2,Bob,Rep,Ann Borg\n")
    assert posts(found)["2"].reports_to == "Ann Borg"
    (problem,) = problems(found)
    assert problem.startswith("roster.csv:3: There is no 'Ann Borg', which 'Manager' names")
    assert "did you mean 'ann berg'?" in problem


def test_who_manages_himself_is_kept_for_the_rules(imported):
    """An import repairs nothing: another row shows how this table says nobody."""
    found = imported("ID,Name,Title,Manager\n1,Ann,CEO,\n2,Bob,Head,2\n")
    assert posts(found)["2"].reports_to == "2"


def test_the_top_that_is_its_own_manager_has_none(imported):
    """Programs that need a manager in every row write the top beside itself."""
    found = imported("ID,Name,Title,Manager\n1,Ann,CEO,1\n2,Bob,Head,1\n")
    assert posts(found)["1"].reports_to is None
    assert any("names '1' itself" in str(note) for note in found.notes)


def test_two_managers_of_one_name_are_both_named(imported):
    """Never one of them by a guess; what was written stays as a note."""
    text = "ID,Name,Title,Manager\n1,Ann Lee,CEO,\n2,Ann Lee,Head,1\n3,Bob,Rep,Ann Lee\n"
    found = imported(text)
    assert posts(found)["3"].reports_to is None
    assert posts(found)["3"].note == "Manager: Ann Lee"
    (problem,) = problems(found)
    assert "may be '1' (roster.csv:2) or '2' (roster.csv:3)" in problem
    assert [post.held_by for post in posts(found).values()] == ["1", "2", "Bob"]
    assert {person.name for person in found.org.all(Person)} == {"Ann Lee"}


def test_who_has_left_holds_nothing(imported):
    """The row is told."""
    found = imported("ID,Name,Title,Status\n1,Ann,CEO,Active\n2,Bob,Rep,Terminated\n")
    assert set(posts(found)) == {"1"}
    assert "roster.csv:3: This row is not used: 'Status' is 'Terminated'." in map(str, found.notes)


def test_columns_that_contradict_each_other_are_told(imported):
    """An id and a name that mean two people."""
    text = "ID,Name,Title,Manager ID,Manager Name\n1,Ann,CEO,,\n2,Bob,Head,1,Ann\n3,Eve,Rep,1,Bob\n"
    found = imported(text)
    assert posts(found)["3"].reports_to == "1"
    assert "name different managers of '3': '1', '2'" in problems(found)[0]


def test_columns_not_used_are_told_with_the_reason(imported):
    """Nothing is dropped in silence."""
    found = imported("ID,Name,Title,Shoe size,Birth date,Empty\n1,Ann,CEO,38,2020-01-31,\n")
    told = [str(note) for note in found.notes]
    assert told == [
        "roster.csv:1: Column 'Shoe size' is not used: no field of people is called so.",
        (
            "roster.csv:1: Column 'Birth date' is not used: "
            "it holds days, and people have no field for them."
        ),
        "roster.csv:1: Column 'Empty' is not used: it is empty.",
    ]


def test_managers_are_found_by_what_is_in_a_column(imported):
    """Where no heading says it: ids of the same table that make a hierarchy."""
    text = "ID,Name,Title,Up,Floor\n1,Ann,CEO,,1\n2,Bob,Head,1,2\n3,Eve,Rep,2,3\n4,Zoe,Rep,2,1\n"
    found = imported(text)
    assert [post.reports_to for post in posts(found).values()] == [None, "1", "2", "2"]
    uses = found.mapping.tables["roster"].columns
    assert uses["Up"].how == "its values are those of 'ID', and make a hierarchy"
    assert uses["Floor"].fields == ()


def test_a_file_of_no_known_kind_is_told_what_was_looked_for(imported):
    """With what was found instead."""
    with pytest.raises(DesignError) as caught:
        imported("Alpha,Beta\n1,2\n3,4\n", "thing.csv")
    said = str(caught.value)
    assert said.startswith("thing.csv: No table here is of a known kind. Looked for people (")
    assert "Found: thing has Alpha, Beta." in said


def test_territories_are_joined_from_rows_and_groups(imported):
    """A row per postal code, and a region above that has no row of its own."""
    found = imported(
        "Territory ID,Territory,Parent territory,ZIP\n"
        "N,North,Home,20*\nN,North,Home,21*\nS,South,Home,80*\n",
        "territories.csv",
    )
    north = found.org.get(Territory, "N")
    assert north.where.postal_code == ("20*", "21*")
    assert north.within == "Home"
    assert found.org.get(Territory, "Home").where is None


def test_the_mapping_overrules_everything(imported):
    """Kinds, columns, roles, name and currency."""
    said = TableMapping("people", {"B": Use(("title",), "mapping file"), "a": Use(("name",), "")})
    found = imported(
        "A,B\nAnn,Boss\n",
        "thing.csv",
        tables={"thing": said},
        roles={"Boss": "executive"},
        name="Acme",
        currency="USD",
    )
    assert (found.org.name, found.org.currency) == ("Acme", "USD")
    assert posts(found)["Ann"].role == "executive"


def test_the_currency_is_that_of_the_tables(imported):
    """By a column or by signs beside amounts; the mapping goes first."""
    by_column = imported("Customer,Revenue,Currency\na,5.5,USD\n", "customers.csv")
    by_sign = imported("Customer,Revenue\na,£5.5\nb,£7\n", "customers.csv")
    assert (by_column.org.currency, by_sign.org.currency) == ("USD", "GBP")
    assert imported("Customer,Revenue\na,5.5\n", "customers.csv").org.currency == "EUR"


def test_several_currencies_are_told(imported):
    """Sums would be wrong."""
    text = "Customer,Revenue,Currency,Owner\na,5.5,USD,Eva\nb,7,CHF,Eva\n"
    found = imported(text, "customers.csv")
    assert len(found.problems) == 2
    assert "customers.csv:2: There are amounts in USD, and in CHF" in problems(found)[0]
