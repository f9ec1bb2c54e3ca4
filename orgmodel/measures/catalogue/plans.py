"""Measures of plans and of what may go wrong: targets, continuity, handover."""

from collections.abc import Iterable
from decimal import Decimal

from orgmodel.measures.catalogue.entry import Entry, Value, several, single
from orgmodel.measures.catalogue.measured import Measured


def _targets(measured: Measured) -> Iterable[Value]:
    return [Value(each.whole, each.period) for each in measured.targets]


def _over_assignment(measured: Measured) -> Iterable[Value]:
    for rolled in measured.targets:
        overs = [each.over_assignment for each in rolled.managers]
        known = [over for over in overs if over is not None]
        yield Value(max(known, default=None), rolled.period)


def _under(measured: Measured) -> Iterable[Value]:
    for rolled in measured.targets:
        overs = (each.over_assignment for each in rolled.managers)
        yield Value(sum(over is not None and over < 0 for over in overs), rolled.period)


def _missing(measured: Measured) -> Iterable[Value]:
    for rolled in measured.targets:
        yield Value(sum(len(each.missing) for each in rolled.managers), rolled.period)


def _at_stake(measured: Measured) -> Decimal:
    return sum((loss.revenue for loss in measured.continuity.people.values()), Decimal(0))


def _keys_at_stake(measured: Measured) -> int:
    return sum(len(loss.key_accounts) for loss in measured.continuity.people.values())


def _overfull(measured: Measured) -> Iterable[Value]:
    if measured.workload.silent:
        return [Value(None, note=measured.workload.silent)]
    full = (each.index for each in measured.handovers)
    return [Value(sum(index is not None and index > 1 for index in full))]


PLANS: tuple[Entry, ...] = (
    several(
        "targets",
        "money",
        "Revenue targets of the heads, or what is set nearest below, by period.",
        _targets,
    ),
    several(
        "over-assignment",
        "share",
        "Largest excess of reports' targets over their manager's, over the manager's.",
        _over_assignment,
    ),
    several(
        "under-assignment",
        "positions",
        "Managers whose reports' targets add up to less than their own.",
        _under,
    ),
    several(
        "without-target",
        "positions",
        "Reports without a target where their manager or a colleague has one.",
        _missing,
    ),
    single(
        "continuity-people",
        "people",
        "People on whom cover of a customer, a territory or a team hangs alone.",
        lambda m: len(m.continuity.people),
    ),
    single(
        "continuity-revenue", "money", "Yearly revenue that hangs on one person alone.", _at_stake
    ),
    single(
        "continuity-key-accounts",
        "customers",
        "Key accounts that hang on one person alone.",
        _keys_at_stake,
    ),
    several(
        "handover-overfull",
        "handovers",
        "Handovers after which the taker has more hours to do than there are.",
        _overfull,
    ),
)
"""In the order in which they are told."""
