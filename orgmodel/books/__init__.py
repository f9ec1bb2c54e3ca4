"""Large books of customers: kept as a table, covered by the same rules as a small design.

Importing this room without the extra `book` raises a BookError that says how to install it.
"""

from orgmodel.books.errors import BookError

try:
    import polars as pl  # noqa: F401 - an extra: checked once for the whole room
except ImportError as error:
    sentence = "Large books need the extra 'book': pip install 'orgmodel[book]'."
    raise BookError(sentence) from error

from orgmodel.books.accounts import accounts_of
from orgmodel.books.book import Book
from orgmodel.books.covered import CoveredBook
from orgmodel.books.covering import cover_book
from orgmodel.books.reading import read_book

__all__ = ["Book", "BookError", "CoveredBook", "accounts_of", "cover_book", "read_book"]
