"""What chosen rules find fault with, as far as a repair can be modelled."""

from collections.abc import Collection
from dataclasses import dataclass, field

from orgmodel.cover import Cover, Coverage
from orgmodel.measures import Norms, hours_of, workload
from orgmodel.model import Customer, Position
from orgmodel.propose.assignment.task import same_person

OWNERS = ("CUS401", "CUS402", "KEY501", "KEY510", "ROL103", "CAP701")
DEPUTIES = ("KEY502", "KEY503")
LINES = ("ROL101", "SPN201")
REPAIRABLE = (*OWNERS, *DEPUTIES, *LINES)
"""Codes of the rules that a repair makes pass: owners of customers, deputies of key accounts, and
reporting lines."""

WIDEST = 12
"""Direct reports where the role names no limit: that of the rule SPN201."""
FULL = 1.2
"""The share of its capacity that a position may be loaded to: the limit of the rule CAP701."""


@dataclass
class Faults:
    """What must change, and what may.

    Attributes:
        owners: Customers that must get another owner, with the rule that asks for it.
        movable: Customers that may get another owner, because theirs has too much work.
        deputies: Key accounts that must get another deputy, with the rule.
        reports: Positions that must get another manager, with the rule.
        crowded: Managers with too many reports, with the number that must go.
    """

    owners: dict[str, str] = field(default_factory=dict)
    movable: dict[str, str] = field(default_factory=dict)
    deputies: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    crowded: dict[str, int] = field(default_factory=dict)


def faults(coverage: Coverage, rules: Collection[str], norms: Norms) -> Faults:
    """Return what chosen rules find fault with."""
    found = Faults()
    for cover in coverage:
        code = next(
            (code for code in rules if code in OWNERS and _owner_fault(coverage, cover, code)), ""
        )
        if code:
            found.owners[cover.customer.id] = code
        code = next((c for c in rules if c in DEPUTIES and _deputy_fault(coverage, cover, c)), "")
        if code:
            found.deputies[cover.customer.id] = code
    if "CAP701" in rules:
        _overload(coverage, norms, found)
    _lines(coverage, rules, found)
    return found


def _owner_fault(coverage: Coverage, cover: Cover, code: str) -> bool:
    customer = cover.customer
    named = cover.winner is not None and cover.winner.how == "named account"
    match code:
        case "CUS401":
            return cover.state == "nobody"
        case "CUS402":
            return cover.position is not None and cover.position.vacant
        case "KEY501":
            return customer.key_account and _without_manager(coverage, customer)
        case "KEY510":
            return customer.key_account and named and cover.state == "vacant"
        case "ROL103":
            return customer.status == "prospect" and _with_farmer(coverage, customer)
    return False


def _with_farmer(coverage: Coverage, customer: Customer) -> bool:
    """Return whether an owner by name has a role that wins no new business."""
    owners = [m.position for m in coverage.team_of(customer) if m.role == "owner"]
    roles = [coverage.graph.known.role_of(position) for position in owners]
    return any(role is not None and not role.wins_new_business for role in roles)


def _without_manager(coverage: Coverage, customer: Customer) -> bool:
    """Return whether no owner by name has a role that attaches by name."""
    owners = [m.position for m in coverage.team_of(customer) if m.role == "owner"]
    found = [role for p in owners if (role := coverage.graph.known.role_of(p)) is not None]
    fits = any(role.attaches_by == "named account" for role in found)
    return not owners or not (fits or not found or customer.status == "prospect")


def _deputy_fault(coverage: Coverage, cover: Cover, code: str) -> bool:
    if not cover.customer.key_account:
        return False
    team = coverage.team_of(cover.customer)
    deputies = [m.position for m in team if m.role == "deputy"]
    if code == "KEY502":
        return not deputies
    owner = cover.position
    useful = [p for p in deputies if not p.vacant and not (owner and same_person(owner, p))]
    return bool(deputies) and not useful


def _overload(coverage: Coverage, norms: Norms, found: Faults) -> None:
    for who, load in workload(coverage, norms).positions.items():
        if load.index is not None and load.index > FULL:
            for customer in coverage.customers_of(who):
                if customer.id not in found.owners and _hours(customer, norms):
                    found.movable[customer.id] = "CAP701"


def _hours(customer: Customer, norms: Norms) -> float:
    return hours_of([customer], norms)


def _lines(coverage: Coverage, rules: Collection[str], found: Faults) -> None:
    graph = coverage.graph
    for position in graph.org.all(Position):
        role, manager = graph.known.role_of(position), graph.lines.manager_of(position)
        above = graph.known.role_of(manager) if manager else None
        allowed = set(map(str, role.may_report_to)) if role else set()
        if "ROL101" in rules and above is not None and allowed and above.id not in allowed:
            found.reports[position.id] = "ROL101"
        if "SPN201" in rules:
            most = widest(coverage, position)
            team = len(span_of(coverage, position))
            if team > most:
                found.crowded[position.id] = team - most


def span_of(coverage: Coverage, manager: Position) -> list[Position]:
    """Return the direct reports that count: those at the side do not."""
    graph = coverage.graph
    return [
        report
        for report in graph.lines.reports_of(manager)
        if (role := graph.known.role_of(report)) is None or not role.at_side
    ]


def widest(coverage: Coverage, manager: Position) -> int:
    """Return how many direct reports a manager can have."""
    role = coverage.graph.known.role_of(manager)
    return role.max_span if role is not None and role.max_span is not None else WIDEST
