"""How long changes take, and how that grows: differences, plans, and sweeps over dates.

Two made-up designs of the wanted size, and of a tenth of it, are compared and planned; dated
assignments, many and a tenth of them, are swept for days without cover. Ten times the work should
take at most 12 times as long, which n log n does at these sizes. Run with
`python benchmarks/changes.py`; times are CPU seconds, medians of several rounds, while Python's
garbage collector rests, as it nearly does in the command.
"""

import argparse
import datetime as dt
import gc
import random
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise

from clock import Work, medians
from designs import made_up

from orgmodel import Assignment, Customer, Org, Position
from orgmodel.changes import Plan, apply, diff, lapses, transition, undo
from orgmodel.changes.plan.text import to_text

MOST_GROWTH = 12.0
"""Times as long as for a tenth of the work."""
START = dt.date(2026, 1, 1)
DAYS = 1_000
EVERY = 50
"""One position and one customer in so many changes."""


def reorganised(org: Org) -> Org:
    """Return a design in which some change owner, manager, title, holder or id."""
    positions, customers = list(org.all(Position)), list(org.all(Customer))
    for at in range(1, len(positions), EVERY):
        old = positions[at]
        kind = at // EVERY % 4
        positions[at] = (
            replace(old, title="Another title"),
            replace(old, held_by=f"New {at}"),
            replace(old, held_by=None),
            replace(old, id=f"{old.id}-new"),
        )[kind]
    owners = [c.managed_by for c in customers if c.managed_by]
    for at in range(0, len(customers), EVERY):
        if owners:
            customers[at] = replace(customers[at], managed_by=owners[at % len(owners)])
    return org.with_rows({Position: positions, Customer: customers})


def assigned(number: int) -> Org:
    """Return a design with so many dated assignments, five for each customer."""
    chance = random.Random(number)
    org = Org("Made-up Components")
    posts = [org.add(Position(f"p{n}", held_by=f"P. {n}")).id for n in range(max(2, number // 50))]
    for at in range(number // 5):
        customer = org.add(Customer(f"c{at}"))
        ends = sorted(chance.sample(range(DAYS), 6))
        for part, (since, until) in enumerate(pairwise(ends)):
            gap = chance.random() < 0.1
            org.add(
                Assignment(
                    f"{at}-{part}",
                    customer,
                    chance.choice(posts),
                    since=START + dt.timedelta(since),
                    until=START + dt.timedelta(until - (gap and until - since > 1)),
                )
            )
    return org


def works(positions: int, customers: int, assignments: int) -> Mapping[str, Work]:
    """Return what is timed, by name."""
    before = made_up(positions, customers)
    after = reorganised(before)
    changes = diff(before, after).changes
    swept = assigned(assignments)
    return {
        "copy: with_rows": partial(before.with_rows, {}),
        "diff, rows alone": lambda: diff(before, after, guess_renames=False).changes,
        "diff, with renames": lambda: diff(before, after).changes,
        "apply": partial(apply, before, changes),
        "undo": partial(undo, before, changes),
        "people and handovers": lambda: (d := diff(before, after)).people.moved + d.handovers,
        "transition": lambda: transition(diff(before, after)),
        "plan as text": lambda: to_text(Plan(diff(before, after))),
        "sweep of dated assignments": partial(lapses, swept),
    }


def main() -> None:
    """Time everything at both sizes and print how it grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--positions", type=int, default=5_000)
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--assignments", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    gc.disable()  # how often it searches a large heap is not a matter of what is measured
    size = asked.positions, asked.customers, asked.assignments
    times = []
    for part in (10, 1):
        named = works(*(number // part for number in size))
        times.append(dict(zip(named, medians([*named.values()], asked.rounds), strict=True)))
    small, large = times
    print(f"{'CPU seconds':<30}{'a tenth':>9}{'whole':>9}{'growth':>8}{'of diff':>9}")
    for name, seconds in large.items():
        growth, ratio = seconds / small[name], seconds / large["diff, with renames"]
        verdict = "" if growth <= MOST_GROWTH else f"  above {MOST_GROWTH:g}!"
        print(f"{name:<30}{small[name]:9.3f}{seconds:9.3f}{growth:8.1f}{ratio:9.2f}{verdict}")


if __name__ == "__main__":
    main()
