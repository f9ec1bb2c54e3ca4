"""What rules make of one box."""

from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.charts.cards.styling.rule import LookRule

_LIGHT = 0.4
"""From this luminance on, black letters have more contrast than white ones."""


@dataclass(frozen=True)
class Paint:
    """The look of one box.

    Attributes:
        rules: Those that are about it, in their order.
    """

    rules: tuple[LookRule, ...]

    def _first(self, part: str) -> str | None:
        found = (getattr(rule, part) for rule in self.rules)
        return next((value for value in found if value is not None), None)

    @property
    def colour(self) -> str | None:
        """Of the bar, if a rule says it."""
        return self._first("colour")

    @property
    def fill(self) -> str | None:
        """Of the box, if a rule says it."""
        return self._first("fill")

    @property
    def border(self) -> str | None:
        """Of the edge, if a rule says it."""
        return self._first("border")

    @property
    def badges(self) -> tuple[tuple[str, str], ...]:
        """Every badge with its colour."""
        return tuple((rule.badge, ink_of(rule)) for rule in self.rules if rule.badge)

    @property
    def texts(self) -> tuple[str, ...]:
        """Further lines."""
        return tuple(rule.text for rule in self.rules if rule.text)


def paint_of(rules: Iterable[LookRule]) -> Paint | None:
    """Return the look that rules give, or None if there are none."""
    found = tuple(rules)
    return Paint(found) if found else None


def ink_of(rule: LookRule) -> str:
    """Return the colour of a rule's badge."""
    return rule.border or rule.colour or "#44556b"


def letters_on(colour: str) -> str:
    """Return the colour of letters that can be read on a colour."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#1b2733" if light > _LIGHT else "#ffffff"
