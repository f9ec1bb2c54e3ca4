"""Sales organisations as code."""
