"""Differences between two designs: entities, people, handovers and coverage gaps."""
