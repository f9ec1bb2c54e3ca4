"""Phrases in the sentences of findings: names, counts, revenue."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from orgmodel import text
from orgmodel.model import Customer, Id, entity_label, exact
from orgmodel.rules.core.context import Issue, Issues, RuleContext
from orgmodel.rules.core.fix import Fix

E = TypeVar("E", bound=Id[Any])
_SHOWN = 3


def listed(things: Iterable[object]) -> str:
    """Return the first few of some names, quoted and sorted, as in "'a', 'b', 'c' and 4 more"."""
    return text.listed(text.quoted(sorted(map(str, things))), most=_SHOWN)


def opening(entity: Id[Any]) -> str:
    """Return the opening of a sentence about an entity: its kind and quoted id."""
    words = entity_label(entity)
    return words[0].upper() + words[1:]


def worth(design: RuleContext, customers: Iterable[Customer]) -> str:
    """Return the yearly revenue of customers, as in "EUR 2,400,000 a year"."""
    known = [exact(c.revenue) for c in customers if c.revenue is not None]
    return f"{design.org.currency} {sum(known):,f} a year" if known else "unknown revenue"


def by_revenue(customers: Iterable[Customer]) -> list[Customer]:
    """Return customers, those with the most revenue first."""
    return sorted(customers, key=lambda customer: (-exact(customer.revenue), customer.id))


def stake_of(design: RuleContext, customers: Sequence[Customer]) -> str:
    """Return the number of customers and, if known, their revenue."""
    number = text.counted(len(customers), "customer")
    known = any(customer.revenue is not None for customer in customers)
    return f"{number} worth {worth(design, customers)}" if known else number


def foremost(issues: Sequence[Issue], most: int, what: str) -> Issues:
    """Yield the first issues, and one that counts the others.

    Args:
        issues: The most severe first.
        most: The number to yield one by one.
        what: The statement about each of the others, as in "customers are covered by nobody".
    """
    shown = most if len(issues) > most + 1 else len(issues)
    yield from issues[:shown]
    if shown < len(issues):
        yield _others(len(issues) - shown, most, what)


def _others(number: int, most: int, what: str) -> Issue:
    return None, f"{number:,} more {what}, beyond the {most:,} that are listed."


def foremost_of(
    entities: Sequence[E],
    sentence_of: Callable[[E], str],
    most: int,
    what: str,
    fix_of: Callable[[E], Fix | None] = lambda _: None,
) -> Issues:
    """Yield the sentences about the first entities, and the number of the others in one.

    Sentences about the others are not made at all, because there may be many.

    Args:
        entities: The most severe first.
        sentence_of: Makes the sentence about one.
        most: The number to yield one by one.
        what: The statement about each of the others.
        fix_of: Makes the fix of one.
    """
    shown = most if len(entities) > most + 1 else len(entities)
    yield from ((entity, sentence_of(entity), fix_of(entity)) for entity in entities[:shown])
    if shown < len(entities):
        yield _others(len(entities) - shown, most, what)


def mostly(issues: Sequence[Issue], everyone: int, sentence: str, most: int, what: str) -> Issues:
    """Yield the first issues, or one sentence if more than a few and more than half are wrong.

    Args:
        issues: The most severe first.
        everyone: The number examined.
        sentence: The one sentence, because the cause is one.
        most: The number to yield one by one.
        what: The statement about each of the others.
    """
    if len(issues) > _FEW and 2 * len(issues) > everyone:
        yield None, sentence
    else:
        yield from foremost(issues, most, what)


_FEW = 5


def alike(issues: Sequence[Issue], everyone: int, sentence: str) -> Issues:
    """Yield each issue, or one sentence if all entities have the same."""
    if len(issues) == everyone > 1:
        yield None, sentence
    else:
        yield from issues
