"""How long tidy trees take, against d3-hierarchy's `tree` in node, in interleaved rounds.

Both place the same organisations (span 3 to 12) and are timed without building their input: d3
gets its `hierarchy`, we get a `Forest`: of arrays, as a chart passes it, and of lists. d3 takes
all boxes to be equally large, we honour sizes.
Run with `python benchmarks/layout.py`.
"""

import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

from orgmodel.charts.layout import Forest, Options, lay_out
from orgmodel.charts.layout.places import places
from orgmodel.charts.layout.tree import reach_of

SIZES = 10_000, 100_000
ROUNDS = 15
TREE = Options(style="tree")
D3 = """
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { stratify, tree } from "d3-hierarchy";
const roots = new Map();
for (const parents of JSON.parse(readFileSync("parents.json"))) {
  const rows = parents.map((p, i) => ({ id: `${i}`, parentId: p < 0 ? null : `${p}` }));
  roots.set(`${parents.length}`, stratify()(rows));
}
console.log("ready");
for await (const size of createInterface({ input: process.stdin })) {
  const layout = tree().nodeSize([134, 72]);
  const start = process.hrtime.bigint();
  layout(roots.get(size));
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
}
"""


def parents_of(boxes: int) -> list[int]:
    """Who hangs from whom in an organisation of so many boxes."""
    chance = random.Random(boxes)
    parents, lead = [-1], 0
    while len(parents) < boxes:
        parents.extend([lead] * min(chance.randint(3, 12), boxes - len(parents)))
        lead += 1
    return parents


@contextmanager
def d3(organisations: list[list[int]]) -> Iterator[Callable[[int], float]]:
    """A node process that lays out the organisation of a size and says how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "parents.json").write_text(json.dumps(organisations))
        Path(folder, "package.json").write_text('{"type": "module"}')
        Path(folder, "d3.js").write_text(D3)
        install = ["npm", "install", "--silent", "d3-hierarchy@3"]
        subprocess.run(install, cwd=folder, check=True, capture_output=True)
        node = subprocess.Popen(
            ["node", "d3.js"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with node as running:
            assert running.stdin
            assert running.stdout
            running.stdout.readline()

            def seconds(boxes: int) -> float:
                print(boxes, file=running.stdin, flush=True)
                return float(running.stdout.readline())

            yield seconds
            running.stdin.close()


def timed(run: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def ours(forest: Forest) -> float:
    """Seconds to place the boxes of a forest."""
    return timed(lambda: places(forest, reach_of(forest, {}), TREE))


def compare(boxes: int, parents: list[int], peer: Callable[[int], float]) -> None:
    """Print both times and their ratio."""
    lists = Forest(parents, [120.0] * boxes, [40.0] * boxes)
    widths, heights = array("d", lists.widths), array("d", lists.heights)
    arrays = Forest(array("q", parents), widths, heights)
    rounds = [(ours(arrays), ours(lists), peer(boxes)) for _ in range(ROUNDS)]
    names = "ours, as charts pass them", "ours, from lists", "d3-hierarchy tree"
    print(f"{boxes:,} boxes, milliseconds  first   best  median   best : d3's best")
    best = min(times[-1] for times in rounds)
    for name, times in zip(names, zip(*rounds, strict=True), strict=True):
        middle = statistics.median(times)
        print(
            f"  {name:<25}{times[0] * 1e3:8.2f}{min(times) * 1e3:7.2f}{middle * 1e3:8.2f}"
            f"{min(times) / best:12.2f}"
        )
    for options in (TREE, Options()):
        whole = timed(partial(lay_out, lists, options))
        print(f"  with lines, {options.style:<13}{whole * 1e3:8.0f}")


def main() -> None:
    """Compare, if node is there."""
    if not (shutil.which("node") and shutil.which("npm")):
        sys.exit("skipped: node and npm are needed for d3-hierarchy, and were not found")
    organisations = [parents_of(boxes) for boxes in SIZES]
    try:
        with d3(organisations) as peer:
            for boxes, parents in zip(SIZES, organisations, strict=True):
                compare(boxes, parents, peer)
    except subprocess.CalledProcessError:
        sys.exit("skipped: npm could not install d3-hierarchy")


if __name__ == "__main__":
    main()
