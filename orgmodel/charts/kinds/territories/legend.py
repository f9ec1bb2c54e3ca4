"""The legend of a chart of territories."""

from collections.abc import Iterator, Sequence

from orgmodel.charts.canvas.legend import Entry, box_entry, swatch_entry
from orgmodel.charts.canvas.palette import FAMILIES, MUTED, OWN, PAPER
from orgmodel.charts.cards.card import Card, Post
from orgmodel.charts.cards.card_drawing import VACANT_SWATCH
from orgmodel.charts.cards.legend_filling import families_of, levels_of, signs_of
from orgmodel.charts.cards.marks import Badge

_ROLES = (*FAMILIES, *OWN)


def entries_of(cards: Sequence[Card], homeless: Badge | None = None) -> list[Entry]:
    """Return the entries for whatever occurs in a chart, and nothing else."""
    types = dict.fromkeys((c.kind, c.family) for c in cards if c.family not in _ROLES)
    posts = [post for card in cards for post in card.posts]
    roles = [*((p.kind, p.family) for p in posts), *((c.kind, c.family) for c in cards)]
    return [
        *(box_entry(kind, family.colour) for kind, family in types),
        *(swatch_entry(kinds, f.colour, f.colour) for kinds, f in families_of(roles)),
        *_vacant(posts),
        *signs_of(cards),
        *levels_of([card.badge for card in cards if card.badge], homeless),
    ]


def _vacant(posts: Sequence[Post]) -> Iterator[Entry]:
    if any(post.name is None for post in posts):
        yield swatch_entry("vacant position", MUTED, PAPER, VACANT_SWATCH)
