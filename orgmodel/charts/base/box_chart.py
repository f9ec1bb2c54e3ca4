"""What charts of boxes and lines have in common: formats that keep them editable, and pages."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from orgmodel.charts.base.arguments import bad_text_size, refuse, unknown
from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Picture, compose
from orgmodel.charts.layout import Options
from orgmodel.charts.output.exports import Exports, picture_exports
from orgmodel.charts.output.paging import PAPERS, Binding, Page, Paper, Source, Wish
from orgmodel.charts.output.web import Book

_LEAST_TEXT = 6.0
"""What one can just read in print, in points."""


class BoxChart(Chart):
    """A chart of boxes that hang from each other."""

    @abstractmethod
    def _source(self) -> Source:
        """Return what the chart shows, as a whole and in parts."""

    @property
    @abstractmethod
    def _options(self) -> Options:
        """How the boxes are arranged."""

    def _picture(self) -> Picture:
        return self._source().whole()

    def _books(self) -> Mapping[str, Book]:
        """Return the customers of boxes, by their names, for pages that can be searched."""
        return {}

    def _composed(self, typesetter: Typesetter) -> Composed:
        return compose(self._picture(), self._options, typesetter)

    def _exports(self) -> Exports:
        return picture_exports(self._picture, self._options, self._books)

    def pages(self, paper: Paper = "A4", least_text: float = _LEAST_TEXT) -> list[Page]:
        """Return the chart on pages of paper: an overview, then branch after branch.

        Boxes whose team is on another page name it, and more than ten pages end in an index of
        names.

        Args:
            paper: `A4` and `A3` lie on their long side; `16:9` is a slide.
            least_text: Size of the smallest text on paper, in points; 6 can be read in print.

        Raises:
            ChartRequestError: If there is no such paper, or the text has no size.
        """
        return self._bound(paper, least_text, Typesetter())

    def _bound(self, paper: Paper, least_text: float, typesetter: Typesetter) -> list[Page]:
        refuse([*unknown([paper], PAPERS, "paper"), *bad_text_size(least_text)])
        wish = Wish(self._options, paper, least_text)
        return Binding(self._source(), wish, typesetter).pages()

    def _paged(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:
        return [page.scene for page in self._bound(paper, _LEAST_TEXT, typesetter)]
