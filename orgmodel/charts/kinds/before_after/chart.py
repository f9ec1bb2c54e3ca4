"""Two designs as one chart."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from orgmodel.changes import diff
from orgmodel.charts.base.arguments import bad_proportions, refuse, unknown
from orgmodel.charts.base.box_chart import BoxChart
from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.flags import ADDED, CHANGED, MOVED, REMOVED
from orgmodel.charts.canvas.legend import Entry, line_entry
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_filling import ALL_FIELDS, Field
from orgmodel.charts.cards.legend_filling import entries_of
from orgmodel.charts.cards.links import Link
from orgmodel.charts.cards.mark_placement import Homes
from orgmodel.charts.cards.marks import Badge, Mark, badges_of
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.cards.styling import PLAIN, ChartLook
from orgmodel.charts.kinds.before_after.differences import Differences
from orgmodel.charts.kinds.before_after.uniting import MOVED_FROM, Looked, united
from orgmodel.charts.layout import Options, Style
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.charts.output.paging import Excerpts
from orgmodel.model import Org

EMPTY = "There is nothing to draw yet: neither organisation has positions."

_SHOW: tuple[Field, ...] = ("title", "territories", "customers", "revenue", "span")
_NAMED_AT_MOST = 3


@dataclass(frozen=True)
class BeforeAfter(BoxChart):
    """The boxes and lines of two designs in one picture, compared as :func:`orgmodel.changes.diff`.

    Everybody stands where the later design puts them; a removed position stands where it was. A box
    that differs has an edge, a sign and words for it: added, removed, moved (from whom), renamed,
    changed (what it was before), with the key accounts that it takes over. The heading sums up,
    with the customers who change hands.

    Attributes:
        before: The earlier design.
        after: The later design.
        title: The heading; left out, the names of the organisations.
        proportions: Wanted width divided by height; 16 / 9 is a slide.
        style: How the boxes are arranged; see :class:`orgmodel.charts.layout.Options`.
        show: What the boxes say beside the name.
        unchanged: Whether boxes that are as before are drawn even if nothing below them differs.
        on: The day on which customers are covered; left out, today.
        redact: Whether to leave out names of people and customers, and amounts.
        look: Rules for the look of boxes, which may ask for changes, too.
        marks: Remarks about the later design, to be shown on the boxes of whatever they are about.
        guess_renames: Whether a position that seems to have got another id is one box.

    Raises:
        ChartRequestError: If a field, style or number is asked for that cannot be.
    """

    before: Org
    after: Org
    title: str | None = None
    proportions: float = 16 / 9
    style: Style = "hybrid"
    show: Collection[Field] = _SHOW
    unchanged: bool = True
    on: dt.date | None = None
    redact: bool = False
    look: ChartLook = PLAIN
    marks: Iterable[Mark] = ()
    guess_renames: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", tuple(self.marks))
        words = unknown(self.show, ALL_FIELDS, "field")
        styles = unknown([self.style], get_args(Style), "style")
        refuse((*words, *styles, *bad_proportions(self.proportions)))

    @property
    def _options(self) -> Options:
        return Options(self.style, self.proportions)

    def _source(self) -> Excerpts:
        return Excerpts(self._whole(), lambda cards, links: list(_legend(cards, links)))

    def _whole(self) -> Picture:
        found = diff(self.before, self.after, on=self.on, guess_renames=self.guess_renames)
        before, after = (
            Naming(Staff(org, self.on), redact=self.redact) for org in (found.called, found.after)
        )
        differences = Differences(found, before, after)
        homes = Homes(after.staff, frozenset(range(len(after.staff.positions))))
        badges, homeless = badges_of(self.marks, homes.of, redact=self.redact)
        look = Looked(self.show, self.look, badges)
        union = united(differences, look, unchanged=self.unchanged)
        return Picture(
            title=self.title or self._title(),
            subtitle=_subtitle(differences),
            cards=union.cards,
            parents=union.parents,
            side=union.side,
            links=union.links,
            legend=list(_legend(union.cards, union.links, homeless)),
        )

    def _title(self) -> str:
        old, new = self.before.name, self.after.name
        return f"{new}: before and after" if old == new else f"{old} \u2192 {new}"


def _legend(
    cards: Sequence[Card], links: Sequence[Link], homeless: Badge | None = None
) -> Iterator[Entry]:
    yield from entries_of(cards, (), homeless)
    if links:
        kind = MOVED_FROM
        yield line_entry(kind.meaning, kind.colour, kind.width, kind.dash)


def _subtitle(differences: Differences) -> str:
    positions = (*differences.before.staff.positions, *differences.after.staff.positions)
    if not positions:
        return EMPTY
    kinds = Counter(flag.kind for flag in differences.flags.values())
    said = [
        f"{kinds[kind]:,} {kind.name}" for kind in (ADDED, REMOVED, MOVED, CHANGED) if kinds[kind]
    ]
    same = len({position.id for position in positions}) - kinds.total()
    said.append(f"{same:,} as before" if said else "no position differs")
    return " \u00b7 ".join(filter(None, (*said, _handed_over(differences))))


def _handed_over(differences: Differences) -> str:
    customers, naming = differences.reassigned, differences.after
    if not customers:
        return ""
    keys = [naming.customer(customer) for customer in customers if customer.key_account]
    told = f"changing hands: {naming.book(customers)}"
    if not keys or naming.redact:
        return told
    more = f" and {len(keys) - _NAMED_AT_MOST} more" if len(keys) > _NAMED_AT_MOST else ""
    noun = count(len(keys), "key account").partition(" ")[2]
    return f"{told}, among them {noun} {', '.join(keys[:_NAMED_AT_MOST])}{more}"
