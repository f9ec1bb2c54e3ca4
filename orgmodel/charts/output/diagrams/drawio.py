"""A picture as a diagram of draw.io: shapes and connectors that stay editable, where they stand."""

from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Arrangement, Picture, arrange
from orgmodel.charts.layout import Options
from orgmodel.charts.output.diagrams.nodes import Edge, Node, edges_of, nodes_of, shortened

_MARGIN = 40.0
_BOX = "rounded=1;arcSize=6;whiteSpace=wrap;html=1;overflow=hidden;fontSize=10;fontColor=#1b2733"
_LINE = "edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;endArrow=none"
_DASHES = {"dotted": "dashed=1;dashPattern=1 3;", "": ""}


def drawio_of(picture: Picture, options: Options, typesetter: Typesetter) -> str:
    """Return a picture as a diagram of draw.io, laid out as in any other format.

    Boxes have made-up ids; connectors are glued to them, so that boxes can be moved.

    Args:
        picture: What is shown.
        options: How to arrange it.
        typesetter: Measures the texts.
    """
    arrangement = arrange(picture, options, typesetter)
    file = ET.Element("mxfile", host="orgmodel")
    page = ET.SubElement(file, "diagram", id="chart", name=shortened(picture.title) or "Chart")
    size = {
        "pageWidth": f"{arrangement.layout.width + 2 * _MARGIN:.0f}",
        "pageHeight": f"{arrangement.layout.height + 2 * _MARGIN:.0f}",
    }
    model = ET.SubElement(page, "mxGraphModel", {"grid": "0", "page": "1", "math": "0", **size})
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", id="0")
    ET.SubElement(root, "mxCell", {"id": "1", "parent": "0"})
    root.extend(_boxes(picture, arrangement))
    sideways = options.direction == "right"
    for number, edge in enumerate(edges_of(picture)):
        root.append(_line(number, edge, sideways=sideways))
    ET.indent(file)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(file, "unicode") + "\n"


def _boxes(picture: Picture, arrangement: Arrangement) -> Iterator[ET.Element]:
    for node, place in zip(nodes_of(picture), arrangement.places, strict=True):
        cell = ET.Element("mxCell", id=node.name, value=_label(node), vertex="1", parent="1")
        dash = "dashed=1;" if node.looks.dash else ""
        colours = f"fillColor={node.looks.fill};strokeColor={node.looks.accent}"
        cell.set("style", f"{_BOX};{dash}{colours};")
        at = {"x": place.x + _MARGIN, "y": place.y + _MARGIN}
        sized = {"width": place.width, "height": place.height}
        told = {name: f"{value:.2f}" for name, value in (at | sized).items()}
        geometry = ET.SubElement(cell, "mxGeometry", told)
        geometry.set("as", "geometry")
        yield cell


def _label(node: Node) -> str:
    """Return the lines of a box as HTML, for labels are; XML escapes that once more."""
    first, *others = (escape(line) for line in node.lines) if node.lines else ("",)
    return "<br/>".join([f"<b>{first}</b>", *others])


def _line(number: int, edge: Edge, *, sideways: bool) -> ET.Element:
    cell = ET.Element("mxCell", id=f"e{number}", edge="1", parent="1")
    cell.set("source", edge.start)
    cell.set("target", edge.end)
    if edge.kind:
        dash = _DASHES.get(edge.kind, "dashed=1;dashPattern=4 3;")
        cell.set("value", escape(edge.kind))
        cell.set("style", f"{_LINE};{dash}strokeColor={edge.colour};fontSize=8;")
    else:
        # where it ends is left to draw.io: boxes of a stack are entered at their side
        start = "exitX=1;exitY=0.5" if sideways else "exitX=0.5;exitY=1"
        cell.set("style", f"{_LINE};strokeColor=#8695a4;{start};")
    ET.SubElement(cell, "mxGeometry", relative="1").set("as", "geometry")
    return cell
