"""Charts over several pages of paper, each of them legible."""

from orgmodel.charts.paging.binding import Binding, Wish
from orgmodel.charts.paging.fixed import cut_rows, on_paper, room_on
from orgmodel.charts.paging.page import Page
from orgmodel.charts.paging.paper import PAPERS, Paper, is_legible
from orgmodel.charts.paging.source import Excerpts, Source

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
