"""Revenue as areas: the customers of each territory and owner, by size."""

from orgmodel.charts.base.chart_kind import PROPORTIONS, ChartKind
from orgmodel.charts.kinds.book_of_business.chart import BookOfBusiness

__all__ = ["KIND", "BookOfBusiness"]

KIND = ChartKind("book", BookOfBusiness, "revenue by territory, owner and customer", (PROPORTIONS,))
