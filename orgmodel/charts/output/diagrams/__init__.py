"""Pictures in the languages of diagrams: Mermaid, Graphviz and draw.io."""

from orgmodel.charts.output.diagrams.dot import dot_of
from orgmodel.charts.output.diagrams.drawio import drawio_of
from orgmodel.charts.output.diagrams.mermaid import mermaid_of

__all__ = ["dot_of", "drawio_of", "mermaid_of"]
