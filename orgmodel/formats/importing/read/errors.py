"""What keeps tables from being used at all."""

from orgmodel.model import DesignError, Problem, Source


def unusable(file: str, sentence: str, line: int | None = None) -> DesignError:
    """Return the error that says why a file cannot be used."""
    return DesignError([Problem(sentence, Source(file, line))])
