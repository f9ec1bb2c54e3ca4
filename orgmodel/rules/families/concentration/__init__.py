"""Concentration: CON."""
