"""Which positions serve the customers of a territory."""

from collections.abc import Iterable
from itertools import chain

from orgmodel.model import Position, Territory
from orgmodel.network import OrgGraph


class Posts:
    """The positions that serve a territory, the primary one first; each computed once."""

    def __init__(self, graph: OrgGraph) -> None:
        self._graph = graph
        self._found: dict[tuple[str, bool], tuple[Position, ...]] = {}
        self._waiting: dict[tuple[str, str], Position | None] = {}

    def serving(self, territory: Territory, *, prospects: bool) -> tuple[Position, ...]:
        """Return the positions that serve a territory.

        Where a manager and people below both cover it, the people below serve; those present
        come before those on leave, and these before vacant positions, then the least id does.

        Args:
            territory: The territory.
            prospects: Whether only roles that win new business count.
        """
        key = (territory.id, prospects)
        if key not in self._found:
            posts = self._graph.places.coverers_of(territory)
            fit = [post for post in posts if not prospects or self.hunts(post)]
            front = self._front(fit)
            self._found[key] = tuple(sorted(front, key=self._standing))
        return self._found[key]

    def _standing(self, post: Position) -> tuple[bool, bool, str]:
        return not self._graph.present(post), post.vacant, post.id

    def hunts(self, post: Position) -> bool:
        """Return whether a position's role wins new business; one without a known role may."""
        role = self._graph.known.role_of(post)
        return role is None or role.wins_new_business

    def _front(self, posts: Iterable[Position]) -> list[Position]:
        posts = list(posts)
        if len(posts) == 1:
            return posts
        managers = {boss.id for post in posts for boss in self._graph.lines.chain_of(post)}
        return [post for post in posts if post.id not in managers] or posts

    def named_for(self, post: Position | None, deputies: Iterable[Position]) -> Position | None:
        """Return the named stand-in who is present, for a position that is vacant or on leave.

        Args:
            post: The position that is vacant or whose holder is on leave; None if none.
            deputies: The deputies on the account. The stand-in named on the leave comes before
                them, the position's own deputy after them.
        """
        leave = self._graph.leave_of(post) if post else None
        first = (self._graph.org.get(Position, leave.stand_in),) if leave else ()
        own = (self._graph.org.get(Position, post.deputy),) if post else ()
        waiting = (p for p in chain(first, deputies, own) if p is not None)
        return next(filter(self._graph.present, waiting), None)

    def next_in_line(self, post: Position | None, territory: Territory | None) -> Position | None:
        """Return who covers meanwhile if nobody is named to, if anybody does.

        Args:
            post: The position, whose managers come first.
            territory: The territory that decides; who serves around it comes last.
        """
        key = (post.id if post else "", territory.id if territory else "")
        if key not in self._waiting:
            managers = self._graph.lines.chain_of(post) if post else ()
            outer = self._graph.places.chain_of(territory) if territory else ()
            around = (p for whole in outer for p in self.serving(whole, prospects=False))
            found = next(filter(self._graph.present, chain(managers, around)), None)
            self._waiting[key] = found
        return self._waiting[key]
