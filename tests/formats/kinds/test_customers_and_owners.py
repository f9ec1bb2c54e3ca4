"""Customers, who owns them, and what amounts are of ours."""

import pytest

PEOPLE = (
    "employee_id,name,title,manager_id,email\n1,Ada Rossi,Sales Director,,ada@x.example\n"
    "2,Tom Berg,Sales Representative,1,tom@x.example\n"
)

OWNERS = {
    "ACCOUNT_MGR_ID": "2",
    "sales_person_id": "2",
    "rep_code": "2",
    "Rep": "Tom Berg",
    "Owner Name": "Tom Berg",
    "Account Owner": "Tom Berg",
    "Owner Email": "tom@x.example",
    "assigned_user_id": "2",
    "Assigned To": "Tom Berg",
    "employee_id": "2",
    "SalesRepEmployeeNum": "2",
    "SupportRepId": "2",
    "CSM": "Tom Berg",
    "AE": "Tom Berg",
    "Account Executive": "Tom Berg",
    "Salesperson Code": "2",
    "Agent Code": "2",
    "Kundenbetreuer": "Tom Berg",
    "Betreuer-Nr.": "2",
    "Commerciale di riferimento": "Tom Berg",
    "Agente": "Tom Berg",
    "Chargé de clientèle": "Tom Berg",
    "Vendedor": "2",
    "Handlowiec": "Tom Berg",
    "Accountmanager": "Tom Berg",
    "Kundansvarig": "Tom Berg",
    "Relationship Owner": "Tom Berg",
    "responsible_id": "2",
    "Covered By": "Tom Berg",
    "KAM": "Tom Berg",
    "Account Lead": "Tom Berg",
}


@pytest.mark.parametrize(("heading", "cell"), OWNERS.items(), ids=OWNERS.keys())
def test_the_owner_is_found_under_any_usual_heading(arrived, heading, cell):
    """The customer with an owner is covered by him, and the other by nobody."""
    found = arrived(
        {
            "people.csv": PEOPLE,
            "customers.csv": f"customer_id,customer_name,{heading},city\nc1,Acme,{cell},Rome\n"
            "c2,Brio,,Turin\n",
        }
    )
    assert found.covered == {"Acme": "Tom Berg", "Brio": None}
    assert found.positions == 2


@pytest.mark.parametrize(
    "word", ["(Deactivated User)", "Deactivated User", "No owner", "Unassigned", "n/a", "(none)"]
)
def test_a_word_for_nobody_owns_no_customer(arrived, word):
    """Nobody is made of it, and the customer has no owner."""
    rows = "".join(f"c{n},Firm {n},{word}\n" for n in range(2, 9))
    found = arrived(
        {
            "people.csv": PEOPLE,
            "customers.csv": f"Account ID,Account Name,Account Owner\nc1,Acme,Tom Berg\n{rows}",
        }
    )
    assert found.covered["Acme"] == "Tom Berg"
    assert found.covered["Firm 2"] is None
    assert found.positions == 2


def test_without_people_a_word_for_nobody_makes_no_position(arrived):
    """Only who is named as an owner gets a position."""
    found = arrived(
        {
            "accounts.csv": "Company ID,Company name,Company owner\n1,Acme,Tom Berg\n"
            "2,Caro,Tom Berg\n3,Brio,(Deactivated User)\n4,Dora,(Deactivated User)\n"
        }
    )
    assert found.holders == ["Tom Berg"]
    assert found.covered["Brio"] is None


OURS = ["Sales", "Revenue", "order_revenue", "Net Sales 2024", "Umsatz mit uns", "ARR", "Billings"]
OURS += ["Spend", "Total Invoiced", "Fatturato", "YTD Sales", "Sales LY", "Total Revenue (EUR)"]


@pytest.mark.parametrize("heading", OURS)
def test_what_we_sell_is_the_revenue(arrived, heading):
    """An amount that the customer buys is its revenue."""
    found = arrived(
        {
            "customers.csv": f"customer_id,customer_name,{heading},city\nc1,Acme,500,Rome\n"
            "c2,Brio,,Turin\n"
        }
    )
    assert found.revenue["Acme"] == 500


THEIRS = ["Company Turnover", "Company Annual Revenue", "Firmographic Revenue", "Client Turnover"]


@pytest.mark.parametrize("heading", THEIRS)
def test_the_turnover_of_the_customer_is_not_our_revenue(arrived, heading):
    """It is kept apart from what the customer buys, and the report names the column."""
    found = arrived(
        {
            "customers.csv": f"customer_id,customer_name,{heading},our sales\n"
            "c1,Acme,90000000,500\nc2,Brio,80000000,400\n"
        }
    )
    assert found.revenue == {"Acme": 500, "Brio": 400}
    assert heading in found.said


def test_shops_and_dealers_are_customers(arrived):
    """Tables of shops with an owner or an amount are customers, whatever they are called."""
    for noun in ("store", "dealer", "outlet", "pharmacy", "clinic"):
        found = arrived(
            {
                "people.csv": PEOPLE,
                f"{noun}s.csv": f"{noun}_id,{noun}_name,sales_person_id,annual_sales\n"
                "S1,Foo,2,1000\nS2,Bar,,500\n",
            }
        )
        assert found.covered == {"Foo": "Tom Berg", "Bar": None}


STATUSES = {
    "Customer": "existing",
    "Active": "existing",
    "Existing Customer": "existing",
    "Customer - Direct": "existing",
    "Prospect": "prospect",
    "Lead": "prospect",
    "Interessent": "prospect",
    "Kunde": "existing",
    "Client actif": "existing",
}


@pytest.mark.parametrize(("word", "status"), STATUSES.items(), ids=STATUSES.keys())
def test_a_status_of_a_customer_is_read(arrived, word, status):
    """Customers and prospects are distinguished in the usual words."""
    found = arrived(
        {
            "customers.csv": "Account ID,Account Name,Type,Sales\n"
            f"c1,Acme,{word},5\nc2,Brio,Customer,6\n"
        }
    )
    assert found.statuses["Acme"] == status
