"""Large books are covered as small designs are, and checked a column at a time."""

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import orgs

from orgmodel import Assignment, Between, Customer, Org, Position, Territory, Where, coverage, roles
from orgmodel.files import CannotWriteError
from orgmodel.model import UnknownError
from orgmodel.rules import validate

pl = pytest.importorskip("polars", reason="large books need the extra 'book'")

from orgmodel.books import BookError, accounts_of, cover_book, read_book  # noqa: E402

PLAIN = "place", "postal_code", "city", "industry", "segment", "tier", "size", "revenue", "profit"
NAMES = "managed_by", "deputy", "status", "key_account", "potential"


def north(**territory):
    """A design with one territory, its representative, and an account manager."""
    org = Org("Aurora")
    where = territory or {"place": ["IT-2*"]}
    rep = Position("rep", roles.SALES_REPRESENTATIVE, held_by="Leo", covers=["north"])
    org.add(Territory("north", Where(**where)))
    org.add(rep)
    org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Ada"))
    return org


def book_of(folder, text, name="book.csv", **asked):
    """Write and read a book."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_book(folder / name, **asked)


def answers(covered):
    """Who covers whom, by id."""
    rows = covered.frame.select("id", "state", "owner", "stand_in", "territory")
    return {id_: tuple(rest) for id_, *rest in rows.iter_rows()}


def row_of(customer):
    """A customer as one writes it in a table."""
    row = {name: getattr(customer, name) for name in ("id", *PLAIN, *NAMES)}
    row |= {name: value for name, value in customer.attributes.items() if name not in row}
    row["territories"] = ";".join(map(str, customer.territories))
    row["excluded_from"] = ";".join(map(str, customer.excluded_from))
    return {name: None if value is None else str(value) for name, value in row.items()}


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(orgs())
def test_a_table_is_covered_as_the_same_customers_in_a_design(tmp_path, org):
    """Row by row the same position, territory and state come out, whatever the rules."""
    same = [
        customer
        for customer in org.all(Customer)
        if not customer.attributes
        and not any(";" in str(t) for t in (*customer.territories, *customer.excluded_from))
        and all(-(10**12) <= (getattr(customer, n) or 0) <= 10**12 for n in PLAIN[-2:])
    ]
    if not same:
        return
    pl.DataFrame([row_of(customer) for customer in same]).write_parquet(tmp_path / "b.parquet")
    found = answers(cover_book(org, read_book(tmp_path / "b.parquet")))
    by_values = coverage(org)
    for customer in same:
        cover = by_values.of(customer)
        ids = (str(x) if x else None for x in (cover.position, cover.stand_in, cover.territory))
        assert found[customer.id] == (cover.state, *ids)


def test_bounds_of_intervals_fall_on_their_side(tmp_path):
    """The lower end of an interval belongs to it and the upper does not, nor does no value."""
    org = north(size=Between(10, 100))
    book = book_of(tmp_path, "id,size\na,9\nb,10\nc,99\nd,100\ne,\n")
    found = answers(cover_book(org, book))
    assert {id_: state for id_, (state, *_) in found.items()} == {
        "a": "nobody", "b": "covered", "c": "covered", "d": "nobody", "e": "nobody",
    }  # fmt: skip


def test_free_attributes_are_columns(tmp_path):
    """A territory may ask for any column, as text or as a number."""
    org = north(attributes={"channel": ["web"], "score": Between(5)})
    book = book_of(tmp_path, "id;channel;score\na;Web;7\nb;web;4\nc;shop;9\n")
    assert [state for state, *_ in answers(cover_book(org, book)).values()] == [
        "covered", "nobody", "nobody",
    ]  # fmt: skip


def test_assignments_of_the_design_count(tmp_path):
    """A customer of the table that an assignment names belongs to whom it names."""
    org = north()
    org.add(Assignment("a1", "acme", "am"))
    book = book_of(tmp_path, "id,place\nacme,IT-21\nbrio,IT-21\n")
    found = answers(cover_book(org, book))
    assert (found["acme"][1], found["brio"][1]) == ("am", "rep")


def test_every_mistake_is_told_at_once_with_its_row(tmp_path):
    """One sentence per column and kind of mistake names the rows; the other rows are used."""
    rows = "a,-3,yes,existing,1", ",5,no,,2", "b,x,maybe,gone,1.5", "a,1,no,,3", "c,7,,,"
    book = book_of(tmp_path, "\n".join(["id,revenue,key_account,status,size", *rows]))
    assert [str(problem) for problem in book.problems] == [
        (
            "book.csv:2: Column 'revenue' should be a number of at least 0, "
            "not '-3' in row 2, 'x' in row 4."
        ),
        "book.csv:4: Column 'key_account' should be true or false, not 'maybe' in row 4.",
        "book.csv:4: Column 'status' should be existing or prospect, not 'gone' in row 4.",
        "book.csv:4: Column 'size' should be a whole number of at least 0, not '1.5' in row 4.",
        "book.csv:3: Column 'id' should not be empty, not row 3.",
        "book.csv:5: Column 'id' should hold each customer once, not 'a' in row 5.",
    ]
    assert (book.refused, book.frame["id"].to_list()) == (4, ["c"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["1.234,50", "7,5"], [1234.5, 7.5]),
        (["1234.50", "7"], [1234.5, 7.0]),
        (["1.234", "7,5"], [1234.0, 7.5]),
        (["1.234", "7.5"], [1.234, 7.5]),
    ],
)
def test_decimal_commas_are_decided_for_a_column(tmp_path, written, read):
    """A comma is a decimal one if the whole column then makes sense."""
    rows = "".join(f"c{n};{text}\n" for n, text in enumerate(written))
    book = book_of(tmp_path, f"id;revenue\n{rows}")
    assert (book.problems, book.frame["revenue"].to_list()) == ((), read)


def test_texts_stay_texts(tmp_path):
    """Leading zeros, the country code NA and names in any script come through."""
    book = book_of(
        tmp_path,
        "AccountNo,postal_code,place\n007, 00123 ,NA\n008,,मुंबई\n",
        columns={"id": "AccountNo"},
    )
    assert book.frame.select("id", "postal_code", "place").rows() == [
        ("007", "00123", "NA"), ("008", None, "मुंबई"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("book.txt", "id\na\n", "ends in .csv, .tsv or .parquet"),
        ("book.csv", "name\na\n", "No column is named 'id'.*: 'name'"),
        ("book.parquet", "no parquet", "cannot be read as a table"),
        ("book.csv", "", "cannot be read as a table"),
        ("book.csv", "id,place\na,b,c\n", "cannot be read as a table"),
        ("book.csv", "id,place\n", "has no customers"),
    ],
)
def test_what_is_no_book_is_told(tmp_path, name, text, told):
    """A file that cannot be used is named, with the reason."""
    with pytest.raises(BookError, match=told):
        book_of(tmp_path, text, name)


def test_a_file_or_a_column_that_is_not_there_is_told(tmp_path):
    """The nearest column is proposed."""
    with pytest.raises(BookError, match="no such file"):
        read_book(tmp_path / "none.csv")
    with pytest.raises(UnknownError, match="did you mean 'Account'"):
        book_of(tmp_path, "Account\na\n", columns={"id": "Acount"})


def test_totals_and_examples_name_the_gaps(tmp_path):
    """What is not covered is counted, valued, and shown by its most valuable customers."""
    book = book_of(
        tmp_path, "id,place,revenue,key_account\na,IT-21,100,no\nb,FR,5000,yes\nc,FR,70,no\n"
    )
    told = str(cover_book(north(), book)).splitlines()
    assert told[0].strip() == "2 covered by nobody, EUR 5,070 a year, 1 key account"
    assert told[2] == "book.csv:3: Customer 'b' is covered by nobody."


def test_key_accounts_are_judged_by_all_rules(tmp_path):
    """Key and named accounts become customers of a design, with their row as the place."""
    book = book_of(tmp_path, "id,place,key_account,managed_by\na,IT-21,yes,am\nb,IT-21,no,\n")
    whole = accounts_of(north(), book)
    assert [customer.id for customer in whole.all(Customer)] == ["a"]
    found = {str(f).split(" [")[0] for f in validate(whole) if f.code == "KEY502"}
    assert found == {"book.csv:2: KEY502 Key account 'a' has no deputy."}


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_covered_book_is_saved_and_runs_no_formula(tmp_path, suffix):
    """The file has a row per customer, and nothing in it that a spreadsheet would run."""
    covered = cover_book(north(), book_of(tmp_path, "id,place\n=cmd,IT-21\nb,FR\n"))
    path = covered.save(tmp_path / f"out.{suffix}")
    again = pl.read_csv(path) if suffix == "csv" else pl.read_parquet(path)
    assert again["state"].to_list() == ["covered", "nobody"]
    assert again["id"][0] == ("'=cmd" if suffix == "csv" else "=cmd")


def test_a_covered_book_has_one_of_two_suffixes(tmp_path):
    """Another suffix, or a place that is not there, is told and nothing is written."""
    covered = cover_book(north(), book_of(tmp_path, "id\na\n"))
    with pytest.raises(BookError, match=r"saved as \.parquet or \.csv"):
        covered.save(tmp_path / "out.txt")
    with pytest.raises(CannotWriteError):
        covered.save(tmp_path / "none" / "out.csv")


def test_columns_of_the_file_are_kept_whatever_they_are_called(tmp_path):
    """A state of the USA or an owner in the CRM is no answer of ours, and is not lost."""
    text = "id,No,row,place,state,owner\nx,a,9,IT-21,CA,Eve\n"
    covered = cover_book(north(), book_of(tmp_path, text, columns={"id": "No"}))
    (row,) = covered.frame.iter_rows(named=True)
    assert (row["id"], row["row"], row["state"], row["owner"]) == ("a", 2, "covered", "rep")
    kept = [row[f"{name}_in_file"] for name in ("id", "row", "state", "owner")]
    assert kept == ["x", "9", "CA", "Eve"]


def test_customers_of_the_design_are_those_of_the_table(tmp_path):
    """A key account that both hold is covered and judged as the design says, once."""
    org = north()
    org.add(Customer("acme", place="IT-21", key_account=True, managed_by="am"))
    book = book_of(tmp_path, "id,place,key_account\nacme,IT-21,yes\nbrio,IT-21,yes\n")
    assert {id_: owner for id_, (_, owner, *_) in answers(cover_book(org, book)).items()} == {
        "acme": "am",
        "brio": "rep",
    }
    assert [c.id for c in accounts_of(org, book).all(Customer)] == ["acme", "brio"]


def test_totals_by_no_column_are_refused(tmp_path):
    """The nearest column is proposed."""
    covered = cover_book(north(), book_of(tmp_path, "id\na\n"))
    with pytest.raises(UnknownError, match="did you mean 'territory'"):
        covered.totals("teritory")


@pytest.mark.parametrize("cells", [[["a"], ["b"]], [b"x", b"\xff"]])
def test_cells_of_several_values_are_told(tmp_path, cells):
    """A column that no table of text could hold is named, with what it holds."""
    pl.DataFrame({"id": ["1", "2"], "tags": cells}).write_parquet(tmp_path / "b.parquet")
    with pytest.raises(BookError, match="Column 'tags' holds"):
        read_book(tmp_path / "b.parquet")
