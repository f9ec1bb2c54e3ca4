"""How near charts come to a slide, how empty they are, and how legible on one sheet of A3.

The organisations are made up (span 3 to 12), all boxes of one size, without the words around them.
Run with `python benchmarks/proportions.py`.
"""

from layout import parents_of

from orgmodel.charts.layout import Forest, Options, lay_out

SIZES = 60, 200, 1_000, 5_000
BOX = 150.0, 50.0
A3 = 1190.55, 841.89
NAME = 10.0


def main() -> None:
    """Print one line per style and size."""
    print("boxes  style     width : height  area : boxes  name on A3 (pt)")
    for boxes in SIZES:
        forest = Forest(parents_of(boxes), [BOX[0]] * boxes, [BOX[1]] * boxes)
        for style in ("tree", "hanging", "columns", "hybrid"):
            layout = lay_out(forest, Options(style=style))
            shape = layout.width / layout.height
            empty = layout.width * layout.height / (boxes * BOX[0] * BOX[1])
            size = NAME * min(1.0, A3[0] / layout.width, A3[1] / layout.height)
            print(f"{boxes:>5}  {style:<8}{shape:>16.2f}{empty:>14.1f}{size:>17.2f}")


if __name__ == "__main__":
    main()
