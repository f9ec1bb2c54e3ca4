"""Flags: what is to be noticed about a whole box, by a sign, a word, an edge and a colour."""

from dataclasses import dataclass

from orgmodel.charts.canvas.palette import VACANT


@dataclass(frozen=True)
class FlagKind:
    """A kind of flag.

    Attributes:
        name: What the legend calls it.
        sign: One character before its words.
        colour: Of its words and of the edge of the box.
        fill: Of the box.
        dash: Of the edge.
    """

    name: str
    sign: str
    colour: str
    fill: str
    dash: tuple[float, ...] = ()


GAP = FlagKind("not covered", "!", "#b3261e", "#fdf1ef", (1.4, 1.8))
STANDING_IN = FlagKind("vacant or away, somebody stands in", "?", VACANT, "#fdf7ea", (3.5, 2.2))
ADDED = FlagKind("added", "+", "#00735a", "#eaf6f2")
REMOVED = FlagKind("removed", "\u2212", "#b3261e", "#fdf1ef", (1.4, 1.8))
MOVED = FlagKind("moved", "\u2192", "#00609a", "#ecf4fa")
CHANGED = FlagKind("changed", "\u2260", "#6b3f90", "#f5f0f9")

FLAGS = (GAP, STANDING_IN, ADDED, REMOVED, MOVED, CHANGED)
"""All kinds in the order of the legend."""


@dataclass(frozen=True)
class Flag:
    """A flag on one box.

    Attributes:
        word: What it says.
        details: What there is to say in more lines.
    """

    kind: FlagKind
    word: str
    details: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says."""
        return (f"{self.kind.sign} {self.word}", *self.details)
