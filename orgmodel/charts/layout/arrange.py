"""The one way in: boxes and wishes to places and lines."""

from orgmodel.charts.layout.aligned import aligned
from orgmodel.charts.layout.forest import Forest, Layout, Options
from orgmodel.charts.layout.hybrid import hybrid
from orgmodel.charts.layout.stacked import stacked
from orgmodel.charts.layout.structure import structure_of
from orgmodel.charts.layout.tree import tree
from orgmodel.charts.layout.turning import lying, turned, upright

DEFAULT = Options()


def lay_out(forest: Forest, options: Options = DEFAULT) -> Layout:
    """Place the boxes of a forest and draw the reporting lines between them.

    Args:
        forest: Boxes and who hangs below whom.
        options: Style, wanted proportions and gaps.

    Returns:
        Places and lines in points; the same input gives the same places.

    Raises:
        ValueError: If boxes hang from themselves, or if sequences or sizes make no sense.
    """
    if len(forest.parents) == 0:
        return Layout((), (), (), (), (), 0.0, 0.0)
    if options.direction == "right":
        return turned(lay_out(lying(forest), upright(options)))
    structure = structure_of(forest)
    if len(forest.rows):
        return aligned(forest, structure, options)
    if options.style == "tree":
        return tree(forest, structure, options)
    if options.style == "hybrid":
        return hybrid(forest, structure, options)
    return stacked(forest, structure, options)
