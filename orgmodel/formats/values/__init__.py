"""Values of the model as plain values of a file."""

from orgmodel.formats.values.file_contents import contents_of, read_at_most, unusable

__all__ = [
    "contents_of",
    "read_at_most",
    "unusable",
]
