"""Stakes found in a design: what only one person covers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.charts.amounts import count
from orgmodel.charts.card_filling import by_revenue
from orgmodel.charts.continuity.stake import Stake
from orgmodel.charts.naming import Naming
from orgmodel.charts.staff import revenue
from orgmodel.cover import Cover
from orgmodel.model import Customer, Position, Territory


@dataclass(frozen=True)
class StakeFinding:
    """Finds out what hangs on whom.

    A customer hangs on somebody who is the only one to hold a position that serves it, where no
    deputy of the customer or of that position is anybody else. Managers who would merely stand in
    are no cover. A team hangs on its manager unless the manager's position has a deputy.
    """

    naming: Naming

    def stakes(self) -> list[Stake]:
        """Return what hangs on everybody on whom anything does."""
        customers, territories, teams = self._customers(), self._territories(), self._teams()
        return [
            Stake(
                person=self._name(person),
                revenue=revenue(customers.get(person, ())),
                key_accounts=self._keys(customers.get(person, ())),
                territories=tuple(territories.get(person, ())),
                teams=tuple(teams.get(person, ())),
            )
            for person in self.naming.staff.graph.boxes
            if person in customers or person in territories or person in teams
        ]

    def _name(self, person: str) -> str:
        return str(self.naming.holder(self.naming.staff.graph.boxes[person][0]))

    def _keys(self, customers: Sequence[Customer]) -> tuple[str, ...]:
        keys = by_revenue([customer for customer in customers if customer.key_account])
        if self.naming.redact:
            return tuple(f"Key account {number}" for number in range(1, len(keys) + 1))
        return tuple(map(self.naming.customer, keys))

    def _customers(self) -> Mapping[str, Sequence[Customer]]:
        found: dict[str, list[Customer]] = defaultdict(list)
        for cover in self.naming.staff.coverage:
            people = _holders(self._serving(cover))
            if len(people) == 1:
                found[people.pop()].append(cover.customer)
        return found

    def _serving(self, cover: Cover) -> Iterator[Position]:
        staff = self.naming.staff
        for winner in cover.winners:
            for post in winner.posts:
                yield post
                deputy = staff.org.get(Position, post.deputy)
                if deputy is not None:
                    yield deputy
        team = staff.coverage.team_of(cover.customer)
        yield from (member.position for member in team if member.role == "deputy")

    def _territories(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for territory in self.naming.staff.org.all(Territory):
            people = _holders(self.naming.staff.graph.places.coverers_of(territory))
            if len(people) == 1:
                found[people.pop()].append(self.naming.territory(territory.id))
        return found

    def _teams(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        staff = self.naming.staff
        for number, position in enumerate(staff.positions):
            deputy = staff.org.get(Position, position.deputy)
            people = _holders((position, *((deputy,) if deputy else ())))
            if staff.direct[number] and not position.vacant and len(people) == 1:
                reports = count(staff.direct[number], "report")
                found[people.pop()].append(f"{self.naming.title(position)}: {reports}")
        return found


def _holders(positions: Iterable[Position]) -> set[str]:
    return {str(position.held_by) for position in positions if not position.vacant}
