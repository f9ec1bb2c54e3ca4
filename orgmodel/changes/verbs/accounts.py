"""Changes of customer owners and of targets."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import KW_ONLY
from typing import Any

from orgmodel.changes.verbs.dated_relations import dated_id, ended, on_day
from orgmodel.changes.verbs.primitives import Add, Primitive, Remove, Set
from orgmodel.changes.verbs.working_copy import Draft
from orgmodel.model import (
    AccountPlan,
    Assignment,
    Count,
    Customer,
    Day,
    DesignError,
    Money,
    OneOrMany,
    Position,
    Problem,
    Ref,
    Target,
    Text,
    checked,
)


@checked
class Reassign:
    """Customers are assigned by name to another position.

    The new position succeeds the former owner in assignments, with the share, and in account plans;
    without ``from_position``, other owners by assignment end. With a day, assignments end then, and
    the new one begins.

    Attributes:
        to: The new owner.
        customers: The customers; by default all that are assigned by name to ``from_position``.
        from_position: The former owner; by default any.
        on: The effective date; by default no dates are written.
    """

    to: Ref[Position]
    customers: OneOrMany[Ref[Customer]] = ()
    _: KW_ONLY
    from_position: Ref[Position] | None = None
    on: Day | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If a position or customer is not there, or is not assigned as stated.
        """
        to = draft.need(Position, self.to).id
        owned = _owned(draft)
        customers = self._meant(draft, owned)
        chosen = {customer.id for customer in customers}
        for customer in customers:
            yield from self._handed_over(draft, customer, to, owned.get(customer.id, []))
        for plan in draft.all(AccountPlan):
            if str(plan.customer) in chosen and plan.owner != to:
                former = draft.need(Customer, plan.customer).managed_by
                if former is not None and plan.owner == former:
                    yield Set(AccountPlan, plan.id, {"owner": to})

    def _meant(self, draft: Draft, owned: dict[str, list[Assignment]]) -> list[Customer]:
        if self.from_position is None and not self.customers:
            raise DesignError([Problem("Name the customers, or the position that they come from.")])
        former = None
        if self.from_position is not None:
            former = draft.need(Position, self.from_position).id
        if not self.customers:
            return [c for c in draft.all(Customer) if _has(c, owned.get(c.id, ()), former)]
        customers = [draft.need(Customer, ref) for ref in self.customers]
        odd = [c for c in customers if former and not _has(c, owned.get(c.id, ()), former)]
        if odd:
            raise DesignError(
                Problem(f"Customer {c.id!r} is not assigned to {former!r} by name.") for c in odd
            )
        return customers

    def _handed_over(
        self, draft: Draft, customer: Customer, to: str, owned: list[Assignment]
    ) -> Iterator[Primitive]:
        if self.on is None:
            yield from self._taken_over(customer, to, owned)
            return
        former, share = self._former(customer, owned), None
        for assignment in owned:
            if assignment.position == former and _lasts(assignment, self.on):
                share = assignment.share
            if assignment.position == former or self.from_position is None:
                yield from ended(assignment, self.on)
        if customer.managed_by is not None and customer.managed_by in {former, to}:
            if all(a.position != customer.managed_by for a in owned):
                id_ = dated_id(draft, Assignment, f"{customer.id}-until-{self.on}")
                yield Add(Assignment(id_, customer.id, customer.managed_by, until=self.on))
            yield Set(Customer, customer.id, {"managed_by": None})
        id_ = dated_id(draft, Assignment, f"{customer.id}-{to}-{self.on}")
        yield Add(Assignment(id_, customer.id, to, since=self.on, share=share))

    def _former(self, customer: Customer, owned: list[Assignment]) -> object:
        """Return the position that answered so far."""
        if self.from_position or customer.managed_by:
            return self.from_position or customer.managed_by
        lasting = [a for a in owned if self.on is None or _lasts(a, self.on)] or owned
        return lasting[0].position if lasting else None

    def _taken_over(
        self, customer: Customer, to: str, owned: list[Assignment]
    ) -> Iterator[Primitive]:
        """Yield what puts one position in the place of another, with its share of the credit."""
        former = self._former(customer, owned)
        for assignment in owned:
            if assignment.position == former:
                yield Set(Assignment, assignment.id, {"position": to})
            elif self.from_position is None:
                yield Remove(Assignment, assignment.id)
        if customer.managed_by is not None or not owned:
            yield Set(Customer, customer.id, {"managed_by": to})

    def __str__(self) -> str:
        what = ", ".join(map(str, self.customers)) or f"all of {str(self.from_position)!r}"
        return f"reassign {what} to {str(self.to)!r}{on_day(self.on)}"


def _owned(draft: Draft) -> dict[str, list[Assignment]]:
    found: dict[str, list[Assignment]] = {}
    for assignment in draft.all(Assignment):
        if assignment.role == "owner" and not assignment.temporary:
            found.setdefault(str(assignment.customer), []).append(assignment)
    return found


def _lasts(assignment: Assignment, day: dt.date) -> bool:
    """Return whether an assignment holds on the day before, the last of whoever answered."""
    return assignment.on(day - dt.timedelta(1)) or assignment.on(day)


def _has(customer: Customer, owned: Any, position: str | None) -> bool:  # noqa: ANN401 - a list or ()
    return customer.managed_by == position or any(a.position == position for a in owned)


@checked
class ChangeTarget:
    """The target of a position in a period changes.

    Attributes:
        position: The position.
        period: The period, as its target has it; without one there yet, it gets one.
        revenue: Revenue to reach; None leaves it.
        profit: Profit to reach; None leaves it.
        new_customers: Customers to win; None leaves it.
        set_by: The position that sets the target; None leaves it.
    """

    position: Ref[Position]
    period: Text
    _: KW_ONLY
    revenue: Money | None = None
    profit: Money | None = None
    new_customers: Count | None = None
    set_by: Ref[Position] | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the position is not there, or no number is given.
        """
        position = draft.need(Position, self.position)
        given: dict[str, Any] = {
            name: getattr(self, name) for name in ("revenue", "profit", "new_customers", "set_by")
        }
        fields = {name: value for name, value in given.items() if value is not None}
        if not fields:
            raise DesignError([Problem("The change has no number to reach; give at least one.")])
        there = [
            target
            for target in draft.all(Target)
            if target.position == position.id and target.period == self.period
        ]
        for target in there:
            yield Set(Target, target.id, fields)
        if not there:
            id_ = dated_id(draft, Target, f"{position.id}-{self.period}")
            yield Add(Target(id_, position.id, self.period, **fields))

    def __str__(self) -> str:
        return f"change the target of {str(self.position)!r} for {self.period}"
