"""A picture as a Mermaid flowchart."""

import json
import re
from collections.abc import Iterator

from orgmodel.charts.canvas.errors import ChartRequestError
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.output.diagrams.nodes import Edge, Node, edges_of, nodes_of, shortened

MOST_EDGES, MOST_CHARACTERS = 500, 50_000
"""What Mermaid draws unless the page that shows it says otherwise (`maxEdges`, `maxTextSize`)."""

# Any other sign of ASCII may mean something in Mermaid, in Markdown or in HTML.
_SPECIAL = re.compile(r"(?![\w ,.'()/:-])[\x00-\x7f]", re.ASCII)
# Labels are Markdown, in which these would begin a list.
_LIST = re.compile(r"(?:\d+[.)]|-)(?=\s|$)")


def mermaid_of(picture: Picture) -> str:
    """Return a picture as a flowchart in the language of Mermaid.

    Boxes have made-up ids and one class per role, `vacant`, and `with_error` and its like.

    Raises:
        ChartRequestError: If Mermaid would refuse so many lines or characters.
    """
    nodes, edges = list(nodes_of(picture)), list(edges_of(picture))
    text = "\n".join(
        [
            f"---\ntitle: {json.dumps(shortened(picture.title), ensure_ascii=False)}\n---",
            "flowchart TB",
            *(f"  {_node(node)}" for node in nodes),
            *(f"  {_edge(edge)}" for edge in edges),
            *(f"  {line}" for line in _looks(nodes, edges)),
            "",
        ]
    )
    _check(len(edges), len(text))
    return text


def _check(edges: int, characters: int) -> None:
    told = []
    if edges > MOST_EDGES:
        told.append(f"{edges:,} lines (of {MOST_EDGES})")
    if characters > MOST_CHARACTERS:
        told.append(f"{characters:,} characters (of {MOST_CHARACTERS:,})")
    if told:
        message = (
            f"This chart has {' and '.join(told)}, more than Mermaid draws. Save one branch "
            f"(under=...), fewer levels (depth=...) or less in the boxes (show=...), or save it as "
            f".html or .svg, which have no such limit."
        )
        raise ChartRequestError(message)


def _node(node: Node) -> str:
    label = "<br/>".join(map(_escaped, node.lines))
    return f'{node.name}["{label}"]:::{node.classes[0]}'


def _edge(edge: Edge) -> str:
    if edge.kind:
        return f'{edge.start} -. "{edge.kind}" .- {edge.end}'
    return f"{edge.start} --- {edge.end}"


def _looks(nodes: list[Node], edges: list[Edge]) -> Iterator[str]:
    colours = {node.classes[0]: node.looks.accent for node in nodes}
    for name, colour in colours.items():
        yield f"classDef {name} fill:#ffffff,stroke:{colour},stroke-width:2px,color:#1b2733"
    for name in dict.fromkeys(name for node in nodes for name in node.classes[1:]):
        yield f"class {','.join(n.name for n in nodes if name in n.classes)} {name}"
        dashed = "stroke-dasharray:4 3" if name == "vacant" else "stroke-width:4px"
        yield f"classDef {name} {dashed}"
    for number, edge in enumerate(edges):
        if edge.kind:
            yield f"linkStyle {number} stroke:{edge.colour}"


def _escaped(text: str) -> str:
    bullet = _LIST.match(text)
    start = bullet.end() if bullet else 0
    return _codes(text[:start]) + _SPECIAL.sub(lambda found: _codes(found[0]), text[start:])


def _codes(text: str) -> str:
    return "".join(f"#{ord(char)};" for char in text)
