"""Targets: TGT."""
