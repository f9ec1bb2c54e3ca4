"""Spans and layers: SPN."""
