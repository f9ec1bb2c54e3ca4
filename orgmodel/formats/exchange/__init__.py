"""Organisations for other programs: tables of text, graphs, and linked data."""

from orgmodel.formats.exchange.comma import to_csv_roster, to_csv_tables
from orgmodel.formats.exchange.graphml import to_graphml
from orgmodel.formats.exchange.linked_data import to_jsonld

__all__ = ["to_csv_roster", "to_csv_tables", "to_graphml", "to_jsonld"]
