"""Who leads whom, who does what, and which positions wait for somebody."""

from collections.abc import Iterator

from orgmodel.formats.export.coverage_summary import Answers
from orgmodel.formats.export.handbook.markup import escaped, heading, item, paragraph, table
from orgmodel.model import Position, Role

_DEEPEST = 8
"""Levels by which a list is indented; further ones would leave the page."""

_ATTACHED = {
    "territory": "has the customers of its territories",
    "named account": "has the customers that name it",
    "roll-up": "owns the customers of those below it",
    "coordination": "supports those whom it coordinates",
}


def lines(answers: Answers) -> list[str]:
    """Return the reporting lines as a list, those below each position indented."""
    graph = answers.coverage.graph
    found = [""]
    open_ = [(post, 0) for post in reversed(graph.lines.heads)]
    while open_:
        post, depth = open_.pop()
        found.append(item(_line(answers, post), min(depth, _DEEPEST)))
        open_ += [(report, depth + 1) for report in reversed(graph.lines.reports_of(post))]
    rings = [" reports to ".join(escaped(post.id) for post in ring) for ring in graph.lines.loops]
    return found[len(found) == 1 :] + [
        line for ring in rings for line in paragraph(f"These report to each other: {ring}.")
    ]


def _line(answers: Answers, post: Position) -> str:
    dotted = answers.posts(post.dotted_to)
    also = f"; also directed by {escaped(', '.join(dotted))}" if dotted else ""
    return f"**{escaped(answers.holder(post))}**, {escaped(answers.title(post))}{also}"


def roles(answers: Answers) -> list[str]:
    """Return what every role does, and who has it."""
    known = answers.coverage.graph.known
    having: dict[str, list[Position]] = {}
    for post in answers.org.all(Position):
        having.setdefault(answers.role(post) or "Without a role", []).append(post)
    text = []
    for title, posts in having.items():
        role = known.role_of(posts[0])
        text += heading(3, title)
        if role and (does := list(_does(role))):
            text += paragraph(f"{'; '.join(does).capitalize()}.")
        heads = (
            "Who", "Position", "Title", "Place", "Covers", "Works with", "Coordinated by", "Deputy",
            "Note",
        )  # fmt: skip
        text += table(heads, [_person(answers, post) for post in posts])
    return text


def _does(role: Role) -> Iterator[str]:
    if role.attaches_by:
        yield _ATTACHED[role.attaches_by]
    if role.manages_people:
        yield "leads people"
    if role.wins_new_business:
        yield "wins new customers"


def _person(answers: Answers, post: Position) -> tuple[object, ...]:
    known = answers.coverage.graph.known
    return (
        answers.holder(post),
        post.id,
        answers.title(post),
        post.place or "",
        ", ".join(map(str, post.covers)),
        ", ".join(unit.name or unit.id for unit in known.departments_of(post)),
        ", ".join(answers.posts([post.coordinated_by] if post.coordinated_by else [])),
        ", ".join(answers.posts([post.deputy] if post.deputy else [])),
        post.note or "",
    )


def vacancies(answers: Answers) -> list[str]:
    """Return the positions that nobody holds, with what waits for them."""
    lines = answers.coverage.graph.lines
    rows = []
    for post in answers.org.all(Position):
        if post.vacant:
            book = answers.coverage.customers_of(post)
            worth = answers.revenue(book)
            rows.append(
                (
                    post.id,
                    answers.title(post),
                    answers.post(lines.manager_of(post)) if lines.manager_of(post) else "",
                    post.place or "",
                    ", ".join(map(str, post.covers)),
                    f"{len(book):,}" if book else "",
                    f"{answers.org.currency} {worth:,.0f}" if worth else "",
                )
            )
    heads = ("Position", "Title", "Reports to", "Place", "Covers", "Customers", "Revenue")
    return table(heads, rows)
