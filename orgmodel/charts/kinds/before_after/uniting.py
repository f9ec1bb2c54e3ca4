"""Two designs as one picture: the later one, and in it what was removed from the earlier."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from orgmodel.charts.canvas.flags import MOVED, Flag
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_filling import Field, Filling
from orgmodel.charts.cards.coordination import Coordination
from orgmodel.charts.cards.links import Link, LinkKind
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.cards.styling import ChartLook
from orgmodel.charts.kinds.before_after.differences import Differences
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Position

MOVED_FROM = LinkKind("moved", "where it was moved from", MOVED.colour, 1.0, (4.0, 2.4))

_MOST_LINES = 12


@dataclass(frozen=True)
class Looked:
    """What the boxes of a comparison say, and what they look like.

    Attributes:
        show: What they say beside the name.
        look: Rules for their look.
        badges: What was remarked, by the number of a position of the later design.
    """

    show: Collection[Field]
    look: ChartLook
    badges: Mapping[int, Badge]


@dataclass(frozen=True)
class Union:
    """Boxes of two designs, by number: those of the later one first.

    Attributes:
        cards: The boxes.
        parents: The box above each.
        side: Whether they stand beside the line of the one above.
        links: Where boxes were moved from, unless they are too many to be followed.
    """

    cards: Sequence[Card]
    parents: Sequence[int]
    side: Sequence[bool]
    links: Sequence[Link]


def united(
    differences: Differences,
    look: Looked,
    *,
    unchanged: bool,
) -> Union:
    """Return the boxes of both designs.

    Args:
        differences: What became of the positions.
        look: What the boxes say, and what they look like.
        unchanged: Whether boxes as before are drawn, unless they are above others that differ.
    """
    before, after = differences.before.staff, differences.after.staff
    gone = [n for n, p in enumerate(before.positions) if p.id not in after.number_of]
    box_of = dict(after.number_of)
    box_of |= {before.positions[n].id: len(box_of) + place for place, n in enumerate(gone)}
    parents = [*after.hierarchy.above, *(_above(before, number, box_of) for number in gone)]
    side = [*after.at_side, *(before.at_side[number] for number in gone)]
    leads = set(parents)
    whole = Union(
        cards=_cards(differences, look, gone),
        parents=parents,
        side=[at_side and n not in leads for n, at_side in enumerate(side)],
        links=_moves(differences, box_of),
    )
    return whole if unchanged else _pruned(whole)


def _cards(differences: Differences, look: Looked, gone: Sequence[int]) -> list[Card]:
    before, after, flags = differences.before, differences.after, differences.flags
    later, former = (_filling(naming, look) for naming in (after, before))
    cards = [
        _flagged(later, number, flags.get(position.id), look.badges.get(number))
        for number, position in enumerate(after.staff.positions)
    ]
    for number in gone:
        flag = flags[before.staff.positions[number].id]
        cards.append(replace(_flagged(former, number, flag), accounts=(), span=None))
    return cards


def _flagged(filling: Filling, number: int, flag: Flag | None, badge: Badge | None = None) -> Card:
    change = flag.kind.name if flag else None
    return replace(filling.card(number, badge, change), flag=flag)


def _filling(naming: Naming, look: Looked) -> Filling:
    everybody = range(len(naming.staff.positions))
    coordination = Coordination(naming.staff, everybody, "words")
    return Filling(coordination, look.show, redact=naming.redact, look=look.look)


def _above(before: Staff, number: int, box_of: Mapping[str, int]) -> int:
    above = before.hierarchy.above[number]
    return HEAD if above == HEAD else box_of[before.positions[above].id]


def _moves(differences: Differences, box_of: Mapping[str, int]) -> list[Link]:
    org = differences.before.staff.org
    found = []
    for id_, flag in differences.flags.items():
        position = org.get(Position, id_)
        whence = box_of.get(str(position.reports_to)) if position else None
        if flag.kind == MOVED and whence is not None:
            found.append(Link(whence, box_of[id_], MOVED_FROM))
    return found if len(found) <= _MOST_LINES else []


def _pruned(whole: Union) -> Union:
    """Return the boxes that differ and all above them."""
    kept: set[int] = set()
    ends = (end for link in whole.links for end in (link.start, link.end))
    for number in (*(n for n, card in enumerate(whole.cards) if card.flag), *ends):
        step = number
        while step != HEAD and step not in kept:
            kept.add(step)
            step = whole.parents[step]
    order = sorted(kept)
    place = {number: box for box, number in enumerate(order)} | {HEAD: HEAD}
    return Union(
        cards=[whole.cards[number] for number in order],
        parents=[place[whole.parents[number]] for number in order],
        side=[whole.side[number] for number in order],
        links=[replace(k, start=place[k.start], end=place[k.end]) for k in whole.links],
    )
