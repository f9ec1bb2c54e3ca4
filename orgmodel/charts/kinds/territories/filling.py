"""Cards of territories, filled from a design."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.flags import GAP, STANDING_IN, Flag
from orgmodel.charts.canvas.palette import Family
from orgmodel.charts.cards.card import Account, Card, Post
from orgmodel.charts.cards.card_filling import by_revenue
from orgmodel.charts.kinds.territories.mark_placement import BY_NAME as BY_NAME_BOX
from orgmodel.charts.kinds.territories.mark_placement import OUTSIDE as OUTSIDE_BOX
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.territory_index import Lands, worth
from orgmodel.cover import Cover
from orgmodel.model import Position, exact

BY_NAME = Family("attached by name", "#d3b48c")
OUTSIDE = Family("outside all territories", "#b3261e")
OTHER_TYPE = Family("other type of territory", "#7a8a3c")
TYPES = {
    "direct": Family("territory", "#44556b"),
    "channel": Family("channel territory", "#8c6d46"),
    "overlay": Family("overlay: supports the owner", "#a58fc2"),
}

_NAMED_AT_MOST = 2


@dataclass(frozen=True)
class TerritoryFilling:
    """How the cards of territories are filled."""

    lands: Lands
    naming: Naming

    def card(self, number: int) -> Card:
        """Return the card of a territory."""
        territory = self.lands.territories[number]
        family = TYPES.get(str(territory.type), OTHER_TYPE)
        covers = self.lands.covers.get(number, ())
        return Card(
            gid=territory.node,
            name=territory.name or territory.id,
            title="",
            kind=family.name if family != OTHER_TYPE else str(territory.type),
            family=family,
            facts=tuple(filter(None, self._facts(number, covers))),
            accounts=self._accounts(covers),
            posts=tuple(map(self.post, self.lands.posts(number))),
            flag=self._flag(number, covers),
        )

    def post(self, position: Position) -> Post:
        """Return the line of a position."""
        role = self.lands.staff.graph.known.role_of(position)
        kind = role.title if role else "other role"
        name, title = self.naming.holder(position), self.naming.title(position)
        return Post(position.node, name, title, kind, self.lands.staff.family_of(role))

    def _facts(self, number: int, covers: Sequence[Cover]) -> Iterator[str]:
        territory = self.lands.territories[number]
        if territory.where is not None:
            yield str(territory.where)
        customers = len(covers) + self.lands.counts_below[number]
        whole = worth(covers) + Decimal(self.lands.cents_below[number]) / 100
        said = (count(customers, "customer") if customers else "", self.naming.money(whole))
        yield " \u00b7 ".join(filter(None, said))
        if named := sum(c.winner is not None and c.winner.how == "named territory" for c in covers):
            yield f"{named:,} of them by name"
        if supported := self.lands.supported.get(number):
            yield f"supports {count(supported, 'customer')}"

    def _accounts(self, covers: Sequence[Cover]) -> tuple[Account, ...]:
        keys = by_revenue([c.customer for c in covers if c.customer.key_account])
        return tuple(
            Account(
                f"account-{place}" if self.naming.redact else customer.node,
                self.naming.customer(customer),
                self.naming.money(exact(customer.revenue)),
            )
            for place, customer in enumerate(keys, 1)
        )

    def _flag(self, number: int, covers: Sequence[Cover]) -> Flag | None:
        posts = self.lands.posts(number)
        whole = bool(covers) or not self.lands.hierarchy.below[number]
        if not posts and whole:
            return _gap(self.naming, "nobody covers it", covers)
        if posts and whole and all(post.vacant for post in posts):
            return _gap(self.naming, "every position is vacant", covers)
        open_ = [cover for cover in covers if cover.state != "covered"]
        told = self.naming.book([cover.customer for cover in open_])
        word = "some customers have nobody" if len(open_) < len(covers) else "customers have nobody"
        return _gap(self.naming, word, open_, told) if open_ else None

    def named(self, position: Position, covers: Sequence[Cover]) -> Card:
        """Return the card of a position that has customers by name."""
        line = self.post(position)
        return Card(
            gid=BY_NAME_BOX.format(position.id),
            name=line.name,
            title=line.title,
            kind=line.kind,
            family=line.family,
            facts=(self.naming.book([cover.customer for cover in covers]),),
            accounts=self._accounts(covers),
            flag=_gap(self.naming, "nobody covers them", covers) if position.vacant else None,
        )

    def by_name(self, covers: Sequence[Cover]) -> Card:
        """Return the card above all positions that have customers by name."""
        told = self.naming.book([cover.customer for cover in covers])
        return Card("by-name", "By name", "", BY_NAME.name, BY_NAME, facts=(told,))

    def outside(self) -> Card:
        """Return the card of customers whom nothing attaches to anybody."""
        covers = self.lands.outside
        return Card(
            gid=OUTSIDE_BOX,
            name="Outside all territories",
            title="",
            kind=OUTSIDE.name,
            family=OUTSIDE,
            facts=(self.naming.book([cover.customer for cover in covers]),),
            accounts=self._accounts(covers),
            flag=_gap(self.naming, "nobody covers them", covers),
        )


def _gap(naming: Naming, word: str, covers: Sequence[Cover], told: str = "") -> Flag:
    stand_ins = {cover.stand_in.id: cover.stand_in for cover in covers if cover.stand_in}
    names = [str(naming.holder(position)) for position in stand_ins.values()]
    if not names:
        return Flag(GAP, word, (told,) if told else ())
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    stands = "stands in" if len(names) == 1 else "stand in"
    who = f"{', '.join(names[:_NAMED_AT_MOST])}{more} {stands}"
    everywhere = all(cover.stand_in for cover in covers)
    return Flag(STANDING_IN if everywhere else GAP, word, tuple(filter(None, (told, who))))
