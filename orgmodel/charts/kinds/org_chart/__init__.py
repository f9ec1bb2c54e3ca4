"""Organisations as boxes and lines."""

from typing import get_args

from orgmodel.charts.base.chart_kind import (
    DIRECTION,
    LOOK,
    PROPORTIONS,
    SHOW,
    STYLE,
    ChartKind,
    ChartOption,
)
from orgmodel.charts.cards.alignment import Align
from orgmodel.charts.cards.coordination import Telling
from orgmodel.charts.kinds.org_chart.chart import OrgChart

__all__ = ["KIND", "OrgChart"]

KIND = ChartKind(
    "org",
    OrgChart,
    "positions and reporting lines, with findings on the boxes",
    (
        ChartOption("under", "Only this position and those below it.", metavar="POSITION"),
        ChartOption("depth", "Number of levels below the top one.", minimum=0),
        STYLE,
        PROPORTIONS,
        DIRECTION,
        ChartOption(
            "align",
            "Positions in one line: of a team, of a layer, or of a grade.",
            get_args(Align),
            "team",
        ),
        SHOW,
        ChartOption(
            "coordination", "Coordination as lines, or as words on the boxes.", get_args(Telling)
        ),
        LOOK,
        ChartOption("photos", "Photos named after people.", metavar="FOLDER"),
    ),
    marked=True,
)
