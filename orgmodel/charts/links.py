"""Lines beside the solid reporting lines: dotted ones, coordination, and loops."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.palette import COORDINATION, DOTTED, LOOP
from orgmodel.charts.staff import Staff
from orgmodel.model import Position


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


def links_of(
    staff: Staff, drawn: frozenset[int], kinds: Collection[LinkKind] = KINDS
) -> Sequence[Link]:
    """Return the lines of some kinds between positions that are drawn, none twice."""
    found = (
        *_named(staff, DOTTED_LINE, lambda position: [str(ref) for ref in position.dotted_to]),
        *_coordinated(staff),
        *(Link(start, end, LOOP_LINE) for start, end in staff.closing if start != end),
    )
    wanted = (link for link in found if link.kind in kinds and {link.start, link.end} <= drawn)
    return list(dict.fromkeys(wanted))


def _coordinated(staff: Staff) -> Iterator[Link]:
    for link in _named(staff, COORDINATED, lambda position: [str(position.coordinated_by)]):
        if link.end not in staff.coordinate_teams:
            yield link


def _named(
    staff: Staff, kind: LinkKind, named: Callable[[Position], Sequence[str]]
) -> Iterator[Link]:
    for start, position in enumerate(staff.positions):
        for name in named(position):
            end = staff.number_of.get(name, start)
            if end != start:
                yield Link(start, end, kind)
