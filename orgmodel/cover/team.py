"""Account teams: who is on the team of a customer on a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from orgmodel.cover.cover import Member
from orgmodel.model import Assignment, Customer, Org, Position


class Teams:
    """The teams of all accounts, from the customers' own fields and from assignments.

    Args:
        org: The design.
        day: The day on which dated assignments must hold.
    """

    def __init__(self, org: Org, day: dt.date) -> None:
        self._org, self._day = org, day

    @cached_property
    def _assigned(self) -> dict[str, list[Assignment]]:
        found: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in self._org.all(Assignment):
            if assignment.on(self._day):
                found[str(assignment.customer)].append(assignment)
        return found

    def of(self, customer: Customer) -> tuple[Member, ...]:
        """Return the team in order: stand-ins, the customer's own fields, larger shares."""
        members = tuple(self._members(customer))
        if len(members) <= 1:  # of most customers; sorting takes longer than finding
            return members
        by_id = sorted(members, key=_ids)
        return tuple(sorted(by_id, key=lambda member: member.standing, reverse=True))

    def _members(self, customer: Customer) -> Iterator[Member]:
        owner = self._org.get(Position, customer.managed_by)
        if owner is not None:
            yield Member("owner", owner)
        deputy = self._org.get(Position, customer.deputy)
        if deputy is not None:
            yield Member("deputy", deputy)
        for assignment in self._assigned.get(customer.id, ()):
            position = self._org.get(Position, assignment.position)
            if position is not None:
                yield Member(assignment.role, position, assignment)


def _ids(member: Member) -> tuple[str, str, str]:
    return member.position.id, member.role, member.assignment.id if member.assignment else ""
