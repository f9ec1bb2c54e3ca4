"""Rules taken apart: any of some alternatives, each unless any of others holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from orgmodel.model import Condition, Where


@dataclass(frozen=True, eq=False)
class Alternative:
    """Conditions that all must hold, while none of the exceptions does.

    A rule holds where any of its alternatives does; so do the exceptions.
    """

    conditions: Mapping[str, Condition]
    unless: tuple["Alternative", ...] = ()


def alternatives(where: Where) -> Iterator[Alternative]:
    """Yield the alternatives of a rule, its own conditions first."""
    never = tuple(found for excluded in where.exclude for found in alternatives(excluded))
    conditions = where.conditions()
    if conditions or not where.include:
        yield Alternative(conditions, never)
    for included in where.include:
        for found in alternatives(included):
            yield replace(found, unless=found.unless + never) if never else found


def every_condition(where: Where) -> Iterator[tuple[str, Condition]]:
    """Yield all conditions of a rule, whatever they include or exclude, with their fields."""
    waiting = [where]
    while waiting:
        rule = waiting.pop()
        yield from rule.conditions().items()
        waiting += (*rule.include, *rule.exclude)


def with_exceptions(found: Iterable[Alternative]) -> Iterable[Alternative]:
    """Return alternatives, then their exceptions and the exceptions of these, each once."""
    ordered = dict.fromkeys(found)
    waiting = [*ordered]
    while waiting:
        fresh = [e for e in waiting.pop().unless if e not in ordered]
        ordered |= dict.fromkeys(fresh)
        waiting += fresh
    return ordered
