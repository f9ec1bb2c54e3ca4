"""The document tells a new colleague who does what, who covers whom, and who is missing."""

from orgmodel.formats.export.handbook import document, to_markdown
from orgmodel.model import Contact, Customer, Org, Position, Territory, Where


def organisation():
    """Give a small organisation with a key account and a vacancy."""
    org = Org("Aurora Components")
    north = org.add(Territory("north", Where(place="IT", size={"at_least": 50}), name="North"))
    org.add(Territory("rest", Where()))
    boss = org.add(Position("boss", "sales_director", held_by="Dana Reyes"))
    ada = org.add(Position("am", "account_manager", held_by="Ada Rossi", reports_to=boss))
    org.add(Position("rep", "sales_representative", reports_to=boss, covers=[north]))
    contact = Contact("Gina Ferri", "purchasing", title="Head of Purchasing", known_by=ada)
    org.add(
        Customer("acme", "Acme", key_account=True, revenue=2_400_000, managed_by=ada,
                 deputy=boss, contacts=[contact])
    )  # fmt: skip
    org.add(Customer("brio", "Brio", place="IT", size=60, revenue=1000))
    return org


def part(title):
    """Give the lines of one part of the document."""
    text = to_markdown(organisation())
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0].strip().splitlines()


def test_it_opens_with_the_name_and_the_size():
    """So that one knows what one reads."""
    name, _, size = to_markdown(organisation()).splitlines()[:3]
    assert name == "# Aurora Components"
    assert size.startswith("3 positions, 1 of them vacant, 2 customers, 1 key account, EUR 2,401,")


def test_reporting_lines_are_a_list():
    """Those below somebody are indented."""
    assert part("Reporting lines") == [
        "- **Dana Reyes**, Sales Director",
        "  - **Ada Rossi**, Account Manager",
        "  - **vacant**, Sales Representative",
    ]


def test_roles_say_what_they_do():
    """In words, with the people in them."""
    lines = part("Who does what")
    assert "Has the customers that name it." in lines
    assert "| Ada Rossi | am | Account Manager | Marketing |" in lines


def test_territories_have_their_rules_in_words():
    """And who covers them."""
    assert part("Territories")[2:] == [
        "| North | place IT; size at least 50 | direct | vacant (Sales Representative) |",
        "| rest | every customer | direct | nobody |",
    ]


def test_customers_have_their_owner_and_the_reason():
    """Also where the owner is missing."""
    rule = "territory rule north (place IT; size at least 50)"
    reason = f"{rule}, but the position is vacant"
    assert part("Who covers whom")[2:] == [
        "| Acme |  | Ada Rossi (Account Manager) |  | named account |",
        f"| Brio | IT | vacant (Sales Representative) | Dana Reyes (Sales Director) | {reason} |",
    ]


def test_key_accounts_have_their_team_and_buying_centre():
    """With who of ours knows whom of theirs."""
    lines = part("Key accounts")
    assert lines[0] == "### Acme"
    assert "| deputy | Dana Reyes | Sales Director |" in lines
    assert "| Gina Ferri | Head of Purchasing | purchasing | Ada Rossi (Account Manager) |" in lines


def test_vacancies_say_what_waits():
    """Customers and their revenue."""
    assert part("Open vacancies")[-1] == (
        "| rep | Sales Representative | Dana Reyes (Sales Director) | north | 1 | EUR 1,000 |"
    )


def test_parts_without_anything_are_left_out():
    """An empty organisation is a heading and a line."""
    assert to_markdown(Org("Empty")) == "# Empty\n\n0 positions, 0 of them vacant.\n"


def test_rings_and_chains_of_any_length_are_told(monkeypatch):
    """A hundred thousand levels neither crash nor indent off the page."""
    org = Org("Deep")
    for number in range(3_000):
        org.add(Position(f"p{number}", reports_to=f"p{number - 1}" if number else None))
    lines = to_markdown(org).splitlines()
    assert max(len(line) - len(line.lstrip()) for line in lines) == 16
    ring = Org("Ring")
    ring.add(Position("a", reports_to="b"))
    ring.add(Position("b", reports_to="a"))
    assert "These report to each other: a reports to b." in to_markdown(ring)
    monkeypatch.setattr(document, "MOST_CUSTOMERS", 1)
    assert "1 more customer is not listed." in to_markdown(organisation())
