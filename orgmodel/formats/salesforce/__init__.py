"""Salesforce's territory models: their metadata read, and written so that it can be deployed."""

from orgmodel.formats.salesforce.folder import is_metadata
from orgmodel.formats.salesforce.items import Item, holds_for
from orgmodel.formats.salesforce.metadata import read_metadata
from orgmodel.formats.salesforce.model import Area, AssignmentRule, Kind, TerritoryModel
from orgmodel.formats.salesforce.writing import Metadata, to_territory2

__all__ = [
    "Area",
    "AssignmentRule",
    "Item",
    "Kind",
    "Metadata",
    "TerritoryModel",
    "holds_for",
    "is_metadata",
    "read_metadata",
    "to_territory2",
]
