"""The changes of a hand-over, in the order in which they are made."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.changes import Add, Change, Depart, Move, Reassign, Set
from orgmodel.cover import Coverage
from orgmodel.model import (
    Assignment,
    Customer,
    Leave,
    Org,
    Position,
    ReportingLine,
    TerritoryAssignment,
)
from orgmodel.network import OrgGraph
from orgmodel.propose.succession.units import Bundle


@dataclass(frozen=True)
class Absence:
    """When people are gone.

    Attributes:
        people: The people.
        since: The first day without them; None for a hand-over without dates.
        until: The day on which they are back; None if they leave for good.
    """

    people: Sequence[str]
    since: dt.date | None = None
    until: dt.date | None = None


def hand_overs(
    graph: OrgGraph, absence: Absence, taken: Sequence[tuple[Bundle, Position]]
) -> Iterator[Change]:
    """Yield what gives accounts and territories to others, accounts by name first."""
    org = graph.org
    covers: dict[str, list[str]] = {}
    for part, taker in taken:
        if part.territory is None:
            yield from _account(org, absence, part, taker)
            continue
        territory = part.territory.id
        for post in graph.places.coverers_of(part.territory):
            above = {boss.id for boss in graph.lines.chain_of(post)}
            if str(post.held_by) in absence.people and taker.id in above:
                # people below serve before their managers, also where nobody holds the position
                here = covers.setdefault(post.id, list(map(str, _covers(org, post.id))))
                here[:] = [ref for ref in here if ref != territory]
                yield from _interrupted(org, absence, post.id, territory)
        if absence.since is None:
            here = covers.setdefault(taker.id, list(map(str, _covers(org, taker.id))))
            here += [territory] * (territory not in here)
        else:
            yield _covered(org, territory, taker.id, absence.since, absence.until)
    for position, here in covers.items():
        yield Set(Position, position, {"covers": tuple(here)})


def _covers(org: Org, position: str) -> Sequence[object]:
    """Return the territories of the field itself, without those that hold for a time."""
    return org.whole.positions[position].covers


def _interrupted(org: Org, absence: Absence, position: str, territory: str) -> Iterator[Change]:
    """Yield what ends a cover on the first day of an absence, and resumes it after the last."""
    if absence.since is not None and territory in _covers(org, position):
        yield _covered(org, territory, position, None, absence.since)
        if absence.until is not None:
            yield _covered(org, territory, position, absence.until, None)


def _covered(
    org: Org, territory: str, position: str, since: dt.date | None, until: dt.date | None
) -> Add:
    day = since or f"until-{until}"
    id_ = _free(org, TerritoryAssignment, f"{territory}-{position}-{day}")
    temporary = since is not None and until is not None
    return Add(
        TerritoryAssignment(id_, territory, position, since=since, until=until, temporary=temporary)
    )


def _account(org: Org, absence: Absence, part: Bundle, taker: Position) -> Iterator[Change]:
    customer = part.customers[0]
    if absence.until is not None:
        id_ = _free(org, Assignment, f"{customer.id}-{taker.id}-{absence.since}")
        yield Add(
            Assignment(
                id_,
                customer.id,
                taker.id,
                since=absence.since,
                until=absence.until,
                temporary=True,
            )
        )
        return
    yield Reassign(
        taker.id, from_position=part.former.id, customers=(customer.id,), on=absence.since
    )
    if str(customer.deputy) == taker.id:
        # an owner is not its own deputy
        yield Set(Customer, customer.id, {"deputy": None})
        if absence.since is not None:
            id_ = _free(org, Assignment, f"{customer.id}-deputy-until-{absence.since}")
            yield Add(Assignment(id_, customer.id, taker.id, "deputy", until=absence.since))


def departures(absence: Absence) -> Iterator[Change]:
    """Yield what ends or interrupts the work of people."""
    for person in absence.people:
        if absence.until is None:
            yield Depart(person, on=absence.since)
        else:
            id_ = f"{person}-{absence.since}".lower().replace(" ", "-")
            yield Add(Leave(id_, person, since=absence.since, until=absence.until))


def new_lines(
    coverage: Coverage, absence: Absence, leavers: Collection[str]
) -> list[tuple[Position, Position, Position, Change]]:
    """Return the reports that get another manager: report, former and new manager, the change."""
    graph, org = coverage.graph, coverage.graph.org
    found = []
    for former in org.all(Position):
        if former.held_by is None or str(former.held_by) not in leavers:
            continue
        for report in graph.lines.reports_of(former):
            manager = _next_manager(graph, former, report, leavers)
            if manager is not None:
                found.append((report, former, manager, _line(org, absence, report, manager)))
    return found


def _next_manager(
    graph: OrgGraph, former: Position, report: Position, leavers: Collection[str]
) -> Position | None:
    """Return the deputy of a manager, else the nearest manager above who may lead a report."""
    deputy = graph.org.get(Position, former.deputy)
    role = graph.known.role_of(report)
    allowed = set(map(str, role.may_report_to)) if role is not None else set()
    for manager in (deputy, *graph.lines.chain_of(former)):
        if manager is None or not graph.present(manager) or str(manager.held_by) in leavers:
            continue
        above = graph.known.role_of(manager)
        fits = above is not None and above.manages_people and (not allowed or above.id in allowed)
        if fits and manager.id != report.id:
            return manager
    return None


def _line(org: Org, absence: Absence, report: Position, manager: Position) -> Change:
    if absence.until is None:
        return Move(report.id, manager.id, on=absence.since)
    id_ = _free(org, ReportingLine, f"{report.id}-{manager.id}-{absence.since}")
    return Add(ReportingLine(id_, report.id, manager.id, since=absence.since, until=absence.until))


def _free(org: Org, kind: type[Assignment | TerritoryAssignment | ReportingLine], id_: str) -> str:
    """Return an id that is not taken."""
    taken = {entity.id for entity in org.whole.all(kind)}
    number = 2
    free = id_
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    return free
