"""Charts as one web page that works offline: zoom, search, folding, details, findings."""

from orgmodel.charts.output.web.books import Book, books_of
from orgmodel.charts.output.web.page import page_of, picture_page_of

__all__ = ["Book", "books_of", "page_of", "picture_page_of"]
