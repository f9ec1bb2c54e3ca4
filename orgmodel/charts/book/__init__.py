"""Revenue as areas: whose customers are how large."""

from orgmodel.charts.book.chart import BookOfBusiness

__all__ = ["BookOfBusiness"]
