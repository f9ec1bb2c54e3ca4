"""Territories: TER."""
