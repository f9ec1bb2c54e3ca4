"""A page of a chart."""

from dataclasses import dataclass

from orgmodel.charts.canvas.scene import Scene


@dataclass(frozen=True)
class Page:
    """One of several pages.

    Attributes:
        scene: All that stands on it, as large as the paper, in points.
        title: What it shows.
        breadcrumbs: The way down from the top of the organisation to what it shows.
        number: Its number, from 1.
    """

    scene: Scene
    title: str
    breadcrumbs: tuple[str, ...]
    number: int
