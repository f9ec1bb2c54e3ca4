"""What can go wrong while a chart is drawn or saved."""

from orgmodel.model import OrgmodelError


class ChartError(OrgmodelError):
    """A chart could not be made: the sentence says what is wrong and what to do."""


class ChartRequestError(ChartError, ValueError):
    """The chart was asked for something that does not exist, as a branch or a file format."""


class ChartWarning(UserWarning):
    """Something about a saved chart that its readers would want to know."""


class MissingGlyphWarning(ChartWarning):
    """A text needs letters that no installed font has; boxes stand in for them."""


class IllegibleWarning(ChartWarning):
    """The picture had to be made so small that its text is hard to read."""


class PagesWarning(ChartWarning):
    """One picture could not have been read, and was written on pages instead."""
