"""Roles and their contracts: ROL."""
