"""How long the measures take, and how that grows: all of them, and continuity beside brute force.

Made-up designs of the wanted size and of a tenth of it are covered, then every measure is worked
out. Continuity by dominators stands beside trying removals one by one, of which a sample is tried.
Run with `python benchmarks/measures.py`; times are CPU seconds, medians of several rounds.
"""

import argparse
import gc
from collections.abc import Mapping
from functools import partial

from clock import Work, medians
from designs import made_up

from orgmodel import Org, Position
from orgmodel.cover import Coverage, coverage
from orgmodel.measures import (
    Measured,
    books,
    continuity,
    coverage_ratio,
    handovers,
    layers,
    spans,
    table,
    totals,
    workload,
)

MOST_GROWTH = 14.0
"""Times as long as for a tenth: 10 for what is linear, about 13 for n log n at these sizes."""
SAMPLE = 100
"""One removal in so many is tried."""


def works_of(covered: Coverage) -> Mapping[str, Work]:
    """Every measure by name."""
    graph = covered.graph
    return {
        "books": lambda: books(covered),
        "spans and layers": lambda: (spans(graph), layers(graph)),
        "cover": lambda: coverage_ratio(covered),
        "workload": lambda: workload(covered),
        "revenue by family": lambda: totals(covered, "revenue", "family"),
        "handovers": lambda: handovers(covered),
        "continuity": lambda: continuity(covered),
        "continuity of pairs": lambda: continuity(covered).pairs(),
        f"  trying 1 removal in {SAMPLE}": partial(try_removals, covered),
        "all measures": lambda: table(Measured(covered)),
    }


def try_removals(covered: Coverage) -> list[int]:
    """Cover every customer anew without one of the people, for a sample of them."""
    people = list(covered.graph.boxes)[::SAMPLE]
    return [_uncovered(covered.graph.org, person) for person in people]


def _uncovered(org: Org, person: str) -> int:
    left = Org(org.name)
    for entity in org:
        leaves = isinstance(entity, Position) and entity.held_by == person
        left.add(Position(**{**vars(entity), "held_by": None}) if leaves else entity)
    return sum(cover.state != "covered" for cover in coverage(left))


def main() -> None:
    """Measure both sizes and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--positions", type=int, default=2_000)
    parser.add_argument("--customers", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    gc.disable()
    small = works_of(_covered(asked.positions // 10, asked.customers // 10))
    large = works_of(_covered(asked.positions, asked.customers))
    before = dict(zip(small, medians([*small.values()], max(5, asked.rounds)), strict=True))
    after = dict(zip(large, medians([*large.values()], asked.rounds), strict=True))
    print(f"{'CPU seconds':<32}{'a tenth':>9}{'whole':>9}{'growth':>8}")
    for name, seconds in after.items():
        growth = seconds / before[name]
        verdict = f"  above {MOST_GROWTH:g}!" if growth > MOST_GROWTH and name[0] != " " else ""
        print(f"{name:<32}{before[name]:9.3f}{seconds:9.3f}{growth:8.1f}{verdict}")
    tried = after[f"  trying 1 removal in {SAMPLE}"] * SAMPLE
    print(f"\nTrying each removal takes {tried / after['continuity']:,.0f} times as long.")


def _covered(positions: int, customers: int) -> Coverage:
    covered = coverage(made_up(positions, customers))
    for _ in covered:  # each cover is worked out when first asked for
        pass
    return covered


if __name__ == "__main__":
    main()
