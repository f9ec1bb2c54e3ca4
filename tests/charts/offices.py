"""Small organisations for charts."""

from dataclasses import dataclass

from orgmodel import roles
from orgmodel.model import Customer, Id, Org, Position, Territory, Where


@dataclass(frozen=True)
class Remark:
    """A mark as anybody may make it."""

    entity: Id | None
    severity: str = "warning"
    sentence: str = "Look at this."


def north():
    """Make a director, a territory manager with a coordinator, an account manager, a vacancy."""
    org = Org("Aurora Components", currency="EUR")
    area = org.add(Territory("north", Where(place=["IT-21"]), name="North"))
    dana = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
    tom = org.add(
        Position("tm", roles.TERRITORY_MANAGER, held_by="Tom Berg", reports_to=dana, covers=[area])
    )
    zoe = org.add(Position("sc", roles.SALES_COORDINATOR, held_by="Zoe Bianchi", reports_to=tom))
    ada = org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to=tom))
    org.add(
        Position(
            "rep",
            roles.SALES_REPRESENTATIVE,
            reports_to=tom,
            coordinated_by=zoe,
            dotted_to=[ada],
            covers=[area],
        )
    )
    org.add(Customer("acme", "Acme", revenue=2_400_000, key_account=True, managed_by=ada))
    org.add(Customer("bolt", "Bolt", revenue=600_000, place="IT-21"))
    return org


def team(size, role=roles.SALES_REPRESENTATIVE):
    """Make a manager with a flat team."""
    org = Org("Flat")
    boss = org.add(Position("boss", roles.SALES_MANAGER, held_by="Bo Boss"))
    for number in range(size):
        org.add(Position(f"p{number}", role, held_by=f"Person {number}", reports_to=boss))
    return org


def texts_of(chart):
    """Return the texts of a chart by gid."""
    return {run.gid: run.text for run in chart.scene().texts}


def legend_of(chart):
    """Return what the legend of a chart explains."""
    texts = texts_of(chart)
    return [t for gid, t in texts.items() if gid.startswith("legend/") and gid.count("/") == 1]
