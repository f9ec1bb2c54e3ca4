"""Which positions serve the customers of a territory."""

from collections.abc import Iterable
from itertools import chain

from orgmodel.model import Position, Territory
from orgmodel.network import OrgGraph


class Posts:
    """The positions that serve, primary one first; looked up once per territory."""

    def __init__(self, graph: OrgGraph) -> None:
        self._graph = graph
        self._found: dict[tuple[str, bool], tuple[Position, ...]] = {}

    def serving(self, territory: Territory, *, prospects: bool) -> tuple[Position, ...]:
        """Return the positions that serve a territory.

        Where a manager and people below both cover it, the people below serve; held positions come
        before vacant ones, then the least id does.

        Args:
            territory: The territory.
            prospects: Whether only roles that win new business count.
        """
        key = (territory.id, prospects)
        if key not in self._found:
            posts = self._graph.places.coverers_of(territory)
            fit = [post for post in posts if not prospects or self.hunts(post)]
            front = self._front(fit)
            self._found[key] = tuple(sorted(front, key=lambda post: (post.vacant, post.id)))
        return self._found[key]

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

    def stand_in(
        self,
        post: Position | None,
        deputies: Iterable[Position],
        outer: Iterable[Territory],
    ) -> Position | None:
        """Return who answers meanwhile where nobody is in place, if anybody does.

        Args:
            post: The vacant position; None where there is none.
            deputies: Those on the account, who come before the position's own deputy, who comes
                before its managers.
            outer: The territories around, from the nearest; who serves there comes last.
        """
        own = self._graph.org.get(Position, post.deputy) if post else None
        managers = self._graph.lines.chain_of(post) if post else ()
        around = (p for territory in outer for p in self.serving(territory, prospects=False))
        waiting = chain(deputies, (own,) if own else (), managers, around)
        return next((p for p in waiting if not p.vacant), None)
