"""Customers by roles, as a chart."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, get_args

from orgmodel.charts.base.arguments import refuse, too_few, unknown
from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import Entry, flag_entry, star_entry
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.legend_filling import levels_of
from orgmodel.charts.cards.marks import Mark, badges_of
from orgmodel.charts.kinds.coverage_matrix.cells import Cells, Row
from orgmodel.charts.kinds.coverage_matrix.drawing import draw_matrix
from orgmodel.charts.kinds.coverage_matrix.states import STATES
from orgmodel.charts.kinds.coverage_matrix.table import Table
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.charts.output.paging import Paper, cut_rows
from orgmodel.model import AccountRole, Customer, Id, Org, exact

EMPTY = "There is nothing to draw yet: the organisation has no customers."

_NEEDED: tuple[AccountRole, ...] = ("deputy",)


@dataclass(frozen=True)
class CoverageMatrix(Chart):
    """Customers by roles: who owns each, who else is on the account, and which managers steer it.

    A cell names who fills a role, or says that the position is vacant, that somebody is needed and
    nobody named, or that nobody is needed. Everybody needs an owner and a sales manager above; a
    key account what `needed` says; a coordinator is needed where the owner's role says so, and a
    specialist where an overlay territory supports the customer. Key accounts come first, then the
    largest revenue. The heads of the columns count all customers, shown or not.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        title: The heading; left out, the name of the organisation.
        most: How many customers have a row; the rest are counted.
        needed: Roles that a key account needs besides its owner.
        on: The day on which customers are covered; left out, today.
        redact: Whether to leave out names of people and customers, and amounts.
        marks: Remarks about customers, to be shown on their rows; those about others are not.

    Raises:
        ChartRequestError: If a role is unknown or no row is to be shown.
    """

    org: Org
    title: str | None = None
    most: int = 40
    needed: Collection[AccountRole] = _NEEDED
    on: dt.date | None = None
    redact: bool = False
    marks: Iterable[Mark] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", tuple(self.marks))
        roles = get_args(AccountRole)
        refuse((*too_few(self.most, "customers"), *unknown(self.needed, roles, "role")))

    def _table(self) -> Table:
        naming = Naming(Staff(self.org, self.on), redact=self.redact)
        cells = Cells(naming, self.needed)
        rows = sorted(map(cells.row, naming.staff.coverage), key=_weight)
        badges, _ = badges_of(self.marks, _rows, redact=self.redact)
        return Table(naming, rows, self.most, badges)

    def _composed(self, typesetter: Typesetter) -> Composed:
        return self._drawn(self._table(), typesetter)

    def _drawn(self, table: Table, typesetter: Typesetter) -> Composed:
        frame = Frame(self.title or self.org.name, _subtitle(table), list(_legend(table)))
        sketch = Sketch(typesetter)
        width, height = draw_matrix(sketch, table) if table.rows else (0.0, 0.0)
        return Composed(frame.around(sketch, width, height), (*frame.texts, *table.texts))

    def _parts(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:
        table = self._table()
        return cut_rows(
            min(len(table.rows), table.most),
            paper,
            lambda first, last: (
                self._drawn(replace(table, first=first, last=last), typesetter).scene
            ),
        )


def _rows(entity: Id[Any] | None) -> Sequence[str]:
    return (entity.id,) if isinstance(entity, Customer) else ()


def _weight(row: Row) -> tuple[bool, Decimal]:
    return not row.customer.key_account, -exact(row.customer.revenue)


def _subtitle(table: Table) -> str:
    if not table.rows:
        return EMPTY
    open_ = [row.customer for row in table.rows if row.cover.state != "covered"]
    said = (
        table.naming.book([row.customer for row in table.rows]),
        f"without cover: {table.naming.book(open_) or 'none'}",
    )
    return " \u00b7 ".join(said)


def _legend(table: Table) -> Iterator[Entry]:
    occurring = {cell.state for row in table.shown for cell in row.cells.values()}
    yield from (flag_entry(state) for state in STATES if state in occurring)
    if any(row.customer.key_account for row in table.shown):
        yield star_entry("key account")
    badges = (table.badges.get(row.customer.id) for row in table.shown)
    yield from levels_of(badge for badge in badges if badge)
