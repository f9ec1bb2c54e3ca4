"""What a chart of an organisation shows: which positions, with what cards, links and words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from orgmodel.charts.amounts import amount, count
from orgmodel.charts.card_filling import Field, Filling
from orgmodel.charts.composing import Picture
from orgmodel.charts.coordination import Coordination, Telling
from orgmodel.charts.hierarchy import HEAD
from orgmodel.charts.homes import Homes
from orgmodel.charts.legend_filling import entries_of
from orgmodel.charts.links import COORDINATED, DOTTED_LINE, LOOP_LINE, LinkKind, links_of
from orgmodel.charts.marks import Badge, Mark, badge_of
from orgmodel.charts.staff import Staff, revenue
from orgmodel.model import Customer, Org

_NOBODY = -1

EMPTY = "There is nothing to draw yet: the organisation has no positions."


@dataclass(frozen=True)
class Request:
    """Which part of an organisation is to be shown, and how much is said."""

    title: str | None
    show: Sequence[Field]
    under: str | None
    depth: int | None
    redact: bool
    coordination: Telling = "auto"


def picture_of(org: Org, marks: Sequence[Mark], request: Request) -> Picture:
    """Return what a chart of an organisation shows."""
    staff = Staff(org)
    whole = _branch(staff, request)
    drawn = sorted(n for n, depth in whole if request.depth is None or depth <= request.depth)
    badges = _badges(staff, drawn, marks, request) if marks else {}
    coordination = Coordination(staff, frozenset(drawn), request.coordination)
    filling = Filling(coordination, request.show, redact=request.redact)
    cards = [filling.card(number, badges.get(number)) for number in drawn]
    box_of = {number: box for box, number in enumerate(drawn)}
    links = links_of(coordination, _kinds(request))
    parents = (staff.hierarchy.above[number] for number in drawn)
    return Picture(
        title=request.title or org.name,
        subtitle=_subtitle(staff, drawn, [n for n, _ in whole], request),
        cards=cards,
        parents=[box_of.get(parent, HEAD) for parent in parents],
        side=[staff.at_side[n] and staff.hierarchy.above[n] in box_of for n in drawn],
        links=[replace(link, start=box_of[link.start], end=box_of[link.end]) for link in links],
        legend=entries_of(cards, {link.kind for link in links}, badges.get(_NOBODY)),
    )


def _kinds(request: Request) -> list[LinkKind]:
    asked = ((DOTTED_LINE, "dotted"), (COORDINATED, "coordination"))
    return [LOOP_LINE, *(kind for kind, field in asked if field in request.show)]


def _branch(staff: Staff, request: Request) -> list[tuple[int, int]]:
    lines = staff.hierarchy
    heads = lines.heads if request.under is None else [staff.number_of[request.under]]
    return lines.from_top(heads)


def _badges(
    staff: Staff, drawn: Sequence[int], marks: Sequence[Mark], request: Request
) -> dict[int, Badge | None]:
    """Return the badge of every position that has any; those without a box go to nobody."""
    homes = Homes(staff, frozenset(drawn))
    landed: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for number in homes.of(mark.about) or [_NOBODY]:
            landed[number].append(mark)
    badges = {number: badge_of(found) for number, found in landed.items()}
    return {n: b and b.redacted for n, b in badges.items()} if request.redact else badges


def _subtitle(staff: Staff, drawn: Sequence[int], branch: Sequence[int], request: Request) -> str:
    if not staff.positions:
        return EMPTY
    everybody = count(len(staff.positions), "position")
    part = len(drawn) < len(staff.positions)
    said = [f"{len(drawn):,} of {everybody}" if part else everybody]
    if vacant := sum(staff.positions[number].vacant for number in drawn):
        said.append(f"{vacant:,} vacant")
    book = _book(staff, branch, request)
    if book:
        said.append(count(len(book), "customer"))
    if (whole := revenue(book)) != Decimal(0) and not request.redact:
        said.append(f"{amount(whole, staff.org.currency)} a year")
    return " \u00b7 ".join(said)


def _book(staff: Staff, numbers: Sequence[int], request: Request) -> Sequence[Customer]:
    if request.under is None:
        return staff.org.all(Customer)
    return [customer for number in numbers for customer in staff.book(number)]
