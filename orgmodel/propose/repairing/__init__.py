"""The fewest changes that make chosen rules pass."""
