"""What the same work costs with bare tools."""

from collections.abc import Callable, Iterable

import networkx as nx
import yaml

from orgmodel import Customer, Org, Territory, Where

Test = Callable[[Customer], bool]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_load(text: str) -> object:
    """Read YAML into dictionaries, without knowing what they mean or where they stood."""
    return yaml.load(text, Loader=LOADER)


def yaml_events(text: str) -> None:
    """Read YAML and do nothing with it."""
    for _ in yaml.parse(text, Loader=LOADER):
        pass


def nx_builder(graph: "nx.MultiDiGraph[str]") -> Callable[[], object]:
    """A function that builds a graph anew from its nodes and edges at hand."""
    nodes = [(node, dict(facts)) for node, facts in graph.nodes(data=True)]
    edges = [(u, v, key, dict(facts)) for u, v, key, facts in graph.edges(keys=True, data=True)]

    def build() -> object:
        built: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        built.add_nodes_from(nodes)
        built.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs know no keys
        return built

    return build


def every_rule(org: Org, customers: Iterable[Customer]) -> int:
    """Test the rule of every territory for every customer; return how many hold."""
    tests = [plain(t.where) for t in org.all(Territory) if t.where is not None]
    return sum(test(customer) for customer in customers for test in tests)


def plain(where: Where) -> Test:
    """A rule as plain Python, as far as the made-up designs need it."""
    place = where.place[0] if where.place else ""
    prefixes = tuple(pattern.removesuffix("*") for pattern in where.postal_code)
    industries, size = frozenset(where.industry), where.size
    never = [plain(excluded) for excluded in where.exclude]

    def holds(customer: Customer) -> bool:
        if place and customer.place != place and not (customer.place or "").startswith(f"{place}-"):
            return False
        if prefixes and not (customer.postal_code or "").startswith(prefixes):
            return False
        if industries and customer.industry not in industries:
            return False
        if size and size.at_least is not None and (customer.size or 0) < size.at_least:
            return False
        if size and size.below is not None and (customer.size or 0) >= size.below:
            return False
        return not any(test(customer) for test in never)

    return holds
