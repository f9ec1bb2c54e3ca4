"""Account teams: ACC."""
