"""The design as one networkx graph, and cheap indexed views of it."""

from orgmodel.network.build import CONTRACT, LARGEST_BOOK, graph
from orgmodel.network.edges import RELATION_OF_ROLE, Edge, edges_of
from orgmodel.network.hierarchy import Hierarchy
from orgmodel.network.org_graph import Dangling, OrgGraph
from orgmodel.network.reporting_tree import Lines
from orgmodel.network.resolver import Known
from orgmodel.network.territory_tree import Places

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
