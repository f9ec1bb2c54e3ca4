"""Designs as YAML: read with every place, in bounded time and memory, and written for people."""

from orgmodel.formats.designs.yaml.canonical import canonical
from orgmodel.formats.designs.yaml.decoding import decode

__all__ = [
    "canonical",
    "decode",
]
