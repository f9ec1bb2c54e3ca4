"""Marks: what a chart is told about entities, by whoever has something to say."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from orgmodel.model import Id

H = TypeVar("H", bound=Hashable)


class Mark(Protocol):
    """A remark about one entity, as a finding of a check or a change between two designs."""

    @property
    def entity(self) -> Id[Any] | None:
        """The entity that the remark is about; None is the organisation itself."""
        ...

    @property
    def severity(self) -> str:
        """How grave it is: `error`, `warning` or `info`; any other word is a kind of its own."""
        ...

    @property
    def sentence(self) -> str:
        """What there is to say."""
        ...


# A sign has room for one digit, and one more stroke.
_MOST_COUNTED = 9
_GRAVEST_FIRST = ("error", "warning", "info")


def gravity(level: str) -> int:
    """Return the place of a level in the order from the gravest down."""
    return _GRAVEST_FIRST.index(level) if level in _GRAVEST_FIRST else len(_GRAVEST_FIRST)


@dataclass(frozen=True)
class Badge:
    """The marks of one box in short.

    Attributes:
        severity: The gravest level among them.
        sentences: What they say, the gravest first.
    """

    severity: str
    sentences: Sequence[str]

    @property
    def redacted(self) -> "Badge":
        """The same without sentences, which may name people, customers and amounts."""
        return Badge(self.severity, ("",) * len(self.sentences))

    @property
    def number(self) -> str:
        """How many there are, as it stands in the sign."""
        count = len(self.sentences)
        return str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"


def badge_of(marks: Iterable[Mark]) -> Badge | None:
    """Return the badge for the marks of one box, or None if there are none."""
    ordered = sorted(marks, key=lambda mark: gravity(mark.severity))
    if not ordered:
        return None
    return Badge(ordered[0].severity, tuple(mark.sentence for mark in ordered))


def badges_of(
    marks: Iterable[Mark], homes: Callable[[Id[Any] | None], Iterable[H]], *, redact: bool = False
) -> tuple[dict[H, Badge], Badge | None]:
    """Return the badge of every box that has one, and that of marks without a box.

    Args:
        marks: What was remarked.
        homes: Returns the boxes that stand for an entity.
        redact: Whether to leave out the sentences.
    """
    landed: dict[H, list[Mark]] = defaultdict(list)
    homeless: list[Mark] = []
    for mark in marks:
        found = list(dict.fromkeys(homes(mark.entity)))
        for home in found:
            landed[home].append(mark)
        homeless += [] if found else [mark]
    badges = {home: badge for home, some in landed.items() if (badge := badge_of(some))}
    rest = badge_of(homeless)
    if redact:
        badges = {home: badge.redacted for home, badge in badges.items()}
        rest = rest and rest.redacted
    return badges, rest
