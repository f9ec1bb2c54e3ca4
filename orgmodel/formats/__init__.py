"""Organisations in files, in and out."""
