"""Layouts of the D3 family in a node process: d3-hierarchy, d3-flextree, d3-org-chart's compact one.

All place boxes of one size. They are installed from npm into a folder that is removed afterwards.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

BOX = 120.0, 40.0
"""Width and height of every box, in points; gaps are those of ours: 14 across, 32 down."""
PACKAGES = "d3-hierarchy@3", "d3-flextree@2", "d3-org-chart@3"
PROGRAM = (
    """
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { stratify, tree } from "d3-hierarchy";
import { flextree } from "d3-flextree";
const [W, H] = [%s, %s];
const rows = new Map();
for (const parents of JSON.parse(readFileSync("parents.json")))
  rows.set(`${parents.length}`, parents.map((p, i) => ({ id: `${i}`, parentId: p < 0 ? null : `${p}` })));
const rooted = size => stratify()(rows.get(size)).each(n => { n.width = W; n.height = H; });
const roots = new Map();
const root = (kind, size) => {
  const key = `${kind} ${size}`;
  if (!roots.has(key)) roots.set(key, rooted(size));
  return roots.get(key);
};
// Its layout needs no page; only its constructor asks for one.
globalThis.window = { innerHeight: 900 };
globalThis.document = { createElement: () => ({ getContext: () => ({}) }) };
let OrgChart = null;
try { ({ OrgChart } = await import("d3-org-chart")); } catch (error) { OrgChart = null; }
const layouts = {
  tree: root => tree().nodeSize([W + 14, H + 32])(root),
  flextree: root => flextree({ nodeSize: () => [W + 14, H + 32], spacing: 0 })(root),
};
let compact = null;
try { compact = new OrgChart().nodeWidth(() => W).nodeHeight(() => H)
  .siblingsMargin(() => 14).childrenMargin(() => 32).neighbourMargin(() => 24)
  .compactMarginBetween(() => 10).compactMarginPair(() => 28);
} catch (error) { compact = null; }
if (compact) {
  const attrs = compact.getChartState(), top = attrs.layoutBindings.top;
  const size = node => top.nodeFlexSize({ state: attrs, node, width: W, height: H,
    siblingsMargin: 14, childrenMargin: 32 });
  const flexible = flextree({ nodeSize: size }).spacing((a, b) => a.parent == b.parent ? 0 : 24);
  layouts.compact = root => {
    compact.calculateCompactFlexDimensions(root);
    flexible(root);
    compact.calculateCompactFlexPositions(root);
  };
}
console.log(JSON.stringify(Object.keys(layouts)));
for await (const line of createInterface({ input: process.stdin })) {
  const [kind, size] = line.split(" ");
  const top = root(kind, size);
  const start = process.hrtime.bigint();
  layouts[kind](top);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  let [left, right, bottom] = [Infinity, -Infinity, 0];
  top.each(n => {
    left = Math.min(left, n.x); right = Math.max(right, n.x); bottom = Math.max(bottom, n.y);
  });
  console.log(JSON.stringify([seconds, right - left + W, bottom + H]));
}
"""
    % BOX
)


class Outcome(NamedTuple):
    """How long a layout took, in seconds, and how large the drawing is, in points."""

    seconds: float
    width: float
    height: float


class Peers:
    """Layouts that can be asked for; none where node or its packages are not to be had.

    Attributes:
        names: Of the layouts that are there.
        lacking: Why some are not.
    """

    def __init__(self, names: Sequence[str], lacking: str, running: "Pipes | None" = None) -> None:
        self.names, self.lacking, self._running = names, lacking, running

    def lay_out(self, name: str, boxes: int) -> Outcome:
        """Lay out the organisation of a size."""
        assert self._running
        into, out = self._running
        print(name, boxes, file=into, flush=True)
        return Outcome(*json.loads(out.readline()))


Pipes = tuple[IO[str], IO[str]]


@contextmanager
def node_peers(organisations: Sequence[Sequence[int]]) -> Iterator[Peers]:
    """Layouts in node of organisations that are told apart by their sizes."""
    if not (shutil.which("node") and shutil.which("npm")):
        yield Peers((), "node and npm were not found, so the layouts of D3 are left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "parents.json").write_text(json.dumps([list(o) for o in organisations]))
        Path(folder, "package.json").write_text('{"type": "module"}')
        Path(folder, "peers.js").write_text(PROGRAM)
        install = ["npm", "install", "--silent", *PACKAGES]
        if subprocess.run(install, cwd=folder, check=False, capture_output=True).returncode:
            yield Peers((), "npm could not install the layouts of D3, so they are left out")
            return
        with subprocess.Popen(
            ["node", "peers.js"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdin
            assert running.stdout
            names = json.loads(running.stdout.readline())
            lacking = "" if "compact" in names else "d3-org-chart could not be loaded"
            yield Peers(names, lacking, (running.stdin, running.stdout))
            running.stdin.close()
