"""Charts as text for other drawing programs: Mermaid and Graphviz."""

from orgmodel.charts.diagrams.dot import dot_of
from orgmodel.charts.diagrams.mermaid import mermaid_of

__all__ = ["dot_of", "mermaid_of"]
