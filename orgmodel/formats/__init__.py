"""Organisations in files, in and out."""

from orgmodel.formats.files import dumps, load, loads, save
from orgmodel.formats.script import load_script
from orgmodel.formats.writing import CannotWriteError

__all__ = ["CannotWriteError", "dumps", "load", "load_script", "loads", "save"]
