"""How near charts come to a slide, how empty they are, and how legible on one sheet of A3.

The organisations are made up (span 3 to 12), all boxes of one size, without the words around them;
next to ours stand d3-org-chart's compact layout, d3-hierarchy's tree and Graphviz's `dot`.
Run with `python benchmarks/proportions.py`.
"""

import shutil
from collections.abc import Iterator
from typing import get_args

from layout import NAMES, dot_of, graphviz, parents_of
from node_peers import BOX, Peers, node_peers

from orgmodel.charts.layout import Forest, Options, Style, lay_out

SIZES = 60, 200, 1_000, 5_000
A3 = 1190.55, 841.89
NAME = 10.0
LARGEST_FOR_DOT = 1_000


def drawings(parents: list[int], peers: Peers) -> Iterator[tuple[str, float, float]]:
    """Every layout with its width and height, in points."""
    boxes = len(parents)
    depths = [0]
    for parent in parents[1:]:
        depths.append(depths[parent] + 1)
    forest = Forest(parents, [BOX[0]] * boxes, [BOX[1]] * boxes)
    for style in get_args(Style):
        layout = lay_out(forest, Options(style=style))
        yield f"ours, {style}", layout.width, layout.height
    layout = lay_out(Forest(parents, forest.widths, forest.heights, (), depths), Options())
    yield "ours, layers on lines", layout.width, layout.height
    for name in ("compact", "tree"):
        if name in peers.names:
            _, width, height = peers.lay_out(name, boxes)
            yield NAMES[name], width, height
    if shutil.which("dot") and boxes <= LARGEST_FOR_DOT:
        width, height = graphviz(dot_of(parents)).split("\n", 1)[0].split()[2:4]
        yield "Graphviz dot", float(width) * 72, float(height) * 72


def main() -> None:
    """Print one line per layout and size."""
    organisations = [parents_of(boxes) for boxes in SIZES]
    with node_peers(organisations) as peers:
        if peers.lacking:
            print(peers.lacking)
        print("boxes  layout                 width : height  area : boxes  name on A3 (pt)")
        for parents in organisations:
            boxes = len(parents)
            for name, width, height in drawings(parents, peers):
                empty = width * height / (boxes * BOX[0] * BOX[1])
                size = NAME * min(1.0, A3[0] / width, A3[1] / height)
                print(f"{boxes:>5}  {name:<22}{width / height:>15.2f}{empty:>14.1f}{size:>17.2f}")


if __name__ == "__main__":
    main()
