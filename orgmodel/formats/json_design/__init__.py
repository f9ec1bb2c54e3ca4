"""Designs as JSON: what YAML says, for programs; written as sections of fields; what reads it stands beside the reading of YAML."""
