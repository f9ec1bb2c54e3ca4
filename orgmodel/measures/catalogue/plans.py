"""Measures of plans and risks: targets, continuity, hand-over."""

from collections.abc import Iterable
from decimal import Decimal

from orgmodel.measures.catalogue.entry import Value, measure
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Number


@measure("targets", "money")
def targets(m: Measured) -> Iterable[Value]:
    """Revenue targets of the heads, or the nearest targets below, by period."""
    return [Value(each.whole, each.period) for each in m.targets]


@measure("over-assignment", "share")
def over_assignment(m: Measured) -> Iterable[Value]:
    """Largest excess of reports' targets over their manager's target."""
    for rolled in m.targets:
        overs = [each.over_assignment for each in rolled.managers]
        known = [over for over in overs if over is not None]
        yield Value(max(known, default=None), rolled.period)


@measure("under-assignment", "positions")
def under_assignment(m: Measured) -> Iterable[Value]:
    """Managers whose reports' targets add up to less than their own target."""
    for rolled in m.targets:
        overs = (each.over_assignment for each in rolled.managers)
        yield Value(sum(over is not None and over < 0 for over in overs), rolled.period)


@measure("without-target", "positions")
def without_target(m: Measured) -> Iterable[Value]:
    """Reports without a target whose manager or a colleague has one."""
    for rolled in m.targets:
        yield Value(sum(len(each.missing) for each in rolled.managers), rolled.period)


@measure("continuity-people", "people")
def continuity_people(m: Measured) -> Number | None:
    """People who are the only cover of a customer, a territory or a team."""
    return len(m.continuity.people)


@measure("continuity-revenue", "money")
def continuity_revenue(m: Measured) -> Number | None:
    """Yearly revenue that depends on one person."""
    return sum((loss.revenue for loss in m.continuity.people.values()), Decimal(0))


@measure("continuity-key-accounts", "customers")
def continuity_key_accounts(m: Measured) -> Number | None:
    """Key accounts that depend on one person."""
    return sum(len(loss.key_accounts) for loss in m.continuity.people.values())


@measure("handover-overfull", "handovers")
def handover_overfull(m: Measured) -> Iterable[Value]:
    """Hand-overs after which the successor has more work than capacity."""
    if m.workload.silent:
        return [Value(None, note=m.workload.silent)]
    full = (each.index for each in m.handovers)
    return [Value(sum(index is not None and index > 1 for index in full))]
