"""Two designs in one chart: what is added, removed, moved and changed."""

from typing import Any

from orgmodel.charts.base.chart_kind import LOOK, PROPORTIONS, SHOW, STYLE, ChartKind, ChartOption
from orgmodel.charts.kinds.before_after.chart import BeforeAfter
from orgmodel.model import Org

__all__ = ["KIND", "BeforeAfter"]


def _compare(
    before: Org,
    after: Org,
    *,
    only_changed: bool = False,
    **options: Any,  # noqa: ANN401
) -> BeforeAfter:
    return BeforeAfter(before, after, unchanged=not only_changed, **options)


KIND = ChartKind(
    "after",
    _compare,
    "the differences between two designs",
    (
        STYLE,
        PROPORTIONS,
        SHOW,
        LOOK,
        ChartOption("only_changed", "Leave out unchanged positions.", flag=True),
    ),
    marked=True,
    designs=2,
)
