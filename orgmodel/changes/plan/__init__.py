"""Plans: the impact of a change, an order for it, and its texts."""
