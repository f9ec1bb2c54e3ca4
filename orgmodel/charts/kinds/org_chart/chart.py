"""The organisation as a chart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from orgmodel.charts.base.arguments import bad_proportions, refuse, unknown
from orgmodel.charts.base.box_chart import BoxChart
from orgmodel.charts.cards.alignment import Align, too_many_grades
from orgmodel.charts.cards.card_filling import ALL_FIELDS
from orgmodel.charts.cards.coordination import Telling
from orgmodel.charts.cards.org_picture import OrgPictureOptions, Pictures
from orgmodel.charts.cards.styling import ChartLook
from orgmodel.charts.layout import Direction, Options, Style
from orgmodel.charts.org_view.coverage_summary import Extent
from orgmodel.charts.output.web import Book, books_of
from orgmodel.model import Org, Position, require, require_day


@dataclass(frozen=True)
class OrgChart(OrgPictureOptions, BoxChart):
    """The boxes and lines of an organisation as a picture, or those of one branch of it.

    A box says who holds a position (or that it is vacant), the title, territories, customers and
    their yearly revenue, the key accounts, and for whoever leads others how many. Lines beside the
    solid ones are dotted reporting lines, coordination, and reporting lines that close a loop.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        marks: Remarks to be shown on the boxes of whatever they are about, such as findings.
        title: The heading; left out, the name of the organisation.
        proportions: Wanted width divided by height; 16 / 9 is a slide.
        style: How the boxes are arranged; see :class:`orgmodel.charts.layout.Options`.
        show: What the boxes say beside the name.
        under: Only this position and those below it.
        depth: The number of levels below the top one; None is all.
        redact: Whether to leave out names of people and customers, and amounts.
        coordination: Whether `lines` or `words` on the cards say who coordinates whom; `auto` draws
            at most two lines from a coordinator, and none into other teams.
        look: Rules for the look of boxes, and whether initials stand in them; the legend says what
            the rules mean.
        align: `layer` puts all who are as many steps below the top on one line, `grade` all of one
            grade; nobody stands as high as their superior, and whoever has no grade is one line
            below them.
        direction: Whether those below a box stand below it (`down`) or to its `right`.
        photos: A folder of `.png`, `.jpg` or `.webp` files named after people or their ids, or a
            file for each of them; whoever has none is shown by initials.
        on: The day on which the organisation is shown; left out, today.

    Raises:
        ChartRequestError: If a field, style, branch or number is asked for that cannot be.
    """

    def __post_init__(self) -> None:
        require(self.org, Org, by="OrgChart()")
        require(self.look, ChartLook, by="OrgChart(look=...)")
        require_day(self.on)
        object.__setattr__(self, "marks", tuple(self.marks))
        refuse(self._problems())

    def _problems(self) -> Iterable[str]:
        yield from unknown(self.show, ALL_FIELDS, "field")
        yield from unknown([self.style], get_args(Style), "style")
        yield from unknown([self.coordination], get_args(Telling), "way to tell coordination")
        yield from unknown([self.direction], get_args(Direction), "direction")
        yield from unknown([self.align], get_args(Align), "alignment")
        if self.align == "grade":
            yield from too_many_grades(self.org)
        yield from bad_proportions(self.proportions)
        if self.depth is not None and self.depth < 0:
            yield f"A depth of {self.depth} shows nobody; 0 is the top level alone."
        yield from self._unknown_branch()

    def _unknown_branch(self) -> Iterable[str]:
        if self.under is not None and self.org.get(Position, self.under) is None:
            ids = [position.id for position in self.org.all(Position)]
            near = get_close_matches(str(self.under), ids, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "name one that was added."
            yield f"There is no position {str(self.under)!r} to draw the branch of; {hint}"

    @property
    def extent(self) -> Extent:
        """How many positions the chart shows, and how many marks stand on them."""
        return self._source().extent

    def _source(self) -> Pictures:
        return Pictures(self)

    def _books(self) -> Mapping[str, Book]:
        return {} if self.redact or "customers" not in self.show else books_of(self.org, self.on)

    @property
    def _options(self) -> Options:
        return Options(self.style, self.proportions, self.direction)
