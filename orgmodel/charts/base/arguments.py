"""What charts can be asked for, and what they answer if it cannot be drawn."""

from collections.abc import Iterable, Iterator, Sequence

from orgmodel.charts.canvas.errors import ChartRequestError

_TALLEST = 0.01
_SMALLEST, _LARGEST = 2.0, 24.0


def refuse(problems: Iterable[str]) -> None:
    """Raise all problems as one error, if there are any.

    Raises:
        ChartRequestError: With every sentence.
    """
    if told := " ".join(problems):
        raise ChartRequestError(told)


def unknown(words: Iterable[str], known: Sequence[str], noun: str) -> Iterator[str]:
    """Yield a sentence for every word that is not among the known ones."""
    for word in words:
        if word not in known:
            yield f"There is no {noun} {word!r}; choose from {', '.join(known)}."


def bad_proportions(proportions: float) -> Iterator[str]:
    """Yield a sentence if no picture has these proportions."""
    if not _TALLEST <= proportions <= 1 / _TALLEST:
        yield f"Proportions of {proportions} cannot be drawn; give width / height."


def too_few(number: int, what: str) -> Iterator[str]:
    """Yield a sentence if there are to be fewer than one of something."""
    if number < 1:
        yield f"Cannot show {number} {what}; use 1 or more."


def bad_text_size(points: float) -> Iterator[str]:
    """Yield a sentence if no text has this size on a page."""
    if not _SMALLEST <= points <= _LARGEST:
        yield f"Text of {points} points is not legible; use {_SMALLEST:g} to {_LARGEST:g}."


def ratio(text: object) -> float:
    """Return width over height of a text such as 16:9, 16x9 or 1.78.

    Raises:
        ValueError: If the text has another form.
    """
    width, _, height = str(text).replace("x", ":").partition(":")
    try:
        return float(width) / float(height or 1)
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"{text!r} is not a valid proportion; use 16:9 or 1.4") from None
