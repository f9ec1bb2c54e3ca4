"""Questions that no plan answers, seen before any search."""

from collections.abc import Iterator
from math import ceil, floor

from orgmodel.propose.alignment.neighbours import bits
from orgmodel.propose.alignment.task import SLACK, Task, amount_of
from orgmodel.text import counted

_NAMED = 4


def senseless(task: Task) -> Iterator[str]:
    """Yield in words why no plan can keep the limits; none where that is not plain to see."""
    if task.count < task.k:
        yield f"There are {counted(task.count, 'unit')} for {counted(task.k, 'territory')}."
        return
    for name in task.measures:
        yield from _amounts(task, name)
    if task.edges is not None:
        yield from _parts(task)


def _amounts(task: Task, name: str) -> Iterator[str]:
    amounts = task.measures[name]
    total, least, most = sum(amounts), sum(task.low[name]), sum(task.high[name])
    if not _within(total, least, most):
        yield (
            f"All units together have {amount_of(total, name)}; the territories may have "
            f"{least:,.0f} to {most:,.0f}."
        )
    high = max(task.high[name])
    large = [u for u, amount in enumerate(amounts) if amount > high + SLACK * max(1.0, high)]
    for unit in sorted(large, key=lambda u: -amounts[u])[:_NAMED]:
        yield (
            f"{task.names[unit]} alone has {amount_of(amounts[unit], name)}; no territory may have "
            f"more than {high:,.0f}. Divide it, or raise the limit."
        )


def _parts(task: Task) -> Iterator[str]:
    """Yield parts without a common border that cannot be divided into whole territories."""
    parts = task.neighbours.parts((1 << task.count) - 1)
    if len(parts) > task.k:
        yield (
            f"The neighbours leave {counted(len(parts), 'part')} without a common border, more "
            f"than {counted(task.k, 'territory')}."
        )
        return
    if not task.alike:
        return
    for part in parts if len(parts) > 1 else []:
        units = list(bits(part))
        for name, amounts in task.measures.items():
            total, low, high = sum(amounts[u] for u in units), task.low[name][0], task.high[name][0]
            if low > 0 and ceil(total / high - SLACK) > floor(total / low + SLACK):
                whom = ", ".join(task.names[u] for u in units[:_NAMED])
                yield (
                    f"The part with {whom} has {amount_of(total, name)} and no border with the "
                    f"rest; no number of territories of {low:,.0f} to {high:,.0f} each fits it."
                )


def _within(amount: float, low: float, high: float) -> bool:
    slack = SLACK * max(1.0, abs(amount))
    return low - slack <= amount <= high + slack
