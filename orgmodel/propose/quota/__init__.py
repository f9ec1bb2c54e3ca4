"""A target divided down the reporting lines."""
