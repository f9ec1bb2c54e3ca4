"""The sheets of an organisation: positions, territories, customers, coverage, findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from orgmodel.cover import Cover
from orgmodel.formats.export.coverage_summary import Answers
from orgmodel.formats.export.findings import Remark, by_node
from orgmodel.formats.export.office.sheet import Cell, Link, Sheet
from orgmodel.model import Assignment, Customer, Id, Position, Territory

_Found = Mapping[str, Sequence[Remark]]
SIGNS = {
    "Positions": ("ID", "Holder", "Vacant", "Title", "Role", "Reports to", "Manager"),
    "Territories": ("ID", "Name", "Type", "Within", "Rule", "Covered by"),
    "Customers": ("Owner", "Owner's position", "Stands in", "Territory", "Reason"),
}
"""Headings by which a sheet is known as one of these, in their order."""


def sheets_of(answers: Answers, remarks: Sequence[Remark]) -> list[Sheet]:
    """Return all sheets in the order of their tabs; empty ones are left out."""
    found = by_node(remarks)
    made = [
        _positions(answers, found),
        _territories(answers, found),
        _customers(answers, found),
        _coverage(answers),
        _assignments(answers),
        _findings(remarks),
    ]
    return [sheet for sheet in made if sheet.rows] or made[:1]


def _positions(answers: Answers, found: _Found) -> Sheet:
    headings = (
        "ID", "Holder", "Vacant", "Title", "Role", "Reports to", "Manager", "Direct reports",
        "Dotted to", "Coordinated by", "Deputy", "Covers", "Department", "Place", "Grade", "FTE",
        "Customers", "Revenue", "Findings", "Note",
    )  # fmt: skip
    posts = answers.org.all(Position)
    rows = [_position(answers, post, found) for post in posts]
    return Sheet("Positions", headings, rows, _nodes(posts))


def _position(answers: Answers, post: Position, found: _Found) -> Sequence[Cell]:
    manager = answers.coverage.graph.lines.manager_of(post)
    book = answers.coverage.customers_of(post)
    return (
        post.id,
        "" if post.vacant else answers.holder(post),
        post.vacant,
        answers.title(post),
        answers.role(post),
        _link(manager) or str(post.reports_to or ""),
        answers.holder(manager) if manager else "",
        len(answers.coverage.graph.lines.reports_of(post)),
        _joined(post.dotted_to),
        str(post.coordinated_by or ""),
        str(post.deputy or ""),
        _joined(post.covers),
        str(post.department or ""),
        post.place,
        post.grade,
        post.fte,
        len(book),
        answers.revenue(book),
        len(found.get(post.node, ())),
        post.note,
    )


def _territories(answers: Answers, found: _Found) -> Sheet:
    headings = (
        "ID", "Name", "Type", "Within", "Rule", "Covered by", "Customers", "Revenue", "Findings",
        "Note",
    )  # fmt: skip
    lands = answers.org.all(Territory)
    rows = [_territory(answers, land, found) for land in lands]
    return Sheet("Territories", headings, rows, _nodes(lands))


def _territory(answers: Answers, land: Territory, found: _Found) -> Sequence[Cell]:
    book = answers.coverage.customers_in(land)
    within = answers.coverage.graph.places.parent_of(land)
    serving = answers.coverage.graph.places.coverers_of(land)
    return (
        land.id,
        land.name,
        str(land.type),
        _link(within) or str(land.within or ""),
        "" if land.where is None else str(land.where),
        "; ".join(answers.post(post) for post in serving),
        len(book),
        answers.revenue(book),
        len(found.get(land.node, ())),
        land.note,
    )


def _customers(answers: Answers, found: _Found) -> Sheet:
    headings = (
        "ID", "Name", "Status", "Key account", "Tier", "Place", "Postal code", "City", "Industry",
        "Segment", "Size", "Revenue", "Profit", "Potential", "State", "Owner", "Owner's position",
        "Stands in", "Territory", "Reason", "Findings", "Note",
    )  # fmt: skip
    rows = [_customer(answers, cover, found) for cover in answers.coverage]
    return Sheet("Customers", headings, rows, _nodes(answers.org.all(Customer)))


def _customer(answers: Answers, cover: Cover, found: _Found) -> Sequence[Cell]:
    customer, post = cover.customer, cover.position
    return (
        customer.id,
        customer.name,
        customer.status,
        customer.key_account,
        customer.tier,
        customer.place,
        customer.postal_code,
        customer.city,
        customer.industry,
        customer.segment,
        customer.size,
        customer.revenue,
        customer.profit,
        customer.potential,
        cover.state,
        answers.holder(post) if post else "",
        _link(post),
        answers.holder(cover.stand_in) if cover.stand_in else "",
        _link(cover.territory),
        answers.reason(cover),
        len(found.get(customer.node, ())),
        customer.note,
    )


def _coverage(answers: Answers) -> Sheet:
    """Customers by roles: the positions on each account."""
    roles = Counter(answers.role(post) or "No role" for post in answers.org.all(Position))
    rows: list[Sequence[Cell]] = []
    for cover in answers.coverage:
        there: dict[str, dict[str, str]] = {}
        for post in _around(answers, cover):
            names = there.setdefault(answers.role(post) or "No role", {})
            names[post.id] = answers.holder(post)
        named = ("; ".join(there.get(role, {}).values()) for role in roles)
        rows.append((Link(answers.name(cover.customer), cover.customer.node), *named))
    return Sheet("Coverage", ("Customer", *roles), rows)


def _around(answers: Answers, cover: Cover) -> Iterator[Position]:
    yield from answers.coverage.chain_of(cover)
    yield from cover.specialists
    yield from (member.position for member in answers.coverage.team_of(cover.customer))


def _assignments(answers: Answers) -> Sheet:
    headings = (
        "ID", "Customer", "Position", "Holder", "Role", "Share", "From", "Until", "Temporary",
        "Note",
    )  # fmt: skip
    rows = []
    for stated in answers.org.all(Assignment):
        post = answers.org.get(Position, stated.position)
        customer = answers.org.get(Customer, stated.customer)
        rows.append(
            (
                stated.id,
                _link(customer) or str(stated.customer),
                _link(post) or str(stated.position),
                answers.holder(post) if post else "",
                stated.role,
                stated.share,
                stated.since,
                stated.until,
                stated.temporary,
                stated.note,
            )
        )
    return Sheet("Assignments", headings, rows, _nodes(answers.org.all(Assignment)))


def _findings(remarks: Iterable[Remark]) -> Sheet:
    headings = ("Level", "Code", "About", "Kind", "Finding", "Written at")
    rows = [
        (
            remark.severity,
            remark.code,
            Link(remark.entity.id, remark.entity.node) if remark.entity else "",
            remark.entity.kind.replace("_", " ") if remark.entity else "organisation",
            remark.sentence,
            str(remark.source or ""),
        )
        for remark in remarks
    ]
    return Sheet("Findings", headings, rows)


def _link(entity: Position | Territory | Customer | None) -> Link | None:
    return Link(entity.id, entity.node) if entity is not None else None


def _joined(references: Iterable[object]) -> str:
    return "; ".join(map(str, references))


def _nodes(entities: Sequence[Id[Any]]) -> list[str]:
    return [entity.node for entity in entities]
