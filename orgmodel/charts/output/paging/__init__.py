"""Charts over several pages of paper, each of them legible."""

from orgmodel.charts.output.paging.binding import Binding, Wish
from orgmodel.charts.output.paging.fixed import cut_rows, on_paper, room_on
from orgmodel.charts.output.paging.page import Page
from orgmodel.charts.output.paging.paper import PAPERS, Paper, is_legible
from orgmodel.charts.output.paging.source import Excerpts, Source

__all__ = [
    "PAPERS",
    "Binding",
    "Excerpts",
    "Page",
    "Paper",
    "Source",
    "Wish",
    "cut_rows",
    "is_legible",
    "on_paper",
    "room_on",
]
