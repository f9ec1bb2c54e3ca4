"""Where cover comes from: people hold positions, positions and their deputies serve customers."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgmodel.cover import Coverage
from orgmodel.measures.market.portfolios import Book
from orgmodel.model import Position, Territory

if TYPE_CHECKING:
    import networkx as nx


class Node(NamedTuple):
    """A node of the flow: what kind of thing, and which.

    A ``post`` is what a position does while its holder is there; its ``work`` gets done by its own
    holder, by that of its deputy, or by the stand-in while the holder is on leave.
    """

    kind: str
    which: Hashable


ROOT = Node("root", "")


class Flow:
    """The flow of cover on the day, from a virtual root through people to what they cover.

    An edge runs from what gives cover to what gets it: root -> person -> post -> work of that
    position and of those that it is the deputy of -> territory, team, or book of customers, so that
    the flow grows with the ways of being served and not with the customers. Managers who would
    merely stand in give no cover.

    Args:
        coverage: Who covers whom.
        served: Its customers by how they are served.

    Attributes:
        sources: Every node but the root, with what gives it cover.
        books: The customers who are served alike, by their node.
    """

    def __init__(self, coverage: Coverage, served: Iterable[Book]) -> None:
        self._graph = coverage.graph
        self.books: dict[Node, Book] = {}
        self.sources: dict[Node, list[Node]] = {}
        for position in self._graph.org.all(Position):
            self._add_position(position)
        for territory in self._graph.org.all(Territory):
            posts = self._graph.places.coverers_of(territory)
            self.sources[Node("territory", territory.id)] = [_work(post) for post in posts]
        for number, book in enumerate(served):
            node = Node("book", number)
            self.books[node] = book
            helping = [Node("post", deputy.id) for deputy in book.deputies]
            self.sources[node] = [_work(post) for post in book.posts] + helping

    def _add_position(self, position: Position) -> None:
        post = Node("post", position.id)
        self.sources[post] = []
        if position.held_by is not None:
            person = Node("person", str(position.held_by))
            self.sources[person] = [ROOT]
            self.sources[post] = [person] if self._graph.present(position) else []
        leave = self._graph.leave_of(position)
        refs = (position.deputy, leave.stand_in if leave else None)
        others = (self._graph.org.get(Position, ref) for ref in refs)
        helping = [Node("post", other.id) for other in others if other is not None]
        self.sources[_work(position)] = [post, *helping]
        if self._graph.lines.reports_of(position):
            self.sources[Node("team", position.id)] = [_work(position)]

    @cached_property
    def nx(self) -> "nx.DiGraph[Node]":
        """The flow as a networkx graph."""
        from networkx import DiGraph  # noqa: PLC0415 - slow to load, and most measures need none

        built: nx.DiGraph[Node] = DiGraph()
        built.add_node(ROOT)
        built.add_nodes_from(self.sources)
        built.add_edges_from((giver, node) for node in self.sources for giver in self.sources[node])
        return built

    @cached_property
    def dominators(self) -> dict[Node, Node]:
        """The immediate dominator of every node that cover reaches, but the root.

        Cooper, Harvey and Kennedy (2006). No way from the root has more than four edges, so that a
        step of their method climbs at most four, and the whole takes linear time.
        """
        from networkx import immediate_dominators  # noqa: PLC0415 - as above

        found: dict[Node, Node] = dict(immediate_dominators(self.nx, ROOT))
        return {node: by for node, by in found.items() if node != ROOT}

    def sole(self, kind: str) -> dict[Node, str]:
        """Return the nodes that get no cover without one node of a kind, with which that is."""
        found = {}
        for node in self.dominators:
            above = self.dominators.get(node)
            while above is not None and above.kind != kind:
                above = self.dominators.get(above)
            if above is not None:
                found[node] = str(above.which)
        return found

    @cached_property
    def pairs(self) -> dict[Node, tuple[str, str]]:
        """The two people of every node that exactly two give cover, in one pass from the root.

        Of each node up to three people are kept, for more make no difference.
        """
        people: dict[Node, tuple[str, ...]] = {}
        for kind in ("person", "post", "work", "territory", "team", "book"):
            for node in self._of_kind(kind):
                given = (people.get(giver, ()) for giver in self.sources[node])
                people[node] = (str(node.which),) if kind == "person" else _first(given)
        both = ((node, sorted(pair)) for node, pair in people.items() if len(pair) == _PAIR)
        return {node: (one, other) for node, (one, other) in both}

    def _of_kind(self, kind: str) -> Iterator[Node]:
        return (node for node in self.sources if node.kind == kind)


_PAIR = 2


def _first(given: Iterable[Iterable[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for people in given:
        for person in people:
            found[person] = None
            if len(found) > _PAIR:
                return tuple(found)
    return tuple(found)


def _work(position: Position) -> Node:
    return Node("work", position.id)
