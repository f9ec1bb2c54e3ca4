"""Salesforce's territory models: their metadata read, and written so that it can be deployed."""

from orgmodel.formats.territory2.folder import is_metadata
from orgmodel.formats.territory2.items import Item, holds_for
from orgmodel.formats.territory2.metadata import read_metadata
from orgmodel.formats.territory2.model import Area, AssignmentRule, Kind, TerritoryModel
from orgmodel.formats.territory2.writing import Metadata, to_territory2

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
