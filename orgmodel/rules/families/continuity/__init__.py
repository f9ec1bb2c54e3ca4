"""Continuity: CNT."""
