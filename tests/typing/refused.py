"""Mistakes that type checkers must point at, each on a line that says so."""

from orgmodel import (
    AcceptedFinding,
    Assignment,
    Between,
    Contact,
    Customer,
    Org,
    Person,
    Position,
    Territory,
    Where,
    coverage,
    graph,
    roles,
    why,
)
from orgmodel.measures import spans
from orgmodel.model import AccountPlan, Holding, Leave, ReportingLine, Target, TerritoryAssignment

org = Org("Aurora Components")
north = org.add(Territory("north"))
dana = org.add(Position("director", roles.SALES_DIRECTOR))
acme = org.add(Customer("acme"))
ada = Person("ada")

# another kind of entity than the field refers to
Position("p", reports_to=north)  # error
Position("p", reports_to=ada)  # error
Position("p", north)  # error
Position("p", held_by=dana)  # error
Position("p", covers=[dana])  # error
Position("p", covers=["south", acme])  # error
Position("p", works_with=[north])  # error
Territory("t", within=dana)  # error
Territory("t", type=north)  # error
Customer("c", managed_by=roles.ACCOUNT_MANAGER)  # error
Customer("c", parent=dana)  # error
Customer("c", territories=[dana])  # error
Contact("Ida Neri", known_by=acme)  # error
Assignment("a", dana, acme)  # error
AccountPlan("a", north, dana)  # error
Target("t", north, "2026")  # error
Holding("h", ada, dana)  # error
Leave("l", dana)  # error
Leave("l", ada, stand_in=ada)  # error
ReportingLine("r", dana, ada)  # error
TerritoryAssignment("t", dana, north)  # error

# misspelt fields
Position("p", report_to=dana)  # error
Customer("c", keyaccount=True)  # error
Where(plaice=["IT"])  # error
Org("Aurora", curency="EUR")  # error
Leave("l", ada, untill=None)  # error

# wrong types
Position(5)  # error
Position("p", grade="high")  # error
Position("p", reports_to=5)  # error
Customer("c", revenue="many")  # error
Customer("c", key_account="yes")  # error
Customer("c", status="lost")  # error
Customer("c", contacts=["Ida Neri"])  # error
Contact("Ida Neri", "boss")  # error
Assignment("a", acme, dana, "boss")  # error
Territory("t", "IT-21")  # error
Territory("t", lambda customer: customer.place == "IT")  # error
Where(size=50)  # error
Where(place=["IT"], exclude=["IT-21"])  # error
Between("50")  # error
Position("p", since=2026)  # error
Holding("h", dana, ada, ramp=0.5)  # error
org.as_of("2026-01-01")  # error
graph(org, on="2026-01-01")  # error

# what may not be left out, and what may not be given by place
Position()  # error
Assignment("a", acme)  # error
AcceptedFinding("a", "KEY502", acme)  # error
Position("p", roles.SALES_MANAGER, "Sales Manager")  # error
Org("Aurora", "EUR")  # error

# the organisation takes entities, which do not change
org.add("x")  # error
org.add(Contact("Ida Neri"))  # error
org.add(Where())  # error
org.get(Position, 5)  # error
name: str = org.add(Customer("d"))  # error
dana.held_by = "Dana Reyes"  # error
acme.revenue = 5  # error
why(org, north)  # error
graph("aurora.yaml")  # error
coverage(org).of(north)  # error
spans(graph(org))  # error
