"""Checks of values as they are made, and the messages that they give."""
