"""From pictures to pages: what stands on each, how it refers to the others, and the index."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from orgmodel.charts.canvas.sketch import Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card_lines import LEAST_TEXT
from orgmodel.charts.cards.scene_builder import (
    Arrangement,
    Picture,
    arrange_cards,
    body_of,
    common_width,
    set_cards,
)
from orgmodel.charts.layout import Options
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.output.paging.fitting import Fitting
from orgmodel.charts.output.paging.index import Index, Listed
from orgmodel.charts.output.paging.page import Page
from orgmodel.charts.output.paging.paper import SIZES, Paper, Size
from orgmodel.charts.output.paging.references import References
from orgmodel.charts.output.paging.sheet_layout import Leaf, Words
from orgmodel.charts.output.paging.sheets import Sheet, Sheets
from orgmodel.charts.output.paging.source import Source

_MANY = 10
"""More pages than this need an index."""
_LARGEST = 1.15
"""Few boxes are enlarged no further than this."""
_TURN = "team on pages 8888 to 8888"
_LONG_PATH = 6
"""So many names lead to what a page shows; those further up are left out."""
_PATH = " \u203a "
_MOST_NAMES = 4


@dataclass(frozen=True)
class Wish:
    """How pages are wanted.

    Attributes:
        options: How the boxes are arranged.
        paper: What the pages are printed on.
        least_text: Size of the smallest text on paper, in points.
    """

    options: Options
    paper: Paper
    least_text: float


class Binding:
    """Makes the pages of a chart."""

    def __init__(self, pictures: Source, wish: Wish, typesetter: Typesetter) -> None:
        self._pictures, self._wish, self._typesetter = pictures, wish, typesetter
        self._whole = pictures.whole()
        self._leaf = Leaf(SIZES[wish.paper], typesetter)

    def pages(self) -> list[Page]:
        """Return an overview, then branch after branch, and an index if there are many."""
        pictures = self._pictures
        splitting = Sheets(pictures.hierarchy, pictures.drawn, pictures.at_side)
        sheets = splitting.split(self._fitting.fits, self._fitting.most)
        references = References(sheets)
        index = list(self._index(references)) if len(sheets) > _MANY else []
        count = len(sheets) + len(index)
        found = [self._page(sheet, references, n, count) for n, sheet in enumerate(sheets, 1)]
        for part, body in enumerate(index, 1):
            found.append(self._index_page(body, (part, len(index)), len(found) + 1, count))
        return found

    @property
    def _scale(self) -> float:
        """At which the smallest texts are as small as they may be."""
        return self._wish.least_text / LEAST_TEXT

    @cached_property
    def _width(self) -> float:
        return common_width(self._typesetter, self._pictures.cards_alone(_TURN))

    @cached_property
    def _fitting(self) -> Fitting:
        pictures, scale = self._pictures, self._scale
        cards = set_cards(self._typesetter, pictures.cards_alone(_TURN), self._width)
        sizes = [Size(card.width, card.height) for card in cards]
        room = self._leaf.room(self._whole.legend)
        room = Size(room.width / scale, room.height / scale)
        options = replace(self._wish.options, proportions=room.width / room.height)
        numbered = dict(zip(pictures.drawn, sizes, strict=True))
        return Fitting(
            pictures.hierarchy.above, pictures.at_side, numbered, room, options, pictures.rows
        )

    def _page(self, sheet: Sheet, references: References, number: int, count: int) -> Page:
        turns = references.turns(sheet)
        picture = self._pictures.part(sheet.drawn, turns, homeless=number == 1)
        arrangement = self._arranged(picture, sheet)
        layout = arrangement.layout
        scale = min(self._scale * self._fitting.scale(layout), _LARGEST)
        body = Sketch(self._typesetter)
        body.insert(body_of(picture, arrangement, self._typesetter), 0.0, 0.0, scale)
        extent = Size(layout.width * scale, layout.height * scale)
        words = self._words(sheet, number, count)
        scene = self._leaf.scene(words, body, extent, picture.legend)
        return Page(scene, words.title, self._path_of(sheet), number)

    def _arranged(self, picture: Picture, sheet: Sheet) -> Arrangement:
        """Return the tidiest arrangement that is legible; that of the measured sizes always is."""
        cards = set_cards(self._typesetter, picture.cards, self._width)
        heights = (self._fitting.sizes[number].height for number in sheet.drawn)
        measured = [replace(card, height=h) for card, h in zip(cards, heights, strict=True)]
        found: list[Arrangement] = []
        for sizes, strict in product((cards, measured), (False, True)):
            options = self._fitting.options_for(strict=strict)
            found.append(arrange_cards(picture, sizes, options))
            if self._fitting.scale(found[-1].layout) >= 1:
                return found[-1]
        return max(found, key=lambda arrangement: self._fitting.scale(arrangement.layout))

    def _words(self, sheet: Sheet, number: int, count: int) -> Words:
        chart, (part, parts) = self._whole.title, sheet.part
        title = chart if number == 1 else self._named(sheet)
        title += f" ({part} of {parts})" if parts > 1 else ""
        subtitle = self._whole.subtitle if number == 1 else _PATH.join(self._path_of(sheet))
        return Words(title, subtitle, "" if number == 1 else chart, f"{number} / {count}")

    def _named(self, sheet: Sheet) -> str:
        if not sheet.others:
            return self._name(sheet.root)
        names = [self._pictures.named(number)[0] or "Vacant" for number in sheet.roots]
        more = len(names) - _MOST_NAMES
        told = ", ".join(names if more <= 0 else names[:_MOST_NAMES])
        return told if more <= 0 else f"{told} and {more} more"

    def _path_of(self, sheet: Sheet) -> tuple[str, ...]:
        """Return the names that lead to a sheet; where several stand on top, to their lead."""
        if sheet.others:
            return self._path(self._pictures.hierarchy.above[sheet.root])
        return self._path(sheet.root)

    def _name(self, number: int) -> str:
        if number == HEAD:
            return self._whole.title
        return ", ".join(filter(None, self._pictures.named(number)))

    def _path(self, root: int) -> tuple[str, ...]:
        found: list[str] = []
        number = root
        while number != HEAD and len(found) < _LONG_PATH:
            name, more = self._pictures.named(number)
            found.append(name or more or f"{number + 1}")
            number = self._pictures.hierarchy.above[number]
        left_out = () if number == HEAD else ("\u2026",)
        return (self._whole.title, *left_out, *reversed(found))

    def _index(self, references: References) -> Iterator[Sketch]:
        lines = []
        for number in self._pictures.drawn:
            name, more = self._pictures.named(number)
            lines.append(Listed(name or "Vacant", more, references.home[number]))
        lines.sort(key=lambda line: (line.name.casefold(), line.page))
        size = max(self._wish.least_text, 8.0)
        yield from Index(self._leaf.room(), size).bodies(lines, self._typesetter)

    def _index_page(self, body: Sketch, part: tuple[int, int], number: int, count: int) -> Page:
        title = "Index" + (f" ({part[0]} of {part[1]})" if part[1] > 1 else "")
        words = Words(title, "Who is on which page", self._whole.title, f"{number} / {count}")
        scene = self._leaf.scene(words, body, self._leaf.room())
        return Page(scene, title, (self._whole.title, "Index"), number)
