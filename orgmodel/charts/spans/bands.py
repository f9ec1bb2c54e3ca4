"""Managers by the number of their direct reports, and positions by layer."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.naming import Naming
from orgmodel.charts.staff import Staff

_BANDS = ((1, 1), (2, 3), (4, 7), (8, 12), (13, 16), (17, None))


@dataclass(frozen=True)
class Band:
    """Managers with so many direct reports.

    Attributes:
        name: As `4 to 7`.
        managers: Who they are with their spans, the largest first.
    """

    name: str
    managers: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Layer:
    """Positions so many steps from the top.

    Attributes:
        number: 1 at the top.
        held: Positions that somebody holds.
        vacant: Positions that nobody holds.
        side: Coordinators and assistants at the side, held or not; no part of the others.
    """

    number: int
    held: int = 0
    vacant: int = 0
    side: int = 0

    @property
    def size(self) -> int:
        """All of its positions."""
        return self.held + self.vacant + self.side


def bands_of(naming: Naming) -> Sequence[Band]:
    """Return the bands of an organisation: those that orgvue reports.

    Vacant positions count, as managers and as reports; those at the side count as neither.
    """
    staff = naming.staff
    spans = [
        (naming.holder(position) or f"Vacant, {naming.title(position)}", span)
        for position, span in zip(staff.positions, staff.direct, strict=True)
        if span
    ]
    spans.sort(key=lambda named: -named[1])
    return [
        Band(_name(least, most), [s for s in spans if least <= s[1] <= (most or s[1])])
        for least, most in _BANDS
    ]


def _name(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {most}"


def layers_of(staff: Staff) -> Sequence[Layer]:
    """Return the layers of an organisation from the top down."""
    found: list[list[int]] = []
    for number, depth in staff.hierarchy.from_top(staff.hierarchy.heads):
        if depth == len(found):
            found.append([0, 0, 0])
        vacant = staff.positions[number].vacant
        found[depth][2 if staff.at_side[number] else int(vacant)] += 1
    return [Layer(number, *counts) for number, counts in enumerate(found, 1)]
