"""Deals: opportunities and contracts (DEA)."""
