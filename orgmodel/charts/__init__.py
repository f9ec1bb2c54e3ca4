"""Organisations as pictures."""

from orgmodel.charts.book import BookOfBusiness
from orgmodel.charts.comparison import BeforeAfter
from orgmodel.charts.continuity import ContinuityChart, Stake
from orgmodel.charts.errors import (
    ChartError,
    ChartRequestError,
    ChartWarning,
    IllegibleWarning,
    MissingGlyphWarning,
    PagesWarning,
)
from orgmodel.charts.icicle import Icicle
from orgmodel.charts.layout import Direction, Style
from orgmodel.charts.marks import Mark
from orgmodel.charts.matrix import CoverageMatrix
from orgmodel.charts.org_chart import OrgChart
from orgmodel.charts.paging import PAPERS, Page, Paper
from orgmodel.charts.painting import ChartLook, LookRule
from orgmodel.charts.scene import Scene
from orgmodel.charts.spans import SpansAndLayers
from orgmodel.charts.territories import TerritoryChart
from orgmodel.charts.text import MissingGlyphs

__all__ = [
    "PAPERS",
    "BeforeAfter",
    "BookOfBusiness",
    "ChartError",
    "ChartLook",
    "ChartRequestError",
    "ChartWarning",
    "ContinuityChart",
    "CoverageMatrix",
    "Direction",
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
    "TerritoryChart",
]
