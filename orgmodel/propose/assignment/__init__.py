"""Customers to positions, within capacity, contracts and locks."""
