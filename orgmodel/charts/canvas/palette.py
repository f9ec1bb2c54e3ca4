"""Colours: told apart by colour-blind eyes and in grey print, never the only sign of anything.

The families' colours are those of Okabe and Ito (2008), darkened or lightened in steps.
"""

from collections.abc import Iterable
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
TURN = "#0a5a9c"

# Relative luminances of WCAG 2: where its curve begins, and what is dark enough for white text.
_FOOT, _DARK = 0.04045, 0.24


@dataclass(frozen=True)
class Family:
    """Roles that share a colour.

    Attributes:
        name: What the legend calls them.
        colour: Of the bar at the left of their boxes.
        own: Whether they are a company's own roles, beside the standard ones.
    """

    name: str
    colour: str
    own: bool = False


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

CATEGORIES = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#12263f",
    "#8c6d46",
)
"""Colours of groups that have none of their own, in the order in which they are given."""

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


OWN = (
    Family("First role of its own", "#770000", own=True),
    Family("Second role of its own", "#99cc77", own=True),
    Family("Third role of its own", "#4433bb", own=True),
    Family("Fourth role of its own", "#005544", own=True),
    Family("Fifth role of its own", "#8a6d3b", own=True),
    Family("Sixth role of its own", "#7fe0c0", own=True),
    Family("Seventh role of its own", "#445577", own=True),
)
"""Families of the roles that a company adds, in their order; after the last they start again."""


def families_for(roles: Iterable[Role]) -> dict[str, Family]:
    """Return the family of every role by its id; roles beside the standard ones get their own.

    The colour of a role depends on its place among those of the company, and not on which of them
    a chart happens to show.
    """
    own = (role.id for role in roles if role.id not in _STANDARD)
    colours = {id_: OWN[place % len(OWN)] for place, id_ in enumerate(own)}
    return _STANDARD | colours


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


def ink_on(colour: str) -> str:
    """Return the colour of text that reads best on a colour: white, or that of ink.

    The bound is that of WCAG 2: where the contrast with white falls below that with ink.
    """
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return PAPER if 0.2126 * red + 0.7152 * green + 0.0722 * blue < _DARK else INK


def tint(colour: str, share: float) -> str:
    """Return a colour mixed with white; a share of 1 is the colour itself, 0 is white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _FOOT else ((part + 0.055) / 1.055) ** 2.4
