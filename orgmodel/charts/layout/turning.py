"""From left to right: a drawing that runs down, with across and down exchanged."""

from dataclasses import replace

from orgmodel.charts.layout.forest import Forest, Layout, Line, Options, Polyline


def lying(forest: Forest) -> Forest:
    """The boxes with widths and heights exchanged."""
    return replace(forest, widths=forest.heights, heights=forest.widths)


def upright(options: Options) -> Options:
    """The options for the drawing that is turned afterwards."""
    return replace(options, direction="down", proportions=1 / options.proportions)


def turned(layout: Layout) -> Layout:
    """The layout with across and down exchanged."""
    return Layout(
        layout.y,
        layout.x,
        layout.heights,
        layout.widths,
        [Line(exchanged(line.points), line.parent, line.children) for line in layout.lines],
        layout.height,
        layout.width,
    )


def exchanged(points: Polyline) -> Polyline:
    """The corners with across and down exchanged."""
    return tuple((y, x) for x, y in points)
