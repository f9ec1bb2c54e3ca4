"""Measures of the market: cover, revenue per head, workload, concentration, balance."""

from collections.abc import Callable, Iterable, Iterator

from orgmodel.measures.catalogue.entry import Value, measure
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Number
from orgmodel.measures.market.balance import Balance
from orgmodel.measures.market.grouping import Grouping, Quantity
from orgmodel.measures.market.ratio import Split
from orgmodel.text import counted

_TALLEY = "Talley 1961, the build-up method; defaults after Kotler"
_GROUPS: tuple[Grouping, ...] = ("family", "person", "territory")


def _ratio(split: Split, note: str = "") -> Iterable[Value]:
    return [Value(split.ratio, note=note)]


def _states(split: Split) -> Iterable[Value]:
    return [
        Value(int(split.covered), "covered"),
        Value(int(split.vacant), "vacant"),
        Value(int(split.nobody), "nobody"),
    ]


def _work(measured: Measured, number: float) -> Iterable[Value]:
    work = measured.workload
    if work.silent:
        return [Value(None, note=work.silent)]
    unrated = work.unrated
    note = f"excludes {counted(unrated, 'customer')} without a known tier" if unrated else ""
    return [Value(number, note=note)]


def _balanced(measured: Measured, number: Callable[[Balance], Number | None]) -> Iterator[Value]:
    """Yield a number of each kind of balance, of every type of territory."""
    kinds: list[Quantity | None] = ["customers", "revenue", "potential"]
    if not measured.workload.silent:
        kinds.append(None)
    for quantity in kinds:
        for of, found in measured.territory_balance(quantity).items():
            if found.indices:
                yield Value(number(found), f"{quantity or 'workload'}, {of}")


@measure("coverage-customers", "share")
def coverage_customers(m: Measured) -> Iterable[Value]:
    """Customers and prospects with a held owner, over all."""
    return _ratio(m.ratio.customers)


@measure("coverage-revenue", "share")
def coverage_revenue(m: Measured) -> Iterable[Value]:
    """Yearly revenue with a held owner, over all."""
    unknown = m.ratio.unknown
    note = f"excludes {counted(unknown, 'customer')} without revenue data" if unknown else ""
    return _ratio(m.ratio.revenue, note)


@measure("coverage-key-accounts", "share")
def coverage_key_accounts(m: Measured) -> Iterable[Value]:
    """Key accounts with a held owner, over all."""
    return _ratio(m.ratio.key_accounts)


@measure("customers", "customers")
def customers(m: Measured) -> Iterable[Value]:
    """Customers and prospects by owner: a person, a vacancy, or nobody."""
    return _states(m.ratio.customers)


@measure("key-accounts", "customers")
def key_accounts(m: Measured) -> Iterable[Value]:
    """Key accounts by owner: a person, a vacancy, or nobody."""
    return _states(m.ratio.key_accounts)


@measure("buying-centre", "share")
def buying_centre(m: Measured) -> Iterable[Value]:
    """Key accounts whose buying centre has no gap; buying-centre alone is the matrix."""
    centres = m.buying_centres
    if not any(each.customer.contacts for each in centres):
        return [Value(None, note="no contact of a key account is on record")]
    return [Value(sum(not each.gaps for each in centres) / len(centres))]


@measure("revenue", "money")
def revenue(m: Measured) -> Number | None:
    """Yearly revenue of all customers."""
    return m.productivity.revenue


@measure("revenue-per-head", "money")
def revenue_per_head(m: Measured) -> Number | None:
    """Yearly revenue over held positions."""
    return m.productivity.per_head


@measure("revenue-per-fte", "money")
def revenue_per_fte(m: Measured) -> Number | None:
    """Yearly revenue over full-time equivalents of held positions."""
    return m.productivity.per_fte


@measure("revenue-per-seller", "money")
def revenue_per_seller(m: Measured) -> Number | None:
    """Yearly revenue over held positions that own customers."""
    return m.productivity.per_seller


@measure("workload-hours", "hours", source=_TALLEY)
def workload_hours(m: Measured) -> Iterable[Value]:
    """Customers x calls a year x hours per call, over all tiers."""
    return _work(m, m.workload.hours)


@measure("workload-heads", "fte", source=_TALLEY)
def workload_heads(m: Measured) -> Iterable[Value]:
    """Hours of work at customers, over the selling hours of one head."""
    return _work(m, m.workload.heads)


@measure("workload-overloaded", "positions")
def workload_overloaded(m: Measured) -> Iterable[Value]:
    """Held positions with more work at customers than capacity."""
    loads = m.workload.positions.values()
    over = sum(load.hours > load.capacity for load in loads if not load.position.vacant)
    return _work(m, over)


@measure("concentration-hhi", "coefficient", source="Herfindahl 1950, Hirschman 1964")
def concentration_hhi(m: Measured) -> Iterable[Value]:
    """Sum of squared shares of revenue: 1 is one holder of all; times 10,000 are points."""
    return [Value(m.concentration(by).hhi, by) for by in _GROUPS]


@measure("concentration-top", "share")
def concentration_top(m: Measured) -> Iterable[Value]:
    """Share of revenue of the largest."""
    groups = [(by, m.concentration(by)) for by in _GROUPS]
    return [Value(each.top(1) if each.shares else None, by) for by, each in groups]


@measure("balance-cv", "coefficient")
def balance_cv(m: Measured) -> Iterable[Value]:
    """Standard deviation over mean of territories."""
    return _balanced(m, lambda b: b.cv)


@measure("balance-gini", "coefficient", source="Gini 1912")
def balance_gini(m: Measured) -> Iterable[Value]:
    """0 is the same in all territories, 1 all in one."""
    return _balanced(m, lambda b: b.gini)


@measure("balance-outside", "territories")
def balance_outside(m: Measured) -> Iterable[Value]:
    """Territories that differ from the mean by more than 15%."""
    return _balanced(m, lambda b: len(b.outside()))
