"""What can go wrong with a large book."""

from orgmodel.model import OrgmodelError


class BookError(OrgmodelError, ValueError):
    """A file is no book of customers; the sentence says what is wrong and what to do."""
