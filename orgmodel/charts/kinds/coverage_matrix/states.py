"""The states of cover, each with a sign, a word and a colour."""

from dataclasses import dataclass

from orgmodel.charts.canvas.flags import FlagKind
from orgmodel.charts.canvas.palette import MUTED, PAPER, VACANT

HELD = FlagKind("held", "\u2713", "#00609a", "#e6f1f8")
STOOD_IN = FlagKind(
    "on leave, somebody named stands in", "\u25d0", "#00609a", "#f1f7fb", (3.0, 1.8)
)
AWAY = FlagKind("on leave, nobody is named", "\u25d4", VACANT, "#fdf3dc", (1.2, 1.6))
EMPTY_POST = FlagKind("vacant", "\u25cb", VACANT, "#fdf3dc", (3.0, 1.8))
MISSING = FlagKind("needed, and nobody is named", "!", "#b3261e", "#fbe3e0", (1.2, 1.6))
NOT_NEEDED = FlagKind("not needed", "\u2013", MUTED, PAPER)

STATES = (HELD, STOOD_IN, AWAY, EMPTY_POST, MISSING, NOT_NEEDED)
"""All states in the order of the legend."""


@dataclass(frozen=True)
class Cell:
    """One role on one customer.

    Attributes:
        state: How it is filled.
        text: Who fills it, or what is lacking.
    """

    state: FlagKind
    text: str = ""
