"""The territories of an organisation as a chart: who covers what."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from orgmodel.charts.base.arguments import bad_proportions, refuse, unknown
from orgmodel.charts.base.box_chart import BoxChart
from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.marks import Mark, badges_of
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.kinds.territories.filling import TerritoryFilling
from orgmodel.charts.kinds.territories.legend import entries_of
from orgmodel.charts.kinds.territories.mark_placement import TerritoryHomes
from orgmodel.charts.layout import Options, Style
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.charts.org_view.territory_index import Lands
from orgmodel.charts.output.paging import Excerpts
from orgmodel.model import Customer, Org

EMPTY = "There is nothing to draw yet: the organisation has no territories and no customers."


@dataclass(frozen=True)
class TerritoryChart(BoxChart):
    """The hierarchy of territories as a tree, with the positions that cover each.

    A box says the rule of a territory, its positions, held or vacant, how many customers it decides
    about together with those within, what they buy in a year, and its key accounts. A territory
    without anybody is flagged, and so is one whose rule wins customers that its positions may not
    have. Customers who are attached by name have boxes of their own beside the tree.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        title: The heading; left out, the name of the organisation.
        proportions: Wanted width divided by height; 16 / 9 is a slide.
        style: How the boxes are arranged; see :class:`orgmodel.charts.layout.Options`.
        on: The day on which customers are covered; left out, today.
        redact: Whether to leave out names of people and customers, and amounts.
        marks: Remarks to be shown on the boxes of territories: about these, about positions that
            cover them, and about customers.

    Raises:
        ChartRequestError: If the proportions cannot be drawn.
    """

    org: Org
    title: str | None = None
    proportions: float = 16 / 9
    style: Style = "hybrid"
    on: dt.date | None = None
    redact: bool = False
    marks: Iterable[Mark] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", tuple(self.marks))
        refuse(
            (*bad_proportions(self.proportions), *unknown([self.style], get_args(Style), "style"))
        )

    @property
    def _options(self) -> Options:
        return Options(self.style, self.proportions)

    def _source(self) -> Excerpts:
        return Excerpts(self._whole(), lambda cards, _links: entries_of(cards))

    def _whole(self) -> Picture:
        lands = Lands(Staff(self.org, self.on))
        filling = TerritoryFilling(lands, Naming(lands.staff, redact=self.redact))
        cards = [filling.card(number) for number in range(len(lands.territories))]
        parents = list(lands.hierarchy.above)
        for card, below in _beside(filling):
            parents.append(len(cards) - below if below else HEAD)
            cards.append(card)
        homes = TerritoryHomes(lands)
        badges, homeless = badges_of(self.marks, homes.of, redact=self.redact)
        cards = [replace(card, badge=badges.get(card.gid)) for card in cards]
        return Picture(
            title=self.title or self.org.name,
            subtitle=_subtitle(filling, cards),
            cards=cards,
            parents=parents,
            side=[False] * len(cards),
            links=(),
            legend=entries_of(cards, homeless),
        )


def _beside(filling: TerritoryFilling) -> Iterator[tuple[Card, int]]:
    """Yield the boxes beside the tree, each with how many boxes before it that above it is."""
    named = filling.lands.named
    if named:
        yield filling.by_name([cover for covers in named.values() for cover in covers]), 0
    posts = (post for post in filling.lands.staff.positions if post.id in named)
    for number, post in enumerate(posts, 1):
        yield filling.named(post, named[post.id]), number
    if filling.lands.outside:
        yield filling.outside(), 0


def _subtitle(filling: TerritoryFilling, cards: Sequence[Card]) -> str:
    lands, org = filling.lands, filling.lands.staff.org
    if not cards:
        return EMPTY
    said = [
        count(len(lands.territories), "territory", "territories"),
        filling.naming.book(org.all(Customer)),
    ]
    open_ = [cover.customer for cover in lands.staff.coverage if cover.state != "covered"]
    said.append(f"without cover: {filling.naming.book(open_) or 'none'}")
    return " \u00b7 ".join(filter(None, said))
