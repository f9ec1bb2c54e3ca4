"""Designs as JSON, for other programs; what reads them stands beside the reading of YAML."""
