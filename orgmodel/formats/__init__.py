"""Organisations in files, in and out."""

from orgmodel.formats.designs.json.writing import to_json
from orgmodel.formats.designs.schema import json_schema
from orgmodel.formats.designs.script import load_script
from orgmodel.formats.load_save import dumps, load, loads, save

__all__ = [
    "dumps",
    "json_schema",
    "load",
    "load_script",
    "loads",
    "save",
    "to_json",
]
