"""Organisations in files, in and out."""

from orgmodel.formats.files import dumps, load, loads, save
from orgmodel.formats.json_design.writing import to_json
from orgmodel.formats.schema import json_schema
from orgmodel.formats.script import load_script

__all__ = [
    "dumps",
    "json_schema",
    "load",
    "load_script",
    "loads",
    "save",
    "to_json",
]
