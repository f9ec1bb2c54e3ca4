"""Dependence on single people as a chart."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from orgmodel.charts.base.arguments import refuse, too_few
from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.amounts import amount, count, share
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import star_entry
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.kinds.continuity.drawing import Stakes, draw_stakes
from orgmodel.charts.kinds.continuity.finding import StakeFinding
from orgmodel.charts.kinds.continuity.stake import Stake
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.charts.output.paging import Paper, cut_rows
from orgmodel.model import Customer, Org

EMPTY = "Nothing depends on one person alone, as far as is known."


@dataclass(frozen=True)
class ContinuityChart(Chart):
    """What would lose its cover when somebody leaves: revenue, key accounts, territories, teams.

    The person on whom the most revenue depends comes first.

    Attributes:
        stakes: What depends on each person; see :meth:`from_org` for those of a design.
        title: The heading.
        most: How many people have a row; the rest are counted.
        currency: Of the amounts, as an ISO 4217 code; None leaves the amounts out.
        whole: What all customers buy in a year, to which amounts are compared; None does not.

    Raises:
        ChartRequestError: If no row is to be shown.
    """

    stakes: Iterable[Stake]
    title: str = "Continuity"
    most: int = 15
    currency: str | None = None
    whole: Decimal | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "stakes", tuple(self.stakes))
        refuse(too_few(self.most, "people"))

    @classmethod
    def from_org(
        cls,
        org: Org,
        *,
        title: str | None = None,
        most: int = 15,
        on: dt.date | None = None,
        redact: bool = False,
    ) -> "ContinuityChart":
        """Return the chart of an organisation as it is now.

        Args:
            org: The organisation.
            title: The heading; left out, the name of the organisation.
            most: How many people have a row; the rest are counted.
            on: The day on which customers are covered; left out, today.
            redact: Whether to leave out names of people and customers, and amounts.
        """
        staff = Staff(org, on)
        stakes = StakeFinding(Naming(staff, redact=redact)).stakes()
        currency = None if redact else org.currency
        return cls(stakes, title or org.name, most, currency, revenue(staff.org.all(Customer)))

    def _composed(self, typesetter: Typesetter) -> Composed:
        return self._drawn(self._ordered(), typesetter)

    def _ordered(self) -> Stakes:
        ordered = sorted(self.stakes, key=_weight)
        return Stakes(ordered, self.most, self.currency, self.whole or Decimal(0))

    def _parts(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:
        stakes = self._ordered()
        return cut_rows(
            min(len(stakes.rows), stakes.most),
            paper,
            lambda first, last: (
                self._drawn(replace(stakes, first=first, last=last), typesetter).scene
            ),
        )

    def _drawn(self, stakes: Stakes, typesetter: Typesetter) -> Composed:
        keys = any(stake.key_accounts for stake in stakes.shown)
        legend = [star_entry("key account")] if keys else []
        frame = Frame(self.title, _subtitle(stakes), legend)
        sketch = Sketch(typesetter)
        width, height = draw_stakes(sketch, stakes) if stakes.rows else (0.0, 0.0)
        return Composed(frame.around(sketch, width, height), (*frame.texts, *_texts(stakes.shown)))


def _weight(stake: Stake) -> tuple[Decimal, int, int, int]:
    named = (stake.key_accounts, stake.territories, stake.teams)
    keys, territories, teams = (-len(names) for names in named)
    return -stake.revenue, keys, territories, teams


def _subtitle(stakes: Stakes) -> str:
    if not stakes.rows:
        return EMPTY
    at_stake = sum((stake.revenue for stake in stakes.rows), Decimal(0))
    keys = sum(len(stake.key_accounts) for stake in stakes.rows)
    people = count(len(stakes.rows), "person without a substitute", "people without a substitute")
    parts = [people]
    if at_stake:
        money = f"{amount(at_stake, stakes.currency)} " if stakes.currency else ""
        part = f"({share(at_stake, stakes.whole)} of all revenue) " if stakes.whole else ""
        parts.append(f"{money}{part}at stake, half of it with {_half(stakes.rows, at_stake)}")
    if keys:
        parts.append(f"{count(keys, 'key account')} at stake")
    return " \u00b7 ".join(parts)


def _half(rows: Sequence[Stake], at_stake: Decimal) -> str:
    """Return how many people, the weightiest first, have half of what is at stake."""
    held, number = Decimal(0), 0
    for number, stake in enumerate(rows, 1):  # noqa: B007  # it is counted
        held += stake.revenue
        if 2 * held >= at_stake:
            break
    return count(number, "person", "people")


def _texts(stakes: Sequence[Stake]) -> Iterator[str]:
    for stake in stakes:
        yield from (stake.person, *stake.key_accounts, *stake.territories, *stake.teams)
