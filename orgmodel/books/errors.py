"""Errors of large books."""

from orgmodel.model import OrgmodelError


class BookError(OrgmodelError, ValueError):
    """A file cannot be used as a book; the message says what is wrong and what to do."""
