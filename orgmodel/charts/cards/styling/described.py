"""A position as the rules for looks see it."""

from dataclasses import dataclass
from functools import cached_property

from orgmodel.charts.cards.styling.quantities import number_of
from orgmodel.charts.cards.styling.rule import LookRule, Quantity
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Territory


@dataclass(frozen=True)
class Described:
    """A position, and what else is known of its box.

    Attributes:
        severity: That of the gravest mark on the box.
        change: What became of it, in a comparison.
    """

    staff: Staff
    number: int
    severity: str | None = None
    change: str | None = None

    def meets(self, rule: LookRule) -> bool:
        """Return whether a rule is about this position."""
        position = self.staff.positions[self.number]
        role = self.staff.roles[self.number]
        told = (
            (rule.role, {role.id} if role else {str(position.role)}),
            (rule.territory, self._territories if rule.territory else frozenset()),
            (rule.department, {str(position.department)}),
            (rule.finding, {str(self.severity)}),
            (rule.change, {str(self.change)}),
        )
        named = all(not names or not found.isdisjoint(names) for names, found in told)
        return named and rule.vacant in {None, position.vacant} and self._counts(rule)

    def _counts(self, rule: LookRule) -> bool:
        enough = all(self._least(q, bound) for q, bound in rule.at_least.items())
        return enough and all(self._under(q, bound) for q, bound in rule.below.items())

    def _least(self, quantity: Quantity, bound: float) -> bool:
        found = self._number_of(quantity)
        return found is not None and found >= bound

    def _under(self, quantity: Quantity, bound: float) -> bool:
        found = self._number_of(quantity)
        return found is not None and found < bound

    def _number_of(self, quantity: Quantity) -> float | None:
        return number_of(self.staff, self.number, quantity)

    @cached_property
    def _territories(self) -> frozenset[str]:
        """Those that it covers, and all that these lie within."""
        found: set[str] = set()
        waiting = [str(ref) for ref in self.staff.positions[self.number].covers]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                territory = self.staff.org.get(Territory, name)
                waiting += [str(territory.within)] if territory and territory.within else []
        return frozenset(found)
