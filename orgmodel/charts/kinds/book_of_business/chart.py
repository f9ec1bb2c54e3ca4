"""The book of business as a treemap."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from orgmodel.charts.base.arguments import bad_proportions, refuse, unknown
from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.flags import FLAGS
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import Entry, flag_entry, star_entry, swatch_entry
from orgmodel.charts.canvas.palette import CATEGORIES, OTHER
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.kinds.book_of_business.drawing import WIDTH, Treemap, flag_of
from orgmodel.charts.kinds.book_of_business.groups import Group, Grouping, Groups
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.charts.output.paging import Paper, room_on
from orgmodel.cover import Cover
from orgmodel.model import Org, exact

EMPTY = "There is nothing to draw yet: the organisation has no customers."

_BY: tuple[Grouping, ...] = ("territory", "owner")


@dataclass(frozen=True)
class BookOfBusiness(Chart):
    """Revenue as areas: by the outermost territory, by owner, and each customer in it.

    Customers whom nobody covers stand out by their edge and a sign; those for whom somebody stands
    in do so in another way. Key accounts have a star. Customers too small to be told apart are
    drawn as one.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        title: The heading; left out, the name of the organisation.
        proportions: Width divided by height of the whole area; 16 / 9 is a slide.
        by: What customers are grouped by, outermost first: `territory`, `owner` or both.
        on: The day on which customers are covered; left out, today.
        redact: Whether to leave out names of people and customers, and amounts.

    Raises:
        ChartRequestError: If the groups are unknown or none, or the proportions cannot be drawn.
    """

    org: Org
    title: str | None = None
    proportions: float = 16 / 9
    by: Sequence[Grouping] = _BY
    on: dt.date | None = None
    redact: bool = False

    def __post_init__(self) -> None:
        words = unknown(self.by, get_args(Grouping), "group")
        none = () if self.by else ("Say what to group customers by: territory, owner or both.",)
        refuse((*words, *none, *bad_proportions(self.proportions)))

    def _composed(self, typesetter: Typesetter) -> Composed:
        naming = Naming(Staff(self.org, self.on), redact=self.redact)
        covers = list(naming.staff.coverage)
        bought = [cover for cover in covers if exact(cover.customer.revenue)]
        groups = Groups(naming).of(bought, tuple(self.by))
        colours = [*CATEGORIES[: len(groups)], *[OTHER.colour] * (len(groups) - len(CATEGORIES))]
        sketch, height = Sketch(typesetter), WIDTH / self.proportions
        Treemap(sketch, naming).draw(groups, colours, Place(0, 0, WIDTH, height))
        subtitle = _subtitle(naming, covers, len(covers) - len(bought))
        legend = list(_legend(groups, colours, bought))
        frame = Frame(self.title or self.org.name, subtitle, legend)
        scene = frame.around(sketch, WIDTH, height if groups else 0.0)
        names = (naming.customer(cover.customer) for cover in bought)
        return Composed(scene, (*frame.texts, *_names(groups), *names))

    def _parts(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:
        """Return the chart with areas as high as the sheet leaves room for."""
        scene = self._composed(typesetter).scene
        around = scene.height - WIDTH / self.proportions
        height = max(room_on(paper, scene.width) - around, WIDTH / 4)
        shaped = replace(self, proportions=WIDTH / height)
        return [shaped._composed(typesetter).scene]  # noqa: SLF001  # the same chart


def _names(groups: Sequence[Group]) -> Iterator[str]:
    for group in groups:
        yield group.name
        yield from (inner.name for inner in group.groups)


def _subtitle(naming: Naming, covers: Sequence[Cover], without: int) -> str:
    if not covers:
        return EMPTY
    open_ = [cover.customer for cover in covers if cover.state != "covered"]
    said = [
        naming.book([cover.customer for cover in covers]),
        f"without cover: {naming.book(open_) or 'none'}",
    ]
    if without:
        said.append(f"{count(without, 'customer')} without revenue not drawn")
    return " \u00b7 ".join(said)


def _legend(
    groups: Sequence[Group], colours: Sequence[str], covers: Sequence[Cover]
) -> Iterator[Entry]:
    for group, colour in zip(groups, colours[: len(CATEGORIES)], strict=False):
        yield swatch_entry(group.name, colour, colour)
    if len(groups) > len(CATEGORIES):
        others = len(groups) - len(CATEGORIES)
        yield swatch_entry(f"{others:,} others", OTHER.colour, OTHER.colour)
    if any(cover.customer.key_account for cover in covers):
        yield star_entry("key account")
    flags = set(map(flag_of, covers))
    yield from (flag_entry(kind) for kind in FLAGS if kind in flags)
