"""Sums along a hierarchy."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from orgmodel.model import Id
from orgmodel.network import Hierarchy

E = TypeVar("E", bound=Id[Any])
N = TypeVar("N", int, float, Decimal)


def rolled_up(
    hierarchy: Hierarchy[E], entities: Iterable[E], own: Mapping[str, N], zero: N
) -> dict[str, N]:
    """Return what each entity and all below it have together, by id, in one pass.

    One in a ring, or below a ring, keeps what is its own, for nothing is below what has no top.

    Args:
        hierarchy: Who hangs below whom.
        entities: All of them.
        own: What each has itself; left out, nothing.
        zero: Nothing, in the kind of number that is summed.
    """
    by_id = {entity.id: entity for entity in entities}
    total = {who: own.get(who, zero) for who in by_id}
    for who in reversed(hierarchy.depths):  # parents come first in there
        above = hierarchy.parent_of(by_id[who])
        if above is not None:
            total[above.id] += total[who]
    return total
