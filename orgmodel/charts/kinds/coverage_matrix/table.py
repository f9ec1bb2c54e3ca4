"""The rows and columns of a matrix, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.kinds.coverage_matrix.cells import COLUMNS, Row
from orgmodel.charts.kinds.coverage_matrix.states import HELD, NOT_NEEDED, STOOD_IN
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import revenue
from orgmodel.model import exact


@dataclass(frozen=True)
class Table:
    """What a matrix says.

    Attributes:
        naming: What everybody is called.
        rows: All customers, the weightiest first.
        most: How many of them are shown, on one page or several.
        badges: What was remarked about customers, by their ids.
        first: How many of those are on pages before.
        last: How many are on pages up to this one; None is all that are shown.
    """

    naming: Naming
    rows: Sequence[Row]
    most: int
    badges: Mapping[str, Badge] = field(default_factory=dict)
    first: int = 0
    last: int | None = None

    @property
    def _end(self) -> int:
        return self.most if self.last is None else min(self.last, self.most)

    @property
    def shown(self) -> Sequence[Row]:
        """The customers that have a row."""
        return self.rows[self.first : self._end]

    @property
    def groups(self) -> Iterator[tuple[str, Sequence[tuple[int, Row]]]]:
        """The shown customers by number, key accounts apart from the others."""
        numbered = list(enumerate(self.shown, self.first + 1))
        keys = [pair for pair in numbered if pair[1].customer.key_account]
        others = numbered[len(keys) :]
        if keys:
            yield count(len([r for r in self.rows if r.customer.key_account]), "key account"), keys
        if others:
            apart = any(row.customer.key_account for row in self.rows)
            other = "other customer" if apart else "customer"
            yield count(len([r for r in self.rows if not r.customer.key_account]), other), others

    def filled(self, column: str) -> str:
        """Return how many customers have somebody of those who need one, as in `12 of 14`."""
        states = [row.cells[column].state for row in self.rows]
        needed = sum(state != NOT_NEEDED for state in states)
        return (
            f"{states.count(HELD) + states.count(STOOD_IN):,} of {needed:,}"
            if needed
            else "not needed"
        )

    @property
    def rest(self) -> str:
        """What there is to say about the customers that are not shown."""
        rest = self.rows[self.most :]
        if not rest or self._end < self.most:
            return ""
        open_ = sum(row.cover.state != "covered" for row in rest)
        told = (
            f"and {count(len(rest), 'more customer')}",
            self.naming.money(revenue([row.customer for row in rest])),
            f"{open_:,} of them without cover" if open_ else "all of them covered",
        )
        return " \u00b7 ".join(filter(None, told))

    def name(self, number: int, row: Row) -> str:
        """Return what a customer is called in its row."""
        told = self.naming.customer(row.customer)
        return f"{told} {number}" if self.naming.redact else told

    def gid(self, number: int, row: Row) -> str:
        """Return the name of a row in the drawing."""
        return f"row-{number}" if self.naming.redact else row.customer.node

    def revenue(self, row: Row) -> str:
        """Return what a customer buys in a year."""
        return self.naming.money(exact(row.customer.revenue))

    @property
    def texts(self) -> Iterator[str]:
        """All that the rows say, in full."""
        for number, row in enumerate(self.shown, self.first + 1):
            yield self.name(number, row)
            yield from (row.cells[column].text for column in COLUMNS)
