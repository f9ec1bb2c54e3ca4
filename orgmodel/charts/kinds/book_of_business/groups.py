"""Customers in groups: by territory, by owner, or both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.territory_index import Lands, worth
from orgmodel.cover import Cover
from orgmodel.model import exact

Grouping = Literal["territory", "owner"]
"""What customers can be grouped by: the outermost territory, or who answers for them."""

Key = tuple[str, str]


@dataclass(frozen=True)
class Group:
    """Customers that stand together.

    Attributes:
        gid: Name in the drawing.
        name: What is written above them.
        covers: How they are covered, the largest revenue first.
        groups: The same in smaller groups; empty where there are none.
    """

    gid: str
    name: str
    covers: Sequence[Cover]
    groups: Sequence["Group"] = ()

    @property
    def revenue(self) -> Decimal:
        """What they buy in a year, all together."""
        return worth(self.covers)


@dataclass(frozen=True)
class Groups:
    """How the customers of an organisation are grouped."""

    naming: Naming

    @cached_property
    def _roots(self) -> Mapping[str, str]:
        return Lands(self.naming.staff).roots

    def of(self, covers: Sequence[Cover], by: Sequence[Grouping], above: str = "") -> list[Group]:
        """Return groups of customers, the largest first, each in the groups of the rest of `by`."""
        if not by:
            return []
        found: dict[Key, list[Cover]] = {}
        for cover in sorted(covers, key=lambda cover: -exact(cover.customer.revenue)):
            found.setdefault(_KEYS[by[0]](self, cover), []).append(cover)
        groups = [
            Group(f"{above}{gid}", name, some, self.of(some, by[1:], f"{above}{gid}/"))
            for (gid, name), some in found.items()
        ]
        return sorted(groups, key=lambda group: -group.revenue)

    def _territory(self, cover: Cover) -> Key:
        if cover.territory is not None:
            root = self._roots[cover.territory.id]
            return f"territory:{root}", self.naming.territory(root)
        return ("by-name", "By name") if cover.position else ("nobody", "Nobody")

    def _owner(self, cover: Cover) -> Key:
        if cover.position is None:
            return "nobody", "Nobody"
        name = self.naming.holder(cover.position) or f"Vacant, {self.naming.title(cover.position)}"
        return cover.position.node, name


_KEYS: Mapping[Grouping, Callable[[Groups, Cover], Key]] = {
    "territory": Groups._territory,  # noqa: SLF001  # its own
    "owner": Groups._owner,  # noqa: SLF001
}
