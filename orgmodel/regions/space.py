"""The space of all customers that can be."""

from collections.abc import Iterable

from orgmodel.model import Where
from orgmodel.regions.alternative import alternatives
from orgmodel.regions.cut import Cut
from orgmodel.regions.diagram import ALL, NONE
from orgmodel.regions.region import Region


class Space:
    """All customers that can be, as finely as some rules distinguish them.

    Only what can be counts: a size is a whole number of at least 0, and every customer has a
    status.

    Args:
        wheres: All rules that regions are made from.
    """

    def __init__(self, wheres: Iterable[Where]) -> None:
        self.cut = Cut(wheres)
        self.everything = Region(self.cut, ALL)
        self.nothing = Region(self.cut, NONE)

    def region(self, where: Where) -> Region:
        """Return the customers that a rule holds for.

        Raises:
            ValueError: If the rule has a condition that none of the space's rules has.
            DesignError: If the rules have more than 200 fields or are too intricate.
        """
        return Region(self.cut, self.cut.any_of(alternatives(where)))

    def union(self, wheres: Iterable[Where]) -> Region:
        """Return the customers that any of some rules holds for; errors as for one."""
        found = (alternative for where in wheres for alternative in alternatives(where))
        return Region(self.cut, self.cut.any_of(found))
