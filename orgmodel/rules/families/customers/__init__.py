"""Customers and their cover: CUS."""
