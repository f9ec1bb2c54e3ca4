"""Stakes found in a design: what hangs on one person alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.cards.card_filling import by_revenue
from orgmodel.charts.kinds.continuity.stake import Stake
from orgmodel.charts.org_view.naming import Naming
from orgmodel.measures import Loss, continuity


@dataclass(frozen=True)
class StakeFinding:
    """Names what would lose its cover; see :func:`orgmodel.measures.continuity` for what that is.

    Attributes:
        naming: What people, customers and territories are called.
    """

    naming: Naming

    def stakes(self) -> list[Stake]:
        """Return what hangs on everybody on whom anything does."""
        return [
            Stake(
                person=self._name(person),
                revenue=loss.revenue,
                key_accounts=self._keys(loss),
                territories=tuple(self.naming.territory(t.id) for t in loss.territories),
                teams=tuple(self._teams(loss)),
            )
            for person, loss in continuity(self.naming.staff.coverage).people.items()
            if loss.customers or loss.territories or any(self._teams(loss))
        ]

    def _name(self, person: str) -> str:
        return str(self.naming.holder(self.naming.staff.graph.boxes[person][0]))

    def _keys(self, loss: Loss) -> tuple[str, ...]:
        keys = by_revenue(loss.key_accounts)
        if self.naming.redact:
            return tuple(f"Key account {number}" for number in range(1, len(keys) + 1))
        return tuple(map(self.naming.customer, keys))

    def _teams(self, loss: Loss) -> Iterator[str]:
        staff = self.naming.staff
        for team in loss.teams:
            led = staff.direct[staff.number_of[team.manager.id]]
            if led:
                yield f"{self.naming.title(team.manager)}: {count(led, 'report')}"
