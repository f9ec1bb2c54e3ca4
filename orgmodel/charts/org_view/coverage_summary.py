"""How much of an organisation a chart shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Extent:
    """What of an organisation stands on a chart.

    Attributes:
        positions: How many positions have a box.
        whole: How many there are.
        marked: How many of the chart's marks stand on boxes.
        marks: How many there are.
    """

    positions: int
    whole: int
    marked: int
    marks: int

    def __str__(self) -> str:
        positions = _of(self.positions, self.whole, "position")
        return f"{positions}, {_of(self.marked, self.marks, 'finding')} marked"


def _of(part: int, whole: int, noun: str) -> str:
    number = f"{part:,}" if part == whole else f"{part:,} of {whole:,}"
    return f"{number} {noun}{'' if whole == 1 else 's'}"
