"""Proposals against proven optima and against solvers alone, in one run.

    python benchmarks/propose.py states|none|repair|georgia|assign [NAME...]

All but ``assign`` read the counties of ../shared/data/districting_bench.
"""

import csv
import math
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from orgmodel.propose import AlignmentTask, align_units
from orgmodel.propose.alignment.align_units import SCHEDULES
from orgmodel.propose.alignment.annealing import Annealing
from orgmodel.propose.assignment.solving import solve
from orgmodel.propose.assignment.task import Task

DATA = Path(__file__).parents[2] / "shared" / "data" / "districting_bench"
SEATS = {
    "AL": 7, "AZ": 9, "AR": 4, "CA": 53, "CO": 7, "CT": 5, "FL": 27, "GA": 14, "HI": 2, "ID": 2,
    "IL": 18, "IN": 9, "IA": 4, "KS": 4, "KY": 6, "LA": 6, "ME": 2, "MD": 8, "MA": 9, "MI": 14,
    "MN": 8, "MS": 4, "MO": 8, "NE": 3, "NV": 4, "NH": 2, "NJ": 12, "NM": 3, "NY": 27, "NC": 13,
    "OH": 16, "OK": 5, "OR": 5, "PA": 18, "RI": 2, "SC": 7, "TN": 9, "TX": 36, "UT": 4, "VA": 11,
    "WA": 10, "WV": 3, "WI": 8,
}  # fmt: skip
"""Seats in Congress after the census of 2010, of states with two or more."""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of the benchmark."""
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counties() -> tuple[dict[str, list[dict[str, str]]], dict[str, list[tuple[int, int]]]]:
    """Return the counties and the borders of every state."""
    units, edges = defaultdict(list), defaultdict(list)
    for row in rows("county_units.csv"):
        units[row["state"]].append(row)
    for row in rows("county_edges.csv"):
        edges[row["state"]].append((int(row["idx_a"]), int(row["idx_b"])))
    return {s: sorted(u, key=lambda row: int(row["idx"])) for s, u in units.items()}, edges


def task_of(
    state: str,
    units: Mapping[str, Sequence[Mapping[str, str]]],
    edges: Mapping[str, Sequence[tuple[int, int]]],
    k: int,
    tolerance: float,
) -> AlignmentTask:
    """Return the question of a state: fewest cut borders, connected, within a tolerance."""
    people = [float(row["population_2010"]) for row in units[state]]
    mean = sum(people) / k
    low, high = math.ceil(mean * (1 - tolerance)), math.floor(mean * (1 + tolerance))
    return AlignmentTask(
        [row["name"] for row in units[state]],
        [f"district {number + 1}" for number in range(k)],
        {"population": people},
        {"population": [float(low)] * k},
        {"population": [float(high)] * k},
        edges=edges[state],
        cut=[1.0] * len(edges[state]),
    )


def states(names: Sequence[str]) -> None:
    """Print how soon the proven optimum of 12 states is reached, each within 60 seconds."""
    units, edges = counties()
    for row in rows("min_cut_edges_optimal.csv"):
        state, best = row["state"], float(row["optimal_cut_edges"])
        if names and state not in names:
            continue
        task = task_of(state, units, edges, int(row["k"]), 0.005)
        began, cpu = time.monotonic(), time.process_time()
        found = align_units(task, seconds=120, starts=10**6, goal=best)
        assert found.plan is None or not task.faults(found.plan)
        print(
            f"{state}: known {best:.0f}, found {found.cost}, {time.monotonic() - began:.1f} s, "
            f"{time.process_time() - cpu:.1f} s CPU",
            flush=True,
        )


def none(names: Sequence[str]) -> None:
    """Print what is said of the states without any plan, and how soon."""
    units, edges = counties()
    known = {row["state"] for row in rows("min_cut_edges_optimal.csv")}
    for state, k in SEATS.items():
        if state in known or (names and state not in names):
            continue
        task = replace(task_of(state, units, edges, k, 0.005), cut=None)
        began = time.monotonic()
        found = align_units(task, seconds=20, starts=1)
        print(
            f"{state}: {time.monotonic() - began:.2f} s: {(found.reasons or ('a plan',))[0]}",
            flush=True,
        )


def repair(names: Sequence[str]) -> None:
    """Print how soon an optimal plan with one or two counties in the wrong district is repaired."""
    units, edges = counties()
    plans = defaultdict(dict)
    for row in rows("min_cut_edges_solution.csv"):
        plans[row["state"]][int(row["idx"])] = int(row["district"])
    for row in rows("min_cut_edges_optimal.csv"):
        state, k = row["state"], int(row["k"])
        if names and state not in names:
            continue
        plan = [plans[state][u] for u in range(len(plans[state]))]
        numbers = {name: at for at, name in enumerate(sorted(set(plan)))}
        plan = [numbers[name] for name in plan]
        draw = np.random.default_rng(1)
        for wrong in (1, 2):
            now = list(plan)
            borders = [(a, b) for a, b in edges[state] if plan[a] != plan[b]]
            for a, b in draw.permutation(borders)[:wrong]:
                now[a] = plan[b]
            costs = [[float(t != now[u]) for t in range(k)] for u in range(len(now))]
            task = replace(task_of(state, units, edges, k, 0.005), cut=None, costs=costs, now=now)
            began, cpu = time.monotonic(), time.process_time()
            found = align_units(task, seconds=60, starts=1)
            print(
                f"{state}, {wrong} wrong: {found.cost} moved, bound {found.bound}, "
                f"{time.monotonic() - began:.2f} s, {time.process_time() - cpu:.2f} s CPU",
                flush=True,
            )


def georgia(_names: Sequence[str]) -> None:
    """Print the least disruption that brings 10 territories of Georgia within 10 percent."""
    units, edges = counties()
    loose = task_of("GA", units, edges, 10, 0.24)
    search = Annealing(loose, 7, time.monotonic() + 60)
    start = None
    for _cost, plan in search.run(search.grown(), SCHEDULES[0]):
        start = plan
    people = loose.measures["population"]
    loads, mean = loose.loads(start)["population"], sum(people) / 10
    costs = [[0.0 if t == start[u] else people[u] for t in range(10)] for u in range(len(people))]
    task = replace(task_of("GA", units, edges, 10, 0.1), cut=None, costs=costs, now=start)
    for seconds in (10, 60):
        found = align_units(task, seconds=seconds, starts=4)
        worst = max(abs(load / mean - 1) for load in loads)
        if found.plan is None:
            print(f"georgia, {seconds} s: {found.reasons}")
            continue
        print(
            f"georgia, {seconds} s: from {worst:.1%} imbalance, moves "
            f"{found.cost / sum(people):.2%} "
            f"of the people, bound {(found.bound or 0) / sum(people):.2%}",
            flush=True,
        )


def assign(names: Sequence[str]) -> None:
    """Print the time of an assignment with capacity beside OR-tools' flow alone."""
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415 - the peer

    sizes = {"small": (2000, 50), "usual": (10_000, 100)}
    for name, (customers, sellers) in sizes.items():
        if names and name not in names:
            continue
        draw = np.random.default_rng(3)
        costs = draw.integers(1, 10_000, (customers, sellers))
        room = -(-customers * 11 // 10 // sellers)
        cpu = time.process_time()
        flow = min_cost_flow.SimpleMinCostFlow()
        tails = np.repeat(np.arange(customers), sellers)
        heads = customers + np.tile(np.arange(sellers), customers)
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones_like(tails), costs.ravel())
        sink = customers + sellers
        flow.add_arcs_with_capacity_and_unit_cost(
            np.arange(customers, sink),
            np.full(sellers, sink),
            np.full(sellers, room),
            np.zeros(sellers, int),
        )
        flow.set_nodes_supplies(
            np.arange(sink + 1), np.array([1] * customers + [0] * sellers + [-customers])
        )
        assert flow.solve() == flow.OPTIMAL
        alone, best = time.process_time() - cpu, flow.optimal_cost()
        rows_ = [dict(enumerate(map(float, row))) for row in costs]
        cpu = time.process_time()
        task = Task(
            None,
            [],
            [],
            [None] * sellers,
            [1.0] * customers,
            [float(room)] * sellers,
            [],
            [],
            rows_,
            [],
            "",
        )
        found = solve(task, seconds=60, seed=0)
        mine = time.process_time() - cpu
        print(
            f"{customers:,} x {sellers}: OR-tools alone {alone:.2f} s CPU, {best}; "
            f"this {mine:.2f} s CPU, "
            f"{found.cost:.0f}, bound {found.bound:.0f}, ratio {mine / alone:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    kind, *chosen = sys.argv[1:] or ["states"]
    {"states": states, "none": none, "repair": repair, "georgia": georgia, "assign": assign}[kind](
        chosen
    )
