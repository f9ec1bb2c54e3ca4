"""A picture as a graph in the language of Graphviz."""

from collections.abc import Iterator

from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.output.diagrams.nodes import Edge, Node, edges_of, nodes_of, shortened

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "&": "&amp;", "<": "&lt;", ">": "&gt;"})
_HEAD = """\
digraph {
  graph [rankdir=TB, splines=ortho, nodesep=0.25, ranksep=0.4, labelloc=t, fontname="sans-serif"]
  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="sans-serif", fontsize=10]
  edge [dir=none, color="#8695a4"]"""


def dot_of(picture: Picture) -> str:
    """Return a picture as a directed graph in the language of Graphviz.

    Boxes have made-up ids, and as `class` one word per role, `vacant`, and `with_error` and its
    like. Lines beside the solid ones bend no ranks.
    """
    lines = [
        _HEAD,
        f"  label={_quoted((shortened(picture.title),))}",
        *(f"  {_node(node)}" for node in nodes_of(picture)),
        *(f"  {_edge(edge)}" for edge in edges_of(picture)),
        "}\n",
    ]
    return "\n".join(lines)


def _node(node: Node) -> str:
    told = {
        "label": _quoted(node.lines),
        "class": f'"{" ".join(node.classes)}"',
        "color": f'"{node.looks.accent}"',
        **dict(_looks(node)),
    }
    return f"{node.name} [{', '.join(f'{name}={value}' for name, value in told.items())}]"


def _looks(node: Node) -> Iterator[tuple[str, str]]:
    if node.looks.dash:
        yield "style", '"rounded,filled,dashed"'
    yield "fillcolor", f'"{node.looks.fill}"'


def _edge(edge: Edge) -> str:
    way = f"{edge.start} -> {edge.end}"
    if not edge.kind:
        return way
    style = "dotted" if edge.kind == "dotted" else "dashed"
    looks = f'style={style}, color="{edge.colour}", constraint=false'
    return f'{way} [class="{edge.kind}", {looks}]'


def _quoted(lines: tuple[str, ...]) -> str:
    return '"' + r"\n".join(line.translate(_ESCAPES) for line in lines) + '"'
