"""Successors of managers in another position: those who stay in the team did not move."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model import Position
from orgmodel.network import OrgGraph

MOST_OF_TEAM = 2 / 3
"""Share of a team that must go over to a new position for it to be the successor."""
_FEWEST = 2
_SIGNS = re.compile(r"[\W_]+")
_FOR_NOW = re.compile(r"\b(?:interim|acting|ad interim|a i|komm|kommissarisch)\b")


@dataclass(frozen=True)
class Succession:
    """A position that leads the team of another one; a guess.

    Attributes:
        before: The manager's position before.
        after: The one that leads the team now.
        reports: Number of the team who report to it now.
        same_title: Whether both have the same title, except for "interim" and the like.
    """

    before: Position
    after: Position
    reports: int
    same_title: bool

    def __str__(self) -> str:
        team = f"{self.reports} of its team" if self.reports > 1 else "its report"
        title = ", same title" if self.same_title else ""
        return (
            f"{_called(self.before)} seems to be followed by {_called(self.after)} ({team}{title})"
        )


def _called(box: Position) -> str:
    return f"{box.held_by or 'nobody'} ({box.id})"


def respelt(title: str) -> str:
    """Return a title for comparison: letter case, signs and spaces do not count."""
    return _SIGNS.sub(" ", title.casefold()).strip()


def _lasting(title: str) -> str:
    return " ".join(_FOR_NOW.sub(" ", respelt(title)).split())


def title_of(graph: OrgGraph, position: Position) -> str:
    """Return the title of a position: its own, or its role's, or its role's id."""
    role = graph.known.role_of(position)
    return position.title or (role.title if role else str(position.role or ""))


def successions(before: OrgGraph, after: OrgGraph) -> tuple[Succession, ...]:
    """Return which positions took over the teams of which, where ids do not show it.

    Staff lists often name a position after its holder, so that a new manager is a new position.
    It follows another if it leads two thirds of those of the other's team who are still there, and
    either is new while the other is gone, the team being two or more; or has the other's title,
    which the other no longer has and it did not have before. Each position follows at most one.

    Args:
        before: The earlier design, with ids as in the later one.
        after: The later design.
    """
    found = sorted(
        _candidates(before, after), key=lambda s: (-s.same_title, -s.reports, s.before.id)
    )
    taken: set[str] = set()
    kept = []
    for each in found:
        if each.after.id not in taken:
            taken.add(each.after.id)
            kept.append(each)
    return tuple(kept)


def _candidates(before: OrgGraph, after: OrgGraph) -> Iterator[Succession]:
    for old in before.org.all(Position):
        led = before.lines.reports_of(old)
        here = [new for box in led if (new := after.org.get(Position, box.id)) is not None]
        above = Counter(m.id for box in here if (m := after.lines.manager_of(box)) is not None)
        for id_, number in above.items():
            # who rose from the team is not of it any more
            team = sum(box.id != id_ for box in here)
            new = after.org.get(Position, id_)
            if new is None or id_ == old.id or number < MOST_OF_TEAM * team:
                continue
            same = _same_job(before, after, old, new)
            fresh = before.org.get(Position, id_) is None
            gone = after.org.get(Position, old.id) is None
            if same or (fresh and gone and number >= _FEWEST):
                yield Succession(old, new, number, same)


def _same_job(before: OrgGraph, after: OrgGraph, old: Position, new: Position) -> bool:
    """Return whether the new box has the title of the old one, which has it no more."""
    title = _lasting(title_of(before, old))
    was, now = before.org.get(Position, new.id), after.org.get(Position, old.id)
    had = was is not None and _lasting(title_of(before, was)) == title
    has = now is not None and _lasting(title_of(after, now)) == title
    return bool(title) and _lasting(title_of(after, new)) == title and not had and not has
