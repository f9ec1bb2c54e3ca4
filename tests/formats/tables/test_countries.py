"""Countries in words become places that territories can ask for."""

from orgmodel.formats.importing import import_design
from orgmodel.model import Customer


def test_customers_are_where_their_country_is(tmp_path):
    """Whatever its language; what was written stays, and what is no country is only kept."""
    rows = "A;Germany;\nB;Deutschland;\nC;Polska;\nD;USA;CA\nE;Atlantis;\nF;IT;\n"
    (tmp_path / "customers.csv").write_text(f"Customer;Country;State\n{rows}", encoding="utf-8")
    org = import_design(tmp_path / "customers.csv").org
    assert [customer.place for customer in org.all(Customer)] == [
        "DE", "DE", "PL", "US-CA", None, "IT",
    ]  # fmt: skip
    assert org.all(Customer)[1].attributes["country"] == "Deutschland"
