"""Colours: told apart by colour-blind eyes and in grey print, never the only sign of anything.

The families' colours are those of Okabe and Ito (2008), darkened or lightened in steps.
"""

from dataclasses import dataclass

from orgmodel.model import Role

INK = "#1b2733"
MUTED = "#566472"
LINE = "#8695a4"
EDGE = "#b4bfca"
PAPER = "#ffffff"
PILL = "#e9eef3"
VACANT = "#8a5a00"
KEY = "#b8860b"
DOTTED = "#7b3fa0"
COORDINATION = "#c2619a"
LOOP = "#b3261e"


@dataclass(frozen=True)
class Family:
    """Roles that share a colour.

    Attributes:
        name: What the legend calls them.
        colour: Of the bar at the left of their boxes.
    """

    name: str
    colour: str


LEADERSHIP = Family("Executive, sales director", "#12263f")
SALES_MANAGER = Family("Sales manager", "#0072b2")
TERRITORY_MANAGER = Family("Territory manager", "#009e73")
ACCOUNT_MANAGER = Family("Account manager", "#d55e00")
REPRESENTATIVE = Family("Sales representative", "#56b4e9")
SPECIALIST = Family("Sales specialist", "#e69f00")
COORDINATOR = Family("Sales coordinator", "#cc79a7")
OTHER = Family("Other role", "#9aa5b1")

FAMILIES = (
    LEADERSHIP,
    SALES_MANAGER,
    TERRITORY_MANAGER,
    ACCOUNT_MANAGER,
    REPRESENTATIVE,
    SPECIALIST,
    COORDINATOR,
    OTHER,
)
"""All families in the order of the legend."""

_STANDARD = {
    "executive": LEADERSHIP,
    "sales_director": LEADERSHIP,
    "sales_manager": SALES_MANAGER,
    "territory_manager": TERRITORY_MANAGER,
    "account_manager": ACCOUNT_MANAGER,
    "sales_representative": REPRESENTATIVE,
    "sales_specialist": SPECIALIST,
    "sales_coordinator": COORDINATOR,
}
_ATTACHED = {
    "coordination": COORDINATOR,
    "named account": ACCOUNT_MANAGER,
    "roll-up": SALES_MANAGER,
}


def family_of(role: Role | None) -> Family:
    """Return the family of a role: by its id if it is a standard one, else by its contract."""
    if role is None:
        return OTHER
    known = _STANDARD.get(role.id) or _ATTACHED.get(role.attaches_by or "")
    if known:
        return known
    if role.attaches_by == "territory":
        return TERRITORY_MANAGER if role.manages_people else REPRESENTATIVE
    return OTHER
