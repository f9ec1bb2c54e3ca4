"""Designs for other programs and readers: tables, graphs, linked data, and a handbook."""

from orgmodel.formats.export.csv_tables import to_csv_roster, to_csv_tables
from orgmodel.formats.export.format_limits import LOSSES, losses
from orgmodel.formats.export.graphml import to_graphml
from orgmodel.formats.export.handbook import to_markdown
from orgmodel.formats.export.handover_lists import handover_lists
from orgmodel.formats.export.linked_data import to_jsonld

__all__ = [
    "LOSSES",
    "handover_lists",
    "losses",
    "to_csv_roster",
    "to_csv_tables",
    "to_graphml",
    "to_jsonld",
    "to_markdown",
]
