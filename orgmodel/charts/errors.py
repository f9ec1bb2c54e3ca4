"""What can go wrong while a chart is drawn or saved."""


class ChartError(OSError):
    """A chart could not be written: the sentence says where, why, and what to do."""


class ChartWarning(UserWarning):
    """Something about a saved chart that its readers would want to know."""


class MissingGlyphWarning(ChartWarning):
    """A text needs letters that no installed font has; boxes stand in for them."""


class IllegibleWarning(ChartWarning):
    """The picture had to be made so small that its text is hard to read."""
