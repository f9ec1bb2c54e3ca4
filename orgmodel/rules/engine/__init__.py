"""Applying the rules of the catalogue to a design."""
