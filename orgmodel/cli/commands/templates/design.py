"""A sales organisation as code; check it with `orgmodel check` on this file, or just run it."""

from orgmodel import (
    Assignment,
    Contact,
    Customer,
    Org,
    Position,
    Territory,
    Where,
    roles,
    validate,
)
from orgmodel.model import AccountPlan

org = Org("Aurora Components", currency="EUR")

# Territories say which customers belong to them. A place takes in all places below it.
north = org.add(Territory("north", Where(place=["IT-21", "IT-25"])))
rest = org.add(Territory("rest", Where()))  # everybody whom no other territory takes

# Positions are boxes in the chart; without held_by they are vacant.
dana = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
tom = org.add(
    Position(
        "tm-north",
        roles.TERRITORY_MANAGER,
        held_by="Tom Berg",
        reports_to=dana,
        covers=[north],
    )
)
sara = org.add(
    Position(
        "tm-rest",
        roles.TERRITORY_MANAGER,
        held_by="Sara Greco",
        reports_to=dana,
        covers=[rest],
    )
)
ada = org.add(Position("am-1", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to=tom))
zoe = org.add(Position("sc-1", roles.SALES_COORDINATOR, held_by="Zoe Bianchi", reports_to=tom))
leo = org.add(
    Position(
        "rep-1",
        roles.SALES_REPRESENTATIVE,
        held_by="Leo Conti",
        reports_to=tom,
        coordinated_by=zoe,
        covers=[north],
    )
)

# Customers are attached by name (managed_by) or by the rule of a territory.
acme = org.add(
    Customer(
        "acme",
        "Acme S.p.A.",
        place="IT-21",
        revenue=2_400_000,
        key_account=True,
        managed_by=ada,
        deputy=tom,
        contacts=[
            Contact("Gina Ferri", "purchasing", known_by=ada),
            Contact("Ugo Neri", "technical", known_by=leo),
            Contact("Pia Sala", "executive", known_by=tom),
        ],
    )
)
org.add(Assignment("acme-sponsor", acme, dana, "executive sponsor"))
org.add(
    AccountPlan(
        "acme-next-year",
        acme,
        ada,
        targets={"pumps": 1_500_000, "valves": 1_100_000},
        actions=["Agree on a three-year supply contract"],
    )
)
org.add(Customer("brio", "Brio S.r.l.", place="IT-25", revenue=180_000))

if __name__ == "__main__":
    from orgmodel.charts import OrgChart

    report = validate(org)
    print(report)
    OrgChart(org, marks=report).save("aurora.png")
