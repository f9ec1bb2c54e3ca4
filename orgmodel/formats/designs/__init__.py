"""Designs in files: YAML, JSON, scenarios and scripts."""
