"""Whether boxes are legible together on a page."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from orgmodel.charts.layout import Forest, Layout, Options, lay_out
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.output.paging.paper import Size


@dataclass(frozen=True)
class Fitting:
    """The room of a page, and the sizes of all boxes that may stand in it.

    Attributes:
        above: The box above each, `HEAD` for none.
        at_side: Whether a box stands beside the line of the one above it.
        sizes: Their boxes.
        room: Of a page, at the scale at which its texts are as small as they may be.
        options: How boxes are arranged.
        rows: The lines that they stand on, if they are aligned.
    """

    above: Sequence[int]
    at_side: Sequence[bool]
    sizes: Mapping[int, Size]
    room: Size
    options: Options
    rows: Sequence[int] = ()

    @property
    def most(self) -> int:
        """More boxes than this fit on no page."""
        areas = sorted(self._area(number) for number in self.sizes)
        found, left = 0, self.room.width * self.room.height
        while found < len(areas) and left > 0:
            left -= areas[found]
            found += 1
        return max(found, 1)

    def fits(self, drawn: Sequence[int]) -> bool:
        """Return whether some positions fit."""
        if sum(map(self._area, drawn)) > self.room.width * self.room.height:
            return False
        return any(self._fits(drawn, strict=strict) for strict in (False, True))

    def fits_tidily(self, drawn: Sequence[int]) -> bool:
        """Return whether some positions fit in a tidy drawing."""
        return self._fits(drawn, strict=False)

    def _fits(self, drawn: Sequence[int], *, strict: bool) -> bool:
        layout = lay_out(self._forest(sorted(drawn)), self.options_for(strict=strict))
        return self.scale(layout) >= 1

    def options_for(self, *, strict: bool) -> Options:
        """Return the options for a tidy drawing, or strictly for one that fills the room."""
        return replace(self.options, strict=strict)

    def scale(self, layout: Layout) -> float:
        """Return how much larger a layout may become until it fills the room."""
        width, height = max(layout.width, 1.0), max(layout.height, 1.0)
        return min(self.room.width / width, self.room.height / height)

    def _area(self, number: int) -> float:
        size = self.sizes[number]
        return size.width * size.height

    def _forest(self, drawn: Sequence[int]) -> Forest:
        above, at_side = self.above, self.at_side
        box_of = {number: box for box, number in enumerate(drawn)}
        sizes = [self.sizes[number] for number in drawn]
        return Forest(
            array("q", [box_of.get(above[number], HEAD) for number in drawn]),
            array("d", [size.width for size in sizes]),
            array("d", [size.height for size in sizes]),
            [at_side[number] and above[number] in box_of for number in drawn],
            [self.rows[number] for number in drawn] if self.rows else (),
        )
