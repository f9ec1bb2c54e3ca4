"""What a chart of an organisation shows: which positions, with what cards, links and words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from orgmodel.charts.canvas.amounts import amount, count
from orgmodel.charts.cards.alignment import Align, row_names_of, rows_of
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_filling import ALL_FIELDS, Field, Filling
from orgmodel.charts.cards.coordination import Coordination, Telling
from orgmodel.charts.cards.legend_filling import entries_of
from orgmodel.charts.cards.links import COORDINATED, DOTTED_LINE, LOOP_LINE, LinkKind, links_of
from orgmodel.charts.cards.mark_placement import Homes
from orgmodel.charts.cards.marks import Badge, Mark, badge_of
from orgmodel.charts.cards.photos import Photos, PhotoShelf
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.cards.styling import PLAIN, ChartLook
from orgmodel.charts.layout import Direction, Style
from orgmodel.charts.org_view.coverage_summary import Extent
from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.model import Customer, Org, Position, Ref

_NOBODY = -1
_NO_TURNS: Mapping[int, str] = {}

EMPTY = "There is nothing to draw yet: the organisation has no positions."


@dataclass(frozen=True)
class OrgPictureOptions:
    """What a picture of an organisation shows and how; the attributes are those of OrgChart."""

    org: Org
    marks: Iterable[Mark] = ()
    title: str | None = None
    proportions: float = 16 / 9
    style: Style = "hybrid"
    show: Collection[Field] = ALL_FIELDS
    under: Ref[Position] | None = None
    depth: int | None = None
    redact: bool = False
    coordination: Telling = "auto"
    direction: Direction = "down"
    look: ChartLook = PLAIN
    align: Align = "team"
    photos: Photos | None = None
    on: dt.date | None = None


class Pictures:
    """Pictures of an organisation, as a whole and in parts.

    Attributes:
        staff: The positions.
        drawn: Numbers of those that the whole picture shows.
    """

    def __init__(self, request: OrgPictureOptions) -> None:
        self.staff = Staff(request.org, request.on)
        self._request = request
        branch = _branch(self.staff, request)
        deepest = len(branch) if request.depth is None else request.depth
        self._branch = [number for number, _ in branch]
        self.drawn = sorted(number for number, depth in branch if depth <= deepest)
        self._photos = PhotoShelf(request.photos) if request.photos is not None else None
        self._marks = tuple(request.marks)
        self._badges = self._badges_of(self._marks) if self._marks else {}

    @cached_property
    def _homes(self) -> Homes:
        return Homes(self.staff, frozenset(self.drawn))

    @property
    def extent(self) -> Extent:
        """How much of the organisation the whole picture shows."""
        marked = sum(bool(self._homes.of(mark.entity)) for mark in self._marks)
        return Extent(len(self.drawn), len(self.staff.positions), marked, len(self._marks))

    def _badges_of(self, marks: Sequence[Mark]) -> dict[int, Badge | None]:
        """Return the badge of every position that has any; those without a box go to nobody."""
        landed: dict[int, list[Mark]] = defaultdict(list)
        # What has no box in one branch belongs to another, and is not for its readers.
        homeless = [_NOBODY] if self._request.under is None else []
        for mark in marks:
            for number in self._homes.of(mark.entity) or homeless:
                landed[number].append(mark)
        badges = {number: badge_of(found) for number, found in landed.items()}
        if self._request.redact:
            return {number: badge and badge.redacted for number, badge in badges.items()}
        return badges

    @property
    def naming(self) -> Naming:
        """What entities are called."""
        return Naming(self.staff, redact=self._request.redact)

    def whole(self) -> Picture:
        """Return the picture of all."""
        return self.part(self.drawn, homeless=True)

    def part(
        self, drawn: Sequence[int], turns: Mapping[int, str] = _NO_TURNS, *, homeless: bool = False
    ) -> Picture:
        """Return the picture of some positions.

        Args:
            drawn: Their numbers, in order.
            turns: What their cards say about other pages.
            homeless: Whether the legend counts remarks about what has no box at all.
        """
        above, at_side = self.staff.hierarchy.above, self.staff.at_side
        rows = self.rows
        coordination = Coordination(self.staff, frozenset(drawn), self._request.coordination)
        filling = self._filling(coordination)
        cards = [
            replace(filling.card(number, self._badges.get(number)), turn=turns.get(number, ""))
            for number in drawn
        ]
        box_of = {number: box for box, number in enumerate(drawn)}
        links = links_of(coordination, _kinds(self._request))
        remarks = self._badges.get(_NOBODY) if homeless else None
        return Picture(
            title=self._request.title or self.staff.org.name,
            subtitle=self.subtitle,
            cards=cards,
            parents=[box_of.get(above[number], HEAD) for number in drawn],
            side=[at_side[number] and above[number] in box_of for number in drawn],
            links=[replace(link, start=box_of[link.start], end=box_of[link.end]) for link in links],
            legend=entries_of(cards, {link.kind for link in links}, remarks),
            rows=[rows[number] for number in drawn] if rows else (),
            row_names=[self._row_names[number] for number in drawn] if rows else (),
        )

    @property
    def rows(self) -> Sequence[int]:
        """The line of every position; none where these are not aligned."""
        return self._rows

    @cached_property
    def _rows(self) -> Sequence[int]:
        return rows_of(self.staff, self._request.align)

    @cached_property
    def _row_names(self) -> Sequence[str]:
        # Grades are near to pay.
        if self._request.redact and self._request.align == "grade":
            return [""] * len(self.rows)
        return row_names_of(self.staff, self._request.align, self.rows)

    @property
    def hierarchy(self) -> Hierarchy:
        """Who is drawn below whom."""
        return self.staff.hierarchy

    @property
    def at_side(self) -> Sequence[bool]:
        """Whether positions stand beside the line of their superior."""
        return self.staff.at_side

    def named(self, number: int) -> tuple[str, str]:
        """Return who holds a position, nothing for a vacancy, and the title."""
        position = self.staff.positions[number]
        return self.naming.holder(position) or "", self.naming.title(position) or position.id

    def cards_alone(self, turn: str = "") -> list[Card]:
        """Return the cards as they are if nobody else has a box: with all in words.

        Args:
            turn: What those of leads say about other pages.
        """
        coordination = Coordination(self.staff, frozenset(), self._request.coordination)
        filling = self._filling(coordination)
        below = self.staff.hierarchy.below
        return [
            replace(filling.card(n, self._badges.get(n)), turn=turn if below[n] else "")
            for n in self.drawn
        ]

    def _filling(self, coordination: Coordination) -> Filling:
        asked = self._request
        return Filling(
            coordination,
            tuple(asked.show),
            redact=asked.redact,
            look=asked.look,
            photos=self._photos,
        )

    @cached_property
    def subtitle(self) -> str:
        """How much there is in the whole picture."""
        return _subtitle(self.staff, self.drawn, self._branch, self._request)


def _kinds(request: OrgPictureOptions) -> list[LinkKind]:
    asked = ((DOTTED_LINE, "dotted"), (COORDINATED, "coordination"))
    return [LOOP_LINE, *(kind for kind, field in asked if field in request.show)]


def _branch(staff: Staff, request: OrgPictureOptions) -> list[tuple[int, int]]:
    lines = staff.hierarchy
    heads = lines.heads if request.under is None else [staff.number_of[str(request.under)]]
    return lines.from_top(heads)


def _subtitle(
    staff: Staff, drawn: Sequence[int], branch: Sequence[int], request: OrgPictureOptions
) -> str:
    if not staff.positions:
        return EMPTY
    everybody = count(len(staff.positions), "position")
    part = len(drawn) < len(staff.positions)
    said = [f"{len(drawn):,} of {everybody}" if part else everybody]
    if vacant := sum(staff.positions[number].vacant for number in drawn):
        said.append(f"{vacant:,} vacant")
    book = _book(staff, branch, request)
    if book:
        said.append(count(len(book), "customer"))
    if (whole := revenue(book)) != Decimal(0) and not request.redact:
        said.append(f"{amount(whole, staff.org.currency)} a year")
    return " \u00b7 ".join(said)


def _book(staff: Staff, numbers: Sequence[int], request: OrgPictureOptions) -> Sequence[Customer]:
    if request.under is None:
        return staff.org.all(Customer)
    return [customer for number in numbers for customer in staff.book(number)]
