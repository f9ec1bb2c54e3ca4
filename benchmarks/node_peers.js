// Lays out organisations when asked for: one line such as "tree 1000" in, seconds and size out.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { stratify, tree } from "d3-hierarchy";
import { flextree } from "d3-flextree";
// The size of every box, in points, as Python passes it.
const [W, H] = process.argv.slice(2).map(Number);
const rows = new Map();
for (const parents of JSON.parse(readFileSync("parents.json")))
  rows.set(
    `${parents.length}`,
    parents.map((p, i) => ({ id: `${i}`, parentId: p < 0 ? null : `${p}` })),
  );
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
