"""Measures of the market: cover, revenue per head, workload, concentration, balance."""

from collections.abc import Callable, Iterable, Iterator

from orgmodel.measures.catalogue.entry import Entry, Value, several, single, sourced
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Number
from orgmodel.measures.market.balance import Balance
from orgmodel.measures.market.grouping import Grouping, Quantity
from orgmodel.measures.market.ratio import Split
from orgmodel.text import counted

_TALLEY = "Talley 1961, the build-up method; defaults after Kotler"
_HHI = "Herfindahl 1950, Hirschman 1964"


def _ratio(split: Split, note: str = "") -> Iterable[Value]:
    return [Value(split.ratio, note=note)]


def _states(split: Split) -> Iterable[Value]:
    return [
        Value(int(split.covered), "covered"),
        Value(int(split.vacant), "vacant"),
        Value(int(split.nobody), "nobody"),
    ]


def _revenue_ratio(measured: Measured) -> Iterable[Value]:
    unknown = measured.ratio.unknown
    note = f"without {counted(unknown, 'customer')} of unknown revenue" if unknown else ""
    return _ratio(measured.ratio.revenue, note)


def _buying_centres(measured: Measured) -> Iterable[Value]:
    found = measured.buying_centres
    if not any(each.customer.contacts for each in found):
        return [Value(None, note="no contact of a key account is on record")]
    return [Value(sum(not each.gaps for each in found) / len(found))]


def _work(measured: Measured, number: float) -> Iterable[Value]:
    work = measured.workload
    if work.silent:
        return [Value(None, note=work.silent)]
    unrated = work.unrated
    note = f"without {counted(unrated, 'customer')} of no known tier" if unrated else ""
    return [Value(number, note=note)]


def _overloaded(measured: Measured) -> Iterable[Value]:
    loads = measured.workload.positions.values()
    over = sum(load.hours > load.capacity for load in loads if not load.position.vacant)
    return _work(measured, over)


def _hhi(measured: Measured) -> Iterable[Value]:
    groups: tuple[Grouping, ...] = ("family", "person", "territory")
    return [Value(measured.concentration(by).hhi, by) for by in groups]


def _top(measured: Measured) -> Iterable[Value]:
    groups: tuple[Grouping, ...] = ("family", "person", "territory")
    found = [(by, measured.concentration(by)) for by in groups]
    return [Value(each.top(1) if each.shares else None, by) for by, each in found]


def _balanced(measured: Measured, number: Callable[[Balance], Number | None]) -> Iterator[Value]:
    """Yield a number of each kind of balance, of every type of territory."""
    kinds: list[Quantity | None] = ["customers", "revenue", "potential"]
    if not measured.workload.silent:
        kinds.append(None)
    for quantity in kinds:
        for of, found in measured.territory_balance(quantity).items():
            if found.indices:
                yield Value(number(found), f"{quantity or 'workload'}, {of}")


MARKET: tuple[Entry, ...] = (
    several(
        "coverage-customers",
        "share",
        "Customers and prospects that a held position answers for, over all.",
        lambda m: _ratio(m.ratio.customers),
    ),
    several(
        "coverage-revenue",
        "share",
        "Yearly revenue that a held position answers for, over all.",
        _revenue_ratio,
    ),
    several(
        "coverage-key-accounts",
        "share",
        "Key accounts that a held position answers for, over all.",
        lambda m: _ratio(m.ratio.key_accounts),
    ),
    several(
        "customers",
        "customers",
        "Customers and prospects by who answers: somebody, a vacancy, or nobody.",
        lambda m: _states(m.ratio.customers),
    ),
    several(
        "key-accounts",
        "customers",
        "Key accounts by who answers: somebody, a vacancy, or nobody.",
        lambda m: _states(m.ratio.key_accounts),
    ),
    several(
        "buying-centre",
        "share",
        "Key accounts whose buying centre has no gap; asked for alone, who knows whom at each.",
        _buying_centres,
    ),
    single("revenue", "money", "What customers buy in a year.", lambda m: m.productivity.revenue),
    single(
        "revenue-per-head",
        "money",
        "Yearly revenue over held positions.",
        lambda m: m.productivity.per_head,
    ),
    single(
        "revenue-per-fte",
        "money",
        "Yearly revenue over full-time equivalents of held positions.",
        lambda m: m.productivity.per_fte,
    ),
    single(
        "revenue-per-seller",
        "money",
        "Yearly revenue over held positions that answer for customers.",
        lambda m: m.productivity.per_seller,
    ),
    sourced(
        several(
            "workload-hours",
            "hours",
            "Customers x calls a year x hours per call, over all tiers.",
            lambda m: _work(m, m.workload.hours),
        ),
        _TALLEY,
    ),
    sourced(
        several(
            "workload-heads",
            "fte",
            "Hours that customers ask for, over the selling hours of one head.",
            lambda m: _work(m, m.workload.heads),
        ),
        _TALLEY,
    ),
    several(
        "workload-overloaded",
        "positions",
        "Held positions whose customers ask for more hours than there are.",
        _overloaded,
    ),
    sourced(
        several(
            "concentration-hhi",
            "coefficient",
            "Sum of squared shares of revenue: 1 is one holder of all; times 10,000 are points.",
            _hhi,
        ),
        _HHI,
    ),
    several("concentration-top", "share", "Share of revenue of the largest.", _top),
    several(
        "balance-cv",
        "coefficient",
        "Standard deviation over mean of territories.",
        lambda m: _balanced(m, lambda b: b.cv),
    ),
    sourced(
        several(
            "balance-gini",
            "coefficient",
            "0 is the same in all territories, 1 all in one.",
            lambda m: _balanced(m, lambda b: b.gini),
        ),
        "Gini 1912",
    ),
    several(
        "balance-outside",
        "territories",
        "Territories more than 15 % off the mean.",
        lambda m: _balanced(m, lambda b: len(b.outside())),
    ),
)
"""In the order in which they are told."""
