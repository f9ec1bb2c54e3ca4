"""What reports may hold of a text that somebody else wrote."""

from orgmodel.model import clean


def printable(text: object) -> str:
    """Return a text on one line, without what cannot be printed or reorders its surroundings."""
    return clean(str(text))
