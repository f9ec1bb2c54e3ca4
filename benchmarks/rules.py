"""How long all rules take, at once and one by one, on a design and on one ten times as large.

Views that several rules share (coverage, workload, continuity, compiled territory rules) are worked
out by the first of them; they are measured apart, so that no rule is charged for all.
"""

import sys
from collections.abc import Callable
from time import process_time

from designs import made_up

from orgmodel import Org, validate
from orgmodel.rules import RULES, Design
from orgmodel.rules.core.data_requirements import Holdings

SIZES = ((200, 5_000), (2_000, 50_000))
MOST_SHARE = 0.10
SHOWN = 12


def shared_views(design: Design) -> dict[str, Callable[[], object]]:
    """What rules share, by name, in the order in which it builds on each other."""
    return {
        "compiled rules of territories": lambda: design.graph.matcher,
        "coverage": lambda: design.covers,
        "accounts by name": lambda: design.accounts,
        "workload": lambda: design.workload,
        "continuity": lambda: design.continuity,
        "handovers": lambda: design.handovers,
        "nesting of lines": lambda: design.nesting,
        "families of customers": lambda: design.kin,
    }


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that something takes."""
    start = process_time()
    work()
    return process_time() - start


def rule_times(org: Org) -> tuple[dict[str, float], dict[str, float]]:
    """CPU seconds of each shared view, and of each rule once these are there."""
    design = Design.of(org)
    views = {name: seconds(view) for name, view in shared_views(design).items()}
    holdings = Holdings(design.org)
    speaking = [r for r in RULES if not r.judges_findings and not holdings.lack(r.needs)]
    times = {
        f"{rule.code} {rule.name}": seconds(lambda rule=rule: list(rule.check(design)))
        for rule in speaking
    }
    return views, times


def main() -> int:
    """Print the times of both sizes, the growth between them, and the costly rules."""
    totals = []
    for positions, customers in SIZES:
        org = made_up(positions, customers)
        totals.append(seconds(lambda org=org: validate(org)))
        views, times = rule_times(org)
        print(f"{positions:,} positions, {customers:,} customers: {totals[-1]:.2f} s in all")
        for name, taken in sorted(views.items(), key=lambda pair: -pair[1]):
            print(f"  {taken:7.3f} s  shared: {name}")
        for name, taken in sorted(times.items(), key=lambda pair: -pair[1])[:SHOWN]:
            print(f"  {taken:7.3f} s  {100 * taken / totals[-1]:4.1f} %  {name}")
    growth = totals[1] / totals[0]
    print(f"growth: {growth:.1f} times as long for 10 times as much")
    costly = [name for name, taken in times.items() if taken > MOST_SHARE * totals[-1]]
    print(f"rules above {MOST_SHARE:.0%}: {', '.join(costly) or 'none'}")
    return bool(costly)


if __name__ == "__main__":
    sys.exit(main())
