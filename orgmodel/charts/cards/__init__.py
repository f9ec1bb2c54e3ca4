"""Boxes of a chart: what they say, how they look, and the scene that they make."""
