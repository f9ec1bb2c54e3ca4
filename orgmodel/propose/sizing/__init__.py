"""How many positions are needed where."""
