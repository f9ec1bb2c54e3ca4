"""Files of organisations: reading, writing, import and export."""

from orgmodel.formats.designs.json.writing import to_json
from orgmodel.formats.designs.schema import json_schema
from orgmodel.formats.designs.script import load_script
from orgmodel.formats.load_save import YAML_SUFFIXES, dumps, load, loads, save

__all__ = [
    "YAML_SUFFIXES",
    "dumps",
    "json_schema",
    "load",
    "load_script",
    "loads",
    "save",
    "to_json",
]
