"""The design as one networkx graph, and cheap indexed views of it."""

from orgmodel.graph.build import CONTRACT, LARGEST_BOOK, graph
from orgmodel.graph.edges import RELATION_OF_ROLE, Edge, edges_of
from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.known import Known
from orgmodel.graph.lines import Lines
from orgmodel.graph.places import Places
from orgmodel.graph.view import Dangling, OrgGraph

__all__ = [
    "CONTRACT",
    "LARGEST_BOOK",
    "RELATION_OF_ROLE",
    "Dangling",
    "Edge",
    "Hierarchy",
    "Known",
    "Lines",
    "OrgGraph",
    "Places",
    "edges_of",
    "graph",
]
