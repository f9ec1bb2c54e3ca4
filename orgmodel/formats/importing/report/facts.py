"""What came out of an import, in the numbers by which a reader sees whether it is right."""

from collections.abc import Iterable, Mapping

from orgmodel.model import Assignment, Customer, Org, Person, Position, Territory

_SHOWN = 3
"""Names that a line lists."""


def facts(org: Org) -> list[tuple[str, str]]:
    """Return lines of a subject and what is said of it."""
    lines = [*_people(org), *_customers(org), *_territories(org)]
    return [(subject, said) for subject, said in lines if said]


def _people(org: Org) -> Iterable[tuple[str, str]]:
    posts = org.all(Position)
    if not posts:
        return
    vacant = sum(post.vacant for post in posts)
    holders = len({str(post.held_by) for post in posts if post.held_by})
    yield "positions", f"{len(posts):,}, held by {holders:,} people; {vacant:,} vacant"
    above = {post.id: str(post.reports_to) if post.reports_to else "" for post in posts}
    leaders = set(above.values()) & above.keys()
    if not leaders:
        yield "managers", "none: nobody reports to anybody; a mapping file may say who does"
        return
    heads = [post for post in posts if above[post.id] not in above]
    levels = max(levels_of(above).values())
    yield "managers", f"{len(leaders):,}, on {levels} levels in all"
    people = {person.id: person for person in org.all(Person)}
    shown = ", ".join(_called(post, people) for post in heads[:_SHOWN])
    more = f" and {len(heads) - _SHOWN:,} more" if len(heads) > _SHOWN else ""
    yield "at the top", f"{len(heads):,}: {shown}{more}"


def _called(post: Position, people: Mapping[str, Person]) -> str:
    holder = str(post.held_by) if post.held_by else post.id
    name = (people[holder].name if holder in people else None) or holder
    return f"{name} ({post.title})" if post.title else name


def levels_of(above: Mapping[str, str]) -> Mapping[str, int]:
    """Return at which level everybody stands, from 1; rings count as far as they go.

    Args:
        above: The id of the manager by id, empty where there is none.
    """
    levels: dict[str, int] = {}
    for start in above:
        path: dict[str, None] = {}
        step = start
        while step in above and step not in levels and step not in path:
            path[step] = None
            step = above[step]
        level = levels.get(step, 0)
        for id_ in reversed(path):
            level += 1
            levels[id_] = level
    return levels


def _customers(org: Org) -> Iterable[tuple[str, str]]:
    customers = org.all(Customer)
    if not customers:
        return
    assigned = {str(each.customer) for each in org.all(Assignment)}
    owned = sum(bool(c.managed_by) or c.id in assigned for c in customers)
    placed = sum(bool(c.territories) for c in customers)
    in_ = f", {placed:,} in a territory" if placed else ""
    yield "customers", f"{len(customers):,}; {owned:,} with somebody on them{in_}"


def _territories(org: Org) -> Iterable[tuple[str, str]]:
    territories = org.all(Territory)
    if not territories:
        return
    covered = {str(area) for post in org.all(Position) for area in post.covers}
    ruled = sum(area.where is not None for area in territories)
    said = f"{len(territories):,}; {ruled:,} with a rule, {len(covered):,} that somebody covers"
    yield "territories", said
