"""How long layouts take, against d3-hierarchy, d3-flextree, d3-org-chart and Graphviz, in one run.

All place the same organisations (span 3 to 12, boxes of one size), in rounds that take turns, and
are timed without building their input; `dot` reads its own. d3-hierarchy takes all boxes to be
equally large, the others and we honour sizes.
Run with `python benchmarks/layout.py`, or with sizes such as `100000`.
"""

import random
import shutil
import statistics
import subprocess
import sys
from array import array
from collections.abc import Callable, Mapping
from functools import partial
from time import perf_counter

from node_peers import BOX, Peers, node_peers

from orgmodel.charts.layout import Forest, Options, lay_out
from orgmodel.charts.layout.places import places
from orgmodel.charts.layout.tree import reach_of

SIZES = 100, 1_000, 10_000
TREE = Options(style="tree")
SLOW = 1.0
"""What takes longer than this, in seconds, is run only once."""
PATIENCE = 120.0
NAMES = {
    "tree": "d3-hierarchy tree",
    "flextree": "d3-flextree",
    "compact": "d3-org-chart compact",
}


def parents_of(boxes: int) -> list[int]:
    """Who hangs from whom in an organisation of so many boxes."""
    chance = random.Random(boxes)
    parents, lead = [-1], 0
    while len(parents) < boxes:
        parents.extend([lead] * min(chance.randint(3, 12), boxes - len(parents)))
        lead += 1
    return parents


def timed(run: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def dot_of(parents: list[int]) -> str:
    """An organisation as DOT, with boxes of a fixed size."""
    size = f"fixedsize=true width={BOX[0] / 72} height={BOX[1] / 72}"
    head = f'digraph {{ node [shape=box label="" {size}]; edge [dir=none];'
    return "\n".join([head, *(f"{p} -> {i};" for i, p in enumerate(parents) if p >= 0), "}"])


def graphviz(source: str, form: str = "plain") -> str:
    """What `dot` says about the places of boxes."""
    command = ["dot", f"-T{form}"]
    return subprocess.run(
        command, input=source, check=True, capture_output=True, text=True, timeout=PATIENCE
    ).stdout


def works_of(parents: list[int], peers: Peers) -> Mapping[str, Callable[[], float]]:
    """What is compared: each returns the seconds that it took."""
    boxes = len(parents)
    lists = Forest(parents, [BOX[0]] * boxes, [BOX[1]] * boxes)
    widths, heights = array("d", lists.widths), array("d", lists.heights)
    arrays = Forest(array("q", parents), widths, heights)
    works: dict[str, Callable[[], float]] = {}
    for name, forest in (
        ("ours, places, from arrays", arrays),
        ("ours, places, from lists", lists),
    ):
        works[name] = partial(timed, partial(placed, forest))
    for style in ("tree", "hanging", "hybrid"):
        options = Options(style=style)
        works[f"ours, with lines, {style}"] = partial(timed, partial(lay_out, arrays, options))
    for name in peers.names:
        works[NAMES[name]] = partial(seconds_of, peers, name, boxes)
    if shutil.which("dot"):
        works["Graphviz dot"] = partial(timed, partial(graphviz, dot_of(parents)))
    return works


def placed(forest: Forest) -> object:
    """Find the places of a tidy tree, without lines, as the peers do."""
    return places(forest, reach_of(forest, {}), TREE)


def seconds_of(peers: Peers, name: str, boxes: int) -> float:
    """Seconds that a layout in node took."""
    return peers.lay_out(name, boxes).seconds


def measured(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every round; what is slow has only one."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            if number == 0 or max(times[name], default=0.0) < SLOW:
                try:
                    times[name].append(work())
                except subprocess.TimeoutExpired:
                    times[name].append(float("inf"))
    return times


def compare(parents: list[int], peers: Peers) -> None:
    """Print the times of all, and ours as a part of theirs."""
    boxes = len(parents)
    times = measured(works_of(parents, peers), 15 if boxes <= 10_000 else 5)
    ours = min(times["ours, places, from arrays"])
    print(f"{boxes:,} boxes, milliseconds       first      best    median   best : our places")
    for name, taken in times.items():
        middle, best = statistics.median(taken), min(taken)
        told = "".join(f"{seconds * 1e3:10.2f}" for seconds in (taken[0], best, middle))
        print(f"  {name:<28}{told}{best / ours:14.2f}")


def main() -> None:
    """Compare with the peers that are there."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    organisations = [parents_of(boxes) for boxes in sizes]
    with node_peers(organisations) as peers:
        if peers.lacking:
            print(peers.lacking)
        if not shutil.which("dot"):
            print("dot was not found, so Graphviz is left out")
        for parents in organisations:
            compare(parents, peers)


if __name__ == "__main__":
    main()
