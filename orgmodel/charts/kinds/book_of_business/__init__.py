"""Revenue as areas: whose customers are how large."""

from orgmodel.charts.kinds.book_of_business.chart import BookOfBusiness

__all__ = ["BookOfBusiness"]
