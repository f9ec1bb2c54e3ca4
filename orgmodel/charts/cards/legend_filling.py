"""What goes into the legend of a chart."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.flags import FLAGS
from orgmodel.charts.canvas.legend import (
    Entry,
    box_entry,
    flag_entry,
    line_entry,
    pill_entry,
    sign_entry,
    star_entry,
)
from orgmodel.charts.canvas.palette import EDGE, FAMILIES, OWN, PAPER, VACANT, Family
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_drawing import VACANT_DASH
from orgmodel.charts.cards.links import KINDS, LinkKind
from orgmodel.charts.cards.marks import Badge, gravity
from orgmodel.charts.cards.styling import LookRule
from orgmodel.charts.cards.styling.paint import ink_of, letters_on

_MOST_ROLES = 3


def entries_of(
    cards: Sequence[Card], kinds: Collection[LinkKind], homeless: Badge | None = None
) -> list[Entry]:
    """Return the entries for whatever occurs in a chart, and nothing else.

    Args:
        cards: The cards.
        kinds: The kinds of lines beside the solid ones.
        homeless: What was remarked about entities without a box.
    """
    return [
        *_families(cards),
        *_rules(cards),
        *signs_of(cards),
        *(line_entry(k.meaning, k.colour, k.width, k.dash) for k in KINDS if k in kinds),
        *levels_of([card.badge for card in cards if card.badge], homeless),
    ]


def _families(cards: Sequence[Card]) -> Iterator[Entry]:
    plain = (card for card in cards if not (card.paint and card.paint.colour))
    for kinds, family in families_of((card.kind, card.family) for card in plain):
        yield box_entry(kinds, family.colour)


def _rules(cards: Sequence[Card]) -> Iterator[Entry]:
    rules = (rule for card in cards if card.paint for rule in card.paint.rules)
    for rule in {(rule.meaning, _painted(rule)): rule for rule in rules}.values():
        if rule.badge:
            yield pill_entry(rule.meaning, rule.badge, (ink_of(rule), letters_on(ink_of(rule))))
        elif rule.colour or rule.fill or rule.border:
            edge = rule.border or EDGE
            yield box_entry(rule.meaning, rule.colour, edge, fill=rule.fill or PAPER)


def _painted(rule: LookRule) -> tuple[str | None, ...]:
    return rule.badge, rule.colour, rule.fill, rule.border


def families_of(roles: Iterable[tuple[str, Family]]) -> Iterator[tuple[str, Family]]:
    """Yield the families that occur, each with the names of its roles that do."""
    found = list(dict.fromkeys(roles))
    for family in (*FAMILIES, *OWN):
        if kinds := [kind for kind, other in found if other == family]:
            yield _named(kinds), family


def _named(kinds: Sequence[str]) -> str:
    named = ", ".join(kinds[:_MOST_ROLES])
    return f"{named} and others" if len(kinds) > _MOST_ROLES else named


def signs_of(cards: Sequence[Card]) -> Iterator[Entry]:
    """Yield the entries for the signs in the boxes and for their edges."""
    if any(card.name is None for card in cards):
        yield box_entry("vacant", None, VACANT, VACANT_DASH)
    spans = [card.span for card in cards if card.span]
    if any(direct != everyone for direct, everyone in spans):
        yield pill_entry("direct reports / all below", "n / m")
    elif spans:
        yield pill_entry("direct reports", "n")
    if any(card.accounts for card in cards):
        yield star_entry("key account")
    flagged = {card.flag.kind for card in cards if card.flag}
    yield from (flag_entry(kind) for kind in FLAGS if kind in flagged)


def levels_of(badges: Iterable[Badge], homeless: Badge | None = None) -> Iterator[Entry]:
    """Yield the entries for the signs of findings, and for those without a box."""
    levels = {badge.severity for badge in badges}
    for level in sorted(levels, key=lambda level: (gravity(level), level)):
        yield sign_entry(f"worst of n findings: {level}", level)
    if homeless:
        found = count(len(homeless.sentences), "more finding")
        yield sign_entry(f"{found} without a box here", homeless.severity, homeless.number)
