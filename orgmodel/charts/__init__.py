"""Organisations as pictures."""
