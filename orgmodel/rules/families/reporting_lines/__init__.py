"""Reporting lines: ORG."""
