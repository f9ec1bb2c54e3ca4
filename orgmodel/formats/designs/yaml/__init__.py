"""Designs as YAML: read with every place, in bounded time and memory, and written for people."""
