"""Lines beside the solid reporting lines: dotted ones, coordination, and loops."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.palette import COORDINATION, DOTTED, LOOP
from orgmodel.charts.cards.coordination import Coordination


@dataclass(frozen=True)
class LinkKind:
    """A kind of line and how it is drawn."""

    name: str
    meaning: str
    colour: str
    width: float
    dash: tuple[float, ...]


DOTTED_LINE = LinkKind("dotted", "dotted reporting line", DOTTED, 1.0, (1.2, 2.4))
COORDINATED = LinkKind("coordinated", "coordinated by", COORDINATION, 0.9, (5.0, 2.5))
LOOP_LINE = LinkKind("loop", "reporting line that closes a loop", LOOP, 1.3, (4.0, 2.0))

KINDS = (DOTTED_LINE, COORDINATED, LOOP_LINE)
"""All kinds in the order of the legend."""


@dataclass(frozen=True)
class Link:
    """A line between two positions, by number."""

    start: int
    end: int
    kind: LinkKind


def links_of(coordination: Coordination, kinds: Collection[LinkKind] = KINDS) -> Sequence[Link]:
    """Return the lines of some kinds between positions that are drawn, none twice."""
    staff, drawn = coordination.staff, coordination.drawn
    found = (
        *(Link(start, end, DOTTED_LINE) for start, end in staff.dotted),
        *(Link(start, end, COORDINATED) for start, end in coordination.lines),
        *(Link(start, end, LOOP_LINE) for start, end in staff.closing if start != end),
    )
    there = (link for link in found if link.start in drawn and link.end in drawn)
    wanted = (link for link in there if link.kind in kinds)
    return list(dict.fromkeys(wanted))
