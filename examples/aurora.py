"""Aurora Components: a small sales organisation as code.

Run it: it judges the design, explains who covers one customer, and draws aurora.png. The key
account acme is looked after as it should be; a vacancy and the key account nova show what is found.
"""

from orgmodel import Customer, Org, Position, Territory, Where, roles, validate, why
from orgmodel.charts import OrgChart
from orgmodel.model import AccountPlan, Assignment, Contact

org = Org("Aurora Components", currency="EUR")

# Territories have rules for their customers; places are codes of ISO 3166-2.
north = org.add(Territory("north", Where(place=["IT-21", "IT-25"]), name="North"))
west = org.add(Territory("piedmont", Where(place=["IT-21"]), name="Piedmont", within=north))
east = org.add(Territory("lombardy", Where(place=["IT-25"]), name="Lombardy", within=north))
south = org.add(Territory("south", Where(place=["IT-62", "IT-72"]), name="South"))
lazio = org.add(Territory("lazio", Where(place=["IT-62"]), name="Lazio", within=south))
campania = org.add(Territory("campania", Where(place=["IT-72"]), name="Campania", within=south))
rest = org.add(Territory("rest", Where(), name="Everywhere else"))

# Positions are jobs; one without a holder is vacant.
tm, am, rep = roles.TERRITORY_MANAGER, roles.ACCOUNT_MANAGER, roles.SALES_REPRESENTATIVE
dana = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
zoe = org.add(Position("sc-1", roles.SALES_COORDINATOR, held_by="Zoe Bianchi", reports_to=dana))
tom = org.add(Position("tm-north", tm, held_by="Tom Berg", reports_to=dana, covers=[north]))
ada = org.add(Position("am-1", am, held_by="Ada Rossi", reports_to=tom))
leo = org.add(
    Position("rep-1", rep, held_by="Leo Conti", reports_to=tom, coordinated_by=zoe, covers=[west])
)
org.add(
    Position("rep-2", rep, held_by="Mia Serra", reports_to=tom, coordinated_by=zoe, covers=[east])
)
sara = org.add(
    Position("tm-south", tm, held_by="Sara Greco", reports_to=dana, covers=[south, rest])
)
ivo = org.add(Position("am-2", am, held_by="Ivo Marin", reports_to=sara))
org.add(
    Position("rep-3", rep, held_by="Nina Sala", reports_to=sara, coordinated_by=zoe, covers=[lazio])
)
org.add(Position("rep-4", rep, reports_to=sara, coordinated_by=zoe, covers=[campania]))

# Customers are assigned by name (managed_by), or else by the rule of a territory.
acme = org.add(
    Customer(
        "acme",
        "Acme S.p.A.",
        place="IT-21",
        revenue=2_400_000,
        key_account=True,
        managed_by=ada,
        deputy=ivo,
        contacts=[
            Contact("Gina Ferri", "purchasing", known_by=ada),
            Contact("Ugo Neri", "technical", known_by=leo),
            Contact("Pia Lodi", "executive", known_by=dana),
        ],
    )
)
org.add(Assignment("acme-sponsor", acme, dana, "executive sponsor"))
aims, steps = {"pumps": 1_500_000, "valves": 1_200_000}, ["Agree on a supply contract of 3 years"]
org.add(AccountPlan("acme-plan", acme, ada, targets=aims, actions=steps))
org.add(Customer("nova", "Nova AG", place="CH", revenue=900_000, key_account=True, managed_by=ivo))
org.add(Customer("brio", "Brio S.r.l.", place="IT-25", revenue=180_000))
org.add(Customer("corvo", "Corvo S.r.l.", place="IT-21", revenue=150_000))
org.add(Customer("calma", "Calma S.r.l.", place="IT-72", revenue=120_000))
org.add(Customer("delta", "Delta S.n.c.", place="IT-62", status="prospect", potential=90_000))
org.add(Customer("elan", "Élan SARL", place="FR", status="prospect", potential=250_000))

if __name__ == "__main__":
    report = validate(org)
    print(report)
    print(why(org, "calma"))
    OrgChart(org, marks=report).save("aurora.png")
