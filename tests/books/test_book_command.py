"""What `orgmodel book` tells about a large book."""

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

pytest.importorskip("polars", reason="large books need the extra 'book'")

DESIGN = """
name: Aurora
territories: {north: {where: {place: ["IT-2*"]}}}
positions:
  head: {role: sales_director, held_by: Dana}
  rep: {role: sales_representative, held_by: Leo, reports_to: head, covers: north}
  am: {role: account_manager, held_by: Ada, reports_to: head}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command beside a design and a book."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)

    def invoke(book, *words):
        (tmp_path / "customers.csv").write_text(book)
        return CliRunner().invoke(main, ["book", "design.yaml", "customers.csv", *words])

    return invoke


def test_a_book_that_is_covered_ends_well(run, tmp_path):
    """The totals are printed, the answers written, and the exit code says that all is well."""
    CliRunner().invoke(main, ["init", "--force"])
    done = run("Account,place\na,IT-21\nb,IT-52\n", "--column", "id=Account", "-o", "out.parquet")
    assert "2 covered" in done.output
    assert "Wrote out.parquet: 2 customers." in done.output
    assert done.exit_code == 0
    assert (tmp_path / "out.parquet").read_bytes().startswith(b"PAR1")


def test_gaps_and_findings_end_with_one(run):
    """Customers without cover and key accounts without a deputy are named with their rows."""
    done = run("id,place,key_account,managed_by\na,IT-21,yes,am\nb,FR,no,\n")
    assert "customers.csv:3: Customer 'b' is covered by nobody." in done.output
    assert "customers.csv:2: KEY502 Key account 'a' has no deputy." in done.output
    assert done.exit_code == 1


def test_rows_that_cannot_be_used_end_with_one(run):
    """A mistake in the book is a finding of its own."""
    done = run("id,place,revenue\na,IT-21,much\nb,IT-21,3\n")
    assert "customers.csv:2: Column 'revenue' should be a number of at least 0" in done.output
    assert "1 row cannot be used" in done.output
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--column", "Account"], "write FIELD=COLUMN"),
        (["--column", "revenu=Account"], "no such field; did you mean 'revenue'"),
        (["--column", "id=Acount"], "no column 'Acount'; did you mean 'Account'"),
        ([], "No column is named 'id'"),
        (["--column", "id=Account", "-o", "out.xlsx"], "saved as .parquet or .csv"),
    ],
)
def test_a_call_that_cannot_be_used_ends_with_two(run, words, told):
    """One sentence says what to do."""
    done = run("Account\na\n", *words)
    assert told in done.output
    assert done.exit_code == 2
