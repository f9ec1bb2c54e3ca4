"""Days without an owner, holder or cover: TIM001 to TIM005."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from orgmodel.changes import Set
from orgmodel.model import Assignment, Customer, Holding, Position, Territory, TerritoryAssignment
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import Fix, offered
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

L = TypeVar("L", Assignment, Holding, TerritoryAssignment)
Span = tuple[dt.date, dt.date]
_ONE = dt.timedelta(days=1)


def _by(lines: Iterable[L], name: str) -> dict[str, list[L]]:
    """Return the permanent lines by the entity they are for, each group in order of its days."""
    found: dict[str, list[L]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.since or dt.date.min, line.id)):
        if not line.temporary:
            found[str(getattr(line, name))].append(line)
    return found


def _gaps(lines: Iterable[L]) -> Iterator[Span]:
    """Yield the days between lines, from the first to the day after the last, in their order."""
    end: dt.date | None = None
    for line in lines:
        start = line.since or dt.date.min
        if end is not None and start > end:
            yield end, start
        end = max(end or dt.date.min, line.until or dt.date.max)


def _overlaps(lines: Iterable[L]) -> Iterator[tuple[L, L, dt.date]]:
    """Yield a line that begins before an earlier one has ended, behind that, and the first day."""
    last: L | None = None
    for line in lines:
        start = line.since or dt.date.min
        if last is not None and start < (last.until or dt.date.max):
            yield last, line, start
        if last is None or (line.until or dt.date.max) > (last.until or dt.date.max):
            last = line


def _bridged(lines: Iterable[L], gaps: Iterable[Span]) -> Fix | None:
    """Return the fix by which each line lasts until the next one begins."""
    ends = dict(gaps)
    stay = [
        Set(type(line), line.id, {"until": ends[line.until]})
        for line in lines
        if line.until is not None and line.until in ends
    ]
    return offered(*stay) if len(stay) == len(ends) else None


def _handed_over(one: L, day: dt.date) -> Fix | None:
    """Return the fix that ends the earlier of two lines on the day on which the later begins."""
    later = day > (one.since or dt.date.min)
    return offered(Set(type(one), one.id, {"until": day})) if later else None


def _days(span: Span) -> str:
    first, last = span[0], span[1] - _ONE
    days = counted((span[1] - span[0]).days, "day")
    return f"on {first}" if first == last else f"from {first} to {last} ({days})"


_VARICENT = "Varicent ends moves by itself and does not check the days between"


@rule(
    "TIM001",
    "error",
    origin=_VARICENT,
    needs=["assignments.since | assignments.until"],
    fix="offered",
)
def day_without_owner(design: RuleContext) -> Issues:
    """Every customer has an owner on each day between its first and its last owner.

    No day between two owners is left open. Left out are customers that name an account manager
    themselves or that belong to a territory, because they have an owner meanwhile, and temporary
    assignments.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, until: 2026-03-01}
      a2: {customer: acme, position: ben, since: 2026-03-02}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, until: 2026-03-01}
      a2: {customer: acme, position: ben, since: 2026-03-01}
    ```
    """
    owned = _by((a for a in design.org.whole.all(Assignment) if a.role == "owner"), "customer")
    for id_, lines in owned.items():
        customer = design.org.whole.get(Customer, id_)
        gaps = list(_gaps(lines))
        if gaps and customer is not None and not _otherwise_owned(design, customer):
            message = f"Customer '{customer}' has no owner {_days(gaps[0])}."
            yield customer, message, _bridged(lines, gaps)


def _otherwise_owned(design: RuleContext, customer: Customer) -> bool:
    ways = design.coverage.of(customer).candidates
    placed = any(way.territory for way in ways if way.verdict != "excluded")
    return customer.managed_by is not None or placed


@rule(
    "TIM002",
    "error",
    origin="Varicent coin sort: one owner, on any day",
    needs=["assignments.since | assignments.until"],
    fix="offered",
)
def day_with_two_owners(design: RuleContext) -> Issues:
    """No customer has two owners by assignment on the same day.

    CUS404 checks the day that is examined; this rule checks the days before and after it. The day
    of the hand-over belongs to the new owner: the old assignment ends (until) on that day. Owners
    who share the credit are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, until: 2020-03-02}
      a2: {customer: acme, position: ben, since: 2020-03-01}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, until: 2020-03-01}
      a2: {customer: acme, position: ben, since: 2020-03-01}
    ```
    """
    owned = _by((a for a in design.org.whole.all(Assignment) if a.role == "owner"), "customer")
    for id_, lines in owned.items():
        customer = design.org.whole.get(Customer, id_)
        for one, other, day in _overlaps(lines) if customer is not None else ():
            now = one.on(design.day) and other.on(design.day)
            split = one.share or other.share
            if not now and not split and one.position != other.position:
                what = f"2 owners from {day}: '{one.position}' and '{other.position}'"
                yield customer, f"Customer '{customer}' has {what}.", _handed_over(one, day)


@rule(
    "TIM003",
    "error",
    origin="a position is one full-time equivalent of one person",
    needs=["holdings"],
    fix="offered",
)
def day_with_two_holders(design: RuleContext) -> Issues:
    """No position has two holders on the same day.

    A stand-in is marked as temporary and does not count.

    ```yaml bad
    positions:
      am-1: {role: account_manager}
    holdings:
      h1: {position: am-1, person: Ada Rossi, until: 2026-03-02}
      h2: {position: am-1, person: Ben Koch, since: 2026-03-01}
    ```
    ```yaml good
    positions:
      am-1: {role: account_manager}
    holdings:
      h1: {position: am-1, person: Ada Rossi, until: 2026-03-01}
      h2: {position: am-1, person: Ben Koch, since: 2026-03-01}
    ```
    """
    for id_, lines in _by(design.org.whole.all(Holding), "position").items():
        position = design.org.whole.get(Position, id_)
        for one, other, day in _overlaps(lines) if position is not None else ():
            what = f"'{one.person}' and '{other.person}'"
            message = f"Position '{position}' has 2 holders from {day}: {what}."
            yield position, message, _handed_over(one, day)


@rule("TIM004", "warning", origin="judgement: 90 days", needs=["holdings"])
def long_vacancy(design: RuleContext, *, most: int = 90) -> Issues:
    """A position is vacant for at most 90 days.

    The rule counts the days between two holders, and those from the last holder to the day that is
    examined.

    ```yaml bad
    positions:
      am-1: {role: account_manager}
    holdings:
      h1: {position: am-1, person: Ada Rossi, until: 2020-01-01}
      h2: {position: am-1, person: Ben Koch, since: 2020-04-01}
    ```
    ```yaml good
    positions:
      am-1: {role: account_manager}
    holdings:
      h1: {position: am-1, person: Ada Rossi, until: 2020-01-01}
      h2: {position: am-1, person: Ben Koch, since: 2020-03-31}
    ```
    """
    for id_, lines in _by(design.org.whole.all(Holding), "position").items():
        position = design.org.whole.get(Position, id_)
        last = max(line.until or dt.date.max for line in lines)
        open_ = [(last, design.day)] if last < design.day else []
        for start, end in [*_gaps(lines), *open_] if position and not position.held_by else ():
            if (end - start).days > most:
                what = f"is vacant {_days((start, end))}, above the limit of {most} days"
                yield position, f"Position '{position}' {what}."


@rule(
    "TIM005",
    "error",
    origin="Oracle: each territory needs an owner, on any day",
    needs=["territory_assignments"],
    fix="offered",
)
def day_without_cover(design: RuleContext) -> Issues:
    """Every territory is covered on each day between its first and its last assignment.

    Left out are territories that a position covers without dates, and those that end meanwhile.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
      joe: {role: sales_representative, held_by: Joe Kay}
    territory_assignments:
      a1: {territory: north, position: bob, until: 2026-03-01}
      a2: {territory: north, position: joe, since: 2026-03-02}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
      joe: {role: sales_representative, held_by: Joe Kay}
    territory_assignments:
      a1: {territory: north, position: bob, until: 2026-03-01}
      a2: {territory: north, position: joe, since: 2026-03-01}
    ```
    """
    whole = design.org.whole
    always = {str(ref) for position in whole.all(Position) for ref in position.covers}
    for id_, lines in _by(whole.all(TerritoryAssignment), "territory").items():
        territory = whole.get(Territory, id_)
        gaps = list(_gaps(lines)) if id_ not in always else []
        if gaps and territory is not None:
            message = f"Territory '{territory}' has no cover {_days(gaps[0])}."
            yield territory, message, _bridged(lines, gaps)
