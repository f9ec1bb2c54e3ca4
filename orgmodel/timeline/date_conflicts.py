"""What has dates outside those of what it belongs to."""

from collections.abc import Iterator

from orgmodel.model import (
    SECTIONS,
    Assignment,
    Entity,
    Holding,
    Org,
    ReportingLine,
    Territory,
    TerritoryAssignment,
)
from orgmodel.timeline.intervals import ALWAYS, Interval, without

_WITHIN: tuple[tuple[type[Entity], tuple[str, ...]], ...] = (
    (Territory, ("within",)),
    (Holding, ("position",)),
    (ReportingLine, ("position", "manager")),
    (TerritoryAssignment, ("territory", "position")),
    (Assignment, ("customer", "position")),
)
"""What belongs to which of the entities that it names."""

_KIND = {
    "within": SECTIONS["territories"],
    "territory": SECTIONS["territories"],
    "position": SECTIONS["positions"],
    "manager": SECTIONS["positions"],
    "customer": SECTIONS["customers"],
}


def outside(org: Org) -> Iterator[tuple[Entity, list[Interval]]]:
    """Yield what has dates of its own that lie outside those of what it belongs to, with the days.

    What has no dates lasts as long as what it belongs to.
    """
    for kind, names in _WITHIN:
        for entity in org.all(kind):
            own = Interval.of(entity)
            if own != ALWAYS:
                days = [each for name in names for each in _beyond(org, entity, own, name)]
                if days:
                    yield entity, days


def _beyond(org: Org, entity: Entity, own: Interval, name: str) -> list[Interval]:
    owner = org.get(_KIND[name], getattr(entity, name))
    return without(own, [Interval.of(owner)]) if owner is not None else []
