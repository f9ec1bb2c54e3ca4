"""Titles of an import that name no role."""

from collections import Counter

from orgmodel.formats.importing.interpret.result import Imported
from orgmodel.model import Position, Role
from orgmodel.roles import STANDARD_ROLES, Titles

_COMPARED = 200
"""Unknown titles whose nearest role is looked for."""


def unknown_titles(imported: Imported) -> list[tuple[str, int, str | None]]:
    """Return titles that name no role, how many positions have each, and the nearest role's id."""
    titles = Titles((*STANDARD_ROLES, *imported.org.all(Role)))
    posts = imported.org.all(Position)
    often = Counter(post.title for post in posts if post.title and post.role is None)
    unknown = [(t, number) for t, number in often.most_common() if titles.role_of(t) is None]
    near = [titles.nearest(title) for title, _ in unknown[:_COMPARED]]
    ids = [role.id if role else None for role in near] + [None] * len(unknown[_COMPARED:])
    return [(title, number, id_) for (title, number), id_ in zip(unknown, ids, strict=True)]
