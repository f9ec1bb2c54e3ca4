"""An organisation in parts that fit on a slide each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from orgmodel.charts.composing import Picture
from orgmodel.charts.hierarchy import HEAD, Hierarchy

_MOST = (28, 24, 20, 16, 13, 10, 8, 6, 4, 2)
"""Boxes on one slide: the most that are tried, then fewer until the text is large enough."""

_SMALL_BRANCH = 4


@dataclass(frozen=True)
class Part:
    """What stands on one slide.

    Attributes:
        boxes: Numbers of boxes, each after the one above it.
        top: The box from which the others hang; `HEAD` on a slide with several heads.
        number: Which part of the team of the top box it is, from 1.
        of: In how many parts that team is shown.
        hidden: Boxes whose reports are on slides of their own.
    """

    boxes: Sequence[int]
    top: int
    number: int = 1
    of: int = 1
    hidden: Sequence[int] = ()


def parts_of(picture: Picture, fits: Callable[[Picture], bool]) -> list[Part]:
    """Return the parts of a picture, the topmost first, each with as many boxes as fit."""
    lines = Hierarchy(picture.parents)
    sizes = lines.sums([1] * len(picture.cards))
    found: list[Part] = []
    waiting = list(lines.heads) if len(lines.heads) == 1 else [HEAD]
    while waiting:
        parts = _fitting(_Cutter(picture, lines, sizes, waiting.pop()), fits)
        found.extend(parts)
        waiting.extend(box for part in reversed(parts) for box in reversed(part.hidden))
    return found


def excerpt(picture: Picture, part: Part) -> Picture:
    """Return the picture of a part; its boxes are in the order of the whole."""
    boxes = sorted(part.boxes)
    place = {box: number for number, box in enumerate(boxes)}
    links = [link for link in picture.links if link.start in place and link.end in place]
    return replace(
        picture,
        cards=[picture.cards[box] for box in boxes],
        parents=[place.get(picture.parents[box], HEAD) for box in boxes],
        side=[picture.side[box] and picture.parents[box] in place for box in boxes],
        rows=[picture.rows[box] for box in boxes] if picture.rows else (),
        links=[replace(link, start=place[link.start], end=place[link.end]) for link in links],
    )


def _fitting(cutter: "_Cutter", fits: Callable[[Picture], bool]) -> list[Part]:
    parts: list[Part] = []
    for most in _MOST:
        parts = list(cutter.parts(most))
        if all(fits(excerpt(cutter.picture, part)) for part in parts):
            break
    return parts


@dataclass(frozen=True)
class _Cutter:
    picture: Picture
    lines: Hierarchy
    sizes: Sequence[int]
    top: int

    def parts(self, most: int) -> Iterator[Part]:
        """Yield the slides for the team of the top box, with at most so many boxes each."""
        head = [] if self.top == HEAD else [self.top]
        team = self.lines.heads if self.top == HEAD else self.lines.below[self.top]
        sides = [box for box in team if self.picture.side[box]]
        reports = [box for box in team if not self.picture.side[box]]
        room = max(most - len(head), 1)
        count = max(-(-len(team) // room), 1)
        each = -(-len(reports) // count)
        for number in range(count):
            first = [*sides, *reports[:each]] if number == 0 else []
            shown = first or reports[number * each : (number + 1) * each]
            boxes, hidden = self._grown([*head, *shown], shown, most)
            yield Part(boxes, self.top, number + 1, count, hidden)

    def _grown(
        self, boxes: list[int], level: Sequence[int], most: int
    ) -> tuple[list[int], list[int]]:
        """Add whole levels as long as there is room, then small branches; the rest is hidden."""
        boxes = list(boxes)
        while True:
            below = [box for lead in level for box in self.lines.below[lead]]
            if not below or len(boxes) + len(below) > most:
                break
            boxes += below
            level = below
        hidden = []
        for lead in level:
            size = self.sizes[lead]
            if not size:
                continue
            if size <= _SMALL_BRANCH and len(boxes) + size <= most:
                boxes += [box for box, depth in self.lines.from_top([lead]) if depth]
            else:
                hidden.append(lead)
        return boxes, hidden
