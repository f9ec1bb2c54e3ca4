"""What pages are made from: boxes that hang from each other, as a whole and in parts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from orgmodel.charts.canvas.legend import Entry
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.links import Link
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy


class Source(Protocol):
    """Boxes by number, and pictures of some of them."""

    @property
    def hierarchy(self) -> Hierarchy:
        """What hangs from what."""
        ...

    @property
    def at_side(self) -> Sequence[bool]:
        """Whether a box stands beside the line of the one above it."""
        ...

    @property
    def drawn(self) -> Sequence[int]:
        """Numbers of the boxes that there are, in order."""
        ...

    @property
    def rows(self) -> Sequence[int]:
        """The line of every box; none where these are not aligned."""
        ...

    def whole(self) -> Picture:
        """Return the picture of all."""
        ...

    def part(
        self, drawn: Sequence[int], turns: Mapping[int, str] = ..., *, homeless: bool = False
    ) -> Picture:
        """Return the picture of some boxes, with what their cards say about other pages."""
        ...

    def cards_alone(self, turn: str = "") -> list[Card]:
        """Return the cards as they are if no other box is there: with all in words."""
        ...

    def named(self, number: int) -> tuple[str, str]:
        """Return what stands for a box in titles and in the index: its name and more."""
        ...


@dataclass(frozen=True)
class Excerpts:
    """Parts of one picture.

    Attributes:
        picture: The whole.
        explain: Makes the legend of some cards and the lines between them.
    """

    picture: Picture
    explain: Callable[[Sequence[Card], Sequence[Link]], Sequence[Entry]]

    @property
    def hierarchy(self) -> Hierarchy:
        """What hangs from what."""
        return self._lines

    @cached_property
    def _lines(self) -> Hierarchy:
        return Hierarchy(self.picture.parents)

    @property
    def at_side(self) -> Sequence[bool]:
        """Whether a box stands beside the line of the one above it."""
        return self.picture.side

    @property
    def drawn(self) -> Sequence[int]:
        """Numbers of the boxes that there are, in order."""
        return range(len(self.picture.cards))

    @property
    def rows(self) -> Sequence[int]:
        """The line of every box; none where these are not aligned."""
        return self.picture.rows

    def whole(self) -> Picture:
        """Return the picture of all."""
        return self.picture

    def part(
        self,
        drawn: Sequence[int],
        turns: Mapping[int, str] | None = None,
        *,
        homeless: bool = False,  # noqa: ARG002  # there are none
    ) -> Picture:
        """Return the picture of some boxes, with what their cards say about other pages."""
        whole, told = self.picture, turns or {}
        place = {number: box for box, number in enumerate(drawn)}
        cards = [replace(whole.cards[number], turn=told.get(number, "")) for number in drawn]
        links = [
            replace(link, start=place[link.start], end=place[link.end])
            for link in whole.links
            if link.start in place and link.end in place
        ]
        return replace(
            whole,
            cards=cards,
            parents=[place.get(whole.parents[number], HEAD) for number in drawn],
            side=[whole.side[number] and whole.parents[number] in place for number in drawn],
            links=links,
            legend=self.explain(cards, links),
            rows=[whole.rows[number] for number in drawn] if whole.rows else (),
        )

    def cards_alone(self, turn: str = "") -> list[Card]:
        """Return the cards as they are if no other box is there."""
        below = self.hierarchy.below
        cards = enumerate(self.picture.cards)
        return [replace(card, turn=turn if below[number] else "") for number, card in cards]

    def named(self, number: int) -> tuple[str, str]:
        """Return what stands for a box in titles and in the index: its name and more."""
        card = self.picture.cards[number]
        posts = ", ".join(post.heading for post in card.posts)
        return card.heading, card.title or posts
