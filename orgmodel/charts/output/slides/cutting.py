"""A picture over several slides: which boxes stand on each, and how these are arranged."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Arrangement, Picture, arrange_cards, set_cards
from orgmodel.charts.layout import Options
from orgmodel.charts.output.paging import Excerpts
from orgmodel.charts.output.paging.fitting import Fitting
from orgmodel.charts.output.paging.paper import Size
from orgmodel.charts.output.paging.sheets import Sheet, Sheets

# Small text is set larger than the scale says: the fonts of slides are narrower than the font
# that cards are measured in, so that it still fits at the least scale.
_LEAST_SCALE = 0.94


class Cutting:
    """Cuts a picture into slides of a room, with cards of one width on all of them."""

    def __init__(
        self, picture: Picture, options: Options, room: Place, typesetter: Typesetter
    ) -> None:
        self._parts = Excerpts(picture, lambda _cards, _links: picture.legend)
        self._options = replace(options, proportions=room.width / room.height)
        self._room = Size(room.width / _LEAST_SCALE, room.height / _LEAST_SCALE)
        self._cards = set_cards(typesetter, picture.cards)

    def sheets(self) -> list[Sheet]:
        """Return what stands on each slide, the topmost first, then branch after branch."""
        parts = self._parts
        splitting = Sheets(parts.hierarchy, parts.drawn, parts.at_side)
        return splitting.split(self._fitting.fits, self._fitting.most)

    @cached_property
    def _fitting(self) -> Fitting:
        parts = self._parts
        sizes = {box: Size(card.width, card.height) for box, card in enumerate(self._cards)}
        return Fitting(
            parts.hierarchy.above, parts.at_side, sizes, self._room, self._options, parts.rows
        )

    def arranged(self, boxes: Sequence[int]) -> tuple[Picture, Arrangement]:
        """Return the picture of some boxes, and the tidiest arrangement of it that is legible."""
        part, cards = self._parts.part(boxes), [self._cards[box] for box in boxes]
        tries = (
            arrange_cards(part, cards, self._fitting.options_for(strict=strict))
            for strict in (False, True)
        )
        tidy = next(tries)
        return part, tidy if self._fitting.scale(tidy.layout) >= 1 else next(tries)
