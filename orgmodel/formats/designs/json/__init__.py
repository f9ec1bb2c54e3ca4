"""Designs as JSON, for other programs; the reader is beside that of YAML."""
