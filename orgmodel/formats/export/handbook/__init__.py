"""Organisations as a document for people, such as a new colleague."""

from orgmodel.formats.export.handbook.document import to_markdown

__all__ = ["to_markdown"]
