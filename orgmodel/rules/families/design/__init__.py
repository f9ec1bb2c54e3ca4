"""The design itself: MOD."""
