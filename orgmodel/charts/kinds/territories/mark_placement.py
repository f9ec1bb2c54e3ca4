"""On which boxes of a chart of territories a remark lands."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from orgmodel.charts.org_view.territory_index import Lands
from orgmodel.model import Id

BY_NAME, OUTSIDE = "named:{}", "outside"
"""Names of the boxes of positions that have customers by name, and of those that nobody has."""


class TerritoryHomes:
    """The boxes of entities, by their names.

    A territory is at home in its own box, a position in those of the territories that it covers,
    a customer where it is decided who covers it.
    """

    def __init__(self, lands: Lands) -> None:
        self._found: dict[str, list[str]] = defaultdict(list)
        for number, territory in enumerate(lands.territories):
            self._found[territory.node].append(territory.node)
            for post in lands.posts(number):
                self._found[post.node].append(territory.node)
            for cover in lands.covers.get(number, ()):
                self._found[cover.customer.node].append(territory.node)
        for post_id, covers in lands.named.items():
            self._found[f"position:{post_id}"].append(BY_NAME.format(post_id))
            for cover in covers:
                self._found[cover.customer.node].append(BY_NAME.format(post_id))
        for cover in lands.outside:
            self._found[cover.customer.node].append(OUTSIDE)

    def of(self, entity: Id[Any] | None) -> Sequence[str]:
        """Return the names of the boxes that stand for an entity."""
        return self._found.get(entity.node, ()) if entity is not None else ()
