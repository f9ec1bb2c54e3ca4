"""Charts over several pages of paper, each of them legible."""

from orgmodel.charts.paging.binding import Binding, Wish
from orgmodel.charts.paging.page import Page
from orgmodel.charts.paging.paper import PAPERS, Paper, is_legible

__all__ = ["PAPERS", "Binding", "Page", "Paper", "Wish", "is_legible"]
