"""Measures of what is lost when somebody leaves: continuity and hand-over."""
