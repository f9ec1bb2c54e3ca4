"""Rows of tables as entities of a design."""
