"""Contracts across layers that every sales organisation has: CTR."""
