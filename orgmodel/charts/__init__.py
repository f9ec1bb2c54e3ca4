"""Organisations as pictures."""

from orgmodel.charts.base.arguments import ratio
from orgmodel.charts.base.chart import Chart
from orgmodel.charts.base.chart_kind import ChartKind, ChartOption
from orgmodel.charts.canvas.errors import (
    ChartError,
    ChartRequestError,
    ChartWarning,
    IllegibleWarning,
    MissingGlyphWarning,
    PagesWarning,
)
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.text import MissingGlyphs
from orgmodel.charts.cards.alignment import Align
from orgmodel.charts.cards.card_filling import Field
from orgmodel.charts.cards.coordination import Telling
from orgmodel.charts.cards.marks import Mark
from orgmodel.charts.cards.styling import ChartLook, LookRule
from orgmodel.charts.cards.styling.rule import Colour
from orgmodel.charts.kinds import CHART_KINDS
from orgmodel.charts.kinds.before_after import BeforeAfter
from orgmodel.charts.kinds.book_of_business import BookOfBusiness
from orgmodel.charts.kinds.continuity import ContinuityChart, Stake
from orgmodel.charts.kinds.coverage_matrix import CoverageMatrix
from orgmodel.charts.kinds.icicle import Icicle
from orgmodel.charts.kinds.org_chart import OrgChart
from orgmodel.charts.kinds.spans_and_layers import SpansAndLayers
from orgmodel.charts.kinds.territories import TerritoryChart
from orgmodel.charts.layout import Direction, Style
from orgmodel.charts.output.paging import PAPERS, Page, Paper

__all__ = [
    "CHART_KINDS",
    "PAPERS",
    "Align",
    "BeforeAfter",
    "BookOfBusiness",
    "Chart",
    "ChartError",
    "ChartKind",
    "ChartLook",
    "ChartOption",
    "ChartRequestError",
    "ChartWarning",
    "Colour",
    "ContinuityChart",
    "CoverageMatrix",
    "Direction",
    "Field",
    "Icicle",
    "IllegibleWarning",
    "LookRule",
    "Mark",
    "MissingGlyphWarning",
    "MissingGlyphs",
    "OrgChart",
    "Page",
    "PagesWarning",
    "Paper",
    "Scene",
    "SpansAndLayers",
    "Stake",
    "Style",
    "Telling",
    "TerritoryChart",
    "ratio",
]
