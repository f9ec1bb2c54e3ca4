"""How long the main job takes, and how that grows: read a design, build, cover, judge.

Made-up designs of the wanted size and of a tenth of it go through every step, which is timed alone
and beside the same work with bare tools. Ten times the work should take at most 12 times as long.
Run with `python benchmarks/main_job.py`; times are CPU seconds, medians of several rounds. Python's
garbage collector rests meanwhile, as it nearly does in the command: how often it searches a large
heap is not a matter of what is measured. With `--collector` it works as it does in a script.
"""

import argparse
import gc
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import peers
import tables
from clock import Work, cpu_seconds, medians
from designs import made_up

from orgmodel import Customer, Org, Territory, coverage, graph, validate
from orgmodel.formats import dumps, loads
from orgmodel.rules import RULES, Design

MOST_GROWTH = 12.0
"""Times as long as for a tenth of the work, which is 10 if it grows as the work does."""
SAMPLE = 20
"""A peer that tests every rule for every customer does so for one customer in so many."""

Times = Mapping[tuple[str, str], float]


def steps_of(org: Org, folder: Path) -> Iterator[tuple[str, Mapping[str, Work]]]:
    """Yield each step with its own work, under no name, and that of its peers by name."""
    text = dumps(org)
    yield (
        "read YAML",
        {
            "": partial(loads, text),
            "events alone": partial(peers.yaml_events, text),
            "yaml.load, C": partial(peers.yaml_load, text),
        },
    )
    yield "write YAML", {"": partial(dumps, org)}
    del text
    tables.write(org, folder)
    yield (
        "read CSV",
        {
            "": partial(tables.read, folder, org.all(Territory)),
            "DictReader alone": partial(tables.read_bare, folder),
        },
    )
    yield "build graph", {"": partial(graph, org), "networkx alone": peers.nx_builder(graph(org))}
    sample = org.all(Customer)[::SAMPLE]
    yield (
        "cover customers",
        {
            "": lambda: list(coverage(org)),
            f"every rule in turn, 1 customer in {SAMPLE}": partial(peers.every_rule, org, sample),
        },
    )
    yield f"judge by {len(RULES)} rules", {"": partial(validate, org)}


def measure(org: Org, rounds: int) -> Times:
    """Seconds by step and peer."""
    print(org, flush=True)
    times: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for step, works in steps_of(org, Path(folder)):
            for peer, seconds in zip(works, medians([*works.values()], rounds), strict=True):
                times[step, peer] = seconds
    return times


def report(small: Times, large: Times) -> None:
    """Print what each step takes, how it grows, and the ratio to its peers."""
    print(f"\n{'CPU seconds':<44}{'a tenth':>9}{'whole':>9}{'growth':>8}{'ratio':>8}")
    for (step, peer), seconds in large.items():
        growth = seconds / small[step, peer]
        name = f"  beside {peer}" if peer else step
        ratio = f"{large[step, ''] / seconds:8.2f}" if peer else " " * 8
        verdict = "" if peer or growth <= MOST_GROWTH else f"  above {MOST_GROWTH:g}!"
        print(f"{name:<44}{small[step, peer]:9.3f}{seconds:9.3f}{growth:8.1f}{ratio}{verdict}")


def slow_steps(small: Times, large: Times) -> list[str]:
    """The steps that grow faster than the work."""
    own = {step: seconds for (step, peer), seconds in large.items() if not peer}
    return [step for step, seconds in own.items() if seconds > MOST_GROWTH * small[step, ""]]


def rule_times(org: Org) -> Iterator[tuple[float, str]]:
    """Seconds of each rule once everything is worked out that rules share, and of working it out.

    Rules that judge the findings of others are left out.
    """
    design = Design.of(org)
    yield cpu_seconds(lambda: list(design.coverage)), "coverage, shared by all"
    yield cpu_seconds(lambda: design.graph.nx), "graph, shared by all"
    for rule in RULES:
        if not rule.judges_findings:
            yield cpu_seconds(lambda r=rule: list(r.check(design))), f"{rule.code} {rule.name}"  # type: ignore[misc]


def print_rules(org: Org) -> None:
    """Print what each rule takes, the slowest first; the first to need a table pays for it."""
    print("\nCPU seconds by rule")
    for seconds, name in sorted(rule_times(org), reverse=True):
        print(f"{seconds:9.3f}  {name}")


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--positions", type=int, default=2_000)
    parser.add_argument("--customers", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--collector", action="store_true", help="let Python collect garbage")
    parser.add_argument("--rules", action="store_true", help="also print a table by rule")
    return parser.parse_args(given)


def main() -> None:
    """Measure both sizes and compare."""
    asked = arguments()
    if not asked.collector:
        gc.disable()
    small = measure(made_up(asked.positions // 10, asked.customers // 10), max(5, asked.rounds))
    org = made_up(asked.positions, asked.customers)
    large = measure(org, asked.rounds)
    report(small, large)
    slow = slow_steps(small, large)
    said = f"no, not {', '.join(slow)}" if slow else "yes"
    print(f"\nTen times the work in at most {MOST_GROWTH:g} times as long: {said}.")
    if asked.rules:
        print_rules(org)


if __name__ == "__main__":
    main()
