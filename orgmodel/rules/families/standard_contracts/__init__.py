"""Contracts that every sales organisation has: CTR."""
